import { type Choice, type ChoiceRefusal, whyNot } from './routes-open.ts'

/** Whether somebody follows the assessment; nobody can say so when there never was one. */
export const followings = ['follows', 'departs', 'no-assessment'] as const
export type Following = (typeof followings)[number]

export type Signing = {
  readonly following: Following
  /** why it departs, in words of its own: needed as soon as it does, or when there is more than one assessment */
  readonly clearReasons: string
  readonly reasons: string
  /** by the id of the offence */
  readonly choices: ReadonlyMap<string, Choice>
}

export type SigningRefusal =
  | { readonly about: 'following'; readonly because: 'following-does-not-fit' }
  | { readonly about: 'clearReasons'; readonly because: 'clear-reasons-missing' }
  | { readonly about: 'reasons'; readonly because: 'reasons-missing' }
  | { readonly about: 'offences'; readonly because: 'no-offence' | 'offence-without-route' }
  | {
      readonly about: 'choice'
      readonly offence: string
      readonly because: ChoiceRefusal | 'why-missing'
    }

/** Everything that keeps this decision from being signed. source: V.C.L. and A.N.; Aanwijzing sepot */
export function againstSigning(
  signing: Signing,
  around: {
    /** how many there are in the dossier: one stays what it is after a decision, and after the dossier is reopened */
    readonly assessments: number
    readonly offences: readonly string[]
    readonly rules: Parameters<typeof whyNot>[0]
    readonly moment: Parameters<typeof whyNot>[1]
  },
): readonly SigningRefusal[] {
  const { following, clearReasons, reasons, choices } = signing
  const { assessments, offences, rules, moment } = around
  const found: SigningRefusal[] = []
  if (offences.length === 0) found.push({ about: 'offences', because: 'no-offence' })
  for (const offence of offences) {
    const choice = choices.get(offence)
    const because = choice && whyNot(rules, moment, choice)
    if (!choice) found.push({ about: 'offences', because: 'offence-without-route' })
    else if (because) found.push({ about: 'choice', offence, because })
    else if (offences.length > 1 && choice.why.trim() === '') {
      found.push({ about: 'choice', offence, because: 'why-missing' })
    }
  }
  if ((following === 'no-assessment') !== (assessments === 0)) {
    found.push({ about: 'following', because: 'following-does-not-fit' })
  }
  // Whoever follows one of two may depart from the other.
  const weighs = following === 'departs' || (following === 'follows' && assessments > 1)
  if (weighs && clearReasons.trim() === '') {
    found.push({ about: 'clearReasons', because: 'clear-reasons-missing' })
  }
  if (reasons.trim() === '') found.push({ about: 'reasons', because: 'reasons-missing' })
  return found
}
