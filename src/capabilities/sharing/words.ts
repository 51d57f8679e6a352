import type { FormErrors } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import { sentencesOrGiven, speak } from '#platform/messages.ts'
import type { DisclosureState, ReceivedState } from './disclosure.ts'
import { en } from './messages.en.ts'
import { nl } from './messages.nl.ts'

/** This capability's words on screen: `t(language).received.title`. */
export const t = speak<typeof nl>({ nl, en })

type Stand =
  | { readonly side: 'sent'; readonly state: DisclosureState }
  | { readonly side: 'received'; readonly state: ReceivedState }

/** How a delivery stands, as the side that reads it says it. */
export const deliveryStateName = (language: Language, one: Stand): string =>
  one.side === 'sent' ? t(language).states[one.state] : t(language).receivedStates[one.state]

/** Field → sentence; what law says of a road is a sentence already and stays so. */
export const sentencesOf = (language: Language, errors: FormErrors): FormErrors =>
  sentencesOrGiven(t(language).errors, errors)
