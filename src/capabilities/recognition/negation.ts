import type { Occurrence } from './chart.ts'
import type { CueName } from './lexicon.ts'
import type { Match, Places } from './match.ts'
import type { Tokens } from './tokenise.ts'

/** A word that denies, and the words it can deny. */
type Cue = {
  readonly at: Occurrence
  readonly from: number
  readonly to: number
  /** Part of an expression that denies nothing, such as "weet niet". */
  readonly harmless: boolean
}

const forwardReach = 4
const aroundReach = 8

/** "No drugs were found", "heeft geen dure spullen": which words of the text are denied. */
export type Negations = { readonly cues: readonly Cue[] }

export function findNegations(
  tokens: Tokens,
  places: Places,
  cues: Readonly<Record<CueName, number>>,
): Negations {
  const of = (name: CueName) => places.get(cues[name]) ?? []
  const breaks = new Set(of('breaks-clause').map((one) => one.from))
  const harmless = new Set<number>()
  for (const one of of('does-not-negate')) {
    for (let word = one.from; word <= one.to; word++) harmless.add(word)
  }
  const cancelling = new Set(of('cancels-negation').map((one) => one.from))
  const found: Cue[] = []

  const clauseEdge = (word: number, step: 1 | -1, reach: number): number => {
    let edge = word
    const clause = tokens.clauses[word]
    for (let count = 0; count < reach; count++) {
      const next = edge + step
      if (tokens.clauses[next] !== clause || tokens.sentences[next] !== tokens.sentences[word])
        break
      if (breaks.has(next)) break
      edge = next
    }
    return edge
  }
  const add = (at: Occurrence, around: boolean) => {
    const from = around ? clauseEdge(at.from, -1, aroundReach) : at.from
    const to = clauseEdge(at.to, 1, around ? aroundReach : forwardReach)
    found.push({ at, from, to, harmless: harmless.has(at.from) })
  }
  for (const one of of('negates-forward')) add(one, false)
  for (const one of of('negates-around')) add(one, true)
  found.sort((one, other) => one.at.from - other.at.from)

  // "Niet zonder", "does not deny": two that follow each other say yes.
  const kept: Cue[] = []
  for (const cue of found) {
    const previous = kept[kept.length - 1]
    const doubled =
      previous &&
      cancelling.has(cue.at.from) &&
      cue.at.from - previous.at.to <= 2 &&
      cue.at.from !== previous.at.from &&
      tokens.clauses[cue.at.from] === tokens.clauses[previous.at.from]
    if (doubled) kept.pop()
    else kept.push(cue)
  }
  return { cues: kept.filter((cue) => !cue.harmless) }
}

/** A negation that is itself part of what was found ("kan niet stoppen") does not deny it. */
export function isNegated(negations: Negations, match: Match): boolean {
  const { cues } = negations
  const first = match.reduce((least, one) => Math.min(least, one.from), Number.POSITIVE_INFINITY)
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.at.from ?? 0) < first - 12) low = middle + 1
    else high = middle
  }
  for (let index = low; index < cues.length; index++) {
    const cue = cues[index]
    if (!cue || cue.at.from > first + 80) break
    const own = match.some((one) => one.negates && cue.at.from >= one.from && cue.at.from <= one.to)
    if (own) continue
    if (match.some((one) => one.from <= cue.to && cue.from <= one.to)) return true
  }
  return false
}
