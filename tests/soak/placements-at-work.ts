import { randomUUID } from 'node:crypto'
import { systemClock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { type AtWork, coordinator, type Finding, foundIn, signedIn, untilGone } from './at-work.ts'
import { type OpenedCases, openACase } from './open-a-case.ts'
import { aForm, type SentForms } from './sent-forms.ts'

type Placement = { readonly at: string; state: string; readonly words: string[] }

/** From proposal to evaluation: the end of the address, what stands there afterwards, what is asked. */
const moves: readonly { at: string; state: string; fields: (words: string) => object }[] = [
  {
    at: 'afspraak',
    state: 'afgesproken',
    fields: (pupilWords) => ({
      is16: 'yes',
      pupil: 'yes',
      pupilWords,
      parents: 'yes',
      parentsWords: 'Ja.',
    }),
  },
  { at: 'begin', state: 'begonnen', fields: (text) => ({ text }) },
  { at: 'verslag', state: 'begonnen', fields: (text) => ({ from: 'own', text }) },
  { at: 'einde', state: 'afgelopen', fields: (text) => ({ because: 'finished', text }) },
  {
    at: 'evaluatie',
    state: 'geëvalueerd',
    fields: (pupilVoice) => ({ 'goal-1': 'reached', pupilVoice }),
  },
]

/** Somebody who proposes help in a case and writes down every move of it. */
export function placementsAtWork(forms: SentForms, opened: OpenedCases): AtWork {
  const placements: Placement[] = []

  async function onePlacement(origin: string): Promise<void> {
    const visitor = await signedIn(origin, coordinator)
    const caseId = await openACase(visitor, forms, opened)
    const question = `vraag ${randomUUID()}`
    const asked = { hulp: 'basta', read: 'yes', question, wish: 'pupil', goals: 'Weer naar school' }
    let placement: Placement | undefined
    const proposed = aForm(
      coordinator,
      `/casussen/${caseId}/hulp/nieuw`,
      { ...asked, key: newId() },
      ({ location }) => {
        placement = { at: location, state: 'voorgesteld', words: [question] }
        placements.push(placement)
      },
    )
    await forms.send(visitor, proposed)
    for (const move of moves) if (placement) await moveOn(visitor, placement, move)
  }

  function moveOn(visitor: Visitor, placement: Placement, move: (typeof moves)[number]) {
    const words = `woord ${randomUUID()}`
    const today = datePartsFrom('on', dutchDay(systemClock()))
    const fields = { ...move.fields(words), ...today, key: newId() }
    const form = aForm(coordinator, `${placement.at}/${move.at}`, fields, () => {
      placement.state = move.state
      placement.words.push(words)
    })
    return forms.send(visitor, form)
  }

  async function missingIn(visitor: Visitor, { at, state, words }: Placement): Promise<Finding[]> {
    const { body } = await visitor.get(at)
    const title = /<h1>.*?<\/h1>/s.exec(body)?.[0] ?? ''
    return [
      ...(title.includes(state) ? [] : [{ kind: 'lost' as const, what: `${at} is ${state}` }]),
      ...words.flatMap((one) => foundIn(body, one, `what was written at ${at}`)),
    ]
  }

  return {
    work: (origin) => untilGone(() => onePlacement(origin)),
    async afterwards(origin) {
      const visitor = await signedIn(origin, coordinator)
      const findings: Finding[] = []
      for (const one of placements) findings.push(...(await missingIn(visitor, one)))
      return findings
    },
    acknowledged: () => ({
      placements: placements.length,
      'placement moves': placements.reduce((sum, { words }) => sum + words.length - 1, 0),
    }),
  }
}
