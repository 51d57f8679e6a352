import { anAdviceDesk, aQuestion, asked, carried, sharing } from '#capabilities/advice/an-advice.ts'
import { giveAdvice } from '#capabilities/advice/give-advice.ts'
import { takeUpAdvice } from '#capabilities/advice/take-up-advice.ts'
import { aCase } from '#capabilities/cases/a-case.ts'
import { aTableDesk, carriedTables, someWords } from '#capabilities/round-tables/a-table.ts'
import { agreeOn } from '#capabilities/round-tables/agree-on.ts'
import { conveneTable } from '#capabilities/round-tables/convene-table.ts'
import { sayOnMinutes } from '#capabilities/round-tables/say-on-minutes.ts'
import { takeSeat } from '#capabilities/round-tables/take-seat.ts'
import { writeForTable } from '#capabilities/round-tables/write-for-table.ts'
import { proposeMinutes } from '#capabilities/round-tables/write-minutes.ts'
import type { Fields } from '#tests/a-visitor.ts'
import { somebody, type TestApp } from '#tests/an-app.ts'
import type { Walk } from '#tests/every-address.ts'

const coordinator = somebody('samira-denkbeeld')
const municipal = somebody('rosa-regie')
const words = 'Wat er nog bij hoort.'

/** For every address at which organisations think together: a way to have it answer well. */
export function togetherAddresses(test: TestApp): Readonly<Record<string, () => Promise<Walk>>> {
  const desk = anAdviceDesk(test.house)
  const does = sharing(test.house)
  const to = municipal.organisationId
  const mine = () => asked(test.house, desk, coordinator, to)
  const theirs = async () => {
    const id = await mine()
    await carried(test.house, desk)
    return id
  }
  const taken = async () => {
    const id = await theirs()
    await does(municipal, (work) => takeUpAdvice(work, desk, id))
    return id
  }
  const askedBack = async () => {
    const id = await taken()
    await does(municipal, (work) =>
      giveAdvice(work, desk, id, { act: 'ask-back', text: 'Hoe lang al?', seen: [] }),
    )
    await carried(test.house, desk)
    return id
  }
  const on =
    (who: typeof coordinator, make: () => Promise<string>, at: string, fields?: Fields) =>
    async (): Promise<Walk> => {
      const subject = await make()
      const visitor = await test.signedIn(who)
      const path = `/advies/${subject}${at}`
      return { answer: await (fields ? visitor.post(path, fields) : visitor.get(path)), subject }
    }
  const acts: readonly (readonly [string, typeof coordinator, () => Promise<string>, Fields])[] = [
    ['aanvulling', coordinator, mine, { text: words }],
    ['reactie', coordinator, askedBack, { text: words }],
    ['afronden', coordinator, mine, { outcome: words }],
    ['antwoord', municipal, taken, { text: words }],
    ['terugvraag', municipal, taken, { text: words }],
    ['afsluiten', municipal, taken, { text: words }],
  ]
  const seats = aTableDesk(test.house)
  const invited = [{ party: to, role: 'municipal-coordinator' as const }]
  const day = '2026-12-01'
  const dated = (name: string) => ({
    [`${name}-day`]: '1',
    [`${name}-month`]: '12',
    [`${name}-year`]: '2026',
  })
  const convened = async () => {
    const made = await does(coordinator, (work) =>
      conveneTable(work, seats, { invited, aim: 'help', day, words: someWords(), seen: [] }),
    )
    if ('look' in made) throw new Error('The invitation names somebody.')
    await carriedTables(test.house, seats)
    return made.id
  }
  const joined = async () => {
    const id = await convened()
    await does(municipal, (work) => takeSeat(work, seats, id, 'join'))
    await carriedTables(test.house, seats)
    return id
  }
  const agreed = async () => {
    const id = await joined()
    await does(coordinator, (work) =>
      agreeOn(work, seats, id, {
        ...{ owner: to, text: 'Zoekt een plek.', due: day, road: '' },
        ...{ answers: {}, language: 'nl', seen: [] },
      }),
    )
    await carriedTables(test.house, seats)
    const { rows } = await test.house.pool.query(
      `select id from round_table_item where table_id = $1 and kind = 'agreement' limit 1`,
      [id],
    )
    return { id, item: String(rows[0]?.id) }
  }
  const minuted = async () => {
    const id = await joined()
    await does(coordinator, (work) =>
      proposeMinutes(work, seats, id, { text: 'Wat is besproken.', due: day, seen: [] }),
    )
    await carriedTables(test.house, seats)
    return id
  }
  const approved = async () => {
    const id = await minuted()
    await does(municipal, (work) => sayOnMinutes(work, seats, id, { state: 'approved', text: '' }))
    await carriedTables(test.house, seats)
    return id
  }
  const atTable =
    (who: typeof coordinator, make: () => Promise<string>, path: string, fields?: Fields) =>
    async (): Promise<Walk> => {
      const subject = await make()
      const visitor = await test.signedIn(who)
      const at = `/overleg/${subject}${path}`
      return { answer: await (fields ? visitor.post(at, fields) : visitor.get(at)), subject }
    }
  const onAgreement = (fields?: Fields) => async (): Promise<Walk> => {
    const { id, item } = await agreed()
    const visitor = await test.signedIn(municipal)
    const at = `/overleg/${id}/afspraken/${item}`
    return { answer: await (fields ? visitor.post(at, fields) : visitor.get(at)), subject: id }
  }
  const fact = { kind: 'fact', text: words, source: 'een mentor', moment: '', beside: '' }
  const writtenAt = async () => {
    const id = await joined()
    const written = { ...fact, kind: 'fact' as const, beside: [] }
    await does(coordinator, (work) => writeForTable(work, seats, id, written))
    const { rows } = await test.house.pool.query(
      `select id from round_table_item where table_id = $1 and kind = 'written' limit 1`,
      [id],
    )
    return { id, item: String(rows[0]?.id) }
  }
  const agreeing = `/afspreken?aan=${to}&weg=zonder`
  const tables: Readonly<Record<string, () => Promise<Walk>>> = {
    'GET /samenwerken': async () => ({
      answer: await (await test.signedIn(municipal)).get('/samenwerken'),
    }),
    'GET /overleg': async () => ({
      answer: await (await test.signedIn(municipal)).get('/overleg'),
    }),
    'GET /overleg/nieuw': async () => ({
      answer: await (await test.signedIn(coordinator)).get('/overleg/nieuw'),
    }),
    'POST /overleg/nieuw': async () => ({
      answer: await (await test.signedIn(coordinator)).post('/overleg/nieuw', {
        invited: `${to}:municipal-coordinator`,
        aim: 'help',
        ...someWords(),
        ...dated('day'),
      }),
    }),
    'GET /overleg/:id': atTable(municipal, joined, ''),
    'POST /overleg/:id/plaats': atTable(municipal, convened, '/plaats', { act: 'join' }),
    'GET /delen/nieuw': async () => {
      const subject = await joined()
      const visitor = await test.signedIn(coordinator)
      return { answer: await visitor.get(`/delen/nieuw?bij=round-table/${subject}`), subject }
    },
    'GET /overleg/:id/opschrijven': atTable(coordinator, joined, '/opschrijven'),
    'POST /overleg/:id/opschrijven': atTable(coordinator, joined, '/opschrijven', fact),
    'POST /overleg/:id/opgeschreven/:item/wissen': async () => {
      const { id: subject, item } = await writtenAt()
      const visitor = await test.signedIn(coordinator)
      const path = `/overleg/${subject}/opgeschreven/${item}/wissen`
      return { answer: await visitor.post(path, {}), subject }
    },
    'GET /overleg/:id/afspreken': atTable(coordinator, joined, agreeing),
    'POST /overleg/:id/afspreken': atTable(coordinator, joined, agreeing, {
      text: words,
      ...dated('due'),
    }),
    'GET /overleg/:id/afspraken/:item': onAgreement(),
    'POST /overleg/:id/afspraken/:item': onAgreement({ act: 'accept' }),
    'POST /overleg/:id/afspraken/:item/terugnemen': async () => {
      const { id: subject, item } = await agreed()
      const visitor = await test.signedIn(coordinator)
      return {
        answer: await visitor.post(`/overleg/${subject}/afspraken/${item}/terugnemen`, {}),
        subject,
      }
    },
    'GET /overleg/:id/verslag': atTable(coordinator, joined, '/verslag'),
    'POST /overleg/:id/verslag': atTable(coordinator, joined, '/verslag', {
      text: words,
      ...dated('due'),
    }),
    'GET /overleg/:id/verslag/reactie': atTable(municipal, minuted, '/verslag/reactie'),
    'POST /overleg/:id/verslag/reactie': atTable(municipal, minuted, '/verslag/reactie', {
      state: 'remarked',
      text: words,
    }),
    'POST /overleg/:id/verslag/vastleggen': atTable(
      coordinator,
      approved,
      '/verslag/vastleggen',
      {},
    ),
    'GET /overleg/:id/beeindigen': atTable(coordinator, joined, '/beeindigen'),
    'POST /overleg/:id/beeindigen': atTable(coordinator, joined, '/beeindigen', dated('keepUntil')),
  }
  return {
    ...tables,
    'GET /advies': async () => ({ answer: await (await test.signedIn(municipal)).get('/advies') }),
    'GET /advies/nieuw': async () => {
      const subject = await aCase(test.house, desk.cases, coordinator)
      const visitor = await test.signedIn(coordinator)
      return { answer: await visitor.get(`/advies/nieuw?casus=${subject}`), subject }
    },
    'POST /advies/nieuw': async () => ({
      answer: await (await test.signedIn(coordinator)).post('/advies/nieuw', {
        danger: 'no',
        to,
        ...aQuestion(),
      }),
    }),
    'GET /advies/:id': on(municipal, theirs, ''),
    'POST /advies/:id/oppakken': on(municipal, theirs, '/oppakken', {}),
    ...Object.fromEntries(
      acts.flatMap(([at, who, make, fields]) => [
        [`GET /advies/:id/${at}`, on(who, make, `/${at}`)],
        [`POST /advies/:id/${at}`, on(who, make, `/${at}`, fields)],
      ]),
    ),
  }
}
