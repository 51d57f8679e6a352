import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  checkpointFolder,
  describeReport,
  openCheckpoint,
  readTrailKey,
  type TrailKey,
  type TrailReport,
  trailSigner,
  verifyStoredTrail,
  verifyTrailFile,
} from '#capabilities/trail/index.ts'
import { type Command, commandConfig, type Out, optionsFrom, Usage } from './command.ts'
import { getOrganisation, listOrganisations, operator, withHouse } from './command-house.ts'

const options = {
  file: { type: 'string' },
  key: { type: 'string', multiple: true },
  checkpoint: { type: 'string', multiple: true },
  organisation: { type: 'string' },
} as const

export const verifyTrail: Command = {
  usage: '[--file FILE] [--key KEY] [--checkpoint FILE] [--organisation ID]',
  about: {
    nl: 'Controleert het logboek, in de database of in een bestand, met alleen de openbare sleutel.',
    en: 'Verifies the trail, in the database or in a file, with nothing but the public key.',
  },
  async run(given, out) {
    const { values } = optionsFrom(given, options)
    const keys = (values.key ?? []).map(readTrailKey)
    const paths = values.checkpoint ?? []
    if (values.file) {
      if (keys.length === 0) {
        throw new Usage({
          nl: 'Bij --file hoort --key: de openbare sleutel die je vertrouwt.',
          en: '--file needs --key: the public key to trust.',
        })
      }
      const memory = await rememberFrom(paths, keys)
      const report = await verifyTrailFile(values.file, { keys, kept: memory.notes })
      return Math.max(tell(out, report), memory.missed(out, [report.organisation]))
    }
    return verifyDatabase(out, { keys, paths, only: values.organisation })
  },
}

type Wanted = { keys: TrailKey[]; paths: readonly string[]; only: string | undefined }

function verifyDatabase(out: Out, { keys, paths, only }: Wanted): Promise<number> {
  return withHouse(commandConfig(), async ({ config, pool, inTransaction, keys: own }) => {
    const remembered = checkpointFolder(join(config.dataFolder, 'checkpoints'))
    const trusted = keys.length > 0 ? keys : [trailSigner((await own()).trailKey).key]
    const wanted = only ? [await getOrganisation(pool, only)] : await listOrganisations(pool)
    const memory = await rememberFrom(paths, trusted)
    let status = 0
    for (const { id, name } of wanted) {
      const note = await remembered.find(id)
      const notes = [...memory.notes, ...(note ? [note] : [])]
      const report = await inTransaction(operator(id), 'oversight', (work) =>
        verifyStoredTrail(work, { keys: trusted, kept: notes }),
      )
      out.write(`${name}\n`)
      status = Math.max(status, tell(out, report))
    }
    const verified = wanted.map(({ id }) => id)
    return Math.max(status, memory.missed(out, verified))
  })
}

/** Checkpoints that were kept elsewhere: each counts for its own organisation, and none in silence. */
async function rememberFrom(paths: readonly string[], keys: readonly TrailKey[]) {
  const files = await Promise.all(
    paths.map(async (path) => {
      const note = await readFile(path, 'utf8').catch(() => {
        throw new Usage({
          nl: `Er is geen checkpoint "${path}" te lezen.`,
          en: `There is no checkpoint "${path}" to read.`,
        })
      })
      return { path, note, organisation: openCheckpoint(note, keys)?.organisation }
    }),
  )
  return {
    notes: files.filter(({ organisation }) => organisation).map(({ note }) => note),
    /** names those that were held against nothing; answers the exit status */
    missed({ complain }: Out, verified: readonly string[]): number {
      const missed = files.filter((one) => !verified.includes(one.organisation ?? ''))
      for (const { path, organisation } of missed) {
        complain(
          organisation
            ? `${path} is of organisation ${organisation}, which was not verified here.\n`
            : `${path} is not a checkpoint signed by a key you trust.\n`,
        )
      }
      return missed.length > 0 ? 1 : 0
    },
  }
}

function tell({ write }: Out, report: TrailReport): number {
  write(`${describeReport(report)}\n`)
  return report.misfit ? 1 : 0
}
