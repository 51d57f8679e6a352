import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import { together } from '#platform/together.ts'
import type { Work } from '#platform/work.ts'
import { type Composed, composeDisclosure } from './compose-disclosure.ts'
import type { SharingDesk } from './desk.ts'
import { changeByEvent, findDisclosureRow, isDoneBefore } from './disclosure-store.ts'
import { places } from './disclosure-words.ts'
import { type FoundDisclosure, findDisclosure, mustLead, type Which } from './find-disclosure.ts'
import { atOf, type Bounds, boundsOfBegun, occasionOf } from './occasion.ts'
import { sendInOrder } from './send-message.ts'
import { kinds } from './sharing-messages.ts'

export type Checked = FoundDisclosure & {
  readonly composed: Composed
  readonly bounds: Bounds | 'free' | 'over'
}

/** What would leave now, or what is wrong with it, for the page before delivering. */
export async function checkDisclosure(
  work: Work,
  desk: SharingDesk,
  which: Which,
): Promise<Checked> {
  const { id, language } = which
  const found = await findDisclosure(work, desk, which)
  mustLead('send', found.row.state)
  const bounds = await boundsOfBegun(work, desk, atOf(found.row), { language })
  const composed = await composeDisclosure(work, desk, found, language, bounds)
  work.audit({ act: 'sharing.check', subject: id, details: { whole: composed.ok } })
  return { ...found, composed, bounds }
}

/**
 * Delivers exactly what was seen: `hash` is that of the page on which somebody pressed the button. Whatever
 * changed in between, in the file or in the table, is a conflict, and they look again. Whoever calls this asked for
 * a fresh proof of who they are.
 */
export async function deliverDisclosure(
  work: Work,
  desk: SharingDesk,
  which: Which,
  { hash, key: sentWith }: { hash: string; key?: string | undefined },
): Promise<void> {
  const { id, language } = which
  const { at, bounds, locked } = await lockToDeliver(work, desk, which)
  const [found, again] = await together(
    findDisclosure(work, desk, { ...which, lock: true, locked, lockFile: true }),
    isDoneBefore(work, id, 'sent', sentWith),
  )
  const { actor, row, file, key, words } = found
  if (again) {
    work.audit({ act: 'sharing.deliver-again', subject: id })
    return
  }
  const state = mustLead('send', row.state)
  const composed = await composeDisclosure(work, desk, found, language, bounds)
  if (!composed.ok) return refuse('conflict', 'not-whole')
  if (composed.hash !== hash) return refuse('conflict', 'changed-since')
  const { body, to } = composed
  const eventId = newId()
  const decided = words.brought && { text: words.brought.why, by: actor.named?.here }
  const event = {
    disclosure_id: id,
    id: eventId,
    kind: 'sent',
    by_person: actor.personId ?? null,
    key: sentWith ?? null,
    content: decided ? key.seal(places.event(eventId), decided) : null,
  } as const
  changeByEvent(work, event, {
    state,
    facts: body.facts.length,
    hash: Buffer.from(composed.hash, 'hex'),
    road: body.basis.road,
    content: key.seal(places.words, { ...words, body }),
  })
  await file.note({
    what: 'delivered',
    disclosureId: id,
    to: to.name,
    facts: body.facts.length,
    words: `${body.aim}; ${body.basis.name}`,
    language,
    ...(body.asks ? { asks: true } : {}),
  })
  work.audit({
    act: 'sharing.deliver',
    subject: id,
    details: { to: to.id, facts: body.facts.length, road: body.basis.road, hash: composed.hash },
  })
  const told =
    at && (await occasionOf(desk, at.kind).told?.delivered(work, at.id, { id, to: to.id }))
  const delivery = { to: to.id, kind: kinds.disclosure, about: id, body }
  await sendInOrder(work, desk, [delivery, ...(told ?? [])])
}

/** Most are on no occasion. Where there is one it is locked before what is brought there, as where it ends. */
async function lockToDeliver(work: Work, desk: SharingDesk, { id, language }: Which) {
  const free = await findDisclosureRow(work, id, 'unless-at-occasion')
  if (free) return { at: undefined, bounds: 'free', locked: free } as const
  const before = await findDisclosureRow(work, id)
  const at = before && atOf(before)
  const bounds = await boundsOfBegun(work, desk, at, { language, lock: true })
  return { at, bounds, locked: await findDisclosureRow(work, id, true) }
}
