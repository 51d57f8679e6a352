import { aLetter } from '#capabilities/papers/a-paper.ts'
import { aFormWithParts } from '#platform/upload/a-file.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const keeper = somebody('bas-brief')
const anItem = { kind: 'motion', title: 'Verzonnen motie' }
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
  const onItem = (ask: (visitor: Visitor, at: string) => Promise<Exchange>) => async () => {
    const visitor = await test.signedIn(keeper)
    const made = await visitor.post('/verantwoording/punten/nieuw', anItem)
    const subject = made.location.split('/').at(-1) ?? ''
    return { answer: await ask(visitor, `/verantwoording/punten/${subject}`), subject }
  }
  const head = { kind: 'brief', title: 'Verzonnen brief', 'dated-day': '2', 'dated-month': '3' }
  let sent = 0
  /** A letter of its own each time, so that none is the same as one before. */
  const send = async (visitor: Visitor) => {
    sent += 1
    const text = Buffer.from(`${aLetter()}\nVerzonnen bijlage ${sent}, artikel 22b Sr.\n`)
    const { type, body } = aFormWithParts([{ name: 'file', file: 'brief.txt', bytes: text }])
    const init = { method: 'POST', body, headers: { 'content-type': type, origin: visitor.origin } }
    return visitor.send('/verantwoording/stukken', init)
  }
  const onPaper =
    (ask: (visitor: Visitor, at: string) => Promise<Exchange>, kept = true) =>
    async () => {
      const visitor = await test.signedIn(keeper)
      const { location } = await send(visitor)
      const subject = location.split('/').at(-1) ?? ''
      if (kept) await visitor.post(`${location}/welk`, { ...head, 'dated-year': '2032' })
      return { answer: await ask(visitor, location), subject }
    }
  return {
    'GET /verantwoording/stukken': as((v) => v.get('/verantwoording/stukken')),
    'POST /verantwoording/stukken': as(send),
    'GET /verantwoording/stukken/:id': onPaper((v, at) => v.get(at)),
    'GET /verantwoording/stukken/:id/welk': onPaper((v, at) => v.get(`${at}/welk`)),
    'POST /verantwoording/stukken/:id/welk': onPaper((v, at) =>
      v.post(`${at}/welk`, { ...head, 'dated-year': '2032' }),
    ),
    'POST /verantwoording/stukken/:id/zeker': onPaper((v, at) => v.post(`${at}/zeker`)),
    'POST /verantwoording/stukken/:id/opzij': onPaper((v, at) => v.post(`${at}/opzij`), false),
    'GET /verantwoording/stukken/:id/vondsten/:number': onPaper((v, at) =>
      v.get(`${at}/vondsten/1`),
    ),
    'POST /verantwoording/stukken/:id/vondsten/:number': onPaper((v, at) =>
      v.post(`${at}/vondsten/1`, { verdict: 'refuse' }),
    ),
    'GET /verantwoording/acties.csv': as((v) => v.get('/verantwoording/acties.csv')),
    'GET /verantwoording/acties.ods': as((v) => v.get('/verantwoording/acties.ods')),
    'GET /verantwoording/punten.csv': as((v) => v.get('/verantwoording/punten.csv')),
    'GET /verantwoording/punten.ods': as((v) => v.get('/verantwoording/punten.ods')),
    'GET /verantwoording/punten': as((v) => v.get('/verantwoording/punten')),
    'GET /verantwoording/punten/nieuw': as((v) => v.get('/verantwoording/punten/nieuw')),
    'POST /verantwoording/punten/nieuw': as((v) => v.post('/verantwoording/punten/nieuw', anItem)),
    'GET /verantwoording/punten/:id': onItem((v, at) => v.get(at)),
    'POST /verantwoording/punten/:id': onItem((v, at) =>
      v.post(at, { state: 'under-way', says: 'Het is begonnen.' }),
    ),
    'POST /verantwoording/punten/:id/eruit': onItem((v, at) =>
      v.post(`${at}/eruit`, { why: 'Dubbel ingevoerd.' }),
    ),
    'POST /verantwoording/punten/:id/terug': onItem((v, at) => v.post(`${at}/terug`)),
    'GET /verantwoording/punten/:id/wijzigen': onItem((v, at) => v.get(`${at}/wijzigen`)),
    'POST /verantwoording/punten/:id/wijzigen': onItem((v, at) =>
      v.post(`${at}/wijzigen`, { ...anItem, title: 'Andere verzonnen motie', version: '1' }),
    ),
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
