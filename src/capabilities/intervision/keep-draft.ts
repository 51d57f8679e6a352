import type { AskedKind } from '#capabilities/knowledge/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type Contribution, sentKey } from './contribution.ts'
import type { IntervisionDesk } from './desk.ts'
import type { Sealer } from './intervision-words.ts'
import { findDraft, findSent, updateParticipant } from './store-table.ts'
import { findTable, sealerFor } from './table.ts'

/** What somebody is typing, per phase and kind of card, for their own eyes only. */
export type CardDrafts = Readonly<Record<string, CardDraft>>
export type CardDraft = {
  /** of the form, so that laying it down later still counts once */
  readonly key: string
  readonly fields: Readonly<Record<string, string>>
}

export const draftName = (phase: string, kind: AskedKind): string => `${phase}.${kind}`

const draftContext = (personId: string): string => `draft:${personId}`

export const openDrafts = (sealer: Sealer, personId: string, sealed: Buffer): CardDrafts =>
  sealer.open<CardDrafts>(draftContext(personId), sealed)

type Typing = CardDraft & {
  readonly phase: string
  readonly kind: AskedKind
  /** the card that this would be, when nothing lacks */
  readonly card: Contribution | undefined
}

/**
 * Keeps what is being typed, so that a reload or a lost connection costs nothing. What was laid down in
 * the meantime does not come back as a draft; other words with the same form, of a second device, do stay.
 * One per step and kind of card that the table asks for, so that drafts do not grow without end.
 */
export async function keepCardDraft(
  work: Work,
  desk: IntervisionDesk,
  id: string,
  { phase, kind, key, fields, card }: Typing,
): Promise<void> {
  const { actor, row, phases } = await findTable(work, desk, id, true)
  const asked = phases.find((one) => one.id === phase)?.asks.includes(kind)
  if (!asked) return refuse('conflict', 'not-asked-here')
  const written = Object.values(fields).some((text) => text.trim() !== '')
  // Letting go of what was never laid down stays possible after the end.
  if (written && row.state !== 'running') return refuse('conflict', 'not-running')
  const sealer = await sealerFor(work, desk, row)
  const sent = card && (await findSent(work, id, actor.personId, sentKey(key, card)))
  await changeDrafts(work, sealer, id, actor.personId, {
    [draftName(phase, kind)]: written && !sent ? { key, fields } : undefined,
  })
  work.audit({ act: 'intervision.draft', subject: id })
}

/** `undefined` lets go of a draft. The caller holds the row of the intervision. */
export async function changeDrafts(
  work: Work,
  sealer: Sealer,
  id: string,
  personId: string,
  change: Readonly<Record<string, CardDraft | undefined>>,
): Promise<void> {
  const found = await findDraft(work, id, personId)
  const before = found?.draft ? openDrafts(sealer, personId, found.draft) : {}
  const drafts = Object.entries({ ...before, ...change }).filter(([, draft]) => draft)
  await updateParticipant(work, id, personId, {
    draft:
      drafts.length > 0 ? sealer.seal(draftContext(personId), Object.fromEntries(drafts)) : null,
  })
}
