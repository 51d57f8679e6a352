import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { actIn, type Sent } from './act-in-dossier.ts'
import type { DossierDesk } from './desk.ts'
import { places } from './dossier-key.ts'
import type { AssessmentWords } from './dossier-words.ts'
import { withAssessment } from './non-punishment.ts'
import { assessmentsNow, insertAssessment, listFacts } from './store-contents.ts'

const needed = (text: string, because: string): void => {
  if (text.trim() === '') refuse('invalid', because)
}

type Considered = Sent & {
  readonly answer: 'yes' | 'no'
  readonly because: string
  /** of exploitation, that are looked at; none is an answer */
  readonly forms?: readonly string[]
}

/** Whether exploitation may be at hand, as a person sees it, with the reason. The way on is the same for both. */
export async function considerExploitation(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { answer, because, forms = [], key }: Considered,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'consider', step: 'consider', key }, async () => {
    needed(because, 'because-missing')
    const known = new Set(desk.forms.map(({ id }) => id))
    if (!forms.every((one) => known.has(one))) refuse('invalid', 'form-unknown')
    const there = await assessmentsNow(work, dossierId)
    return {
      words: { answer, text: because, forms },
      ...(there.length > 0 ? { standing: withAssessment } : {}),
    }
  })
}

/** A qualified person was asked; whom, and what. */
export async function askForAssessment(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { whom, text, key }: Sent & { readonly whom: string; readonly text: string },
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'ask', step: 'ask', key }, () => {
    needed(whom, 'whom-missing')
    return { words: { whom, text } }
  })
}

type NewAssessment = Sent & {
  readonly words: AssessmentWords
  /** ISO date on which it was made */
  readonly on: string
  readonly facts: readonly string[]
}

/** The assessment that came on paper, with who made it, what makes them qualified and how they stand to the case. */
export async function enterAssessment(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { words, on, facts, key }: NewAssessment,
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'assess', step: 'assess', key }, async ({ seal }) => {
    needed(words.by, 'by-missing')
    needed(words.capacity, 'capacity-missing')
    needed(words.qualification, 'qualification-missing')
    needed(words.involved, 'involved-missing')
    needed(words.conclusion, 'conclusion-missing')
    const today = dutchDay(work.now)
    if (on > today) refuse('invalid', 'date-future')
    if (words.qualifiedOn > today) refuse('invalid', 'qualified-on-future')
    const known = new Set((await listFacts(work, dossierId)).map(({ id }) => id))
    if (!facts.every((id) => known.has(id))) refuse('invalid', 'fact-unknown')
    const id = newId()
    await insertAssessment(work, {
      dossier_id: dossierId,
      id,
      way: 'paper',
      made_on: on,
      entered_at: work.now.toString(),
      facts: [...facts],
      content: seal.seal(places.assessment(id), words),
      ...{ from_id: null, message_id: null, hash: null },
    })
    return { about: id }
  })
}

/** There is no assessment and there will be none: why it could not be had, written down by who answers for it. */
export async function goWithoutAssessment(
  work: Work,
  desk: DossierDesk,
  dossierId: string,
  { because, key }: Sent & { readonly because: string },
): Promise<void> {
  await actIn(work, desk, dossierId, { kind: 'go-without', step: 'go-without', key }, () => {
    needed(because, 'because-missing')
    return { words: { text: because } }
  })
}
