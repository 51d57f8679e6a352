import { momentFields } from '#capabilities/arrests/typed-moment.ts'
import { systemClock } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { somebody } from '#tests/an-app.ts'
import { type AtWork, type Finding, foundIn, signedIn, untilGone } from './at-work.ts'
import { someWords } from './between-organisations.ts'
import { aForm, type SentForms } from './sent-forms.ts'

const officer = somebody('bo-balie')
const detective = somebody('rik-rechercheur')

type Arrest = {
  readonly at: string
  /** what stands in it, each once */
  readonly words: string[]
  looks: number
}

type Protection = { readonly at: string; readonly reason: string }

/** Somebody at the desk who registers arrests and looks, and a detective who opens a file apart. */
export function arrestsAtWork(forms: SentForms): AtWork {
  const arrests: Arrest[] = []
  const protections: Protection[] = []

  async function oneArrest(origin: string): Promise<void> {
    const desk = await signedIn(origin, officer)
    const text = someWords('zat op de trap en')
    const fields = {
      ...momentFields('at', systemClock().subtract({ minutes: 10 })),
      ...{ offence: 'unknown', name: someWords('jongere'), text, source: 'Bo', key: newId() },
    }
    let arrest: Arrest | undefined
    const registered = aForm(officer, '/aanhoudingen/nieuw', fields, ({ location }) => {
      arrest = { at: location, words: [text], looks: 0 }
      arrests.push(arrest)
    })
    await forms.send(desk, registered)
    if (!arrest) return
    await look(origin, arrest)
    await protect(origin, arrest)
  }

  async function look(origin: string, arrest: Arrest): Promise<void> {
    const desk = await signedIn(origin, officer)
    const { body } = await desk.get(`${arrest.at}/kijk`)
    const asked = [...body.matchAll(/type="radio"[^>]*name="([^"]+)"[^>]*value="unknown"/g)]
    const because = someWords('iemand wachtte en')
    const answers = Object.fromEntries(asked.map(([, name]) => [name, 'unknown']))
    const fields = { ...answers, further: 'yes', because, key: newId() }
    const form = aForm(officer, `${arrest.at}/kijk`, fields, () => {
      arrest.words.push(because)
      arrest.looks += 1
    })
    await forms.send(desk, form)
  }

  async function protect(origin: string, { at }: Arrest): Promise<void> {
    const visitor = await signedIn(origin, detective)
    const reason = someWords('lijkt gestuurd en')
    const form = aForm(detective, `${at}/beschermen`, { reason, key: newId() }, ({ location }) =>
      protections.push({ at: location, reason }),
    )
    await forms.send(visitor, form)
  }

  return {
    work: (origin) => untilGone(() => oneArrest(origin)),
    async afterwards(origin) {
      const findings: Finding[] = []
      const visitor = await signedIn(origin, detective)
      for (const { at, words } of arrests) {
        const { body } = await visitor.get(at)
        for (const one of words) findings.push(...foundIn(body, one, `words at ${at}`))
      }
      for (const { at, reason } of protections) {
        const { body } = await visitor.get(at)
        findings.push(...foundIn(body, reason, `why there is ${at}`))
      }
      return findings
    },
    acknowledged: () => ({
      arrests: arrests.length,
      looks: arrests.reduce((sum, { looks }) => sum + looks, 0),
      'protection files': protections.length,
    }),
  }
}
