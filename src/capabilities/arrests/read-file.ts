import type { AgeGroup } from '#capabilities/law/index.ts'
import { Temporal } from '#platform/clock.ts'
import { dutchDay, dutchDayOf, isoInstant } from '#platform/dates.ts'
import type { RecordKey } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { isCertified } from './access.ts'
import { type ClockNow, clocksNow, type Offence } from './clock.ts'
import type { ArrestDesk } from './desk.ts'
import { type TellingNow, tellingsNow } from './due.ts'
import type { FileKind, FileState, LookPart, Person } from './file.ts'
import { places, pseudonymIndex } from './file-key.ts'
import { findFile, type Place } from './find-file.ts'
import { happenedIn, type StandingNote } from './happened.ts'
import { lastDays } from './keeping.ts'
import type { LookWords } from './look.ts'
import type { NoteWords } from './note.ts'
import { listFilesWithPseudonym, listLookRows } from './store.ts'
import { type CircleRow, listCircleRows } from './store-circle.ts'
import { listNoteRows, type NoteRow } from './store-notes.ts'

export type ReadNote = StandingNote & {
  /** nobody here, of what the expert group answered */
  readonly by: string | undefined
  readonly writtenAt: string
  readonly withdrawn: boolean
  /** when the organisation that delivered it took it back */
  readonly recalledAt: string | undefined
  readonly mine: boolean
}

export type ReadLook = {
  readonly id: string
  readonly part: LookPart
  readonly edition: string
  readonly by: string
  readonly at: string
  readonly further: boolean
  readonly words: LookWords
}

export type Member = {
  readonly personId: string
  readonly since: string
  readonly reason: string
  readonly endedAt: string | undefined
  readonly endReason: string
}

/** One file as somebody who may see it reads it: every field is named here. */
export type ReadFile = {
  readonly kind: FileKind
  readonly id: string
  readonly reference: string
  readonly state: FileState
  readonly version: number
  readonly openedBy: string
  readonly openedAt: string
  readonly person: Person
  readonly place: string
  readonly offences: readonly string[]
  readonly offenceWords: string
  readonly reason: string
  /** of an arrest */
  readonly arrestedAt: string | undefined
  readonly offence: Offence
  /** the day of the fact, for which the age counts: written down, or else that of the arrest */
  readonly factOn: { readonly day: string; readonly written: boolean } | undefined
  readonly ageGroup: AgeGroup
  readonly readyWithout: boolean
  /** in the order in which they were written; withdrawn ones without words */
  readonly notes: readonly ReadNote[]
  readonly looks: readonly ReadLook[]
  readonly clocks: readonly ClockNow[]
  readonly tellings: readonly TellingNow[]
  readonly circle: readonly Member[]
  /** files of the other kind on the same young person, of those that this reader may see */
  readonly linked: readonly { readonly id: string; readonly reference: string }[]
  /** a certified detective reads it */
  readonly certified: boolean
  /** the last day with a ground for keeping it, and the last day on which it is there */
  readonly keptUntil: { readonly ground: string; readonly there: string }
  readonly names: ReadonlyMap<string, string>
}

export async function readFile(work: Work, desk: ArrestDesk, place: Place): Promise<ReadFile> {
  const { actor, row, key, content } = await findFile(work, desk, place)
  const other: FileKind = place.kind === 'arrest' ? 'protection' : 'arrest'
  const index = await pseudonymIndex(work, desk.keyring, other, content.pseudonym)
  const [noteRows, lookRows, circleRows, linked] = await Promise.all([
    listNoteRows(work, [row.id]),
    listLookRows(work, row.id),
    listCircleRows(work, row.id),
    listFilesWithPseudonym(work, actor, other, index),
  ])
  const notes = noteRows.map((one) => noteOf(key, one, actor.personId))
  const looks = lookRows.map((one) => ({
    id: one.id,
    part: one.part,
    edition: one.edition,
    by: one.looked_by,
    at: one.looked_at,
    further: one.further,
    words: key.open<LookWords>(places.look(one.id), one.content),
  }))
  const circle = circleRows.map((one) => memberOf(key, one))
  const people = [
    row.opened_by,
    ...notes.flatMap(({ by }) => by ?? []),
    ...looks.map(({ by }) => by),
    ...circle.map(({ personId }) => personId),
  ]
  const names = await desk.namesOf(work, [...new Set(people)])
  const keeping = desk.lists.keeping.find(({ id }) => id === place.kind)
  if (!keeping) throw new Error(`No term for keeping ${place.kind}.`)
  const facts = factsOf(row)
  work.audit({ act: `${place.kind}.read`, subject: row.id })
  return {
    kind: row.kind,
    id: row.id,
    reference: row.reference,
    state: row.state,
    version: row.version,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    person: content.person,
    place: content.place,
    offences: content.offences,
    offenceWords: content.offenceWords,
    reason: content.reason,
    ...facts,
    factOn: factOnOf(row.arrested_at, content.factOn ?? ''),
    readyWithout: row.ready_without,
    notes,
    looks,
    ...dueIn(work, desk, { ...facts, notes, looks }),
    circle,
    linked,
    certified: isCertified(actor),
    keptUntil: lastDays(keeping, {
      begun: dutchDayOf(row.opened_at),
      last: dutchDayOf(row.changed_at),
    }),
    names,
  }
}

type Facts = Pick<ReadFile, 'arrestedAt' | 'offence' | 'ageGroup'>

const factsOf = (row: {
  arrested_at: string | null
  offence: Offence | null
  age_group: AgeGroup | null
}): Facts => ({
  arrestedAt: row.arrested_at ?? undefined,
  offence: row.offence ?? 'unknown',
  ageGroup: row.age_group ?? 'unknown',
})

const factOnOf = (arrestedAt: string | null, factOn: string): ReadFile['factOn'] =>
  arrestedAt === null
    ? undefined
    : factOn === ''
      ? { day: dutchDayOf(arrestedAt), written: false }
      : { day: factOn, written: true }

type Written = Facts & {
  readonly notes: readonly (StandingNote & { readonly withdrawn: boolean })[]
  readonly looks: readonly { readonly at: string; readonly further: boolean }[]
}

/** The clocks and who must be told; a file without an arrest has neither. */
export function dueIn(
  work: Pick<Work, 'now'>,
  { law, lists }: Pick<ArrestDesk, 'law' | 'lists'>,
  { arrestedAt, offence, ageGroup, notes: all, looks }: Written,
): Pick<ReadFile, 'clocks' | 'tellings'> {
  if (arrestedAt === undefined) return { clocks: [], tellings: [] }
  const notes = all.filter(({ withdrawn }) => !withdrawn)
  const happened = happenedIn(
    arrestedAt,
    notes,
    lists.rights.map(({ id }) => id),
  )
  const further = looks.find((look) => look.further)?.at
  return {
    clocks: clocksNow({
      events: happened,
      rules: law.clocks.clocks,
      offence,
      ageGroup,
      now: work.now,
    }),
    tellings: tellingsNow({
      tellings: law.telling.tellings,
      happened,
      furtherSince: further === undefined ? undefined : Temporal.Instant.from(isoInstant(further)),
      ageGroup,
      notes,
    }),
  }
}

const noteOf = (key: RecordKey, row: NoteRow, reader: string): ReadNote => ({
  ...plainNote(row),
  words: row.content ? key.open<NoteWords>(places.note(row.id), row.content) : {},
  by: row.written_by ?? undefined,
  writtenAt: row.written_at,
  recalledAt: row.recalled_at ?? undefined,
  mine: row.written_by === reader,
})

/** What a list may know of a note without opening it. */
export const plainNote = (row: NoteRow): StandingNote & { readonly withdrawn: boolean } => ({
  id: row.id,
  kind: row.kind,
  code: row.code ?? undefined,
  at: row.happened_at,
  until: row.until_at ?? undefined,
  done: row.done ?? undefined,
  words: {},
  withdrawn: row.withdrawn_at !== null,
})

const memberOf = (key: RecordKey, row: CircleRow): Member => ({
  personId: row.person_id,
  since: row.added_at,
  reason: key.open<{ text: string }>(places.circle(row.id), row.reason).text,
  endedAt: row.ended_at ?? undefined,
  endReason: row.end_reason
    ? key.open<{ text: string }>(places.circleEnd(row.id), row.end_reason).text
    : '',
})

/** For a page about a file before anything is written: who may see it learns how it stands. */
export async function headOf(
  work: Work,
  desk: ArrestDesk,
  place: Place,
): Promise<{ reference: string; state: FileState; today: string }> {
  const { row } = await findFile(work, desk, place)
  work.audit({ act: `${place.kind}.begin`, subject: row.id })
  return { reference: row.reference, state: row.state, today: dutchDay(work.now) }
}

/** A telling that is on the list, for its page. */
export const tellingOf = (desk: ArrestDesk, who: string) =>
  desk.law.telling.tellings.find(({ id }) => id === who) ?? refuse('not-found', 'no-such-telling')
