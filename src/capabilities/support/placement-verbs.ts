import type { Typed } from '#platform/form.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { SupportDesk } from './desk.ts'
import type { Place } from './move-placement.ts'
import type { PlacementAct } from './placement.ts'
import {
  agreePlacement,
  declinePlacement,
  endPlacement,
  evaluatePlacement,
  reportOnPlacement,
  startPlacement,
  withdrawPlacement,
} from './placement-acts.ts'
import {
  type FormRead,
  readAct,
  readAgreement,
  readAskOn,
  readEvaluation,
} from './placement-forms.ts'

type Around = {
  readonly language: Language
  readonly key: string | undefined
  /** ISO date */
  readonly today: string
  /** of the placement; only looking back asks for them */
  readonly goals: readonly string[]
}

type Verb = (work: Work, desk: SupportDesk, place: Place) => Promise<void>

/** What the form of this act asks for, as one verb; or everything that is wrong with it. */
export function verbFrom(act: PlacementAct, typed: Typed, around: Around): FormRead<Verb> {
  const { language, key, today, goals } = around
  const said = ({ on }: { on: string }) => ({ language, key, day: on })
  switch (act) {
    case 'agree':
      return then(readAct(act, typed), (form) =>
        then(readAgreement(form), (agreement) => ({
          value: (work, desk, place) =>
            agreePlacement(work, desk, place, { ...said(form), agreement }),
        })),
      )
    case 'decline':
      return then(readAct(act, typed), (form) => ({
        value: (work, desk, place) =>
          declinePlacement(work, desk, place, { ...said(form), ...form }),
      }))
    case 'withdraw':
      return then(readAct(act, typed), (form) => ({
        value: (work, desk, place) =>
          withdrawPlacement(work, desk, place, { ...said(form), ...form }),
      }))
    case 'start':
      return then(readAct(act, typed), (form) =>
        then(readAskOn(form.ask, today), (askOn) => ({
          value: (work, desk, place) =>
            startPlacement(work, desk, place, { ...said(form), ...form, askOn }),
        })),
      )
    case 'report':
      return then(readAct(act, typed), (form) =>
        then(readAskOn(form.ask, today), (askOn) => ({
          value: (work, desk, place) =>
            reportOnPlacement(work, desk, place, { ...said(form), ...form, askOn }),
        })),
      )
    case 'end':
      return then(readAct(act, typed), (form) => ({
        value: (work, desk, place) => endPlacement(work, desk, place, { ...said(form), ...form }),
      }))
    case 'evaluate':
      return then(
        both(readEvaluation(typed, goals), readAct(act, typed)),
        ([evaluation, form]) => ({
          value: (work, desk, place) =>
            evaluatePlacement(work, desk, place, { ...said(form), evaluation }),
        }),
      )
  }
}

const then = <A, B>(read: FormRead<A>, next: (value: A) => FormRead<B>): FormRead<B> =>
  'errors' in read ? read : next(read.value)

const both = <A, B>(one: FormRead<A>, other: FormRead<B>): FormRead<readonly [A, B]> =>
  'errors' in one || 'errors' in other
    ? {
        errors: {
          ...('errors' in one ? one.errors : {}),
          ...('errors' in other ? other.errors : {}),
        },
      }
    : { value: [one.value, other.value] }
