import { findReferences, readReference } from '#capabilities/papers/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import type { Found } from './found.ts'
import {
  countWaiting,
  findOwnPaper,
  getBody,
  listDossiers,
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
  /** when a person judged it last; '' when nobody did */
  readonly judgedAt: string
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
  judgedAt: row.judged_at ?? '',
})

/** Papers on one page of the list. */
const papersPerPage = 50

export type ListedPapers = {
  readonly papers: readonly (OwnPaper & { readonly waiting: number })[]
  readonly hasMore: boolean
  /** in which a kept paper lies, as a person confirmed */
  readonly dossiers: readonly string[]
}

/** The paper that somebody names: by its id, or as people write it. */
function referenceIn(words: string): string | undefined {
  const id = [words, `kst-${words}`].find((one) => readReference(one))
  const [found, ...others] = id ? [] : findReferences(words)
  const isAll = found && others.length === 0 && found.span.end - found.span.start === words.length
  return id ?? (isAll ? found.id : undefined)
}

/**
 * The papers that this ministry read, newest first. `words` also finds by the name of a paper; `dossier` leaves those
 * in which a person confirmed that they lie in it.
 */
export async function readOwnPapers(
  work: Work,
  { words, dossier, page }: { words: string; dossier?: string | undefined; page: number },
): Promise<ListedPapers> {
  registrar(work)
  const reference = referenceIn(words)
  const from = (page - 1) * papersPerPage
  const most = papersPerPage + 1
  const rows = await listOwnPapers(work, { words, reference, dossier, from, most })
  const shown = rows.slice(0, papersPerPage).map(ownPaperFrom)
  const ids = shown.map(({ id }) => id)
  const waiting = new Map(
    (ids.length > 0 ? await countWaiting(work, ids) : []).map((one) => [one.paper_id, one.count]),
  )
  work.audit({ act: 'paper.list', details: { count: shown.length } })
  return {
    papers: shown.map((one) => ({ ...one, waiting: Number(waiting.get(one.id) ?? 0) })),
    hasMore: rows.length > papersPerPage,
    dossiers: await listDossiers(work),
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
