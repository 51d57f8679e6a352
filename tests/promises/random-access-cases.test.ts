import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/ids.ts'
import type { Exchange, Fields } from '#tests/a-visitor.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'
import {
  aCaseWorld,
  type CaseWorld,
  caseFactsOf,
  caseTracesOf,
  type WorldCase,
  wordInAll,
} from './a-case-world.ts'
import type { Inhabitant } from './a-random-world.ts'
import { worksWithPupils } from './who-may.ts'
import {
  caseActs,
  caseVerdict,
  goesOnWith,
  inItsCircle,
  isForsaken,
  readingCases,
  seesCase,
} from './who-may-cases.ts'

const seed = 20_261_123

let app: TestApp
let world: CaseWorld
before(async () => {
  app = await anApp()
  world = await aCaseWorld(app, seed)
})
after(() => app?.close())

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const masked = ({ status, location, body }: Exchange) => ({
  status,
  location: location.replaceAll(uuid, '…'),
  body: body.replaceAll(uuid, '…'),
})

const words = 'Een verzonnen zin.'
const day = (name: string, year: number) => ({
  [`${name}-day`]: '1',
  [`${name}-month`]: '11',
  [`${name}-year`]: String(year),
})
const fact = { text: words, source: 'mentor', origin: 'own' }

/** Where each act is asked for, and what its form holds; nothing to send: a page. */
function addressOf(
  act: string,
  { entry, task, role }: WorldCase,
  person: string,
): [string, Fields?] {
  switch (act) {
    case 'case':
      return ['']
    case 'circle':
      return ['/kring']
    case 'tasks':
      return ['/taken']
    case 'roles':
      return ['/rollen']
    case 'entry':
      return [`/regels/${entry}`]
    case 'task':
      return [`/taken/${task}`]
    case 'fact':
      return ['/feit', fact]
    case 'interpretation':
      return ['/duiding', { text: words, innocent: 'Een bijbaan.' }]
    case 'contact':
      return ['/contact', { text: words, withWhom: 'moeder', how: 'phone' }]
    case 'decision':
      return ['/besluit', { text: words, reasons: words, not: 'no' }]
    case 'add-task':
      return ['/taken/nieuw', { title: words, owner: person, ...day('due', 2027) }]
    case 'end-task':
      return [`/taken/${task}/klaar`, { words }]
    case 'move-task':
      return [`/taken/${task}/verplaatsen`, { owner: person, ...day('due', 2027) }]
    case 'edit-fact':
      return [`/regels/${entry}/aanpassen`, { ...fact, version: '1' }]
    case 'withdraw-fact':
      return [`/regels/${entry}/weghalen`, { because: 'mistake' }]
    case 'role':
      return [
        '/rollen/nieuw',
        { role: 'exploited', source: words, evidence: words, against: words, ...day('from', 2026) },
      ]
    case 'end-role':
      return [`/rollen/${role}/beeindigen`, { reason: words, ...day('until', 2026) }]
    case 'question':
      return ['/vraag', { question: words, version: '1' }]
    case 'identity':
      return ['/jongere', { name: `${wordInAll} ${words}`, version: '1' }]
    case 'add-to-circle':
      return ['/kring/nieuw', { colleague: person, reason: words }]
    case 'end-in-circle':
      return [`/kring/${person}/beeindigen`, { reason: words }]
    case 'hand-over':
      return ['/overdragen', { colleague: person, reason: words }]
    case 'take-over':
      return ['/overnemen', { reason: words }]
    case 'close':
      return ['/afronden', { outcome: 'explained', words, told: words }]
    case 'reopen':
      return ['/heropenen', { reason: words }]
  }
  throw new Error(`Nobody knows how to ${act}.`)
}

/** The page of an act: there, or said to be for others, for whoever sees the case. */
const actPages = caseActs.filter((act) => !['end-task', 'move-task'].includes(act))

/** One act of one person on one case, as their browser would send it. */
function doIt({ visitor }: Inhabitant, act: string, on: WorldCase, person: string, page: number) {
  const asked = act === 'act-page' ? (actPages[page % actPages.length] ?? '') : act
  const [at, fields] = addressOf(asked, on, person)
  const path = `/casussen/${on.id}${at}`
  return fields && asked === act ? visitor.post(path, fields) : visitor.get(path)
}

const invented = (): WorldCase => ({ id: newId(), entry: newId(), task: newId(), role: newId() })

const drawn = fc.record({
  who: fc.nat(1000),
  act: fc.constantFrom(...caseActs, ...readingCases),
  on: fc.nat(1000),
  other: fc.nat(1000),
})

test('whoever asks whatever about whichever case gets what the rules say, and nobody outside can tell that it exists', async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(drawn, async ({ who: at, act, on, other }) => {
      const who = world.people[at % world.people.length]
      const one = world.cases[on % world.cases.length]
      assert.ok(who && one)
      const row = await caseFactsOf(app, one)
      const before = await caseTracesOf(app, one)
      const expected = caseVerdict(who, act, row)
      const person = row.staff[other % row.staff.length]?.person ?? who.person
      const answer = await doIt(who, act, one, person, other)
      seen.set(expected, (seen.get(expected) ?? 0) + 1)
      const told = `${expected}: ${act} by ${who.roles.join('+')} of ${who.kind}: ${answer.status}`
      if (expected === 'allowed') {
        const fine =
          act === 'act-page'
            ? [200, 403, 404]
            : readingCases.includes(act)
              ? [200]
              : [303, 409, 422]
        return assert.ok(fine.includes(answer.status), told)
      }
      assert.equal(await caseTracesOf(app, one), before, `${told}, and something changed`)
      if (expected === 'sign-in') {
        const held = answer.status === 403 && answer.body.includes('href="/inloggen?')
        return assert.ok(held || /^\/inloggen\?/.test(answer.location), told)
      }
      // In a closed case whoever sees it may hear first that it is closed.
      if (expected === 'refused') {
        const fine = row.state === 'closed' || act === 'reopen' ? [403, 409] : [403]
        return assert.ok(fine.includes(answer.status), told)
      }
      const nowhere = await doIt(who, act, invented(), person, other)
      assert.deepEqual(masked(answer), masked(nowhere), told)
      assert.equal(answer.status, expected === 'no-business-here' ? 403 : 404, told)
    }),
    { seed, numRuns: 450, endOnFailure: true },
  )
  assert.deepEqual(
    [...seen.keys()].sort(),
    ['allowed', 'hidden', 'no-business-here', 'refused', 'sign-in'],
    'chance must have met every kind of answer',
  )
})

const casesOn = ({ body }: Exchange): string[] => [
  ...new Set([...body.matchAll(/href="\/casussen\/([0-9a-f-]{36})"/g)].map(([, id]) => id ?? '')),
]

const factsOfAll = () => Promise.all(world.cases.map((one) => caseFactsOf(app, one)))
const activePeople = () => world.people.filter(({ active }) => active)
const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).sort()

async function listed(who: Inhabitant, path: string): Promise<string[]> {
  const found = new Set<string>()
  for (let at = path; at !== ''; ) {
    const page = await who.visitor.get(at)
    assert.equal(page.status, 200, at)
    for (const id of casesOn(page)) found.add(id)
    const next = /href="(\/casussen\?[^"]*voor=[^"]+)"/.exec(page.body)?.[1]
    at = next?.replaceAll('&amp;', '&') ?? ''
  }
  return [...found].sort()
}

test('the lists hold exactly what the rules give this person, with what lies with nobody among the open ones', async () => {
  const rows = await factsOfAll()
  for (const who of activePeople()) {
    const told = `${who.roles.join('+')} of ${who.kind}`
    if (!worksWithPupils(who)) {
      assert.equal((await who.visitor.get('/casussen')).status, 403, told)
      continue
    }
    const open = rows.filter(({ state }) => state === 'open')
    assert.deepEqual(
      await listed(who, '/casussen'),
      idsOf(open.filter((row) => seesCase(who, row))),
      told,
    )
    const closed = rows.filter(({ state }) => state === 'closed')
    assert.deepEqual(
      await listed(who, '/casussen?stand=afgerond'),
      idsOf(closed.filter((row) => inItsCircle(who, row))),
      told,
    )
  }
  assert.ok(rows.some(isForsaken), 'chance must have left some case with nobody')
  const reached = activePeople().some((who) => rows.some((row) => goesOnWith(who, row)))
  assert.ok(reached, 'and somebody who goes on with it')
})

test('searching finds exactly the cases of whose circle one is, on all its pages together', async () => {
  const rows = await factsOfAll()
  for (const who of activePeople()) {
    const told = `${who.roles.join('+')} of ${who.kind}`
    const found: string[] = []
    let before = ''
    do {
      const page = await who.visitor.post('/casussen/zoek', { q: wordInAll, voor: before })
      assert.equal(page.status, worksWithPupils(who) ? 200 : 403, told)
      found.push(...casesOn(page))
      before = /name="voor" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    } while (before)
    assert.deepEqual(found.sort(), idsOf(rows.filter((row) => inItsCircle(who, row))), told)
  }
})

test('a day holds exactly the open tasks of this person and of what they coordinate', async () => {
  const { rows: tasks } = await app.house.pool.query(
    `select t.case_id, t.owner_id as owner from case_task t
     where t.state = 'open' and t.due_on <= '2026-11-23'`,
  )
  const rows = new Map((await factsOfAll()).map((row) => [row.id, row]))
  for (const who of activePeople()) {
    const page = await who.visitor.get('/vandaag')
    const told = `${who.roles.join('+')} of ${who.kind}`
    assert.equal(page.status, worksWithPupils(who) ? 200 : 403, told)
    const due = tasks.filter(({ case_id, owner }) => {
      const row = rows.get(case_id)
      return row && inItsCircle(who, row) && [owner, row.coordinator].includes(who.person)
    })
    assert.deepEqual(
      casesOn(page).sort(),
      [...new Set(due.map(({ case_id }) => String(case_id)))].sort(),
      told,
    )
  }
})
