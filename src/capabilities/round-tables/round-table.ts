/** A round table: organisations around one question, each with rows of its own. Pure: facts in, an answer out. */

export const seatStates = ['invited', 'joined', 'declined', 'left'] as const
export type SeatState = (typeof seatStates)[number]
export type SeatAct = 'join' | 'decline' | 'leave'

const seatFlow: Readonly<Record<SeatAct, Partial<Record<SeatState, SeatState>>>> = {
  join: { invited: 'joined' },
  decline: { invited: 'declined' },
  leave: { joined: 'left' },
}

export type AgreementState = 'proposed' | 'accepted' | 'refused' | 'done' | 'not-done'
export type AgreementAct = 'accept' | 'refuse' | 'done' | 'not-done'

/** Whoever it is for says whether they take it on, and afterwards whether it was done. */
const agreementFlow: Readonly<
  Record<AgreementAct, Partial<Record<AgreementState, AgreementState>>>
> = {
  accept: { proposed: 'accepted' },
  refuse: { proposed: 'refused' },
  done: { accepted: 'done' },
  'not-done': { accepted: 'not-done' },
}

export const seatAfter = (act: SeatAct, state: SeatState): SeatState | undefined =>
  seatFlow[act][state]

export const agreementAfter = (
  act: AgreementAct,
  state: AgreementState,
): AgreementState | undefined => agreementFlow[act][state]

export const possibleOnSeat = (state: SeatState): readonly SeatAct[] =>
  (Object.keys(seatFlow) as SeatAct[]).filter((act) => seatFlow[act][state])

export const possibleOnAgreement = (state: AgreementState): readonly AgreementAct[] =>
  (Object.keys(agreementFlow) as AgreementAct[]).filter((act) => agreementFlow[act][state])

/** What is asked with a reason. */
export const needsReason = (act: AgreementAct): boolean => act === 'refuse' || act === 'not-done'

/**
 * A version of the minutes is fixed when everybody who joined approved that version, or the last day to say
 * something is over. ISO dates.
 */
export function mayFix(
  {
    joined,
    approved,
    lastDay,
  }: { joined: readonly string[]; approved: readonly string[]; lastDay: string },
  today: string,
): boolean {
  return today > lastDay || joined.every((one) => approved.includes(one))
}
