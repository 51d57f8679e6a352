import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import { expect, type Finding, type Person, signedIn } from './at-work.ts'

/** A form as somebody sent it, key and all. */
export type SentForm = {
  readonly who: Person
  readonly send: (visitor: Visitor) => Promise<Exchange>
  /** the answer came whole: from here on it counts */
  readonly answered: (answer: Exchange) => void
}

/** The forms that people sent, and those among them whose answer never came. */
export type SentForms = {
  send(visitor: Visitor, form: SentForm): Promise<void>
  /** Sends what got no answer once more, just as it was. Answers how many, and what was refused. */
  sendAgain(origin: string): Promise<{ count: number; findings: Finding[] }>
}

export function sentForms(): SentForms {
  const waiting = new Set<SentForm>()
  const send = async (visitor: Visitor, form: SentForm) => {
    waiting.add(form)
    const answer = await form.send(visitor)
    form.answered(answer)
    waiting.delete(form)
  }
  return {
    send,
    async sendAgain(origin) {
      const forms = [...waiting]
      const findings: Finding[] = []
      for (const form of forms) {
        waiting.delete(form)
        try {
          await send(await signedIn(origin, form.who), form)
        } catch (error) {
          waiting.delete(form)
          const what = `a form that was sent again: ${(error as Error).message}`
          findings.push({ kind: 'lost', what })
        }
      }
      return { count: forms.length, findings }
    },
  }
}

/** An ordinary form, of which the answer leads on to a page. */
export const aForm = (
  who: Person,
  path: string,
  fields: Fields,
  counts: (answer: Exchange) => void,
): SentForm => ({
  who,
  send: (visitor) => visitor.post(path, fields),
  answered(answer) {
    expect(answer.status, 303)
    counts(answer)
  },
})
