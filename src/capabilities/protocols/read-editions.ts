import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { editor, reader } from './access.ts'
import type { ProtocolDesk } from './desk.ts'
import {
  type EditionContent,
  type EditionState,
  noChanges,
  protocolOf,
  type SchoolProtocol,
} from './edition.ts'
import { openEdition } from './edition-words.ts'
import { stepRoles } from './protocol.ts'
import { findEditionIn, findEditionRow, listEditionRows } from './store-editions.ts'
import { listHeldRoles, listWhoWorksHere } from './store-people.ts'
import { canBeReachedIn, type Finding, findingsIn } from './sufficiency.ts'
import type { EditionRow } from './tables.ts'

export type EditionHead = {
  readonly id: string
  readonly number: number
  readonly state: EditionState
  readonly inForceAt: string | undefined
}

/** A protocol as its reader may see it, with the names of colleagues who are named in it. */
export type ReadEdition = {
  /** nothing: the worked example, which this school did not make its own yet */
  readonly edition: EditionHead | undefined
  readonly content: EditionContent
  readonly protocol: SchoolProtocol
  readonly names: ReadonlyMap<string, string>
}

export type ListedEdition = EditionHead & { readonly replacedAt: string | undefined }

const headOf = (row: Pick<EditionRow, 'id' | 'number' | 'state' | 'in_force_at'>): EditionHead => ({
  id: row.id,
  number: row.number,
  state: row.state,
  inForceAt: row.in_force_at ?? undefined,
})

/** What counts here now: the edition in force, or the worked example as long as there is none. */
export async function readProtocol(work: Work, desk: ProtocolDesk): Promise<ReadEdition> {
  reader(work)
  return told(work, desk, await findEditionIn(work, 'in-force'))
}

/** An edition that is or was in force: a run keeps the one it began under. */
export async function readEdition(
  work: Work,
  desk: ProtocolDesk,
  id: string,
): Promise<ReadEdition> {
  reader(work)
  const row = await findEditionRow(work, id)
  if (!row || row.state === 'draft') return refuse('not-found', 'no-such-edition')
  return told(work, desk, row)
}

/** The edition that is being prepared; nothing when there is none. */
export async function readDraft(work: Work, desk: ProtocolDesk): Promise<ReadEdition | undefined> {
  editor(work)
  const row = await findEditionIn(work, 'draft')
  if (row) return told(work, desk, row)
  work.audit({ act: 'protocol.read-draft' })
  return undefined
}

export async function listEditions(work: Work): Promise<readonly ListedEdition[]> {
  reader(work)
  const rows = await listEditionRows(work)
  work.audit({ act: 'protocol.list-editions', details: { count: rows.length } })
  return rows
    .filter(({ state }) => state !== 'draft')
    .map((row) => ({ ...headOf(row), replacedAt: row.replaced_at ?? undefined }))
}

/** What this protocol lacks, asked of the people who work here now. */
export async function checkEdition(
  work: Work,
  { protocols, knowledge }: ProtocolDesk,
  { protocol }: ReadEdition,
): Promise<readonly Finding[]> {
  const there = stepRoles(reader(work).organisationKind)
  const held = await listHeldRoles(work)
  const here = await listWhoWorksHere(work, namedIn(protocol))
  return findingsIn(protocol, protocols.sufficiency.requirements, {
    isHeld: (roles) => roles.some((role) => held.has(role)),
    exists: (role) => there.includes(role),
    worksHere: (personId) => here.has(personId),
    canBeReached: canBeReachedIn(knowledge),
  })
}

const namedIn = ({ immediate, steps }: SchoolProtocol): string[] =>
  [immediate, ...steps].flatMap(({ personId }) => (personId ? [personId] : []))

async function told(
  work: Work,
  desk: ProtocolDesk,
  row: EditionRow | undefined,
): Promise<ReadEdition> {
  const content = row
    ? await openEdition(work, desk.keyring, row)
    : { example: desk.protocols.example, changes: noChanges }
  const protocol = protocolOf(content)
  const names = await desk.namesOf(work, [...new Set(namedIn(protocol))])
  work.audit({ act: 'protocol.read', ...(row ? { subject: row.id } : {}) })
  return { edition: row && headOf(row), content, protocol, names }
}
