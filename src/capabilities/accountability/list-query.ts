import {
  type ItemKind,
  type ItemState,
  itemKinds,
  itemStates,
  type RegisterItem,
  stateOf,
} from './register-item.ts'

/** Everything that is not done yet: open and under way together. */
export const notDone = 'not-done'
export const stateChoices = [notDone, ...itemStates] as const
type StateChoice = (typeof stateChoices)[number]

/** What a list is narrowed to; what the address asks and we do not know counts as not asked. */
export type ListQuery = {
  readonly kind: ItemKind | undefined
  readonly state: StateChoice | undefined
}

export const listQuery = (kind: string | undefined, state: string | undefined): ListQuery => ({
  kind: itemKinds.find((each) => each === kind),
  state: stateChoices.find((each) => each === state),
})

export const narrowed = (
  items: readonly RegisterItem[],
  { kind, state }: ListQuery,
): RegisterItem[] =>
  items.filter(
    (item) =>
      (kind === undefined || item.kind === kind) &&
      (state === undefined || holds(stateOf(item), state)),
  )

const holds = (is: ItemState, asked: StateChoice): boolean =>
  asked === notDone ? is !== 'done' : is === asked
