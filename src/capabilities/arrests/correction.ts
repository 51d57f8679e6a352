import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import type { Offence } from './clock.ts'
import type { Person } from './file.ts'
import type { NoteWords } from './note.ts'

/** What was corrected in an arrest, field by field: what stood there and what stands there now. Pure. */

export type Corrected = {
  readonly person: Person
  /** a moment as PostgreSQL or ISO writes it */
  readonly arrestedAt: string
  readonly factOn: string
  readonly offence: Offence
  readonly offences: readonly string[]
  readonly offenceWords: string
  readonly place: string
}

const correctedFields = [
  'arrestedAt',
  'factOn',
  'offence',
  'offences',
  'offenceWords',
  'place',
  'name',
  'born',
  'toldAge',
  'language',
] as const
export type CorrectedField = (typeof correctedFields)[number]

/** Values as they are kept: moments and days in ISO, codes for what is chosen, empty for nothing. */
export type Correction = {
  readonly field: CorrectedField
  readonly was: string
  readonly is: string
}

export function changesIn(before: Corrected, after: Corrected): readonly Correction[] {
  const [old, now] = [valuesOf(before), valuesOf(after)]
  return correctedFields
    .map((field) => ({ field, was: old[field], is: now[field] }))
    .filter(({ was, is }) => was !== is)
}

/** As the note about it is sealed. */
export const correctionWords = (changes: readonly Correction[], reasons: string): NoteWords => ({
  ...Object.fromEntries(
    changes.flatMap(({ field, was, is }) => [
      [`was-${field}`, was],
      [`is-${field}`, is],
    ]),
  ),
  ...(reasons.trim() === '' ? {} : { reasons }),
})

/** Out of a note; nothing in a note of something else. */
export const correctionsIn = (words: NoteWords): readonly Correction[] =>
  correctedFields.flatMap((field) => {
    const [was, is] = [words[`was-${field}`], words[`is-${field}`]]
    return typeof was === 'string' && typeof is === 'string' ? [{ field, was, is }] : []
  })

const valuesOf = ({
  person,
  arrestedAt,
  offences,
  ...rest
}: Corrected): Readonly<Record<CorrectedField, string>> => ({
  ...rest,
  arrestedAt: minuteOf(arrestedAt),
  offences: [...offences].sort().join(' '),
  name: person.name,
  born: person.born,
  toldAge: person.toldAge === undefined ? '' : String(person.toldAge),
  language: person.language,
})

/** To the minute: that is how people write it down. */
const minuteOf = (at: string): string =>
  Temporal.Instant.from(isoInstant(at))
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
    .toString()
