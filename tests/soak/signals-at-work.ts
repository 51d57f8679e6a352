import { randomUUID } from 'node:crypto'
import {
  type AtWork,
  aMoment,
  coordinator,
  expect,
  type Finding,
  mentor,
  signedIn,
  untilGone,
} from './at-work.ts'

/** Mentors who write down one signal after the other, and a coordinator who takes them up. */
export function signalsAtWork(writers: number): AtWork {
  const signals = new Map<string, { words: string; takenUp: boolean }>()
  /** drafts that were kept and not sent in yet: path → words */
  const drafts = new Map<string, string>()
  let waiting: string[] = []

  async function writeDown(origin: string): Promise<void> {
    const visitor = await signedIn(origin, mentor)
    // A session may write 300 times a minute, and each signal takes four.
    for (let count = 0; count < 60; count += 1) {
      const words = `verhaal ${randomUUID()}`
      const begun = await visitor.post('/signalen/nieuw', { danger: 'no' })
      expect(begun.status, 303)
      const path = begun.location.replace(/\/wat$/, '')
      const what = { about: 'pupil', subject: 'Noor Voorbeeld', narrative: words, origin: 'own' }
      expect((await visitor.post(`${path}/wat`, what)).status, 303)
      drafts.set(path, words)
      expect((await visitor.post(`${path}/signalen`, { readers: 'coordinators' })).status, 303)
      // From here on it is either still a draft or a signal: nobody knows until the answer came.
      drafts.delete(path)
      expect((await visitor.post(`${path}/controleer`)).status, 303)
      const id = path.split('/').at(-1) ?? ''
      signals.set(id, { words, takenUp: false })
      waiting.push(id)
    }
  }

  async function takeUp(origin: string): Promise<void> {
    const visitor = await signedIn(origin, coordinator)
    for (let count = 0; count < 200; count += 1) {
      const id = waiting.shift()
      if (!id) {
        await aMoment()
        await visitor.get('/kennis')
        continue
      }
      expect((await visitor.post(`/signalen/${id}/oppakken`)).status, 303)
      const known = signals.get(id)
      if (known) signals.set(id, { ...known, takenUp: true })
    }
  }

  return {
    async work(origin) {
      waiting = []
      const writing = Array.from({ length: writers }, () => untilGone(() => writeDown(origin)))
      await Promise.all([...writing, untilGone(() => takeUp(origin))])
    },
    async afterwards(origin) {
      const findings: Finding[] = []
      const lost = (what: string) => findings.push({ kind: 'lost', what })
      const visitor = await signedIn(origin, mentor)
      for (const [id, { words, takenUp }] of signals) {
        const { status, body } = await visitor.get(`/signalen/${id}`)
        if (status !== 200) lost(`signal ${id} answers ${status}`)
        else if (!body.includes(words)) lost(`the words of signal ${id}`)
        else if (takenUp && !body.includes('Opgepakt door')) lost(`signal ${id} was taken up`)
      }
      for (const [path, words] of drafts) {
        const { body } = await visitor.get(`${path}/wat`)
        if (!body.includes(words)) lost(`the words of draft ${path}`)
      }
      return findings
    },
    acknowledged: () => ({
      signals: signals.size,
      'taken up': [...signals.values()].filter((one) => one.takenUp).length,
      drafts: drafts.size,
    }),
  }
}
