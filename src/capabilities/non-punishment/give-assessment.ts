import {
  keepConsultation,
  type ReadConsultation,
  readConsultation,
  sendConsultation,
} from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import type { Typed } from '#platform/form.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { mayAssess } from './access.ts'
import type { Assessment } from './assessment.ts'
import { type AssessmentMessage, assessmentKind } from './assessment-message.ts'
import type { DossierDesk } from './desk.ts'

type Desk = Pick<DossierDesk, 'keyring' | 'namesOf'>

const about = (work: Work, id: string) => {
  if (!mayAssess(work.actor)) refuse('not-found', 'no-such-page')
  return { id, kind: assessmentKind }
}

/** What was asked, with what this person wrote so far or sent. */
export const readOwnAssessment = (
  work: Work,
  desk: Desk,
  id: string,
): Promise<ReadConsultation<Typed>> => readConsultation(work, desk, about(work, id))

/** Keeps what was typed; nobody but who wrote it reads it before it is signed. */
export const keepAssessment = (work: Work, desk: Desk, id: string, typed: Typed): Promise<void> =>
  keepConsultation(work, desk, about(work, id), typed)

/** Signs and sends it, once. Ask first that the person proves who they are. */
export const sendAssessment = (
  work: Work,
  desk: Desk,
  id: string,
  { typed, assessment }: { readonly typed: Typed; readonly assessment: Assessment },
): Promise<void> =>
  sendConsultation(work, desk, about(work, id), {
    words: typed,
    body: ({ disclosure, by }): AssessmentMessage => ({
      disclosure,
      by,
      on: dutchDay(work.now),
      ...assessment,
      facts: [...assessment.facts],
      elements: [...assessment.elements],
    }),
  })
