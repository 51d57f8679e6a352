import type { Language } from '#platform/language.ts'
import { type Occurrence, placesByClass, readChart } from './chart.ts'
import { detectLanguage } from './detect-language.ts'
import type { Lexicon } from './lexicon.ts'
import { type Match, matchPattern, occursBetween } from './match.ts'
import { findNegations, isNegated } from './negation.ts'
import type { PreparedLexicon } from './prepare-lexicon.ts'
import { prepareOne } from './prepare-lexicon.ts'
import { type Tokens, tokenise } from './tokenise.ts'

export type { Lexicon } from './lexicon.ts'

/** What the words of a text point to; a hint for the person who wrote it, never a finding. */
export type Hit = {
  /** Code of the signal, such as `MON-01`. */
  readonly signal: string
  /** UTF-16 offsets [start, end) in the text as given, in the order of the text. */
  readonly spans: readonly (readonly [number, number])[]
  /** The text says that this is not so: "zonder dure spullen". */
  readonly negated: boolean
  /** Every mention is what somebody else said. */
  readonly hearsay: boolean
  /** Every mention is a guess. */
  readonly uncertain: boolean
  /** Why, in the language of the text. */
  readonly reason: string
}

export type Recognition = {
  readonly language: Language
  /** In the order of the text. */
  readonly hits: readonly Hit[]
}

export type Recogniser = Readonly<Partial<Record<Language, PreparedLexicon>>>

const mostSpans = 100

const preparedBefore = new WeakMap<Lexicon, PreparedLexicon>()

/** Takes the lexicon of one language or of both. The first time with a lexicon costs a tenth of a second. */
export function prepareLexicon(...lexicons: readonly Lexicon[]): Recogniser {
  const prepared = lexicons.map((lexicon) => {
    const known = preparedBefore.get(lexicon) ?? prepareOne(lexicon)
    preparedBefore.set(lexicon, known)
    return [lexicon.language, known] as const
  })
  return Object.fromEntries(prepared)
}

type Draft = {
  signal: string
  reason: string
  negated: boolean
  spans: [number, number][]
  hearsay: boolean
  uncertain: boolean
}

/** Joins spans that overlap or have at most two signs or one short word between them. */
function joinSpans(spans: [number, number][]): [number, number][] {
  const joined: [number, number][] = []
  for (const span of spans.sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = joined[joined.length - 1]
    if (last && span[0] - last[1] <= 1) last[1] = Math.max(last[1], span[1])
    else joined.push([span[0], span[1]])
  }
  return joined.slice(0, mostSpans)
}

/** Where the words stand that say something; words like "hij" only when there is nothing else. */
function spansOf(tokens: Tokens, match: Match, plain: ReadonlySet<string>): [number, number][] {
  const saysLittle = (one: Occurrence) =>
    one.from === one.to && plain.has(tokens.words[one.from] ?? '')
  const telling = match.filter((one) => !saysLittle(one))
  return (telling.length > 0 ? telling : match).map((one) => [
    tokens.starts[one.from] ?? 0,
    tokens.ends[one.to] ?? 0,
  ])
}

/** As `recognise`, for a text already cut into words; also says how much work it was. */
export function recogniseTokens(
  prepared: PreparedLexicon,
  tokens: Tokens,
): { hits: Hit[]; steps: number } {
  const { cues, plain } = prepared
  const chart = readChart(prepared, tokens)
  const places = placesByClass(chart, prepared.asked)
  const negations = findNegations(tokens, places, cues)
  const drafts = new Map<string, Draft>()
  let steps = chart.steps

  for (const signal of prepared.signals) {
    for (const pattern of signal.patterns) {
      steps++
      for (const match of matchPattern(tokens, places, pattern)) {
        steps++
        const negated = isNegated(negations, match)
        if (pattern.denied && !negated) continue
        const word = match[0]?.from ?? 0
        const hearsay = occursBetween(tokens, places.get(cues.hearsay), word, 0)
        const uncertain = occursBetween(tokens, places.get(cues.uncertain), word, 0)
        const key = `${signal.id}${negated ? '-' : '+'}`
        const draft = drafts.get(key)
        if (draft) {
          draft.spans.push(...spansOf(tokens, match, plain))
          draft.hearsay &&= hearsay
          draft.uncertain &&= uncertain
        } else {
          const { id, reason } = signal
          const spans = spansOf(tokens, match, plain)
          drafts.set(key, { signal: id, reason, negated, spans, hearsay, uncertain })
        }
      }
    }
  }
  const hits = [...drafts.values()].map((draft) => ({ ...draft, spans: joinSpans(draft.spans) }))
  hits.sort(
    (one, other) =>
      (one.spans[0]?.[0] ?? 0) - (other.spans[0]?.[0] ?? 0) ||
      (one.signal < other.signal ? -1 : one.signal > other.signal ? 1 : 0) ||
      Number(one.negated) - Number(other.negated),
  )
  return { hits, steps }
}

/** Without a language it is detected; a language without a lexicon falls back on the one there is. */
export function recognise(recogniser: Recogniser, text: string, language?: Language): Recognition {
  const tokens = tokenise(text)
  const wanted = language ?? detectLanguage(tokens.words)
  const prepared = recogniser[wanted] ?? recogniser.nl ?? recogniser.en
  if (!prepared) return { language: wanted, hits: [] }
  return { language: prepared.language, hits: recogniseTokens(prepared, tokens).hits }
}
