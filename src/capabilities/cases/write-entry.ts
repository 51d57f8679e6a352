import { caseKeepers, type PersonActor } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type CaseKey, openCaseKey, places } from './case-words.ts'
import type { CaseDesk } from './desk.ts'
import { type CaseEvent, type EntryWords, fits, type NewEntry } from './entry.ts'
import { type Found, findVisible, mustBePossible } from './find-case.ts'
import { updateCase } from './store.ts'
import { findEntryByKey, insertEntry } from './store-entries.ts'

/**
 * Writes something in the file; answers its id. Everybody in the circle writes facts, interpretations and
 * contacts; a decision is for who may decide. With `key`, the same form sent twice counts once. What comes
 * from another record keeps who wrote it there.
 */
export async function writeEntry(
  work: Work,
  desk: Pick<CaseDesk, 'keyring'>,
  caseId: string,
  entry: NewEntry,
  key?: string,
): Promise<string> {
  return writeIn(work, desk, await findVisible(work, caseId, true), entry, key)
}

/** The same in a case that was found and locked before. */
export async function writeIn(
  work: Work,
  desk: Pick<CaseDesk, 'keyring'>,
  { actor, row, head }: Found,
  entry: NewEntry,
  key?: string,
): Promise<string> {
  mustBePossible('write', head)
  const caseId = head.id
  if (entry.kind === 'decision' && !head.mayDecide) refuse('not-allowed', 'may-not-decide')
  const before = key && (await findEntryByKey(work, caseId, key))
  if (before) {
    work.audit({ act: `case.write-${entry.kind}-again`, subject: caseId })
    return before.id
  }
  const today = dutchDay(work.now)
  const fit = fits(entry, today)
  if (!fit.ok) return refuse('invalid', fit.because)
  const id = newId()
  const { by, at } = entry.from?.written ?? { by: actor.personId, at: work.now.toString() }
  const words = (await openCaseKey(work, desk.keyring, row)).seal(
    places.entry(id, 1),
    wordsOf(entry),
  )
  insertEntry(
    work,
    {
      case_id: caseId,
      id,
      kind: entry.kind,
      on_line: entry.happenedOn ?? today,
      happened_on: entry.happenedOn ?? null,
      written_by: by,
      written_at: at,
      origin: entry.kind === 'fact' ? entry.origin : null,
      not_to: entry.kind === 'decision' ? entry.not : null,
      decided_as: entry.kind === 'decision' ? decidingRole(actor) : null,
      from_capability: entry.from?.capability ?? null,
      from_id: entry.from?.id ?? null,
      key: key ?? null,
    },
    words,
  )
  updateCase(work, caseId)
  work.audit({
    act: `case.write-${entry.kind}`,
    subject: caseId,
    details: { entry: id, ...(by === actor.personId ? {} : { 'written-by': by }) },
  })
  return id
}

/** What is sealed of an entry: its words, with the day and the origin of this version of them. */
export function wordsOf(entry: NewEntry): EntryWords[NewEntry['kind']] {
  switch (entry.kind) {
    case 'fact':
      return {
        text: entry.text,
        source: entry.source,
        moment: entry.moment ?? '',
        on: entry.happenedOn ?? '',
        origin: entry.origin,
        ...(entry.received ? { received: entry.received } : {}),
      }
    case 'interpretation':
      return {
        text: entry.text,
        innocent: entry.innocent.map((one) => one.trim()).filter((one) => one !== ''),
      }
    case 'decision':
      return { text: entry.text, reasons: entry.reasons }
    case 'contact':
      return {
        text: entry.text,
        withWhom: entry.withWhom,
        how: entry.how,
        moment: entry.moment ?? '',
        on: entry.happenedOn ?? '',
      }
  }
}

const decidingRole = ({ organisationKind, roles }: PersonActor): string =>
  roles.find((role) => caseKeepers(organisationKind).includes(role)) ??
  refuse('not-allowed', 'may-not-decide')

type Happening = {
  readonly event: CaseEvent
  /** of the form, so that sending it twice counts once */
  readonly key?: string | undefined
  readonly aboutPerson?: string
} & Partial<EntryWords['event']>

type Place = { readonly caseId: string; readonly by: string; readonly key: CaseKey }

/** Something that was done with the case itself, on the line of time; answers its id. */
export async function noteEvent(
  work: Work,
  { caseId, by, key }: Place,
  { event, key: sentWith, aboutPerson, text = '', ...more }: Happening,
): Promise<string> {
  const id = newId()
  insertEntry(
    work,
    {
      case_id: caseId,
      id,
      kind: 'event',
      event,
      on_line: dutchDay(work.now),
      written_by: by,
      about_person: aboutPerson ?? null,
      key: sentWith ?? null,
    },
    text === '' && Object.keys(more).length === 0
      ? undefined
      : key.seal(places.entry(id, 1), { text, ...more }),
  )
  return id
}

/**
 * Whether this form did its work before, seen with the case locked; then that stands in the trail. Asked
 * before whether it may be done: whoever gave a case away may not give it away again.
 */
export async function sentBefore(
  work: Work,
  caseId: string,
  { act, key }: { act: string; key: string | undefined },
): Promise<boolean> {
  if (!key) return false
  await findVisible(work, caseId, true)
  if (!(await findEntryByKey(work, caseId, key))) return false
  work.audit({ act: `${act}-again`, subject: caseId })
  return true
}
