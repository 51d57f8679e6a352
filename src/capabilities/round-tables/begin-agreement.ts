import type { SharingLine, SharingQuestion } from '#capabilities/law/index.ts'
import type { Work } from '#platform/work.ts'
import { roadsTo } from './agree-on.ts'
import type { TableDesk } from './desk.ts'
import { findToConvene } from './find-table.ts'

export type Roads = {
  readonly roads: readonly SharingLine[]
  readonly chosen: SharingLine | undefined
  readonly questions: readonly SharingQuestion[]
}

/** The roads to whom an agreement is with, and what the chosen one asks. To ourselves it takes none. */
export async function beginAgreement(
  work: Work,
  desk: TableDesk,
  tableId: string,
  { owner, road }: { readonly owner: string; readonly road: string },
): Promise<Roads> {
  const at = await findToConvene(work, tableId)
  const mine = owner === at.actor.organisationId
  const roads = mine ? [] : await roadsTo(work, desk, at, owner)
  const chosen = roads.find(({ id }) => id === road)
  work.audit({ act: 'round-table.begin-agreement', subject: tableId })
  return { roads, chosen, questions: chosen ? desk.law.sharing.questionsOf(chosen) : [] }
}
