import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import {
  changeByEvent,
  type DisclosureChange,
  type DisclosureRow,
  insertDisclosureEvent,
} from './disclosure-store.ts'
import {
  type DisclosureWords,
  type EventWords,
  openDisclosure,
  places,
} from './disclosure-words.ts'
import { keepersOf } from './keepers.ts'
import type { DisclosureEventKind } from './tables.ts'

/** What happened with a disclosure, at the sender; answers its own words. Once these are gone, no others are kept. */
export async function noteWords(
  work: Work,
  desk: Pick<SharingDesk, 'keyring'>,
  row: DisclosureRow,
  kind: DisclosureEventKind,
  words: EventWords | undefined,
  change?: DisclosureChange,
): Promise<DisclosureWords | undefined> {
  const opened = await openDisclosure(work, desk, row)
  const id = newId()
  const content = (words && opened?.key.seal(places.event(id), words)) ?? null
  const event = { disclosure_id: row.id, id, kind, content }
  if (change) changeByEvent(work, event, change)
  else insertDisclosureEvent(work, event)
  return opened?.words
}

/** Whoever follows it now hears that something came back; never what. */
export async function hear(
  work: Work,
  desk: Pick<SharingDesk, 'tell' | 'sources'>,
  row: DisclosureRow,
): Promise<void> {
  for (const to of await keepersOf(work, desk, row)) {
    await desk.tell(work, { to, template: 'delivery-answered', reference: row.reference })
  }
}
