import type { Language } from '#platform/language.ts'
import { type Hit, type Recogniser, type Recognition, recognise } from './recognise.ts'

/** What the pack says of a signal, in the language of the page. */
export type SignalText = {
  readonly wording: string
  /** what else it may be */
  readonly innocent: readonly string[]
}

/** How a person told it: that it was not so, that somebody else said it, that they are not sure. */
export type Telling = 'negated' | 'hearsay' | 'uncertain'

/** One thing that was noticed, with the person's own words beside it. */
export type Finding = SignalText &
  Saying & {
    readonly signal: string
    /** the words as typed; none when it was ticked in the list */
    readonly phrases: readonly string[]
  }

/** A run of text; `denied` when every signal in it is said not to be there. */
export type TextPiece = {
  readonly text: string
  readonly recognised: boolean
  readonly denied: boolean
}

/** Reads a text as the language of the page; only when that finds nothing, as the language it seems to be. */
export function readText(recogniser: Recogniser, text: string, language: Language): Recognition {
  const here = recognise(recogniser, text, language)
  return here.hits.length > 0 ? here : recognise(recogniser, text)
}

/** In the order of the text, then what was ticked beside it in the order of the list. Nothing else orders them. */
export function findingsIn(
  text: string,
  hits: readonly Hit[],
  ticked: readonly string[],
  find: (signal: string) => SignalText | undefined,
): Finding[] {
  const findings: Finding[] = []
  for (const hit of hits) {
    const known = find(hit.signal)
    if (!known) continue
    const { signal } = hit
    findings.push({ ...known, signal, phrases: phrasesOf(text, hit), ...sayingOf(hit) })
  }
  const recognised = new Set(hits.map(({ signal }) => signal))
  for (const signal of ticked) {
    const known = recognised.has(signal) ? undefined : find(signal)
    if (known) findings.push({ ...known, signal, phrases: [], tellings: [] })
  }
  return findings
}

function phrasesOf(text: string, { spans }: Hit): string[] {
  const phrases = new Map<string, string>()
  for (const [start, end] of spans) {
    const phrase = text.slice(start, end).replaceAll(/\s+/g, ' ')
    const same = phrase.toLowerCase()
    if (!phrases.has(same)) phrases.set(same, phrase)
  }
  return [...phrases.values()]
}

/** What is said of a hit beside its words, wherever one is shown. */
export type Saying = { readonly tellings: readonly Telling[]; readonly reason?: string }

/** A reason says that something is there: of what somebody denied only the denial is told. */
export function sayingOf({ negated, hearsay, uncertain, reason }: Hit): Saying {
  const tellings: Telling[] = []
  if (negated) tellings.push('negated')
  if (hearsay) tellings.push('hearsay')
  if (uncertain) tellings.push('uncertain')
  return negated ? { tellings } : { tellings, reason }
}

/** The whole text in runs, so that recognised words can be underlined where they stand. */
export function piecesOf(text: string, hits: readonly Hit[]): TextPiece[] {
  const spans = hits
    .flatMap(({ spans, negated }) => spans.map(([start, end]) => ({ start, end, negated })))
    .sort((one, other) => one.start - other.start)
  const pieces: TextPiece[] = []
  let at = 0
  for (let index = 0; index < spans.length; ) {
    const first = spans[index]
    if (!first) break
    let { end, negated: denied } = first
    // Two signals may share words; together they are one underlined run.
    for (index++; index < spans.length; index++) {
      const next = spans[index]
      if (!next || next.start >= end) break
      end = Math.max(end, next.end)
      denied &&= next.negated
    }
    if (first.start > at) {
      pieces.push({ text: text.slice(at, first.start), recognised: false, denied: false })
    }
    pieces.push({ text: text.slice(first.start, end), recognised: true, denied })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), recognised: false, denied: false })
  return pieces
}
