/** A case: the organisation's own file on a young person. Pure: facts in, an answer out. */
import { Temporal } from '#platform/clock.ts'

export type CaseState = 'open' | 'closed'

export const outcomes = [
  'support-suffices',
  'passed-to-partner',
  'explained',
  'left',
  'other-file',
  'other',
] as const
export type Outcome = (typeof outcomes)[number]

/** Who the case is about; sealed apart from what is written in it. */
export type Identity = {
  readonly name: string
  /** as the school writes it: 3B, niveau 2 */
  readonly group: string
  /** the school's own number of the pupil */
  readonly number: string
  /** ISO date, or empty when nobody wrote it down */
  readonly born: string
  /** parents or guardians and how to reach them */
  readonly contacts: string
}

/** Both hats: what a young person can be at once and over time. None is needed. */
export const roles = ['accused', 'exploited', 'recruiting'] as const
export type CaseRole = (typeof roles)[number]

/** The sealed words of a role: on what it was judged, and what speaks against. */
export type RoleWords = {
  readonly source: string
  readonly evidence: string
  /** never left out: who judges says what speaks against it, or that nothing was found */
  readonly against: string
}

export const clocks = ['law', 'protocol', 'agreement'] as const
export type TaskClock = (typeof clocks)[number]

export type CaseAct = 'write' | 'close' | 'reopen' | 'arrange' | 'end-access'

/**
 * Writing and arranging stop when a case is closed; reopening is for a closed one. Who should not see a case
 * any more can be taken out of its circle at all times.
 */
const possible: Readonly<Record<CaseAct, readonly CaseState[]>> = {
  write: ['open'],
  arrange: ['open'],
  close: ['open'],
  reopen: ['closed'],
  'end-access': ['open', 'closed'],
}

export const canNow = (act: CaseAct, state: CaseState): boolean => possible[act].includes(state)

/** The last day on which something can be due; what lies further stands in no list of the day. ISO dates. */
export const lastDueDay = (today: string): string =>
  Temporal.PlainDate.from(today).add({ years: 2 }).toString()

/** What is wrong with a day on which something should be done. ISO dates. */
export function dueFault(dueOn: string, today: string): 'already-over' | 'too-far' | undefined {
  if (dueOn < today) return 'already-over'
  return dueOn > lastDueDay(today) ? 'too-far' : undefined
}

/** "Noor  Voorbeeld" and "noor voorbeeld" are the same name; anything further is for people. */
export const sameName = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
