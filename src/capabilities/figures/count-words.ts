import { type Keyring, openRecord, sealRecord } from '#platform/keyring.ts'
import type { Work } from '#platform/work.ts'
import type { Counts } from './counts-message.ts'
import type { CountRow, ReceivedRow } from './tables.ts'

type Place = 'figure-count' | 'figure-received'

const contextOf = (place: Place, organisation: string, id: string): string =>
  `${place}:${organisation}:${id}`

const sealIn =
  (place: Place) => async (work: Work, keyring: Keyring, id: string, cells: Counts['cells']) => {
    const context = contextOf(place, work.actor.organisationId, id)
    const { wrappedKey, sealed } = sealRecord(await keyring.keyOf(work), context, cells)
    return { content_key: wrappedKey, content: sealed }
  }

const openIn =
  (place: Place) =>
  async (
    work: Work,
    keyring: Keyring,
    row: Pick<CountRow | ReceivedRow, 'id' | 'content_key' | 'content'>,
  ): Promise<Counts['cells']> =>
    openRecord(
      await keyring.keyOf(work),
      contextOf(place, work.actor.organisationId, row.id),
      row.content_key,
      row.content,
    )

/** At whoever counted: exact numbers may be small, so they are no plain text in any row. */
export const sealCount = sealIn('figure-count')
export const openCount = openIn('figure-count')

/** At the ministry: raw material. Only `draw-up-editions.ts` opens it. */
export const sealReceived = sealIn('figure-received')
export const openReceived = openIn('figure-received')
