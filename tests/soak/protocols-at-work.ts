import { randomUUID } from 'node:crypto'
import { newId } from '#platform/ids.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { type AtWork, coordinator, type Finding, foundIn, signedIn, untilGone } from './at-work.ts'
import { type OpenedCases, openACase } from './open-a-case.ts'
import { aForm, type SentForms } from './sent-forms.ts'

type Step = { readonly step: string; readonly how: 'done' | 'skipped'; readonly words: string }
type Run = { readonly caseId: string; readonly at: string; readonly steps: Step[] }

/** The first steps of the protocol, each with what its form asks. */
const steps: readonly (Omit<Step, 'words'> & { fields: (words: string) => object })[] = [
  {
    step: 'signal',
    how: 'done',
    fields: (words) => ({
      'noticed-text': words,
      'noticed-source': 'conciërge',
      'noticed-origin': 'own',
      danger: 'no',
    }),
  },
  {
    step: 'triage',
    how: 'done',
    fields: (words) => ({
      'reading-text': words,
      'reading-innocent': 'Een bijbaan.',
      'go-on': 'yes',
    }),
  },
  { step: 'absence', how: 'skipped', fields: (reason) => ({ reason }) },
  { step: 'consult', how: 'skipped', fields: (reason) => ({ reason }) },
]

/** Somebody who begins the protocol in a case, does its first steps, and leaves out the next with why. */
export function protocolsAtWork(forms: SentForms, opened: OpenedCases): AtWork {
  const runs: Run[] = []

  async function oneRun(origin: string): Promise<void> {
    const visitor = await signedIn(origin, coordinator)
    const caseId = await openACase(visitor, forms, opened)
    let run: Run | undefined
    const begin = aForm(
      coordinator,
      `/casussen/${caseId}/protocol`,
      { key: newId() },
      ({ location }) => {
        run = { caseId, at: location, steps: [] }
        runs.push(run)
      },
    )
    await forms.send(visitor, begin)
    for (const one of steps) if (run) await doStep(visitor, run, one)
  }

  function doStep(visitor: Visitor, run: Run, { step, how, fields }: (typeof steps)[number]) {
    const words = `stap ${randomUUID()}`
    const path = `${run.at}/stap/${step}${how === 'skipped' ? '/overslaan' : ''}`
    const form = aForm(coordinator, path, { ...fields(words), key: newId() }, () =>
      run.steps.push({ step, how, words }),
    )
    return forms.send(visitor, form)
  }

  async function missingIn(visitor: Visitor, { caseId, at, steps }: Run): Promise<Finding[]> {
    const [run, file] = [await visitor.get(at), await visitor.get(`/casussen/${caseId}`)]
    if (run.status !== 200) return [{ kind: 'lost', what: `run ${at} answers ${run.status}` }]
    return steps.flatMap(({ step, how, words }) => {
      const what = `step ${step} of ${at}`
      const found = foundIn(file.body, words, `what ${what} wrote in the case`)
      // What is still to be done leads to its form.
      if (run.body.includes(`${at}/stap/${step}"`)) found.push({ kind: 'lost', what })
      // Why it was left out stands beside the step and in what happened.
      if (how === 'skipped') found.push(...foundIn(run.body, words, `why not ${what}`, 2))
      return found
    })
  }

  return {
    work: (origin) => untilGone(() => oneRun(origin)),
    async afterwards(origin) {
      const visitor = await signedIn(origin, coordinator)
      const findings: Finding[] = []
      for (const run of runs) findings.push(...(await missingIn(visitor, run)))
      return findings
    },
    acknowledged: () => ({
      runs: runs.length,
      'protocol steps': runs.reduce((sum, { steps }) => sum + steps.length, 0),
    }),
  }
}
