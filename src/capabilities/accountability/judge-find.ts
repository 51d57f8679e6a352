import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import { addOwnItem } from './add-own-item.ts'
import type { OwnItemContent } from './own-item.ts'
import { findFind, findOwnPaper, updateFind } from './own-papers-store.ts'
import type { ItemState } from './register-item.ts'
import type { FindRow, OwnPaperRow } from './tables.ts'
import { tellOwnItem } from './tell-own-item.ts'

export type FindAt = {
  readonly paperId: string
  readonly number: number
  /** when it was judged last, as whoever judges it now read it; '' when nobody had */
  readonly seen: string
}

async function open(
  work: Work,
  { paperId, number, seen }: FindAt,
  isSame: (find: FindRow) => boolean,
): Promise<{ paper: OwnPaperRow; find: FindRow; isDone: boolean }> {
  // Held, so that nobody sets it aside meanwhile.
  const paper = (await findOwnPaper(work, paperId, true)) ?? refuse('not-found', 'no-such-paper')
  const find = (await findFind(work, paperId, number)) ?? refuse('not-found', 'no-such-find')
  if (paper.state !== 'kept') refuse('conflict', 'paper-first')
  const isDone = isSame(find)
  // What a colleague said since is not written over by a page that was open longer.
  if (!isDone && (find.judged_at ?? '') !== seen) refuse('conflict', 'find-was-judged')
  if (isDone) {
    work.audit({ act: 'find.judge-again', subject: paperId, details: { number } })
  }
  return { paper, find, isDone }
}

/** Says that a name in the paper is right as it was read, or what it should be. */
export async function confirmName(work: Work, at: FindAt, said: string): Promise<void> {
  const actor = registrar(work)
  const { find, isDone } = await open(work, at, (one) => one.said === said)
  if (isDone) return
  if (find.found.proposal) refuse('conflict', 'find-is-an-item')
  const verdict = said === find.found.text ? 'confirmed' : 'corrected'
  await updateFind(work, actor, at, { verdict, said, item_id: null })
  work.audit({ act: 'find.confirm', subject: at.paperId, details: { number: at.number, verdict } })
}

/** Says that it is not so: it never counts. What has become an item stays one; its own page changes that. */
export async function refuseFind(work: Work, at: FindAt): Promise<void> {
  const actor = registrar(work)
  const { find, isDone } = await open(work, at, ({ verdict }) => verdict === 'refused')
  if (isDone) return
  if (find.item_id) refuse('conflict', 'find-became-item')
  await updateFind(work, actor, at, { verdict: 'refused', said: null, item_id: null })
  work.audit({ act: 'find.refuse', subject: at.paperId, details: { number: at.number } })
}

/** What a person makes of a find that is more than a name. */
export type ItemFound = {
  /** an item that is there already, or what it is as a new one */
  readonly item: { readonly known: string } | { readonly made: OwnItemContent }
  /** how it stands because of this paper; nothing when the paper only speaks of it */
  readonly state: ItemState | undefined
}

/**
 * Makes an item of a find, or tells it of an item that is there: what the paper says of it is an event with the paper
 * and the place as evidence. Confirmed twice, it counts once.
 */
export async function confirmItem(
  work: Work,
  at: FindAt,
  { item, state }: ItemFound,
): Promise<string> {
  const actor = registrar(work)
  const { paper, find } = await open(work, at, ({ item_id }) => item_id !== null)
  if (find.item_id) return find.item_id
  const { proposal } = find.found
  if (!proposal) return refuse('conflict', 'find-is-a-name')
  const place = { paper_id: at.paperId, find: at.number }
  const evidence = paper.reference ?? ''
  const told = { happenedOn: paper.dated ?? undefined, says: proposal.says, evidence, place }
  const id =
    'known' in item ? item.known : await addOwnItem(work, item.made, { ...told, key: undefined })
  // Of a new item the paper is where it was read; only what changes it is told apart.
  if ('known' in item || state) await tellOwnItem(work, id, { ...told, state })
  const same = 'made' in item && item.made.says === proposal.says
  const verdict = 'known' in item || same ? 'confirmed' : 'corrected'
  await updateFind(work, actor, at, { verdict, said: null, item_id: id })
  work.audit({ act: 'find.confirm', subject: at.paperId, details: { number: at.number, verdict } })
  return id
}
