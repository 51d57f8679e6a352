import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Account, SpokenLanguage } from './account.ts'
import { besides, forPupil, type PassageKind, step } from './conversation.ts'
import type { ConversationDesk, Place } from './desk.ts'
import { carries, findConversation, moveConversation } from './find-conversation.ts'
import { addPassage, readPassages } from './passages.ts'
import { findLatestWriting } from './store.ts'
import { openWriting } from './writings.ts'

/** The device is turned to the young person; `present` says who is there. */
export async function showConversation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  { present, key }: { readonly present: string; readonly key?: string | undefined },
): Promise<void> {
  if (present.trim() === '') return refuse('invalid', 'present-missing')
  await moveConversation(work, desk, place, {
    act: 'show',
    event: 'shown',
    key,
    words: present.trim(),
    change: { shown_at: work.now.toString() },
  })
}

/** What the young person reads: every field is named here, and nothing else of the file is among them. */
export type ForPupil = {
  readonly heldOn: string
  readonly spoken: SpokenLanguage
  /** no more can be put beside it: it was finished meanwhile */
  readonly finished: boolean
  readonly passages: readonly {
    readonly id: string
    readonly kind: PassageKind
    readonly text: string
    readonly dueOn: string | undefined
    readonly corrections: readonly string[]
  }[]
}

export async function readForPupil(
  work: Work,
  desk: ConversationDesk,
  place: Place,
): Promise<ForPupil> {
  const found = await findConversation(work, desk, place)
  const { row } = found
  if (!carries(found)) return refuse('not-allowed', 'cannot-show')
  const written = await findLatestWriting(work, row.id, 'account')
  if (!written || row.shown_at === null) return refuse('not-found', 'no-such-conversation')
  const account: Account = openWriting(found, 'account', written)
  const all = await readPassages(work, found)
  work.audit({ act: 'conversation.read-by-pupil', subject: row.id, details: { case: row.case_id } })
  return {
    heldOn: account.heldOn,
    spoken: account.spoken,
    finished:
      found.head.state === 'closed' || !step('correct', { state: row.state, everShown: true }).ok,
    passages: forPupil(all).map((one) => ({
      id: one.id,
      kind: one.kind,
      text: one.text,
      dueOn: one.dueOn,
      corrections: besides(all, one, 'correction').map(({ text }) => text),
    })),
  }
}

export type OwnWords = {
  /** passage id → what the young person puts beside it */
  readonly corrections: ReadonlyMap<string, string>
  /** what was missing */
  readonly addition: string
}

/** What the young person typed stands beside what was written, never over it. */
export async function correctConversation(
  work: Work,
  desk: ConversationDesk,
  place: Place,
  { corrections, addition, key }: OwnWords & { readonly key?: string | undefined },
): Promise<void> {
  const typed = [...corrections].filter(([, text]) => text.trim() !== '')
  if (typed.length === 0 && addition.trim() === '') return refuse('invalid', 'words-missing')
  const found = await moveConversation(work, desk, place, {
    act: 'correct',
    event: 'corrected',
    key,
  })
  if (found.again) return
  // Also beside a summary that was rewritten while the young person was typing.
  const known = (await readPassages(work, found)).map(({ id }) => id)
  for (const [aboutId, text] of typed) {
    if (!known.includes(aboutId)) return refuse('not-found', 'no-such-passage')
    await addPassage(work, found, { kind: 'correction', aboutId, text: text.trim() })
  }
  if (addition.trim() !== '') {
    await addPassage(work, found, { kind: 'addition', text: addition.trim() })
  }
}

/** The professional has the device back. */
export async function takeBack(work: Work, desk: ConversationDesk, place: Place): Promise<void> {
  await moveConversation(work, desk, place, { act: 'take-back', event: 'taken-back' })
}
