import { findCase } from '#capabilities/cases/index.ts'
import { blindIndex } from '#platform/crypto.ts'
import { newId, newReference } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { IntervisionDesk } from './desk.ts'
import type { About } from './intervision.ts'
import { sealIntervision } from './intervision-words.ts'
import { findByKey, insertIntervision } from './store.ts'
import { insertParticipant } from './store-table.ts'
import { professional } from './table.ts'

export type NewIntervision = {
  readonly method: string
  readonly about: About
  readonly topic: string
  /** of whoever starts it: they must be in its circle */
  readonly caseId?: string | undefined
  readonly onPaper?: boolean
  readonly key: string
}

/** Sets a table with a code to join. The same form sent again is answered with the same table. */
export async function startIntervision(
  work: Work,
  desk: IntervisionDesk,
  { method: methodId, about, topic, caseId, onPaper = false, key }: NewIntervision,
): Promise<string> {
  const { personId } = professional(work)
  const method = desk.knowledge.findMethod(methodId) ?? refuse('invalid', 'choose-method')
  if (caseId) await findCase(work, caseId)
  const id = newId()
  const code = newReference('N')
  const { wrappedKey, sealed } = await sealIntervision(work, desk.keyring, id, { topic, code })
  const made = await insertIntervision(work, {
    id,
    method: method.id,
    edition: method.edition.id,
    phases: method.phases.map((phase) => phase.id),
    silent: method.phases.filter(({ silent }) => silent).map((phase) => phase.id),
    about,
    case_id: caseId ?? null,
    on_paper: onPaper,
    facilitator_id: personId,
    code_index: onPaper ? null : await codeIndex(work, desk, code),
    content_key: wrappedKey,
    content: sealed,
    key,
  })
  const table = made ? id : ((await findByKey(work, personId, key))?.id ?? id)
  if (made) await insertParticipant(work, id, personId)
  const act = made ? 'intervision.start' : 'intervision.start-again'
  work.audit({ act, subject: table, details: { method: method.id } })
  return table
}

/** A code is found without being readable: read aloud in a room, useless in a stolen copy. */
export const codeIndex = async (
  work: Work,
  { keyring }: IntervisionDesk,
  code: string,
): Promise<Buffer> => blindIndex(await keyring.keyOf(work), 'intervision-code', plainCode(code))

/** As somebody types it on a phone: small letters, other dashes, the N left out. */
const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replace(/^N(?=.{8}$)/, '')
