import { newId } from '#platform/ids.ts'
import { somebody } from '#tests/an-app.ts'
import { type AtWork, coordinator, type Finding, foundIn, signedIn, untilGone } from './at-work.ts'
import { someWords, untilCarried, whenShown } from './between-organisations.ts'
import { aForm, type SentForms } from './sent-forms.ts'

const adviser = somebody('vera-veiligstra')

type Question = {
  readonly at: string
  readonly situation: string
  readonly answers: string[]
}

/** Somebody who asks for advice, and somebody of another organisation who answers. */
export function adviceAtWork(forms: SentForms, folder: string): AtWork {
  const questions: Question[] = []

  async function oneQuestion(origin: string): Promise<void> {
    const asker = await signedIn(origin, coordinator)
    const situation = someWords('een leerling is vaak weg en')
    const asked = { topic: 'vaak weg', situation, asks: 'Wat kunnen wij doen?' }
    let question: Question | undefined
    await forms.send(
      asker,
      aForm(
        coordinator,
        '/advies/nieuw',
        { danger: 'no', to: adviser.organisationId, ...asked, key: newId() },
        ({ location }) => {
          question = { at: location, situation, answers: [] }
          questions.push(question)
        },
      ),
    )
    if (question) await answer(origin, question)
  }

  async function answer(origin: string, { at, answers }: Question): Promise<void> {
    const visitor = await signedIn(origin, adviser)
    await whenShown(visitor, at, ({ status }) => status === 200)
    const take = aForm(adviser, `${at}/oppakken`, { key: newId() }, () => {})
    await forms.send(visitor, take)
    const text = someWords('praat eerst en')
    const fields = { text, key: newId() }
    await forms.send(
      visitor,
      aForm(adviser, `${at}/antwoord`, fields, () => answers.push(text)),
    )
  }

  return {
    work: (origin) => untilGone(() => oneQuestion(origin)),
    async afterwards(origin) {
      const findings: Finding[] = [...(await untilCarried(folder))]
      for (const who of [coordinator, adviser]) {
        const visitor = await signedIn(origin, who)
        for (const { at, situation, answers } of questions) {
          const { body } = await visitor.get(at)
          for (const words of [situation, ...answers]) {
            findings.push(...foundIn(body, words, `${at}, read by ${who.personId}`))
          }
        }
      }
      return findings
    },
    acknowledged: () => ({
      questions: questions.length,
      advice: questions.filter(({ answers }) => answers.length > 0).length,
    }),
  }
}
