/** A round table: organisations around one question, each with rows of its own. Pure: facts in, an answer out. */
import { Temporal } from '#platform/clock.ts'

/** Organisations that can be invited to one table. Our own choice: more is a meeting, not a table. */
export const mostGuests = 19

/** A table ends by itself this long after its day, in weeks. Our own choice (decision 170). */
const weeksAfterDay = 6
/** After that, what each keeps of its own stays this long, in weeks, unless the convener chose a day. */
const weeksKept = 12

const later = (day: string, weeks: number): string =>
  Temporal.PlainDate.from(day).add({ weeks }).toString()

/** The furthest day on which a table meets, and until which something of it is kept, in years. Our own choice. */
const longestYears = 1

/** The furthest day that can be chosen today. ISO dates. */
export const furthestDay = (today: string): string =>
  Temporal.PlainDate.from(today).add({ years: longestYears }).toString()

/** The last day on which a table that meets on this day goes on. ISO dates. */
export const lastDayOf = (day: string): string => later(day, weeksAfterDay)

/** Tables that meet before this day are over today. ISO dates. */
export const overBefore = (today: string): string => later(today, -weeksAfterDay)

/** The last day on which what each keeps of its own can be read, when nobody chose one. ISO dates. */
export const keptUntil = (day: string): string => later(lastDayOf(day), weeksKept)

export const seatStates = ['invited', 'joined', 'declined', 'left'] as const
export type SeatState = (typeof seatStates)[number]
export type SeatAct = 'join' | 'decline' | 'leave'

const seatFlow: Readonly<Record<SeatAct, Partial<Record<SeatState, SeatState>>>> = {
  join: { invited: 'joined' },
  decline: { invited: 'declined' },
  leave: { joined: 'left' },
}

/** What its owner says of it. */
type FollowedState = 'accepted' | 'refused' | 'done' | 'not-done'
export type AgreementState =
  | 'proposed'
  | FollowedState
  /** at the convener: asked back, and not confirmed by whom it is with */
  | 'taking-back'
  | 'taken-back'
  /** at the convener: whom it was with left the table */
  | 'lapsed'
export type AgreementAct = 'accept' | 'refuse' | 'done' | 'not-done'

/** Whoever it is for says whether they take it on, and afterwards whether it was done. */
const agreementFlow: Readonly<
  Record<AgreementAct, Partial<Record<AgreementState, FollowedState>>>
> = {
  accept: { proposed: 'accepted' },
  refuse: { proposed: 'refused' },
  done: { accepted: 'done' },
  'not-done': { accepted: 'not-done' },
}

/** The words of an agreement lie with its owner, whatever became of it, until they go. */
export const mayTakeBack = (state: AgreementState): boolean =>
  state !== 'taking-back' && state !== 'taken-back' && state !== 'lapsed'

export const seatAfter = (act: SeatAct, state: SeatState): SeatState | undefined =>
  seatFlow[act][state]

export const agreementAfter = (
  act: AgreementAct,
  state: AgreementState,
): FollowedState | undefined => agreementFlow[act][state]

export const possibleOnSeat = (state: SeatState): readonly SeatAct[] =>
  (Object.keys(seatFlow) as SeatAct[]).filter((act) => seatFlow[act][state])

export const possibleOnAgreement = (state: AgreementState): readonly AgreementAct[] =>
  (Object.keys(agreementFlow) as AgreementAct[]).filter((act) => agreementFlow[act][state])

/** What is asked with a reason. */
export const needsReason = (act: AgreementAct): boolean => act === 'refuse' || act === 'not-done'

/** The last word of each party on one version is what they think of it. */
export type Word = {
  readonly party: string
  readonly version: number
  readonly state: 'approved' | 'remarked'
}

/** Who approves this version now: who approved and had a remark afterwards does not. `words` in their order. */
export const approvedBy = (words: readonly Word[], version: number): readonly string[] =>
  [...new Map(words.filter((one) => one.version === version).map((one) => [one.party, one]))]
    .filter(([, { state }]) => state === 'approved')
    .map(([party]) => party)

/**
 * A version of the minutes is fixed when everybody who joined approved that version, or the last day to say
 * something is over. Nobody is not everybody. ISO dates.
 */
export function mayFix(
  {
    joined,
    approved,
    lastDay,
  }: { joined: readonly string[]; approved: readonly string[]; lastDay: string },
  today: string,
): boolean {
  if (today > lastDay) return true
  return joined.length > 0 && joined.every((one) => approved.includes(one))
}
