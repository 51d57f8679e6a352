import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const keeper = somebody('bas-brief')
const administrator = somebody('dirk-dossier')
const setting = '/organisatie/open-data'
const turnedOn = { isOn: 'yes', contact: 'post@ministerie.example' }

/** For every address of what a ministry reads along at the House: a way to have it answer well. */
export function feedAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const as = (who: typeof keeper, ask: (visitor: Visitor) => Promise<Exchange>) => async () => ({
    answer: await ask(await test.signedIn(who)),
  })
  const onMotion = (path: string) => async () => {
    const { rows } = await test.house.pool.query(
      `select id from parliament_row where organisation_id = $1 and facts->>'kind' = 'Motie'
       and source = 'matters' order by id limit 1`,
      [keeper.organisationId],
    )
    const subject = String(rows[0]?.id)
    const until = test.house.clock().toString()
    const visitor = await test.signedIn(keeper)
    return { answer: await visitor.post(path, { source: 'matters', id: subject, until }), subject }
  }
  return {
    'GET /verantwoording/kamer': as(keeper, (v) => v.get('/verantwoording/kamer')),
    'GET /verantwoording/kamer/bronnen': as(keeper, (v) => v.get('/verantwoording/kamer/bronnen')),
    'POST /verantwoording/kamer/bronnen': async () => {
      await (await test.signedIn(administrator)).post(setting, turnedOn)
      const visitor = await test.signedIn(keeper)
      return { answer: await visitor.post('/verantwoording/kamer/bronnen', { name: 'matters' }) }
    },
    'POST /verantwoording/kamer/gezien': onMotion('/verantwoording/kamer/gezien'),
    'POST /verantwoording/kamer/overnemen': onMotion('/verantwoording/kamer/overnemen'),
    [`GET ${setting}`]: as(administrator, (v) => v.get(setting)),
    [`POST ${setting}`]: as(administrator, (v) => v.post(setting, turnedOn)),
  }
}
