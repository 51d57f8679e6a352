/** The states of an action, in the order in which they are offered. */
export const actionStates = ['not-started', 'running', 'delayed', 'done', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]

/** What can come after a state; staying in it is always possible, because there may be something to tell. */
const after: Readonly<Record<ActionState, readonly ActionState[]>> = {
  'not-started': ['running', 'delayed', 'dropped'],
  running: ['delayed', 'done', 'dropped'],
  delayed: ['running', 'done', 'dropped'],
  // Taken up again: what was told before stays told.
  done: ['running'],
  dropped: ['not-started', 'running'],
}

export const canBecome = (from: ActionState, to: ActionState): boolean =>
  from === to || after[from].includes(to)

export const statesAfter = (from: ActionState): readonly ActionState[] =>
  actionStates.filter((state) => canBecome(from, state))

/** Nothing more is expected of it. */
const isFinished = (state: ActionState): boolean => state === 'done' || state === 'dropped'

/** What somebody writes when an action is added or changed. */
export type ActionContent = {
  /** the line of action under which it falls */
  readonly line: string
  readonly title: string
  /** a part of a ministry or an organisation, not a person */
  readonly owner: string
  readonly partners: readonly string[]
  /** ids of what Parliament asked or was promised, to which it answers */
  readonly items: readonly string[]
  /** ISO dates; not said when left out */
  readonly startsOn: string | undefined
  readonly dueOn: string | undefined
}

/** What is told about an action from time to time. */
export type Development = {
  readonly state: ActionState
  readonly development: string
  /** empty: none said */
  readonly nextStep: string
  /** the name of a paper or an https address where it can be seen; empty: none given */
  readonly evidence: string
}

/** Characters that fit in each field, and lines of partners; the database holds the same. */
export const longest = {
  line: 80,
  title: 160,
  owner: 80,
  partner: 80,
  partners: 20,
  development: 1000,
  nextStep: 500,
  evidence: 300,
}

type Standing = { readonly state: ActionState; readonly dueOn: string | undefined }

/** The day has passed and it is not finished; `today` is an ISO date. An action may be worked on all its last day. */
export const isOverdue = ({ state, dueOn }: Standing, today: string): boolean =>
  !isFinished(state) && dueOn !== undefined && dueOn < today

/** Not finished, and due on that day at the latest. Without a day of its own it is due whenever one asks. */
export const isDueBy = ({ state, dueOn }: Standing, day: string | undefined): boolean =>
  !isFinished(state) && (day === undefined || dueOn === undefined || dueOn <= day)
