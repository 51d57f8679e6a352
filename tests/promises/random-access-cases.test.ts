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
import type { Beside } from './a-world-beside-cases.ts'
import { askBeside, namesCard, namesOne } from './ask-beside-cases.ts'
import { besideFactsOf, besideTracesOf, cardOf } from './beside-facts.ts'
import { type Verdict, worksWithPupils } from './who-may.ts'
import {
  answersOfAllowed,
  type BesideKind,
  besideActs,
  besideVerdict,
  mayBeTooLate,
  readsCardOf,
  saysWhatIsOnOffer,
} from './who-may-beside-cases.ts'
import {
  caseActs,
  caseVerdict,
  goesOnWith,
  hasCases,
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
const tableCode = /N-\w{4}-\w{4}/g
const hide = (text: string): string => text.replaceAll(uuid, '…').replaceAll(tableCode, '…')
const masked = ({ status, location, body }: Exchange) => ({
  status,
  location: hide(location),
  body: hide(body),
})

/** Whoever is not let through hears it in the one way that tells nothing; `nowhere`: of what never was. */
async function tellsNothing(
  expected: Exclude<Verdict, 'allowed'>,
  answer: Exchange,
  { refusals, nowhere, told }: Refused,
): Promise<void> {
  if (expected === 'sign-in') {
    const held = answer.status === 403 && answer.body.includes('href="/inloggen?')
    return assert.ok(held || /^\/inloggen\?/.test(answer.location), told)
  }
  if (expected === 'refused') return assert.ok(refusals.includes(answer.status), told)
  assert.deepEqual(masked(answer), masked(await nowhere()), told)
  assert.equal(answer.status, expected === 'no-business-here' ? 403 : 404, told)
}

type Refused = {
  readonly refusals: readonly number[]
  readonly nowhere: () => Promise<Exchange>
  readonly told: string
}

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
      // In a closed case whoever sees it may hear first that it is closed.
      const late = row.state === 'closed' || act === 'reopen'
      const nowhere = () => doIt(who, act, invented(), person, other)
      await tellsNothing(expected, answer, { refusals: late ? [403, 409] : [403], nowhere, told })
    }),
    { seed, numRuns: 300, endOnFailure: true },
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
    if (!hasCases(who)) {
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
      assert.equal(page.status, hasCases(who) ? 200 : 403, told)
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
    assert.equal(page.status, hasCases(who) ? 200 : 403, told)
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

const kinds = Object.keys(besideActs) as readonly BesideKind[]
const drawnBeside = (kind: BesideKind) =>
  fc.record({
    who: fc.nat(1000),
    act: fc.constantFrom(...besideActs[kind]),
    on: fc.nat(1000),
    chance: fc.nat(1000),
    astray: fc.integer({ min: 0, max: 7 }).map((number) => number === 0),
  })

/** The same with another case in its address, in which this was never written. */
function gone(one: Beside, act: string, chance: number): Beside | undefined {
  const on = world.cases[chance % world.cases.length]
  return one.on && on && on.id !== one.on.id && namesOne(act) ? { ...one, on } : undefined
}

for (const kind of kinds) {
  test(`${kind}: whoever asks whatever gets what the rules say, and nobody outside can tell that it exists`, async () => {
    const all = world.beside.filter((one) => one.kind === kind)
    const seen = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(drawnBeside(kind), async ({ who: at, act, on, chance, astray }) => {
        const who = world.people[at % world.people.length]
        const one = all[on % all.length]
        assert.ok(who && one)
        const facts = await besideFactsOf(app, one)
        const strayed = astray ? gone(one, act, chance) : undefined
        const cardBy = facts.seats[chance % 3] ?? facts.facilitator
        const card = (await cardOf(app, one, cardBy)) ?? newId()
        const around = { person: who.person, chance, facilitator: facts.facilitator, card }
        const before = await besideTracesOf(app, one)
        const rules = besideVerdict(who, kind, act, facts, cardBy)
        const inCase = strayed && (await besideFactsOf(app, strayed))
        const there = inCase ? besideVerdict(who, kind, act, inCase) : rules
        const expected =
          strayed && !['sign-in', 'no-business-here'].includes(there) ? 'hidden' : there
        const answer = await askBeside(who, act, strayed ?? one, around)
        const told = `${expected}: ${act} of ${kind} by ${who.roles.join('+')} of ${who.kind}: ${answer.status}`
        const done = expected === 'allowed' && [200, 303].includes(answer.status)
        seen.set(done ? 'done' : expected, (seen.get(done ? 'done' : expected) ?? 0) + 1)
        if (expected === 'allowed') {
          const fine = answersOfAllowed(kind, act, answer.sent, facts)
          return assert.ok(fine.includes(answer.status), told)
        }
        assert.equal(await besideTracesOf(app, one), before, `${told}, and something changed`)
        const seated = namesCard(act) && facts.seats.includes(who.person)
        // Whoever sees the other case looks there for what never was; anybody else in no case at all.
        const inNone = one.on && { ...one.on, id: newId() }
        const file = strayed && there !== 'hidden' ? strayed.on : inNone
        const nobodys = { ...one, id: newId(), code: 'N-2222-2222', ...(file ? { on: file } : {}) }
        const nowhere = () =>
          askBeside(who, act, seated ? one : nobodys, { ...around, card: newId() })
        const refusals = mayBeTooLate(kind, act, facts) ? [403, 409] : [403]
        await tellsNothing(expected, answer, { refusals, nowhere, told })
      }),
      { seed, numRuns: 80, endOnFailure: true },
    )
    for (const kindOfAnswer of ['done', 'hidden', 'sign-in']) {
      assert.ok(seen.has(kindOfAnswer), `chance must have met ${kindOfAnswer}`)
    }
  })
}

test('at a table everybody reads their own card, and those of others once the cards were turned', async () => {
  const tables = world.beside.filter(({ kind }) => kind === 'table')
  let turned = 0
  for (const one of tables) {
    const facts = await besideFactsOf(app, one)
    for (const who of activePeople()) {
      const { body } = await who.visitor.get(`/intervisie/${one.id}`)
      for (const [writer, text] of one.cards ?? []) {
        const expected = readsCardOf(who, writer, facts)
        if (expected && writer !== who.person) turned += 1
        assert.equal(body.includes(text), expected, `${text}, by ${who.roles.join('+')}`)
      }
    }
  }
  assert.ok(turned > 0, 'chance must have turned some cards')
})

test('the lists of tables and offers hold exactly what is one’s own', async () => {
  const rows = await Promise.all(
    world.beside.map(async (one) => ({ ...one, ...(await besideFactsOf(app, one)) })),
  )
  const idsAt = async (who: Inhabitant, path: string) => {
    const { body } = await who.visitor.get(path)
    return [...new Set(body.match(uuid) ?? [])].filter((id) => rows.some((row) => row.id === id))
  }
  for (const who of activePeople()) {
    const told = `${who.roles.join('+')} of ${who.kind}`
    const tables = rows.filter(({ kind, seats }) => kind === 'table' && seats.includes(who.person))
    const own = tables.filter(({ organisation }) => organisation === who.organisation)
    const expected = worksWithPupils(who) ? idsOf(own) : []
    assert.deepEqual((await idsAt(who, '/intervisie')).sort(), expected, told)
    const offers = rows.filter(
      ({ kind, organisation }) => kind === 'offer' && organisation === who.organisation,
    )
    const published = offers.filter(({ state }) => state === 'published')
    const listed = saysWhatIsOnOffer(who) ? idsOf(published) : []
    assert.deepEqual((await idsAt(who, '/aanbod')).sort(), listed, told)
  }
})
