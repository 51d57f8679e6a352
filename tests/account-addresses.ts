import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const keeper = somebody('bas-brief')
const anAction = { line: 'Verzonnen lijn', title: 'Verzonnen actie', owner: 'Directie Voorbeelden' }

/** For every address of the register of a ministry: a way to have it answer well. */
export function accountAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const as = (ask: (visitor: Visitor) => Promise<Exchange>) => async () => ({
    answer: await ask(await test.signedIn(keeper)),
  })
  const onAction = (ask: (visitor: Visitor, at: string) => Promise<Exchange>) => async () => {
    const visitor = await test.signedIn(keeper)
    await visitor.post('/verantwoording/acties/nieuw', anAction)
    const { rows } = await test.house.pool.query(
      'select id from register_action where organisation_id = $1 order by id desc limit 1',
      [keeper.organisationId],
    )
    const subject = String(rows[0]?.id)
    return { answer: await ask(visitor, `/verantwoording/acties/${subject}`), subject }
  }
  return {
    'GET /verantwoording': as((v) => v.get('/verantwoording')),
    'GET /verantwoording/voor-de-brief': as((v) => v.get('/verantwoording/voor-de-brief')),
    'GET /verantwoording/acties/nieuw': as((v) => v.get('/verantwoording/acties/nieuw')),
    'POST /verantwoording/acties/nieuw': as((v) =>
      v.post('/verantwoording/acties/nieuw', anAction),
    ),
    'GET /verantwoording/acties/:id': onAction((v, at) => v.get(at)),
    'POST /verantwoording/acties/:id': onAction((v, at) =>
      v.post(at, { state: 'running', development: 'Het is begonnen.' }),
    ),
    'GET /verantwoording/acties/:id/wijzigen': onAction((v, at) => v.get(`${at}/wijzigen`)),
    'POST /verantwoording/acties/:id/wijzigen': onAction((v, at) =>
      v.post(`${at}/wijzigen`, { ...anAction, title: 'Andere verzonnen actie', version: '1' }),
    ),
  }
}
