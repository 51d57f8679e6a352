import {
  type AgeGroup,
  isForAge,
  type Telling,
  type TellingMoment,
} from '#capabilities/law/index.ts'
import { Temporal } from '#platform/clock.ts'
import type { Happened } from './clock.ts'
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
  const first = (event: Happened['event']) =>
    happened
      .filter((one) => one.event === event)
      .map(({ at }) => at)
      .sort(Temporal.Instant.compare)[0]
  const moments: Readonly<Record<TellingMoment, Temporal.Instant | undefined>> = {
    arrest: first('arrest'),
    'holding-order': first('holding-order'),
    'custody-order': first('custody-order'),
    'look-further': furtherSince,
  }
  return tellings.flatMap((telling) => {
    if (!isForAge(telling.ages, ageGroup)) return []
    const [since] = telling.when.flatMap((one) => moments[one] ?? []).sort(Temporal.Instant.compare)
    return since ? [{ telling, since, answer: answerTo(telling, notes) }] : []
  })
}

/** The last that was written about it. A contact with the prosecutor answers that there was none yet. */
const answerTo = ({ id }: Telling, notes: readonly StandingNote[]): StandingNote | undefined =>
  notes.findLast(
    ({ kind, code }) =>
      code === id && (kind === 'told' || (id === 'prosecutor' && kind === 'contact')),
  )
