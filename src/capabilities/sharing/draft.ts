/** A draft, and what stays of it when somebody changes something. Pure. */
import type { Language } from '#platform/language.ts'

export type Answers = Readonly<Record<string, string>>

/** What somebody chose and typed so far; it is kept as it is, also when something is wrong with it. */
export type Draft = {
  readonly salt: string
  /** which facts of the file */
  readonly refs: readonly string[]
  readonly aim: string
  /** the line of the sharing table */
  readonly road: string
  /** to the conditions of that line */
  readonly answers: Answers
  /** what was typed for other lines, by line: it comes back with them */
  readonly earlier?: Readonly<Record<string, Answers>> | undefined
  readonly endReason: string
  /** own words to the recipient: what is asked of them */
  readonly question: string
  readonly language: Language
  /** begun as a consultation: it asks for an answer that comes back into the file */
  readonly asks?: true
}

export type DraftWords = Partial<Omit<Draft, 'salt' | 'earlier' | 'asks'>> & {
  /** typed for the line that was chosen until now, in the same form in which another one was chosen */
  readonly left?: Answers | undefined
}

/**
 * The draft after a change. Whether something is necessary and belongs to the recipient's task is answered for these
 * facts, this recipient and this aim: with another of them every choice is asked again; what was typed in words stays,
 * and is read again before it goes. `elsewhere`: to another recipient; `inWords`: the questions that take words.
 */
export function draftAfter(
  draft: Draft,
  { left, answers, ...change }: DraftWords,
  { elsewhere, inWords }: { readonly elsewhere: boolean; readonly inWords: readonly string[] },
): Draft {
  const next = { ...draft, ...change }
  const other = elsewhere || next.aim !== draft.aim || !isSame(next.refs, draft.refs)
  const typed = { ...draft.earlier, [draft.road]: left ?? draft.answers }
  const wordsOf = (given: Answers): Answers =>
    Object.fromEntries(Object.entries(given).filter(([id]) => inWords.includes(id)))
  const earlier: Readonly<Record<string, Answers>> = other
    ? Object.fromEntries(Object.entries(typed).map(([road, given]) => [road, wordsOf(given)]))
    : typed
  if (next.road === draft.road && !other) return { ...next, answers: answers ?? draft.answers }
  return { ...next, earlier, answers: answers ?? earlier[next.road] ?? {} }
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((ref) => others.includes(ref))
