import type { AgeGroup } from '#capabilities/law/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId, newReference } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { ageOf } from './age-of-arrest.ts'
import type { Offence } from './clock.ts'
import type { ArrestDesk } from './desk.ts'
import type { FileKind, Person } from './file.ts'
import { type FileContent, newFileKey, places, pseudonymIndex } from './file-key.ts'
import { arrestWorker, findToWrite } from './find-file.ts'
import { findFileByKey, insertFile } from './store.ts'
import { insertInCircle } from './store-circle.ts'
import { addNote } from './write-note.ts'

export type NewArrest = {
  readonly person: Person
  readonly arrestedAt: Temporal.Instant
  /** the day of the fact, as an ISO date; empty: as far as is known that of the arrest */
  readonly factOn: string
  readonly place: string
  /** ids in the list of offences */
  readonly offences: readonly string[]
  readonly offenceWords: string
  readonly offence: Offence
  /** what happened, and who saw or heard it; both or neither */
  readonly fact: { readonly text: string; readonly source: string } | undefined
  /** of the form */
  readonly key?: string | undefined
}

/** Registers a minor who was met as somebody who did something; answers the id of the file. */
export async function openArrest(work: Work, desk: ArrestDesk, arrest: NewArrest): Promise<string> {
  const actor = arrestWorker(work)
  const { key, person, arrestedAt, factOn, fact, offences, offenceWords, place, offence } = arrest
  const before = key && (await findFileByKey(work, actor, 'arrest', key))
  if (before) return again(work, 'arrest.register', before)
  mustBeOver(work, arrestedAt)
  mustNotBeAfter(factOn, arrestedAt)
  const content = { pseudonym: newId(), person, offences, offenceWords, place, factOn, reason: '' }
  const plain = { arrested_at: arrestedAt.toString(), offence, age_group: ageOf(arrest), key }
  const made = await addFile(work, desk, actor, { kind: 'arrest', content, plain })
  if (made.again) return again(work, 'arrest.register', made.id)
  work.audit({ act: 'arrest.register', subject: made.id })
  if (fact) {
    const found = await findToWrite(work, desk, { kind: 'arrest', id: made.id })
    await addNote(work, found, { kind: 'fact', at: arrestedAt, words: fact, act: 'arrest.fact' })
  }
  return made.id
}

/** The same form came before: answered as the first. */
export function again(work: Work, act: string, id: string): string {
  work.audit({ act: `${act}-again`, subject: id })
  return id
}

export function mustBeOver(work: Work, at: Temporal.Instant): void {
  if (Temporal.Instant.compare(at, work.now) > 0) refuse('invalid', 'moment-future')
}

/** Nobody is arrested for what is still to happen. Days on a Dutch calendar. */
export function mustNotBeAfter(factOn: string, arrestedAt: Temporal.Instant): void {
  if (factOn > dutchDay(arrestedAt)) refuse('invalid', 'fact-after')
}

type Plain = {
  readonly arrested_at: string | null
  readonly offence: Offence | null
  readonly age_group: AgeGroup | null
  readonly key: string | undefined
}

type NewFile = {
  readonly kind: FileKind
  readonly content: FileContent
  readonly plain: Plain
}

/** A new file with its own key, and whoever opened it in its circle; or the one that its form made before. */
export async function addFile(
  work: Work,
  { keyring }: Pick<ArrestDesk, 'keyring'>,
  actor: PersonActor,
  { kind, content, plain }: NewFile,
): Promise<{ readonly id: string; readonly again: boolean }> {
  const id = newId()
  const made = await newFileKey(work, keyring, id, content)
  const kept = await insertFile(work, actor, {
    id,
    kind,
    reference: newReference(kind === 'arrest' ? 'A' : 'B'),
    ...plain,
    key: plain.key ?? null,
    content_key: made.wrapped,
    content: made.content,
    pseudonym_index: await pseudonymIndex(work, keyring, kind, content.pseudonym),
  })
  if (!kept) {
    const first = await findFileByKey(work, actor, kind, plain.key ?? '')
    return { id: first ?? refuse('conflict', 'key-used'), again: true }
  }
  const circle = newId()
  await insertInCircle(work, actor, {
    file_id: id,
    id: circle,
    person_id: actor.personId,
    reason: made.key.seal(places.circle(circle), { text: '' }),
  })
  return { id, again: false }
}
