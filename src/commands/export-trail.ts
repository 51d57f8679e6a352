import { exportProcessingLog, exportTrail as trailLines } from '#capabilities/trail/index.ts'
import { deriveKey } from '#platform/crypto.ts'
import type { Keys } from '#platform/keys-on-disk.ts'
import type { Work } from '#platform/work.ts'
import { type Command, commandConfig, type Out, optionsFrom, Usage } from './command.ts'
import { getOrganisation, operator, withHouse } from './command-house.ts'

const options = { organisation: { type: 'string' }, register: { type: 'string' } } as const

async function writeLines(
  given: readonly string[],
  { write }: Out,
  lines: (work: Work, keys: Keys, register: string) => AsyncIterable<string>,
): Promise<number> {
  const { values } = optionsFrom(given, options)
  const organisation = values.organisation
  if (!organisation) {
    throw new Usage({
      nl: 'Geef --organisation NUMMER; `organisations` toont ze.',
      en: '--organisation ID is needed; `organisations` lists them.',
    })
  }
  return withHouse(commandConfig(), async ({ pool, inTransaction, keys }) => {
    await getOrganisation(pool, organisation)
    const own = await keys()
    await inTransaction(operator(organisation), 'oversight', async (work) => {
      for await (const line of lines(work, own, values.register ?? 'urn:oogmerk:register:1')) {
        write(line)
      }
    })
    return 0
  })
}

export const exportTrail: Command = {
  usage: '--organisation ID > trail.jsonl',
  about: {
    nl: 'Schrijft het hele logboek van een organisatie, te controleren met verify-trail --file.',
    en: 'Writes the whole trail of an organisation, to be verified with verify-trail --file.',
  },
  run: (given, out) => writeLines(given, out, (work) => trailLines(work)),
}

export const exportLog: Command = {
  usage: '--organisation ID [--register URI] > log.jsonl',
  about: {
    nl: 'Schrijft de verwerkingen in de vorm van het Logboek Dataverwerkingen (stand 1 oktober 2024).',
    en: 'Writes the processing log in the form of the Logboek Dataverwerkingen (as of 1 October 2024).',
  },
  run: (given, out) =>
    writeLines(given, out, (work, keys, register) =>
      exportProcessingLog(work, {
        activityOf: (purpose) => `${register}/${purpose}`,
        subjectKey: deriveKey(keys.keyEncryptionKey, `processing-log:${work.actor.organisationId}`),
      }),
    ),
}
