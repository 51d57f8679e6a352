import type { AgeGroup } from '#capabilities/law/index.ts'
import type { Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { ageGroupOn } from './age.ts'
import type { Person } from './file.ts'

type Arrest = {
  readonly person: Person
  readonly arrestedAt: Temporal.Instant
  /** ISO date; empty when nobody wrote it down */
  readonly factOn: string
}

/**
 * The group of age on the day of the fact, or of the arrest when that is the only day that is known. An age that was
 * told is taken to be that of the day of the arrest.
 * source: art. 488(2) Sv
 */
export function ageOf({ person, arrestedAt, factOn }: Arrest): AgeGroup {
  const day = dutchDay(arrestedAt)
  const known = { born: person.born, told: person.toldAge, toldOn: day }
  return ageGroupOn(known, factOn === '' ? day : factOn)
}
