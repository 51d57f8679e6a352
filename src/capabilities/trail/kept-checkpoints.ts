import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#platform/ids.ts'

/**
 * The latest checkpoint of every organisation, remembered outside the database. Whoever owns the
 * database can put back an older state of it, but not of this.
 */
export type KeptCheckpoints = {
  find(organisation: string): Promise<string | undefined>
  keep(organisation: string, note: string): Promise<void>
}

/** One small file per organisation; copy the folder somewhere else as often as you like. */
export function checkpointFolder(folder: string): KeptCheckpoints {
  const pathOf = (organisation: string) => join(folder, `${organisation}.checkpoint`)
  return {
    async find(organisation) {
      const note = await readFile(pathOf(organisation), 'utf8').catch(absent)
      // A power cut can leave an empty file behind; that remembers nothing.
      return note || undefined
    },
    async keep(organisation, note) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = `${pathOf(organisation)}.${newId()}`
      await writeFile(draft, note, { mode: 0o600 })
      await rename(draft, pathOf(organisation))
    },
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
