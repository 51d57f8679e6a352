import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/ids.ts'
import type { Exchange } from '#tests/a-visitor.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { listTenantTables } from '#tests/table-rules.ts'
import { aRandomWorld, factsOf, type Inhabitant, tracesOf, type World } from './a-random-world.ts'
import {
  acts,
  followsItUp,
  followsUpAtAll,
  isWithNobody,
  pages,
  verdict,
  worksWithPupils,
  wroteIt,
} from './who-may.ts'

const seed = 20_261_123

let app: TestApp
let world: World
before(async () => {
  app = await anApp()
  world = await aRandomWorld(app, seed)
})
after(() => app?.close())

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const masked = ({ status, location, body }: Exchange) => ({
  status,
  location: location.replaceAll(uuid, '…'),
  body: body.replaceAll(uuid, '…'),
})

const words = 'Wat er nog bij hoort.'
const actPages = ['vraag', 'antwoord', 'aanvulling', 'doorgeven', 'afronden', 'intrekken']

/** One act of one person on one signal, as their browser would send it. */
function doIt({ visitor }: Inhabitant, act: string, id: string, other: string, chance: number) {
  const at = (path: string, fields = {}) => visitor.post(`/signalen/${id}/${path}`, fields)
  switch (act) {
    case 'read':
      return visitor.get(`/signalen/${id}`)
    case 'receipt':
      return visitor.get(`/signalen/${id}/ontvangst`)
    case 'page-of-an-act':
      return visitor.get(`/signalen/${id}/${actPages[chance % actPages.length]}`)
    case 'answer':
      return at('antwoord', { words })
    case 'add':
      return at('aanvulling', { words })
    case 'withdraw':
      return at('intrekken', { because: 'mistake' })
    case 'take-up':
      return at('oppakken')
    case 'ask':
      return at('vraag', { words })
    case 'pass':
      return at('doorgeven', { colleague: colleagueFor(chance), words })
    case 'close':
      return at('afronden', { outcome: 'explained', words })
    case 'separate':
      return at('losmaken')
    case 'combine':
      return visitor.post('/wachtrij/samen', { signal: [id, other] })
  }
  throw new Error(`Nobody knows how to ${act}.`)
}

const colleagueFor = (chance: number): string => {
  const all = world.people.filter(followsUpAtAll)
  return all[chance % all.length]?.person ?? ''
}

const drawn = fc.record({
  who: fc.nat(1000),
  act: fc.constantFrom(...acts, ...pages),
  signal: fc.nat(1000),
  other: fc.nat(1000),
  chance: fc.nat(1000),
})

test('whoever asks whatever about whichever signal gets what the rules say, and nobody outside can tell that it exists', async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(drawn, async ({ who: at, act, signal, other, chance }) => {
      const who = world.people[at % world.people.length]
      const id = world.signals[signal % world.signals.length]
      assert.ok(who && id)
      const row = await factsOf(app, id)
      const before = await tracesOf(app, id)
      const expected = verdict(who, act, row)
      // Combined with one that this person follows up, where there is one.
      const second = act === 'combine' ? await anotherFor(who, id, other) : ''
      const answer = await doIt(who, act, id, second, chance)
      seen.set(`${expected} ${act}`, (seen.get(`${expected} ${act}`) ?? 0) + 1)
      const told = `${expected}: ${act} by ${who.roles.join('+')} of ${who.kind}: ${answer.status}`
      if (expected === 'allowed') {
        const fine = pages.includes(act) ? [200] : [303, 409, 422]
        return assert.ok(fine.includes(answer.status) || second === nowhere, told)
      }
      assert.equal(await tracesOf(app, id), before, `${told}, and something changed`)
      if (expected === 'sign-in') {
        // A form that was filled in comes back to be sent again; anything else leads to the door.
        const held = answer.status === 403 && answer.body.includes('href="/inloggen?')
        return assert.ok(held || /^\/inloggen\?/.test(answer.location), told)
      }
      if (expected === 'refused') {
        const fine = second === nowhere ? [404] : [403, 422]
        return assert.ok(fine.includes(answer.status), told)
      }
      const invented = await doIt(who, act, newId(), second, chance)
      assert.deepEqual(masked(answer), masked(invented), told)
      const refusal = expected === 'no-business-here' ? [403, 422] : [404, 422]
      assert.ok(refusal.includes(answer.status), told)
    }),
    { seed, numRuns: 350, endOnFailure: true },
  )
  const verdicts = new Set([...seen.keys()].map((key) => key.split(' ')[0]))
  assert.deepEqual(
    [...verdicts].sort(),
    ['allowed', 'hidden', 'no-business-here', 'refused', 'sign-in'],
    'chance must have met every kind of answer',
  )
})

/** A signal that does not exist: for who has no other to combine with. */
const nowhere = newId()

async function anotherFor(who: Inhabitant, not: string, chance: number): Promise<string> {
  const rows = await Promise.all(world.signals.map((id) => factsOf(app, id)))
  const own = rows.filter((row) => row.id !== not && row.about === 'pupil' && followsItUp(who, row))
  return own[chance % own.length]?.id ?? nowhere
}

const signalsOn = (page: Exchange): string[] => [
  ...new Set(
    [...page.body.matchAll(/href="\/signalen\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? ''),
  ),
]

/** Everything a list shows, page after page. */
async function listed(who: Inhabitant, path: string, next: RegExp): Promise<string[]> {
  const found: string[] = []
  for (let at = path; at !== ''; ) {
    const page = await who.visitor.get(at)
    assert.equal(page.status, 200, at)
    found.push(...signalsOn(page))
    at = next.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  return found.sort()
}

test('a list holds exactly what the rules give this person, on all its pages together', async () => {
  const rows = await Promise.all(world.signals.map((id) => factsOf(app, id)))
  for (const who of world.people.filter(({ active }) => active)) {
    const told = `${who.roles.join('+')} of ${who.kind}`
    if (!followsUpAtAll(who)) {
      assert.equal((await who.visitor.get('/wachtrij')).status, 403, told)
    } else {
      for (const state of ['new', 'taken-up', 'question-asked', 'closed']) {
        const path = `/wachtrij?stand=${state}`
        const shown = await listed(who, path, /href="(\/wachtrij\?[^"]*na=[^"]+)"/)
        const due = rows.filter((row) => row.state === state && followsItUp(who, row))
        assert.deepEqual(shown, due.map(({ id }) => id).sort(), `${state} for ${told}`)
      }
    }
    if (!worksWithPupils(who)) {
      assert.equal((await who.visitor.get('/signalen')).status, 403, told)
      continue
    }
    const own = await listed(who, '/signalen', /href="(\/signalen\?voor=[^"]+)"/)
    assert.deepEqual(
      own,
      rows
        .filter((row) => wroteIt(who, row))
        .map(({ id }) => id)
        .sort(),
      told,
    )
  }
})

test('no open signal is with nobody while there is a coordinator', async () => {
  const rows = await Promise.all(world.signals.map((id) => factsOf(app, id)))
  const orphans = rows.filter(isWithNobody)
  assert.ok(orphans.length > 2, 'chance must have left some signals with nobody')
  for (const row of orphans) {
    const readers = world.people.filter((who) => who.active && followsItUp(who, row))
    assert.ok(readers.length > 0, row.id)
    const page = await readers[0]?.visitor.get(`/signalen/${row.id}`)
    assert.equal(page?.status, 200)
  }
})

test('a signal names no other signal that its reader may not follow up', async () => {
  const rows = new Map<string, Awaited<ReturnType<typeof factsOf>>>()
  for (const id of world.signals) rows.set(id, await factsOf(app, id))
  let named = 0
  for (const who of world.people.filter(followsUpAtAll).filter(({ active }) => active)) {
    for (const row of [...rows.values()].filter((one) => followsItUp(who, one)).slice(0, 6)) {
      const page = await who.visitor.get(`/signalen/${row.id}`)
      for (const id of signalsOn(page)) {
        const other = rows.get(id)
        assert.ok(other && followsItUp(who, other), `${id} is named to ${who.roles.join('+')}`)
        named += 1
      }
    }
  }
  assert.ok(named > 10, 'signals about the same pupil must have been named to somebody')
})

test('as the application role, whoever acts reads and changes rows of their own organisation only', async () => {
  const tables = await listTenantTables(app.house.pool)
  const actor = fc.constantFrom(...world.people)
  const table = fc.constantFrom(...tables)
  const signal = fc.constantFrom(...world.signals)
  const client = await app.house.pool.connect()
  try {
    await fc.assert(
      fc.asyncProperty(actor, table, signal, async (who, name, id) => {
        const row = await factsOf(app, id)
        const everything = await client.query(
          `select count(*)::int as n from ${name} where organisation_id = $1`,
          [who.organisation],
        )
        await client.query(
          `begin; set local role oogmerk_app;
           set local oogmerk.organisation_id = '${who.organisation}';
           set local oogmerk.person_id = '${who.person}'`,
        )
        try {
          const visible = await client.query(
            `select count(*)::int as n, count(distinct organisation_id)::int as of from ${name}`,
          )
          const { n } = everything.rows[0]
          assert.deepEqual(visible.rows[0], { n, of: n > 0 ? 1 : 0 }, name)
          const mine = row.organisation === who.organisation ? 1 : 0
          const read = await client.query('select id from signal where id = $1', [id])
          const changed = await client.query('update signal set edition = edition where id = $1', [
            id,
          ])
          const told = await client.query('select id from signal_event where signal_id = $1', [id])
          assert.deepEqual([read.rowCount, changed.rowCount], [mine, mine])
          assert.equal((told.rowCount ?? 0) > 0, mine === 1)
        } finally {
          await client.query('rollback')
        }
      }),
      { seed, numRuns: 200, endOnFailure: true },
    )
  } finally {
    client.release()
  }
})
