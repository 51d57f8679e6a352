import { type AgeGroup, isForAge, type Telling } from '#capabilities/law/index.ts'
import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import { type Happened, heldAgain, startOf } from './clock.ts'
import type { StandingNote } from './happened.ts'

/** Who must be told now, and what was done about it. Pure. */

export type TellingNow = {
  readonly telling: Telling
  /** since when it is due */
  readonly since: Temporal.Instant
  /** what a person wrote about it; nothing while it is due */
  readonly answer: StandingNote | undefined
}

type Asked = {
  readonly tellings: readonly Telling[]
  readonly happened: readonly Happened[]
  /** the first moment at which somebody said that further looking is needed */
  readonly furtherSince: Temporal.Instant | undefined
  /** on the day of the fact */
  readonly ageGroup: AgeGroup
  readonly notes: readonly StandingNote[]
}

/** In the order of the list of the law: what is not due yet is left out. */
export function tellingsNow({
  tellings,
  happened,
  furtherSince,
  ageGroup,
  notes,
}: Asked): readonly TellingNow[] {
  const events = [...happened].sort((a, b) => Temporal.Instant.compare(a.at, b.at))
  const again = heldAgain(events)
  return tellings.flatMap((telling) => {
    if (!isForAge(telling.ages, ageGroup)) return []
    const kinds = telling.when.filter((one) => one !== 'look-further')
    // Held again, and nobody wrote down the new arrest: due since the order that says so.
    const lost = kinds.includes('arrested-again') ? again?.order : undefined
    const begun = lost ?? startOf(kinds, events)
    const looked = telling.when.includes('look-further') ? furtherSince : undefined
    const [since] = [begun, looked].flatMap((one) => one ?? []).sort(Temporal.Instant.compare)
    if (!since) return []
    const free = since === begun ? releaseBefore(since, events) : undefined
    return [{ telling, since, answer: answerTo(telling, notes, free) }]
  })
}

/** The last release before: what was told until then was about another time of being held. */
const releaseBefore = (
  since: Temporal.Instant,
  events: readonly Happened[],
): Temporal.Instant | undefined =>
  events.findLast(({ event, at }) => event === 'release' && Temporal.Instant.compare(at, since) < 0)
    ?.at

/** The last that was written about it, after this moment. A contact with the prosecutor answers that there was none yet. */
const answerTo = (
  { id }: Telling,
  notes: readonly StandingNote[],
  after: Temporal.Instant | undefined,
): StandingNote | undefined =>
  notes.findLast(
    ({ kind, code, at }) =>
      code === id &&
      (kind === 'told' || (id === 'prosecutor' && kind === 'contact')) &&
      (!after || Temporal.Instant.compare(Temporal.Instant.from(isoInstant(at)), after) > 0),
  )
