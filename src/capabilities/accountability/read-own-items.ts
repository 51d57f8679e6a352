import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { registrar } from './access.ts'
import type { OwnItemContent } from './own-item.ts'
import { findOwnItem, listItemEvents, listOwnItems } from './own-items-store.ts'
import { listPapersNamed, listPapersNaming } from './own-papers-store.ts'
import { type OwnPaper, ownPaperFrom } from './read-own-papers.ts'
import type { ItemState } from './register-item.ts'
import type { ItemEventKind, OwnItemRow } from './tables.ts'

export type OwnItem = OwnItemContent & {
  readonly id: string
  readonly state: ItemState
  /** put in by mistake: in no list and no letter */
  readonly takenOut: boolean
  readonly version: number
  readonly changedAt: string
}

export type ItemEvent = {
  readonly kind: ItemEventKind
  readonly state: ItemState
  readonly happenedOn: string | undefined
  readonly says: string
  readonly evidence: string
  /** where it stands in a paper that was read here */
  readonly place: { readonly paperId: string; readonly find: number } | undefined
  readonly happenedAt: string
  readonly byPerson: string
}

const itemFrom = (row: OwnItemRow): OwnItem => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  says: row.says,
  by: row.asked_by,
  raisedOn: row.raised_on ?? undefined,
  raisedIn: row.raised_in ?? undefined,
  wantedWords: row.wanted_words,
  wantedUntil: row.wanted_until ?? undefined,
  laterToldOn: row.later_told_on ?? undefined,
  publicItem: row.public_item ?? undefined,
  state: row.state,
  takenOut: row.taken_out,
  version: row.version,
  changedAt: row.changed_at,
})

/** Every item of this ministry, or what it took out, by the day on which it was raised. */
export async function readOwnItems(work: Work, takenOut = false): Promise<readonly OwnItem[]> {
  registrar(work)
  const items = (await listOwnItems(work, takenOut)).map(itemFrom)
  work.audit({ act: 'item.list', details: { count: items.length } })
  return items
}

export type ItemRead = {
  readonly item: OwnItem
  /** oldest first */
  readonly events: readonly ItemEvent[]
  /** papers that were read here and have to do with it: where it stands, and what names where it was raised */
  readonly papers: readonly OwnPaper[]
}

/** One item, with everything that happened to it and the papers about it that were read here. */
export async function readOwnItem(work: Work, id: string): Promise<ItemRead> {
  registrar(work)
  const row = (await findOwnItem(work, id)) ?? refuse('not-found', 'no-such-item')
  const events = await listItemEvents(work, id)
  const names = [
    ...new Set([row.raised_in ?? '', ...events.map(({ evidence }) => evidence)].filter(Boolean)),
  ]
  const [named, naming] =
    names.length > 0
      ? await Promise.all([
          listPapersNamed(work, names),
          listPapersNaming(work, row.raised_in ? [row.raised_in] : []),
        ])
      : [[], []]
  const papers = new Map([...named, ...naming].map((one) => [one.id, ownPaperFrom(one)]))
  work.audit({ act: 'item.read', subject: id })
  return {
    item: itemFrom(row),
    events: events.map((event) => ({
      kind: event.kind,
      state: event.state,
      happenedOn: event.happened_on ?? undefined,
      says: event.says,
      evidence: event.evidence,
      place:
        event.paper_id === null || event.find === null
          ? undefined
          : { paperId: event.paper_id, find: event.find },
      happenedAt: event.happened_at,
      byPerson: event.by_person,
    })),
    papers: [...papers.values()],
  }
}

/** Leave to begin a new item. */
export async function beginItem(work: Work): Promise<void> {
  registrar(work)
  work.audit({ act: 'item.begin' })
}
