import { blindIndex } from '#platform/crypto.ts'
import { dutchDay } from '#platform/dates.ts'
import { isId, newReference } from '#platform/ids.ts'
import { openRecord, sealRecord } from '#platform/keyring.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type Draft, readiness } from './draft.ts'
import { takeDraftRow } from './draft-store.ts'
import { writer } from './keep-draft.ts'
import type { Recording } from './recording.ts'
import type { Readers, SignalWords } from './signal.ts'
import { lookBefore } from './signal-term.ts'
import { draftContext, signalContext } from './signal-words.ts'
import { findSignalRow, leaveSignal } from './store.ts'
import { findChoices } from './store-circle.ts'

/**
 * Turns a finished draft into a recorded signal under the same id, so that sending the same page
 * twice records once. Refuses with the page that still needs something.
 */
export async function recordSignal(
  work: Work,
  { keyring, knowledge, firstLook, schoolCalendar }: Recording,
  id: string,
): Promise<void> {
  const reporter = writer(work)
  const organisationKey = await keyring.keyOf(work)
  // Asked in one breath: which days count does not depend on the draft, nor does who could look, unless
  // it names a colleague.
  const [row, choices, calendar] = await Promise.all([
    takeDraftRow(work, reporter.personId, id),
    findChoices(work, reporter.personId),
    schoolCalendar(work),
  ])
  if (!row) return alreadyRecorded(work, id)
  const draft = openRecord<Draft>(
    organisationKey,
    draftContext(work, id),
    row.content_key,
    row.content,
  )
  const ready = readiness(draft, dutchDay(work.now))
  if (!ready.ok) return refuse('invalid', `unfinished-${ready.page}`)
  const { words, observations, ...signal } = ready.signal
  const looks =
    signal.readers === 'one-colleague'
      ? await somebodyLooks(work, signal)
      : choices.includes(signal.readers)
  if (!looks) return refuse('invalid', 'nobody-looks')
  const { wrappedKey, sealed } = sealRecord(organisationKey, signalContext(work, id), words)
  leaveSignal(
    work,
    {
      id,
      reference: newReference('S'),
      about: signal.about,
      danger: signal.danger,
      origin: signal.origin,
      noticed_on: signal.noticedOn ?? null,
      readers: signal.readers,
      reader_id: signal.readerId ?? null,
      reported_by: reporter.personId,
      recorded_at: work.now.toString(),
      look_before: lookBefore(work.now, signal.danger, firstLook, calendar).toString(),
      edition: knowledge.editions.signals.id,
      subject_index: signal.about === 'pupil' ? subjectIndex(organisationKey, words) : null,
      content_key: wrappedKey,
      content: sealed,
    },
    observations,
  )
  work.audit({
    act: 'signal.record',
    subject: id,
    details: { about: signal.about, danger: signal.danger, observations: observations.length },
  })
}

/** The choices of readers for which there is somebody here. */
export const findOpenChoices = (work: Work): Promise<readonly Readers[]> =>
  findChoices(work, writer(work).personId)

/** Whether somebody else here can read what is meant for these readers; a coordinator may be the only one. */
export async function somebodyLooks(
  work: Work,
  { readers, readerId = '' }: { readers: Readers; readerId?: string | undefined },
): Promise<boolean> {
  const one = readers === 'one-colleague'
  if (one && !isId(readerId)) return false
  const choices = await findChoices(work, writer(work).personId, one ? readerId : undefined)
  return choices.includes(readers)
}

/** "Noor  Voorbeeld" and "noor voorbeeld" are the same pupil; anything further is for people. */
const subjectIndex = (organisationKey: Buffer, { subject }: SignalWords): Buffer =>
  blindIndex(
    organisationKey,
    'signal-subject',
    subject.trim().toLowerCase().replaceAll(/\s+/g, ' '),
  )

async function alreadyRecorded(work: Work, id: string): Promise<void> {
  const found = await findSignalRow(work, writer(work), id)
  if (found?.reported_by !== writer(work).personId) refuse('not-found', 'no-such-draft')
  work.audit({ act: 'signal.record-again', subject: id })
}
