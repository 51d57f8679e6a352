import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { nameOf } from './decider.ts'
import type { SharingDesk } from './desk.ts'
import type { RecallReason } from './disclosure.ts'
import { insertDisclosureEvent, isDoneBefore, updateDisclosure } from './disclosure-store.ts'
import { places } from './disclosure-words.ts'
import { findDisclosure, findToRecall, mustLead, type Which } from './find-disclosure.ts'
import { findParty } from './organisation-store.ts'
import { sendMessage } from './send-message.ts'
import { kinds, type Recall, type Reply } from './sharing-messages.ts'

/** The sender answers the question with which it came back; it lies with the recipient again. */
export async function replyToQuestion(
  work: Work,
  desk: SharingDesk,
  which: Which,
  { words, key: sentWith }: { words: string; key?: string | undefined },
): Promise<void> {
  const { id } = which
  const found = await findDisclosure(work, desk, { ...which, lock: true })
  const { actor, row, key, words: own } = found
  if (await isDoneBefore(work, id, 'replied', sentWith)) {
    work.audit({ act: 'sharing.reply-again', subject: id })
    return
  }
  const state = mustLead('reply', row.state)
  const eventId = newId()
  updateDisclosure(work, id, { state })
  insertDisclosureEvent(work, {
    disclosure_id: id,
    id: eventId,
    kind: 'replied',
    by_person: actor.personId ?? null,
    key: sentWith ?? null,
    content: key.seal(places.event(eventId), { text: words, by: actor.named?.here }),
  })
  work.audit({ act: 'sharing.reply', subject: id })
  const by = `${await nameOf(work, desk, actor)}, ${own.body?.from.organisation ?? ''}`
  const body: Reply = { disclosure: id, words, by }
  await sendMessage(work, desk, { to: row.to_id ?? '', kind: kinds.reply, about: id, body })
}

/**
 * Takes it back. The recipient loses every word that is not in a file of theirs yet, and learns the reason as a
 * choice; the words about it stay here as long as the others. Also out of a file that lies apart, and when the words
 * are gone here. What was taken already they tell us, and it is marked there.
 */
export async function recallDisclosure(
  work: Work,
  desk: SharingDesk,
  which: Which,
  recall: { because: RecallReason; words: string; key?: string | undefined },
): Promise<void> {
  const { id, language } = which
  const found = await findToRecall(work, desk, { ...which, lock: true, lockFile: true })
  const { actor, row, file, opened } = found
  if (await isDoneBefore(work, id, 'recalled', recall.key)) {
    work.audit({ act: 'sharing.recall-again', subject: id })
    return
  }
  const state = mustLead('recall', row.state)
  const eventId = newId()
  updateDisclosure(work, id, { state })
  insertDisclosureEvent(work, {
    disclosure_id: id,
    id: eventId,
    kind: 'recalled',
    by_person: actor.personId ?? null,
    key: recall.key ?? null,
    content:
      opened?.key.seal(places.event(eventId), {
        ...{ text: recall.words, because: recall.because, by: actor.named?.here },
      }) ?? null,
  })
  // In a file that lies apart nothing is written any more.
  if (file) {
    const to = (row.to_id && (await findParty(work, row.to_id))?.name) || ''
    const { facts } = row
    await file.note({
      ...{ what: 'recalled', disclosureId: id, to, facts, words: recall.words, language },
    })
  }
  work.audit({ act: 'sharing.recall', subject: id, details: { because: recall.because } })
  const body: Recall = { disclosure: id, because: recall.because }
  await sendMessage(work, desk, { to: row.to_id ?? '', kind: kinds.recall, about: id, body })
}
