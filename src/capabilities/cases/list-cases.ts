import { openRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { CaseState, Identity } from './case-file.ts'
import { identityContext } from './case-words.ts'
import { type CaseDesk, namesFor } from './desk.ts'
import { caseWorker } from './find-case.ts'
import { type ListedCase, listForsaken, listOfCircle } from './store-lists.ts'

export type CaseLine = {
  readonly id: string
  readonly code: string
  readonly state: CaseState
  readonly name: string
  readonly openedAt: string
  readonly changedAt: string
  readonly coordinatorId: string
}

export type CaseList = {
  readonly lines: readonly CaseLine[]
  /** the last one, when there are more */
  readonly next: string | undefined
  /** cases of somebody who is gone, which this person can go on with; on the first page only */
  readonly forsaken: readonly { readonly id: string; readonly code: string }[]
  readonly names: ReadonlyMap<string, string>
}

/** Lines on one page of the list. */
const casesOnPage = 25
const mostForsaken = 50

/** The cases that this person may see, the newest first. */
export async function readCases(
  work: Work,
  desk: CaseDesk,
  { open, before }: { open: boolean; before?: string | undefined },
): Promise<CaseList> {
  const actor = caseWorker(work)
  const [rows, forsaken] = await Promise.all([
    listOfCircle(work, actor, { open, before, limit: casesOnPage + 1 }),
    open && !before ? listForsaken(work, actor, mostForsaken) : [],
  ])
  const organisationKey = await desk.keyring.keyOf(work)
  const lines = rows.slice(0, casesOnPage).map((row) => lineOf(work, organisationKey, row))
  work.audit({ act: 'case.list', details: { count: lines.length } })
  return {
    lines,
    next: rows.length > casesOnPage ? lines.at(-1)?.id : undefined,
    forsaken: forsaken.map(({ id, code }) => ({ id, code })),
    names: await namesFor(
      work,
      desk,
      lines.map((one) => one.coordinatorId),
    ),
  }
}

/** For a choice in a form of another capability. At most a hundred. */
export async function listOwnCases(
  work: Work,
  { keyring }: Pick<CaseDesk, 'keyring'>,
): Promise<readonly Pick<CaseLine, 'id' | 'code' | 'name' | 'state' | 'coordinatorId'>[]> {
  const actor = caseWorker(work)
  const rows = await listOfCircle(work, actor, { open: true, limit: 100 })
  const organisationKey = await keyring.keyOf(work)
  work.audit({ act: 'case.list-own', details: { count: rows.length } })
  return rows.map((row) => lineOf(work, organisationKey, row))
}

const lineOf = (work: Work, organisationKey: Buffer, row: ListedCase): CaseLine => ({
  id: row.id,
  code: row.code,
  state: row.state,
  name: openRecord<Identity>(
    organisationKey,
    identityContext(work, row.id),
    row.identity_key,
    row.identity,
  ).name,
  openedAt: row.opened_at,
  changedAt: row.changed_at,
  coordinatorId: row.coordinator_id,
})
