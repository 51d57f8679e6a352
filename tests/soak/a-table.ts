import type { Visitor } from '#tests/a-visitor.ts'
import { coordinator, expect, type Person } from './at-work.ts'
import type { SentForms } from './sent-forms.ts'

export type Card = { readonly by: Person; readonly phase: number; readonly words: string }

/** An intervision as the people around it know it. */
export type Table = {
  readonly at: string
  readonly seated: Set<Person>
  /** where it stands, as far as was acknowledged */
  place: string
  /** where it stands when a click counted whose answer never came */
  perhaps: string | undefined
  readonly cards: Card[]
  /** cards whose answer never came */
  readonly sent: Set<Card>
}

/** Where a table of the method "niet-pluis" can stand, in order. */
const places: readonly string[] = [
  ...['gathering', '0-open', '1-writing', '1-revealed', '2-writing', '2-revealed'],
  ...['3-writing', '3-revealed', '4-open'],
]

export const placeOn = (body: string): string | undefined => /data-place="([^"]+)"/.exec(body)?.[1]

/** From 0; -1 before it began. */
export const phaseAt = (place: string): number => Number(/^\d+/.exec(place)?.[0] ?? -1)

export const stepsDone = ({ place }: Table): number => places.indexOf(place)
export const isLast = ({ place }: Table): boolean => place === places.at(-1)

/** The facilitator clicks on; told that it was moved already, that is where it stands. */
export function moveOn(table: Table, forms: SentForms, visitor: Visitor): Promise<void> {
  const from = table.place
  const act = from === 'gathering' ? 'begin' : from.endsWith('writing') ? 'reveal' : 'next'
  const to = places[places.indexOf(from) + 1] ?? from
  table.perhaps = to
  return forms.send(visitor, {
    who: coordinator,
    send: (visitor) => visitor.post(`${table.at}/verder`, { act, from }),
    answered({ status }) {
      if (status !== 409) expect(status, 303)
      table.place = to
      table.perhaps = undefined
    },
  })
}
