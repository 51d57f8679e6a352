import { sendInOrder } from '#capabilities/sharing/index.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import type { LetterDesk } from './desk.ts'
import { evidenceOf, type FileFormat, type FrozenLetter, fileFormats, sha256 } from './evidence.ts'
import { fixRow, publishRow, takeBackRow } from './files-store.ts'
import { freezeLetter } from './freeze-letter.ts'
import { type TurnBody, turnTo } from './letter-messages.ts'
import { publicPaths } from './paths.ts'
import { getLetter } from './read-letter.ts'
import { isAskedStill } from './round.ts'
import { insertEvent, listParties } from './round-store.ts'
import { findLetter } from './store.ts'

type Fixing = {
  readonly version: number
  /** the letter of which the files were made */
  readonly letter: FrozenLetter
  readonly files: Readonly<Record<FileFormat, Uint8Array>>
}

/**
 * Fixes a letter for good, with the files that were made of it and the evidence. Files take time to make: where anything
 * in the letter is another than when they were begun, nothing is fixed.
 */
export async function fixLetter(
  work: Work,
  desk: LetterDesk,
  { version, letter, files }: Fixing,
): Promise<void> {
  const { personId } = writer(work)
  const { id, from, fixedOn: today } = letter
  if (!(await findLetter(work, id, true))) refuse('not-found', 'no-such-letter')
  const now = await freezeLetter(work, desk, id, { version, from, today })
  if (canonicalJson(now) !== canonicalJson(letter)) refuse('conflict', 'letter-was-changed')
  const hashes = { pdf: sha256(files.pdf), docx: sha256(files.docx), odt: sha256(files.odt) }
  await fixRow(work, id, [
    ...fileFormats.map((format) => [format, files[format]] as const),
    ['letter', Buffer.from(canonicalJson(letter))],
    ['evidence', Buffer.from(evidenceOf(letter, hashes))],
  ])
  await insertEvent(work, id, { kind: 'fixed', version, by_person: personId })
  work.audit({
    act: 'letter.fix',
    subject: id,
    details: { version, figures: letter.figures.length },
  })
  await tellAll(work, desk, id, 'fixed')
}

/** Publishes a fixed letter: everybody reads it, without signing in, and what it discharges is done in the register. */
export async function publishLetter(
  work: Work,
  desk: Pick<LetterDesk, 'keyring' | 'register'>,
  id: string,
): Promise<void> {
  const { personId } = writer(work)
  const row = (await findLetter(work, id, true)) ?? refuse('not-found', 'no-such-letter')
  if (row.state === 'published') return work.audit({ act: 'letter.publish-again', subject: id })
  if (row.state !== 'fixed') refuse('conflict', 'letter-is-not-fixed')
  await publishRow(work, id)
  const { version } = row
  await insertEvent(work, id, { kind: 'published', version, by_person: personId })
  work.audit({ act: 'letter.publish', subject: id })
  const { discharged } = (await getLetter(work, id)).content
  const letter = { path: publicPaths.one(id), on: dutchDay(work.now) }
  if (discharged.length > 0) await desk.register.discharge(work, discharged, letter)
  await tellAll(work, desk, id, 'published')
}

/** Takes a published letter back: it is fixed again, and nobody outside reads it. Whoever took a copy keeps it. */
export async function takeLetterBack(
  work: Work,
  desk: Pick<LetterDesk, 'keyring'>,
  id: string,
): Promise<void> {
  const { personId } = writer(work)
  const row = (await findLetter(work, id, true)) ?? refuse('not-found', 'no-such-letter')
  if (row.state === 'fixed') return work.audit({ act: 'letter.take-back-again', subject: id })
  if (row.state !== 'published') refuse('conflict', 'letter-is-not-fixed')
  await takeBackRow(work, id)
  const { version } = row
  await insertEvent(work, id, { kind: 'taken-back', version, by_person: personId })
  work.audit({ act: 'letter.take-back', subject: id })
  await tellAll(work, desk, id, 'fixed')
}

async function tellAll(
  work: Work,
  desk: Pick<LetterDesk, 'keyring'>,
  letterId: string,
  state: TurnBody['state'],
): Promise<void> {
  const asked = (await listParties(work, letterId)).filter((one) => isAskedStill(one.state))
  await sendInOrder(
    work,
    desk,
    asked.map(({ party_id: to }) => turnTo(to, letterId, state)),
  )
}
