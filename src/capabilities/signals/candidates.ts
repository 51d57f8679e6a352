import type { Knowledge, Signal } from '#capabilities/knowledge/index.ts'
import {
  type Recogniser,
  recognise,
  type Saying,
  sayingOf,
} from '#capabilities/recognition/index.ts'
import type { Draft } from './draft.ts'
import type { Answer } from './signal.ts'

/** A signal to say yes, no or unknown to: recognised in the words, or added from the list. */
export type Candidate = Saying & {
  readonly signal: Signal
  readonly found: 'recognised' | 'added'
  /** the reporter's own words that pointed to it, in the order of the text */
  readonly quotes: readonly string[]
  readonly answer: Answer | undefined
}

/** What is recognised comes in the order of the text, then what was added: never by weight. */
export function candidatesOf(
  draft: Draft,
  recogniser: Recogniser,
  knowledge: Knowledge,
): Candidate[] {
  const answered = new Map(draft.observations.map((one) => [one.code, one]))
  const { hits } = recognise(recogniser, draft.narrative)
  const recognised = hits.flatMap((hit): Candidate[] => {
    const signal = knowledge.findSignal(hit.signal)
    if (!signal) return []
    return [
      {
        signal,
        found: 'recognised',
        quotes: hit.spans.map(([start, end]) => draft.narrative.slice(start, end)),
        ...sayingOf(hit),
        answer: answered.get(hit.signal)?.answer,
      },
    ]
  })
  const seen = new Set(recognised.map(({ signal }) => signal.id))
  const added = draft.observations.flatMap(({ code, answer }): Candidate[] => {
    const signal = seen.has(code) ? undefined : knowledge.findSignal(code)
    if (!signal) return []
    return [{ signal, found: 'added', answer, quotes: [], tellings: [] }]
  })
  return [...recognised, ...added]
}
