import type { Work } from '#platform/work.ts'
import { type CaseKey, places } from './case-words.ts'
import type { CaseEvent, EntryKind, EntryWords, From, Origin, Withdrawal } from './entry.ts'
import { type LinePlace, type LineRow, listLine } from './store-entries.ts'

/** One thing on the line of time, with every field named. */
export type LineItem = {
  readonly id: string
  readonly onLine: string
  readonly happenedOn: string | undefined
  readonly writtenBy: string
  readonly writtenAt: string
  readonly version: number
  readonly changedBy: string | undefined
  readonly changedAt: string | undefined
  readonly aboutPerson: string | undefined
  readonly from: From | undefined
  readonly withdrawnBecause: Withdrawal | undefined
  /** when the organisation that delivered it took it back */
  readonly recalledAt: string | undefined
} & (
  | { readonly kind: 'fact'; readonly origin: Origin; readonly words: Words<'fact'> }
  | { readonly kind: 'interpretation'; readonly words: Words<'interpretation'> }
  | {
      readonly kind: 'decision'
      readonly not: boolean
      readonly decidedAs: string
      readonly words: Words<'decision'>
    }
  | { readonly kind: 'contact'; readonly words: Words<'contact'> }
  | { readonly kind: 'signal'; readonly signalId: string; readonly words: Words<'signal'> }
  | { readonly kind: 'event'; readonly event: CaseEvent; readonly words: Words<'event'> }
)

/** Gone once an entry is withdrawn; an event seldom has any. */
type Words<K extends EntryKind> = EntryWords[K] | undefined

/** Lines on one page of the file. */
const linesOnPage = 40

export type Line = { readonly items: readonly LineItem[]; readonly next: LinePlace | undefined }

export async function readLine(
  work: Work,
  key: CaseKey,
  caseId: string,
  which: {
    kind?: EntryKind | undefined
    before?: LinePlace | undefined
    all?: boolean
    /** with what tells of another file, which only the coordinator knows of (decision 90) */
    otherFiles: boolean
  },
): Promise<Line> {
  const limit = which.all ? 10_000 : linesOnPage
  const rows = await listLine(work, caseId, { ...which, limit: limit + 1 })
  const items = rows.slice(0, limit).map((row) => itemOf(key, row))
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last && { onLine: last.onLine, id: last.id } }
}

function itemOf(key: CaseKey, row: LineRow): LineItem {
  const head = {
    id: row.id,
    onLine: row.on_line,
    happenedOn: row.happened_on ?? undefined,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    version: row.version,
    changedBy: row.version > 1 ? (row.changed_by ?? undefined) : undefined,
    changedAt: row.version > 1 ? (row.changed_at ?? undefined) : undefined,
    aboutPerson: row.about_person ?? undefined,
    from:
      row.from_capability && row.from_id
        ? { capability: row.from_capability, id: row.from_id }
        : undefined,
    withdrawnBecause: row.withdrawn_because ?? undefined,
    recalledAt: row.recalled_at ?? undefined,
  }
  const words = <K extends EntryKind>(): Words<K> =>
    row.content
      ? key.open<EntryWords[K]>(places.entry(row.id, row.version), row.content)
      : undefined
  switch (row.kind) {
    case 'fact':
      return { ...head, kind: 'fact', origin: row.origin ?? 'both', words: words() }
    case 'interpretation':
      return { ...head, kind: 'interpretation', words: words() }
    case 'decision':
      return {
        ...head,
        kind: 'decision',
        not: row.not_to ?? false,
        decidedAs: row.decided_as ?? '',
        words: words(),
      }
    case 'contact':
      return { ...head, kind: 'contact', words: words() }
    case 'signal':
      return { ...head, kind: 'signal', signalId: row.signal_id ?? '', words: words() }
    case 'event':
      return { ...head, kind: 'event', event: row.event ?? 'opened', words: words() }
  }
}
