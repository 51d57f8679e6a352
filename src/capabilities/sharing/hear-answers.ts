import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type SharingDesk, sourceOf } from './desk.ts'
import { type DisclosureAct, nextState } from './disclosure.ts'
import { type DisclosureRow, findDisclosureRow } from './disclosure-store.ts'
import type { EventWords } from './disclosure-words.ts'
import type { MessageHandler, SettledMessage } from './message-handler.ts'
import { hear, noteWords } from './note-happening.ts'
import { findParty } from './organisation-store.ts'
import { settledAnswer } from './settled-answer.ts'
import type { FileEvent } from './shareable-fact.ts'
import { Answer, kinds, Taken } from './sharing-messages.ts'
import type { DisclosureEventKind } from './tables.ts'

const kindOf = { accept: 'accepted', return: 'returned', decline: 'declined' } as const

/** What the sender does with what the recipient answers. */
export const answerHandlers = (desk: SharingDesk): readonly MessageHandler[] => [
  {
    kind: kinds.answer,
    schema: Answer,
    async receive(work, { from, body }) {
      const { disclosure, act, words: text, by } = body as Answer
      const row = await getOwn(work, from, disclosure)
      await happen(work, desk, row, { act, kind: kindOf[act], words: { text, by } })
    },
    async settled(work, { about, receipt }) {
      if (about) await settledAnswer(work, desk, { id: about, receipt })
    },
  },
  takenHandler(desk, kinds.recalled, 'recall-answered'),
  takenHandler(desk, kinds.stays, 'stays-taken'),
]

/** What the recipient had taken into files when it was recalled, or when its last day was over. */
const takenHandler = (
  desk: SharingDesk,
  kind: string,
  told: Extract<DisclosureEventKind, 'recall-answered' | 'stays-taken'>,
): MessageHandler => ({
  kind,
  schema: Taken,
  async receive(work, { from, body }) {
    const { disclosure, taken } = body as Taken
    const row = await getOwn(work, from, disclosure)
    await noteWords(work, desk, row, told, { text: '', taken })
    work.audit({ act: `sharing.${told}`, subject: row.id, details: { kinds: taken.length } })
    await hear(work, desk, row)
  },
})

/** The receipt of the disclosure itself. */
export async function settledDisclosure(
  work: Work,
  desk: SharingDesk,
  { id, receipt }: { id: string; receipt: SettledMessage['receipt'] },
): Promise<void> {
  const row = await findDisclosureRow(work, id, true)
  if (!row) return
  await (receipt.outcome === 'received'
    ? happen(work, desk, row, { act: 'arrive', kind: 'delivered', words: undefined })
    : happen(work, desk, row, { act: 'refuse', kind: 'refused', words: { text: receipt.because } }))
}

type Happening = {
  readonly act: Extract<DisclosureAct, 'arrive' | 'refuse' | 'accept' | 'return' | 'decline'>
  readonly kind: 'delivered' | 'refused' | 'accepted' | 'returned' | 'declined'
  readonly words: EventWords | undefined
}

async function happen(
  work: Work,
  desk: SharingDesk,
  row: DisclosureRow,
  { act, kind, words }: Happening,
): Promise<void> {
  const state = nextState(act, row.state)
  if (!state) {
    // It crossed a recall, an end or its own receipt on the way.
    work.audit({
      act: 'sharing.answer-late',
      subject: row.id,
      details: { late: act, state: row.state },
    })
    return
  }
  await noteWords(work, desk, row, kind, words, { state })
  work.audit({ act: `sharing.${kind}-there`, subject: row.id })
  if (kind === 'delivered') return
  const event: FileEvent = {
    ...{ what: kind, disclosureId: row.id, facts: row.facts },
    to: (row.to_id && (await findParty(work, row.to_id))?.name) || '',
    language: 'nl',
    // Of a refusal there is a code, which is nobody's words.
    words: kind === 'refused' ? undefined : words?.text,
  }
  await sourceOf(desk, row.file_kind).hear?.(work, row.file_id, event)
  await hear(work, desk, row)
}

/** Only the organisation that it went to says anything about it. */
async function getOwn(work: Work, from: string, id: string): Promise<DisclosureRow> {
  const row = await findDisclosureRow(work, id, true)
  return row && row.to_id === from ? row : refuse('not-found', 'no-such-disclosure')
}
