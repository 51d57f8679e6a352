import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import type { Choice } from './routes-open.ts'
import { followings, type Signing, type SigningRefusal } from './signing.ts'

/** How many grounds can be put in order for one offence. */
export const groundsAtMost = 3

/** The name of a field about one offence. */
export const fieldFor = (offence: string, what: string): string => `${what}-${offence}`

/** What the form says, for these offences; an offence without a route is left out and told when signing. */
export function signingFrom(typed: Typed, offences: readonly string[]): Signing {
  const words = (name: string) => textOf(typed, name).trim().slice(0, 20_000)
  const choices = new Map<string, Choice>()
  for (const offence of offences) {
    const of = (what: string) => words(fieldFor(offence, what))
    const route = of('route')
    if (route === '') continue
    choices.set(offence, {
      route,
      grounds: Array.from({ length: groundsAtMost }, (_, nth) => of(`ground${nth + 1}`)).filter(
        Boolean,
      ),
      conditions: of('conditions'),
      technicalTest: of('technicalTest'),
      earlierGround: of('earlierGround'),
      why: of('why'),
    })
  }
  return {
    // Nothing chosen does not fit any dossier, and is told beside the question.
    following: followings.find((one) => one === words('following')) ?? 'no-assessment',
    clearReasons: words('clearReasons'),
    reasons: words('reasons'),
    choices,
  }
}

const fieldOfRefusal: Readonly<Record<string, string>> = {
  'route-closed': 'route',
  'conditions-need-policy': 'conditions',
  'technical-first': 'technicalTest',
  'earlier-ground-first': 'earlierGround',
  'why-missing': 'why',
}

/** Each refusal beside the field that it is about. */
export function errorsFor(
  against: readonly SigningRefusal[],
  offences: readonly string[],
  typed: Typed,
): FormErrors {
  const errors: Record<string, string> = {}
  for (const one of against) {
    if (one.about === 'choice') {
      errors[fieldFor(one.offence, fieldOfRefusal[one.because] ?? 'ground1')] = one.because
    } else if (one.about === 'offences') {
      const empty = offences.filter((id) => textOf(typed, fieldFor(id, 'route')).trim() === '')
      for (const id of empty) errors[fieldFor(id, 'route')] = one.because
      if (offences.length === 0) errors.reasons = one.because
    } else errors[one.about] ??= one.because
  }
  return errors
}
