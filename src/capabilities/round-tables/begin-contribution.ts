import type { SharingLine, SharingQuestion } from '#capabilities/law/index.ts'
import type { Work } from '#platform/work.ts'
import { roadsTo } from './bring-contribution.ts'
import type { TableDesk } from './desk.ts'
import { findGoingOn } from './find-table.ts'

export type Roads = {
  readonly roads: readonly SharingLine[]
  readonly chosen: SharingLine | undefined
  readonly questions: readonly SharingQuestion[]
}

/** The roads to one organisation at the table, and what the chosen one asks. */
export async function beginContribution(
  work: Work,
  desk: TableDesk,
  tableId: string,
  { to, road }: { to: string; road: string },
): Promise<Roads> {
  const at = await findGoingOn(work, tableId)
  const { roads } = await roadsTo(work, desk, at, to)
  const chosen = roads.find(({ id }) => id === road)
  work.audit({ act: 'round-table.begin-contribution', subject: tableId })
  return { roads, chosen, questions: chosen ? desk.law.sharing.questionsOf(chosen) : [] }
}
