import type { Occurrence } from './chart.ts'
import type { Tokens } from './tokenise.ts'

/** A pattern with its groups and exceptions as class numbers. */
export type PreparedPattern = {
  readonly groups: readonly number[]
  readonly within: number
  readonly near: boolean
  readonly denied: boolean
  readonly unless: readonly number[]
  readonly unlessNear: readonly number[]
}

export type Match = readonly Occurrence[]
export type Places = ReadonlyMap<number, readonly Occurrence[]>

/** Index of the first occurrence that begins at or after the word. */
function firstFrom(places: readonly Occurrence[], word: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.from ?? 0) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a class occurs in the sentences from `first` to `last`. */
export function occursBetween(
  tokens: Tokens,
  places: readonly Occurrence[] | undefined,
  word: number,
  sentencesAround: number,
): boolean {
  if (!places) return false
  const sentence = tokens.sentences[word] ?? 0
  // A sentence has at most 80 words, so what can count begins at most that far before.
  for (let index = firstFrom(places, word - 80 * (sentencesAround + 1)); ; index++) {
    const found = places[index]
    if (!found) return false
    const distance = (tokens.sentences[found.from] ?? 0) - sentence
    if (distance > sentencesAround) return false
    if (distance >= -sentencesAround) return true
  }
}

const inGapOf = (one: Occurrence, other: Occurrence) =>
  other.loose && one.from > other.from && one.to < other.to

/** Two groups may not share words, but one may stand in the gap of the other. */
function overlaps(one: Occurrence, other: Occurrence): boolean {
  if (one.from > other.to || other.from > one.to) return false
  return !inGapOf(one, other) && !inGapOf(other, one)
}

/** The nearest place of the next group that fits with what was already taken. */
function nearest(
  tokens: Tokens,
  pattern: PreparedPattern,
  places: readonly Occurrence[],
  taken: readonly Occurrence[],
): Occurrence | undefined {
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const one of taken) {
    if (one.from < first) first = one.from
    if (one.to > last) last = one.to
  }
  const sentence = tokens.sentences[first] ?? 0
  let best: Occurrence | undefined
  let bestDistance = pattern.within + 1
  for (let index = firstFrom(places, last - pattern.within); index < places.length; index++) {
    const found = places[index]
    if (!found || found.from > first + pattern.within) break
    const apart = Math.abs((tokens.sentences[found.from] ?? 0) - sentence)
    if (apart > (pattern.near ? 1 : 0)) continue
    if (taken.some((one) => overlaps(one, found))) continue
    const extent = Math.max(last, found.to) - Math.min(first, found.from)
    if (extent >= pattern.within) continue
    const distance = found.from > last ? found.from - last : Math.max(first - found.to, 0)
    if (distance < bestDistance) {
      best = found
      bestDistance = distance
    }
  }
  return best
}

/** Every place where all groups of a pattern come together; at most one per place of its rarest group. */
export function matchPattern(tokens: Tokens, places: Places, pattern: PreparedPattern): Match[] {
  let rarest: readonly Occurrence[] | undefined
  let rarestGroup = -1
  for (const group of pattern.groups) {
    const found = places.get(group)
    if (!found) return []
    if (!rarest || found.length < rarest.length) {
      rarest = found
      rarestGroup = group
    }
  }
  const matches: Match[] = []
  for (const anchor of rarest ?? []) {
    const taken: Occurrence[] = [anchor]
    let skippedAnchor = false
    for (const group of pattern.groups) {
      if (group === rarestGroup && !skippedAnchor) {
        skippedAnchor = true
        continue
      }
      const found = nearest(tokens, pattern, places.get(group) ?? [], taken)
      if (!found) break
      taken.push(found)
    }
    if (taken.length < pattern.groups.length) continue
    const excepted =
      pattern.unless.some((one) => occursBetween(tokens, places.get(one), anchor.from, 0)) ||
      pattern.unlessNear.some((one) => occursBetween(tokens, places.get(one), anchor.from, 1))
    if (!excepted) matches.push(taken)
  }
  return matches
}
