import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  checkpointFolder,
  describeReport,
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
    const kept = await Promise.all((values.checkpoint ?? []).map((path) => readFile(path, 'utf8')))
    if (values.file) {
      if (keys.length === 0) throw new Usage('--file needs --key: the public key to trust.')
      return tell(out, await verifyTrailFile(values.file, { keys, kept }))
    }
    return verifyDatabase(out, { keys, kept, only: values.organisation })
  },
}

type Wanted = { keys: TrailKey[]; kept: string[]; only: string | undefined }

function verifyDatabase(out: Out, { keys, kept, only }: Wanted): Promise<number> {
  return withHouse(commandConfig(), async ({ config, pool, inTransaction, keys: own }) => {
    const remembered = checkpointFolder(join(config.dataFolder, 'checkpoints'))
    const trusted = keys.length > 0 ? keys : [trailSigner((await own()).trailKey).key]
    const wanted = only ? [await getOrganisation(pool, only)] : await listOrganisations(pool)
    let status = 0
    for (const { id, name } of wanted) {
      const note = await remembered.find(id)
      const notes = [...kept, ...(note ? [note] : [])]
      const report = await inTransaction(operator(id), 'oversight', (work) =>
        verifyStoredTrail(work, { keys: trusted, kept: notes }),
      )
      out.write(`${name}\n`)
      status = Math.max(status, tell(out, report))
    }
    return status
  })
}

function tell({ write }: Out, report: TrailReport): number {
  write(`${describeReport(report)}\n`)
  return report.misfit ? 1 : 0
}
