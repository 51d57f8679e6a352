/** What changed between the moment at which a decision was prepared and that of signing it. Pure. */
import { dutchDayOf, yearsOn } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'
import type { DossierDesk } from './desk.ts'
import type { EventKind } from './event-kinds.ts'
import { groundsOn, routesOpen } from './routes-open.ts'

type Packs = Pick<DossierDesk, 'routes' | 'sepot' | 'worksheet'>

export const editionsOf = ({ routes, sepot, worksheet }: Packs): readonly string[] =>
  [routes, sepot, worksheet].map(({ edition }) => edition.id)

/** As it was looked at before it is signed. */
export type Seen = {
  /** ISO instant */
  readonly at: string
  /** the id of the last thing that had happened in the dossier; ids grow in the order of what is done */
  readonly last: string
  /** of routes, grounds and worksheet; nothing where it was not kept */
  readonly editions: readonly string[] | undefined
}

export type Change =
  | { readonly what: 'age'; readonly from: number; readonly to: number }
  | { readonly what: 'route-opened' | 'route-closed'; readonly route: string }
  | { readonly what: 'ground-new' | 'ground-gone'; readonly ground: string }
  | { readonly what: 'editions' }
  | { readonly what: 'event'; readonly kind: EventKind; readonly at: string }

/** After these something else is decided on; the others only tell how far a dossier is. */
const weighs: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['add-offence', 'add-fact', 'take-fact', 'recall-fact', 'withdraw'] as const),
  ...(['consider', 'ask', 'assess', 'go-without', 'add-statement', 'add-unknown'] as const),
])

type Happened = { readonly id: string; readonly kind: EventKind; readonly at: string }

type Dossier = {
  /** ISO date, or empty */
  readonly born: string
  readonly events: readonly Happened[]
}

/** Everything that is otherwise at `now` (ISO instant): by the calendar, in the law, and in the dossier. */
export function changedSince(
  seen: Seen,
  now: string,
  { born, events }: Dossier,
  packs: Packs,
  stage: string,
): readonly Change[] {
  const [then, today] = [dutchDayOf(seen.at), dutchDayOf(now)]
  const changes: Change[] = []
  if (born) {
    const [from, to] = [yearsOn(born, then), yearsOn(born, today)]
    if (from !== to) changes.push({ what: 'age', from, to })
  }
  const open = (on: string) =>
    routesOpen(packs.routes.routes, { on, stage })
      .filter(({ closed }) => closed === undefined)
      .map(({ route }) => route.id)
  for (const route of without(open(today), open(then)))
    changes.push({ what: 'route-opened', route })
  for (const route of without(open(then), open(today)))
    changes.push({ what: 'route-closed', route })
  const grounds = (on: string) => groundsOn(packs.sepot.codes, on).map(({ code }) => code)
  for (const ground of without(grounds(today), grounds(then))) {
    changes.push({ what: 'ground-new', ground })
  }
  for (const ground of without(grounds(then), grounds(today))) {
    changes.push({ what: 'ground-gone', ground })
  }
  const { editions } = seen
  if (editions && editions.join() !== editionsOf(packs).join()) changes.push({ what: 'editions' })
  for (const { id, kind, at } of events) {
    if (weighs.has(kind) && id > seen.last) changes.push({ what: 'event', kind, at })
  }
  return changes
}

const without = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.filter((one) => !others.includes(one))

type Ready = Happened & {
  readonly words: { readonly editions?: readonly string[] }
}

/** What was seen at least: the dossier as it stood when the worksheet was said to be ready. */
export function seenWithSheet(events: readonly Ready[]): Seen | undefined {
  const ready = events.findLast(({ kind }) => kind === 'work-out')
  return ready && { at: ready.at, last: ready.id, editions: ready.words.editions }
}

/** In a form, so that what was seen comes back with the answer. */
export const seenField = ({ at, last, editions = [] }: Seen): string =>
  [at, last, ...editions].join(' ')

/** Nothing where it is no moment before now: then it does not count as seen. */
export function seenFrom(text: string, now: string): Seen | undefined {
  const [at = '', last = '', ...editions] = text.split(' ').slice(0, 5)
  return Date.parse(at) <= Date.parse(now) && isId(last) ? { at, last, editions } : undefined
}
