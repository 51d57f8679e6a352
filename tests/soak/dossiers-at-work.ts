import { newId } from '#platform/ids.ts'
import { somebody } from '#tests/an-app.ts'
import { type AtWork, type Finding, foundIn, signedIn, untilGone } from './at-work.ts'
import { someWords } from './between-organisations.ts'
import { aForm, type SentForms } from './sent-forms.ts'

const prosecutor = somebody('olivier-afweging')

type Dossier = { readonly at: string; readonly words: string[] }

/** Somebody who opens a dossier and fills it: an offence, facts, and a reason to think of exploitation. */
export function dossiersAtWork(forms: SentForms): AtWork {
  const dossiers: Dossier[] = []

  async function oneDossier(origin: string): Promise<void> {
    const visitor = await signedIn(origin, prosecutor)
    const question = someWords('wat is er gebeurd en')
    const fields = { name: someWords('jongere'), question, key: newId() }
    let dossier: Dossier | undefined
    const opened = aForm(prosecutor, '/dossiers/nieuw', fields, ({ location }) => {
      dossier = { at: location, words: [question] }
      dossiers.push(dossier)
    })
    await forms.send(visitor, opened)
    if (!dossier) return
    const { at, words } = dossier
    const write = (path: string, name: string, more: Record<string, string>) => {
      const text = someWords('een zin en')
      const filled = { ...more, [name]: text, key: newId() }
      return forms.send(
        visitor,
        aForm(prosecutor, `${at}/${path}`, filled, () => words.push(text)),
      )
    }
    await write('strafbaar-feit', 'text', { law: 'Sr', article: '310' })
    await write('feit', 'text', { kind: 'fact', source: 'agent' })
    await write('feit', 'text', { kind: 'fact', source: 'agent' })
    await write('vermoeden', 'because', { answer: 'yes' })
  }

  return {
    work: (origin) => untilGone(() => oneDossier(origin)),
    async afterwards(origin) {
      const findings: Finding[] = []
      const visitor = await signedIn(origin, prosecutor)
      for (const { at, words } of dossiers) {
        const { body } = await visitor.get(at)
        for (const one of words) findings.push(...foundIn(body, one, `words in ${at}`))
      }
      return findings
    },
    acknowledged: () => ({
      dossiers: dossiers.length,
      'written in dossiers': dossiers.reduce((sum, { words }) => sum + words.length - 1, 0),
    }),
  }
}
