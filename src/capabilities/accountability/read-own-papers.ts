import { readReference } from '#capabilities/papers/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import type { Found } from './found.ts'
import {
  countWaiting,
  findOwnPaper,
  getBody,
  listFinds,
  listOwnPapers,
} from './own-papers-store.ts'
import type { FindRow, OwnPaperRow, Verdict } from './tables.ts'

export type OwnPaper = {
  readonly id: string
  readonly reference: string | undefined
  readonly kind: string
  readonly title: string
  /** ISO date */
  readonly dated: string | undefined
  /** a person said which paper it is */
  readonly kept: boolean
}

export type Find = Found & {
  readonly number: number
  readonly verdict: Verdict
  /** what a person made of it */
  readonly said: string | undefined
  readonly itemId: string | undefined
}

export const ownPaperFrom = (row: OwnPaperRow): OwnPaper => ({
  id: row.id,
  reference: row.reference ?? undefined,
  kind: row.kind,
  title: row.title,
  dated: row.dated ?? undefined,
  kept: row.state === 'kept',
})

const findFrom = (row: FindRow): Find => ({
  ...row.found,
  number: row.number,
  verdict: row.verdict,
  said: row.said ?? undefined,
  itemId: row.item_id ?? undefined,
})

/** Papers on one page of the list. */
const papersPerPage = 50

export type ListedPapers = {
  readonly papers: readonly (OwnPaper & { readonly waiting: number })[]
  readonly hasMore: boolean
}

/** The papers that this ministry read, newest first; `words` also finds by the name of a paper. */
export async function readOwnPapers(
  work: Work,
  { words, page }: { words: string; page: number },
): Promise<ListedPapers> {
  registrar(work)
  const reference = readReference(words) ? words : undefined
  const from = (page - 1) * papersPerPage
  const rows = await listOwnPapers(work, { words, reference, from, most: papersPerPage + 1 })
  const shown = rows.slice(0, papersPerPage).map(ownPaperFrom)
  const ids = shown.map(({ id }) => id)
  const waiting = new Map(
    (ids.length > 0 ? await countWaiting(work, ids) : []).map((one) => [one.paper_id, one.count]),
  )
  work.audit({ act: 'paper.list', details: { count: shown.length } })
  return {
    papers: shown.map((one) => ({ ...one, waiting: Number(waiting.get(one.id) ?? 0) })),
    hasMore: rows.length > papersPerPage,
  }
}

export type ReadPaper = {
  readonly paper: OwnPaper
  readonly text: string
  readonly finds: readonly Find[]
}

/** One paper: its text, and everything that was found in it. */
export async function readOwnPaper(work: Work, id: string): Promise<ReadPaper> {
  registrar(work)
  const row = (await findOwnPaper(work, id)) ?? refuse('not-found', 'no-such-paper')
  const [text, finds] = await Promise.all([getBody(work, id), listFinds(work, id)])
  work.audit({ act: 'paper.read', subject: id })
  return { paper: ownPaperFrom(row), text, finds: finds.map(findFrom) }
}
