/** A disclosure: chosen facts for one recipient, from draft to end. Pure. */
import { Temporal } from '#platform/clock.ts'

/** As the sender knows it. */
export const disclosureStates = [
  'draft',
  'not-shared',
  'sent',
  'delivered',
  'accepted',
  'returned',
  'declined',
  'recalled',
  'ended',
  'refused',
] as const
export type DisclosureState = (typeof disclosureStates)[number]

export type DisclosureAct =
  | 'send'
  | 'not-share'
  | 'arrive'
  | 'refuse'
  | 'accept'
  | 'return'
  | 'reply'
  | 'decline'
  | 'recall'
  | 'end'

/**
 * Where an act leads from where, at the sender; what is not here cannot be done. A recall and an answer may
 * cross each other on the way: who finds that there is nothing left to answer leaves it at that.
 */
const flow: Readonly<Record<DisclosureAct, Partial<Record<DisclosureState, DisclosureState>>>> = {
  send: { draft: 'sent' },
  'not-share': { draft: 'not-shared' },
  arrive: { sent: 'delivered' },
  refuse: { sent: 'refused' },
  // An answer may come before the receipt was noted: then it did arrive.
  accept: { sent: 'accepted', delivered: 'accepted', returned: 'accepted' },
  return: { sent: 'returned', delivered: 'returned' },
  reply: { returned: 'delivered' },
  decline: { sent: 'declined', delivered: 'declined', returned: 'declined' },
  // After the last day too: what was taken into files there is still marked.
  recall: {
    ...{ sent: 'recalled', delivered: 'recalled', returned: 'recalled', accepted: 'recalled' },
    ended: 'recalled',
  },
  end: { sent: 'ended', delivered: 'ended', returned: 'ended', accepted: 'ended' },
}

export const nextState = (
  act: DisclosureAct,
  state: DisclosureState,
): DisclosureState | undefined => flow[act][state]

/** As the recipient knows it. */
export type ReceivedState =
  | 'delivered'
  | 'accepted'
  | 'returned'
  | 'declined'
  | 'recalled'
  | 'ended'

export type ReceivedAct = 'accept' | 'return' | 'reply' | 'decline' | 'recall' | 'end'

/**
 * The same at the recipient. In the last three states the words are gone. A recall of what ended meanwhile is
 * still said, so that both end in the same word.
 */
const receivedFlow: Readonly<Record<ReceivedAct, Partial<Record<ReceivedState, ReceivedState>>>> = {
  accept: { delivered: 'accepted', returned: 'accepted' },
  return: { delivered: 'returned' },
  reply: { returned: 'delivered' },
  decline: { delivered: 'declined', returned: 'declined' },
  recall: { delivered: 'recalled', returned: 'recalled', accepted: 'recalled', ended: 'recalled' },
  end: { delivered: 'ended', returned: 'ended', accepted: 'ended' },
}

export const nextReceived = (act: ReceivedAct, state: ReceivedState): ReceivedState | undefined =>
  receivedFlow[act][state]

export const isOver = (state: ReceivedState): boolean =>
  state === 'declined' || state === 'recalled' || state === 'ended'

/** Why something is recalled. A choice and no words: the recipient reads it when every word is gone. */
export const recallReasons = [
  'mistake',
  'wrong-recipient',
  'consent-withdrawn',
  'not-needed',
  'other',
] as const
export type RecallReason = (typeof recallReasons)[number]

/** What is proposed when nobody chose a last day, in days. Our own choice. */
const usual = 90
/** Longer than this, in days, is possible with a reason. Our own choice. */
const longWithoutReason = 180
/** Nothing is delivered for longer than this, in years. Our own choice. */
const longest = 5

/** The last day on which the recipient can read it, as it is proposed. ISO dates. */
export const proposedEnd = (today: string): string =>
  Temporal.PlainDate.from(today).add({ days: usual }).toString()

export type EndFault = 'end-passed' | 'end-too-far' | 'end-reason-missing'

/** What is wrong with a last day. ISO dates; `reason` is what somebody wrote about a long one. */
export function endFault(endOn: string, today: string, reason: string): EndFault | undefined {
  const day = Temporal.PlainDate.from(today)
  if (endOn < today) return 'end-passed'
  if (endOn > day.add({ years: longest }).toString()) return 'end-too-far'
  const long = endOn > day.add({ days: longWithoutReason }).toString()
  return long && reason.trim() === '' ? 'end-reason-missing' : undefined
}
