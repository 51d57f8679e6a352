import { sealCount } from '#capabilities/figures/count-words.ts'
import { insertCount } from '#capabilities/figures/store.ts'
import { turnPublishingOn } from '#capabilities/figures/turn-publishing.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const leader = somebody('piet-portofoon')
const ministry = somebody('bas-brief').organisationId
const which = { definition: 'arrests-looked-at', period: '2026-q3' }

/** For every address about figures that asks who somebody is: a way to have it answer well. */
export function figureAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const as = (ask: (visitor: Visitor) => Promise<Exchange>) => async () => ({
    answer: await ask(await test.signedIn(leader)),
  })
  /** As if the quarter was published before, with other numbers. */
  const published = () =>
    test.house.inTransaction(leader, 'tell-figures', async (work) => {
      await turnPublishingOn(work, ministry)
      const id = newId()
      await insertCount(work, {
        ...{ ...which, id, definition_version: 1, number: 1, ministry_id: ministry },
        ...{ counted_at: work.now.toString(), counted_by: null },
        ...(await sealCount(work, test.house.keyring, id, { later: 40 })),
      })
    })
  return {
    'GET /cijfers': as((v) => v.get('/cijfers')),
    'POST /cijfers/aan': as((v) => v.post('/cijfers/aan', { ministry })),
    'POST /cijfers/uit': as((v) => v.post('/cijfers/uit')),
    'POST /cijfers/opnieuw': as(async (v) => {
      await published()
      return v.post('/cijfers/opnieuw', which)
    }),
  }
}
