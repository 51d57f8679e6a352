import assert from 'node:assert/strict'
import { aProgram } from '#capabilities/partners/a-program.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange, Fields, Visitor } from '#tests/a-visitor.ts'
import type { TestApp } from '#tests/an-app.ts'
import { listTenantTables } from '#tests/table-rules.ts'
import { routesOf } from './a-target.ts'
import type { Dweller, WorldBetween } from './a-world-between.ts'
import { asSomebody, holdsNothingOfOthers, type Met, meet, toldOf } from './ask-between.ts'
import type { FactsBetween } from './facts-between.ts'
import { thingsIn } from './things-between.ts'
import { knowsFile } from './who-may-between.ts'

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const hide = (text: string): string => text.replaceAll(uuid, '…')
const masked = ({ status, location, body }: Exchange) => ({
  status,
  location: hide(location),
  body: hide(body),
})

const words = 'Een verzonnen zin.'
const day = (name: string): Fields => ({
  [`${name}-day`]: '23',
  [`${name}-month`]: '11',
  [`${name}-year`]: '2026',
})
/** What the forms ask, all at once: what a form does not know it does not read. */
const everything: Fields = {
  ...{ text: words, words, reason: words, reasons: words, because: words, without: words },
  ...{ source: words, quote: words, question: words, situation: words, outcome: words },
  ...{ because2: words, answer: 'yes', further: 'yes', act: 'join', aim: 'help', kind: 'fact' },
  ...{ language: 'nl', 'at-hour': '10', 'at-minute': '00' },
  ...{ ...day('at'), ...day('on'), ...day('day'), ...day('due'), ...day('keep'), ...day('end') },
}

/** Everything that is kept in any table, but what says who asked; of letters how many, for they are sent meanwhile. */
async function everythingKept({ house }: TestApp): Promise<Map<string, string>> {
  const tables = (await listTenantTables(house.pool)).filter(
    (name) => !name.startsWith('trail_') && name !== 'session',
  )
  const kept = new Map<string, string>()
  for (const name of tables) {
    const row = name === 'outbox' ? "'a letter'" : 't::text'
    const { rows } = await house.pool.query(
      `select md5(coalesce(string_agg(${row}, '\n' order by ${row}), '')) as all from ${name} t`,
    )
    kept.set(name, rows[0].all)
  }
  return kept
}

/** What ends by itself does so by the clock, also while somebody asks: on a slow day that comes in between. */
async function roundsDone({ house }: TestApp): Promise<number> {
  const { rows } = await house.pool.query(
    "select count(*)::int as n from trail_entry where actor_id = 'retention'",
  )
  return rows[0].n
}

/**
 * So many questions at addresses of so many things. Who may see a thing reads its page; to anybody else every address
 * of it answers as it does about what never was, and nothing changes.
 */
export async function askAtAddresses(
  app: TestApp,
  world: WorldBetween,
  { facts, questions }: { readonly facts: FactsBetween; readonly questions: number },
): Promise<Met> {
  const met: Met = new Map()
  const { chance } = world
  const visitors = new Map<Dweller, Visitor>()
  const visitorOf = async (one: Dweller) => {
    const visitor = visitors.get(one) ?? (await app.signedIn(one.actor))
    visitors.set(one, visitor)
    return visitor
  }
  const routes = routesOf(app)
  const things = thingsIn(world, facts)
  const roots = [...new Set(things.map(({ root }) => root))]
  const active = world.people.filter((one) => one.active)
  const rounds = await roundsDone(app)
  const before = await everythingKept(app)
  for (let at = 0; at < questions; at += 1) {
    const root = chance.one(roots) ?? ''
    const thing = chance.one(
      things.filter((each) => each.root === root && !each.what.startsWith('task')),
    )
    const sides = things
      .filter(({ id }) => id === thing?.id)
      .map(({ organisation }) => organisation)
    const colleagues = active.filter(({ actor }) => actor.organisationId === thing?.organisation)
    const others = active.filter(({ actor }) => !sides.includes(actor.organisationId))
    const one = chance.one(chance.in100(80) ? colleagues : others)
    if (!thing || !one) continue
    const who = asSomebody(one)
    const visitor = await visitorOf(one)
    const isThere = thing.isThere(who) && who.organisation === thing.organisation
    const usual = { method: 'GET', path: `${root}/:id` }
    const { method, path } =
      (!isThere && chance.one(routes.filter((route) => route.path.startsWith(`${root}/:id`)))) ||
      usual
    const send = (id: string) => {
      const address = path.replace(':id', id).replaceAll(/:[a-z]+/g, () => newId())
      return method === 'GET'
        ? visitor.get(address)
        : visitor.post(address, { ...everything, key: newId() })
    }
    const answer = await send(thing.id)
    const told = `${method} ${path} by ${toldOf(who)}`
    if (isThere) {
      meet(met, `${root} there`)
      assert.equal(answer.status, 200, told)
      holdsNothingOfOthers(world, facts, { who, shown: answer.body, told })
      continue
    }
    meet(met, `${root} hidden`)
    assert.ok([403, 404, 422].includes(answer.status), `${told}: ${answer.status}`)
    assert.deepEqual(masked(answer), masked(await send(newId())), told)
  }
  const after = await everythingKept(app)
  if ((await roundsDone(app)) === rounds) {
    assert.deepEqual(after, before, 'what was hidden was changed')
  }
  return met
}

const lists = [
  ...['/aanhoudingen', '/beschermdossiers', '/dossiers', '/overleg', '/advies', '/ontvangen'],
  ...['/delen', '/samenwerken', '/casussen', '/vandaag', '/voor-jou', '/overleg/nieuw'],
]

/** Pages where much comes together, and those of cases with what stands beside them. */
export async function readPages(
  app: TestApp,
  world: WorldBetween,
  { facts, perPerson }: { readonly facts: FactsBetween; readonly perPerson: number },
): Promise<Met> {
  const met: Met = new Map()
  for (const one of world.people.filter(({ active }) => active)) {
    const who = asSomebody(one)
    const visitor = await app.signedIn(one.actor)
    const known = facts.cases.filter(({ id }) => knowsFile(who, 'case', id, facts))
    const own = known.map(({ id }) => `/casussen/${id}`)
    for (const path of [
      ...world.chance.some(lists, perPerson),
      ...world.chance.some(own, perPerson),
    ]) {
      const page = await visitor.get(path)
      const told = `${path} by ${toldOf(who)}`
      assert.ok([200, 403, 404].includes(page.status), `${told}: ${page.status}`)
      holdsNothingOfOthers(world, facts, { who, shown: page.body, told })
      if (page.status !== 200) continue
      const name = own.includes(path) ? 'a case' : 'a list'
      meet(met, name)
      if (world.words.in(page.body).length > 0) meet(met, `${name} with words`)
    }
  }
  return met
}

/** A program reads for every role that receives, and never what only the circle of a case reads. */
export async function askAsPrograms(
  app: TestApp,
  world: WorldBetween,
  facts: FactsBetween,
): Promise<Met> {
  const met: Met = new Map()
  for (const { id: organisation, kind } of world.organisations) {
    const here = facts.received.filter((one) => one.organisation === organisation)
    const administrator = world
      .staffOf(organisation)
      .find(({ roles }) => roles.includes('administrator'))
    if (here.length === 0 || !administrator) continue
    const program = await aProgram(app, administrator, ['deliveries:read'])
    const due = here.filter((one) => one.case === null)
    const found: string[] = []
    for (let after = ''; ; ) {
      const { status, body } = await program.get(`/api/v1/received-deliveries${after}`)
      assert.equal(status, 200, kind)
      const page = JSON.parse(body).deliveries as readonly { id: string }[]
      found.push(...page.map(({ id }) => id))
      const last = page.at(-1)?.id
      if (last === undefined) break
      after = `?after=${last}`
    }
    assert.deepEqual(found.sort(), due.map(({ id }) => id).sort(), `a program of ${kind}`)
    const elsewhere = facts.received.find((one) => one.organisation !== organisation)
    const hidden = here.filter((one) => one.case !== null)
    for (const one of [...due.slice(0, 3), ...hidden, ...(elsewhere ? [elsewhere] : [])]) {
      const answer = await program.get(`/api/v1/received-deliveries/${one.id}`)
      const there = due.includes(one)
      assert.equal(answer.status, there ? 200 : 404, `a program of ${kind}`)
      meet(met, there ? 'there' : one.case ? 'of a case' : 'elsewhere')
    }
  }
  return met
}

/** As the application role, whoever acts finds rows of their own organisation only, in whatever table. */
export async function readRows({ house }: TestApp, world: WorldBetween): Promise<Met> {
  const met: Met = new Map()
  const tables = await listTenantTables(house.pool)
  const client = await house.pool.connect()
  try {
    for (const { id } of world.organisations) {
      await client.query(
        `begin; set local role oogmerk_app; set local oogmerk.organisation_id = '${id}';
         set local oogmerk.person_id = '${world.staffOf(id)[0]?.personId ?? newId()}'`,
      )
      try {
        for (const name of tables) {
          const { rows } = await client.query(
            `select count(*)::int as n, bool_and(organisation_id = $1) as own from ${name}`,
            [id],
          )
          assert.notEqual(rows[0].own, false, name)
          if (rows[0].n > 0) meet(met, name)
        }
      } finally {
        await client.query('rollback')
      }
    }
  } finally {
    client.release()
  }
  return met
}
