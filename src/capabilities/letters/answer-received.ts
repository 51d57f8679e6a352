import { listPartiesById, sendMessage } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { writer } from './access.ts'
import type { LetterDesk } from './desk.ts'
import { type AnswerBody, messageKinds } from './letter-messages.ts'
import { type Answer, canAnswer } from './round.ts'
import {
  findReceived,
  insertRemark,
  listReceived,
  listRemarks,
  updateReceived,
} from './round-store.ts'

/** Drafts of other ministries about which we were asked, the newest first, with the name of each ministry. */
export async function readAllReceived(work: Work) {
  writer(work)
  const rows = await listReceived(work)
  work.audit({ act: 'letter.list-received', details: { count: rows.length } })
  const parties = await listPartiesById(
    work,
    rows.map(({ from_id }) => from_id),
  )
  return rows.map((row) => ({
    ...row,
    from: parties.find(({ id }) => id === row.from_id)?.name ?? '',
  }))
}

/** One of them, with what we said of it. */
export async function readReceived(work: Work, id: string) {
  const { organisationId } = writer(work)
  const row = (await findReceived(work, id)) ?? refuse('not-found', 'no-such-letter')
  const [party] = await listPartiesById(work, [row.from_id])
  const remarks = (await listRemarks(work, id)).filter(
    ({ party_id }) => party_id === organisationId,
  )
  work.audit({ act: 'letter.read-received', subject: id })
  return { row, from: party?.name ?? '', remarks }
}

type Answering = {
  readonly answer: Answer
  readonly remarks: readonly { readonly section: string; readonly words: string }[]
  /** of the text that somebody read */
  readonly digest: string
  readonly key: string | undefined
}

/**
 * Approves a draft of another ministry or asks for changes, with remarks per section. Sent twice with the same key, it is
 * said once. A text that was renewed meanwhile is read first.
 */
export async function answerReceived(
  work: Work,
  desk: Pick<LetterDesk, 'keyring'>,
  id: string,
  { answer, remarks, digest, key }: Answering,
): Promise<void> {
  const { organisationId, personId } = writer(work)
  const row = (await findReceived(work, id, true)) ?? refuse('not-found', 'no-such-letter')
  if (key !== undefined && row.key === key) {
    return work.audit({ act: 'letter.answer-again', subject: id })
  }
  const { sections } = row
  if (!canAnswer(row.state) || sections === null) return refuse('conflict', 'draft-is-over')
  if (row.digest !== digest) refuse('conflict', 'draft-was-renewed')
  const known = new Set(sections.map((one) => one.id))
  const said = remarks.filter(({ section }) => known.has(section))
  await updateReceived(work, id, { state: answer, answered_by: personId, key: key ?? null })
  const { version } = row
  for (const { section, words } of said) {
    await insertRemark(work, { letter_id: id, party_id: organisationId, version, section, words })
  }
  work.audit({ act: 'letter.answer', subject: id, details: { answer, remarks: said.length } })
  const body: AnswerBody = { letter: id, version, digest, answer, remarks: [...said] }
  await sendMessage(work, desk, { to: row.from_id, kind: messageKinds.answer, about: id, body })
}
