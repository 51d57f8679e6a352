import { randomUUID } from 'node:crypto'
import { aVisitor, type Visitor } from '#tests/a-visitor.ts'
import { somebody } from '#tests/an-app.ts'

/** What the program said it had kept. From then on it must never be lost. */
export type Acknowledged = {
  readonly signals: Map<string, { words: string; takenUp: boolean }>
  /** drafts that were kept and not sent in yet: path → words */
  readonly drafts: Map<string, string>
}

export const nothingYet = (): Acknowledged => ({ signals: new Map(), drafts: new Map() })

const mentor = somebody('milan-proefpersoon')
const coordinator = somebody('samira-denkbeeld')

type Person = ReturnType<typeof somebody>

async function signedIn(origin: string, { organisationId, personId }: Person): Promise<Visitor> {
  const visitor = aVisitor({ origin, fetch: (request) => fetch(request, { redirect: 'manual' }) })
  await visitor.post('/demo', { organisation: organisationId, person: personId })
  return visitor
}

/**
 * Mentors who write down one signal after the other, and a coordinator who takes them up, until the
 * server is gone. A write counts once its answer has arrived whole.
 */
export async function workUntilTheEnd(origin: string, kept: Acknowledged, writers: number) {
  const taken: string[] = []
  const recorded = (id: string, words: string) => {
    kept.signals.set(id, { words, takenUp: false })
    taken.push(id)
  }
  const jobs = [
    ...Array.from({ length: writers }, () => untilGone(() => writeDown(origin, kept, recorded))),
    untilGone(() => takeUp(origin, kept, taken)),
  ]
  await Promise.all(jobs)
}

/** Ends when nobody answers any more; anything else that goes wrong is a finding. */
async function untilGone(act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}

async function writeDown(
  origin: string,
  kept: Acknowledged,
  recorded: (id: string, words: string) => void,
): Promise<void> {
  for (let visitor = await signedIn(origin, mentor); ; ) {
    // A session may write 300 times a minute, and each signal takes four.
    for (let count = 0; count < 60; count += 1) {
      const words = `verhaal ${randomUUID()}`
      const begun = await visitor.post('/signalen/nieuw', { danger: 'no' })
      expect(begun.status, 303)
      const path = begun.location.replace(/\/wat$/, '')
      const what = { about: 'pupil', subject: 'Noor Voorbeeld', narrative: words, origin: 'own' }
      expect((await visitor.post(`${path}/wat`, what)).status, 303)
      kept.drafts.set(path, words)
      expect((await visitor.post(`${path}/signalen`, { readers: 'coordinators' })).status, 303)
      // From here on it is either still a draft or a signal: nobody knows until the answer came.
      kept.drafts.delete(path)
      expect((await visitor.post(`${path}/controleer`)).status, 303)
      recorded(path.split('/').at(-1) ?? '', words)
    }
    visitor = await signedIn(origin, mentor)
  }
}

async function takeUp(origin: string, kept: Acknowledged, taken: string[]): Promise<void> {
  for (let visitor = await signedIn(origin, coordinator), count = 1; ; count += 1) {
    const id = taken.shift()
    if (!id) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      await visitor.get('/kennis')
      continue
    }
    if (count % 200 === 0) visitor = await signedIn(origin, coordinator)
    expect((await visitor.post(`/signalen/${id}/oppakken`)).status, 303)
    const known = kept.signals.get(id)
    if (known) kept.signals.set(id, { ...known, takenUp: true })
  }
}

function expect(status: number, wanted: number): void {
  if (status !== wanted) throw new Error(`An ordinary act was answered with ${status}.`)
}

/** Everything that was acknowledged and is not there now, in sentences. */
export async function missing(origin: string, kept: Acknowledged): Promise<string[]> {
  const lost: string[] = []
  const visitor = await signedIn(origin, mentor)
  for (const [id, { words, takenUp }] of kept.signals) {
    const { status, body } = await visitor.get(`/signalen/${id}`)
    if (status !== 200) lost.push(`signal ${id} answers ${status}`)
    else if (!body.includes(words)) lost.push(`signal ${id} lost its words`)
    else if (takenUp && !body.includes('Opgepakt door')) lost.push(`signal ${id} was taken up`)
  }
  for (const [path, words] of kept.drafts) {
    const { body } = await visitor.get(`${path}/wat`)
    if (!body.includes(words)) lost.push(`draft ${path} lost its words`)
  }
  return lost
}
