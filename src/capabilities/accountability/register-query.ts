import { type ActionState, actionStates, isOverdue } from './action.ts'
import type { Action } from './read-actions.ts'
import type { OwnItem } from './read-own-items.ts'
import { type ItemKind, itemKinds, itemStates } from './register-item.ts'

/** The names in the address: `/verantwoording?lijn=…&stand=delayed&volgorde=line`. */
export const registerQuery = {
  line: 'lijn',
  owner: 'van',
  kind: 'soort',
  state: 'stand',
  order: 'volgorde',
} as const

/** Not finished together; and not finished while its day is past. */
export const unfinished = 'unfinished'
export const overdue = 'overdue'
export const actionStateChoices = [unfinished, overdue, ...actionStates] as const
export const actionOrders = ['due', 'line', 'title'] as const

/** What a list is narrowed to and how it stands; what the address asks and we do not know counts as not asked. */
export type ActionQuery = {
  readonly line: string | undefined
  readonly owner: string | undefined
  readonly state: (typeof actionStateChoices)[number] | undefined
  readonly order: (typeof actionOrders)[number]
}

type Given = Readonly<Record<string, string | undefined>>
const among = <T extends string>(all: readonly T[], given: string | undefined): T | undefined =>
  all.find((one) => one === given)

export const actionQueryFrom = (given: Given): ActionQuery => ({
  line: given[registerQuery.line] || undefined,
  owner: given[registerQuery.owner] || undefined,
  state: among(actionStateChoices, given[registerQuery.state]),
  order: among(actionOrders, given[registerQuery.order]) ?? 'due',
})

const finished: readonly ActionState[] = ['done', 'dropped']

const stands = (action: Action, state: ActionQuery['state'], today: string): boolean =>
  state === undefined ||
  (state === unfinished
    ? !finished.includes(action.state)
    : state === overdue
      ? isOverdue(action, today)
      : action.state === state)

const compare = (a: string, b: string): number => a.localeCompare(b, 'nl')
const last = '9999'

/** The actions that are asked for, in the order asked; by day where that says the same. `today` is an ISO date. */
export function actionsAsked(
  actions: readonly Action[],
  { line, owner, state, order }: ActionQuery,
  today: string,
): Action[] {
  const byDay = (a: Action, b: Action) => compare(a.dueOn ?? last, b.dueOn ?? last)
  const orders: Readonly<Record<ActionQuery['order'], typeof byDay>> = {
    due: byDay,
    line: (a, b) => compare(a.line, b.line) || byDay(a, b),
    title: (a, b) => compare(a.title, b.title) || byDay(a, b),
  }
  return actions
    .filter(
      (one) =>
        (line === undefined || one.line === line) &&
        (owner === undefined || one.owner === owner) &&
        stands(one, state, today),
    )
    .toSorted((a, b) => orders[order](a, b) || compare(a.id, b.id))
}

export const notDone = 'not-done'
export const takenOut = 'taken-out'
export const itemStateChoices = [notDone, ...itemStates, takenOut] as const
export const itemOrders = ['raised', 'wanted', 'title'] as const

export type ItemQuery = {
  readonly kind: ItemKind | undefined
  readonly state: (typeof itemStateChoices)[number] | undefined
  readonly order: (typeof itemOrders)[number]
}

export const itemQueryFrom = (given: Given): ItemQuery => ({
  kind: among(itemKinds, given[registerQuery.kind]),
  state: among(itemStateChoices, given[registerQuery.state]),
  order: among(itemOrders, given[registerQuery.order]) ?? 'raised',
})

const holds = ({ state, takenOut: isOut }: OwnItem, asked: ItemQuery['state']): boolean =>
  asked === takenOut
    ? isOut
    : !isOut && (asked === undefined || (asked === notDone ? state !== 'done' : state === asked))

/** The items that are asked for, in the order asked; by the day they were raised where that says the same. */
export function itemsAsked(
  items: readonly OwnItem[],
  { kind, state, order }: ItemQuery,
): OwnItem[] {
  const byDay = (a: OwnItem, b: OwnItem) => compare(a.raisedOn ?? last, b.raisedOn ?? last)
  const orders: Readonly<Record<ItemQuery['order'], typeof byDay>> = {
    raised: byDay,
    wanted: (a, b) => compare(a.wantedUntil ?? last, b.wantedUntil ?? last) || byDay(a, b),
    title: (a, b) => compare(a.title, b.title) || byDay(a, b),
  }
  return items
    .filter((one) => (kind === undefined || one.kind === kind) && holds(one, state))
    .toSorted((a, b) => orders[order](a, b) || compare(a.id, b.id))
}

/** A query as it stands in an address, with its `?`; empty for everything in its own order. */
export function inAddress(query: ActionQuery | ItemQuery): string {
  const first = 'line' in query ? actionOrders[0] : itemOrders[0]
  const said = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || (name === 'order' && value === first)
      ? []
      : [[registerQuery[name as keyof typeof registerQuery], String(value)]],
  )
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}

/** Something is left out of the list. */
export const isNarrowed = (query: ActionQuery | ItemQuery): boolean =>
  Object.entries(query).some(([name, value]) => name !== 'order' && value !== undefined)
