import fc from 'fast-check'
import { aFact, aPupil } from '#capabilities/cases/a-case.ts'
import { addToCircle, endInCircle } from '#capabilities/cases/change-circle.ts'
import { closeCase } from '#capabilities/cases/end-case.ts'
import { judgeRole } from '#capabilities/cases/judge-role.ts'
import { handOverCases } from '#capabilities/cases/left-behind.ts'
import { openCase } from '#capabilities/cases/open-case.ts'
import { addTask } from '#capabilities/cases/tasks.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import {
  deactivateColleague,
  reactivateColleague,
} from '#capabilities/identity/change-colleague.ts'
import { type Role, roles } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { TestApp } from '#tests/an-app.ts'
import type { Inhabitant } from './a-random-world.ts'
import {
  type Beside,
  besideCase,
  besideNoCase,
  type Makers,
  makers,
  protocolsInForce,
} from './a-world-beside-cases.ts'
import { type CaseFacts, hasCases, keepsCases } from './who-may-cases.ts'

/** A case with what is in it, so that each of its addresses can be asked for. */
export type WorldCase = {
  readonly id: string
  readonly entry: string
  readonly task: string
  readonly role: string
}

export type CaseWorld = {
  readonly people: readonly Inhabitant[]
  readonly cases: readonly WorldCase[]
  /** what people work on in those cases, and beside them */
  readonly beside: readonly Beside[]
}

/** In every case, so that a search for it finds all that this person may find. */
export const wordInAll = 'Zoekwoord'

const certain: readonly (readonly Role[])[] = [
  ['care-coordinator'],
  ['care-coordinator', 'teacher'],
  ['safety-coordinator'],
  ['school-leader'],
  ['mentor'],
  ['teacher'],
  ['caretaker'],
  ['administrator', 'privacy-officer'],
]

/** Who coordinates there and who says what is on offer, and who does neither. */
const atTheMunicipality: readonly (readonly Role[])[] = [
  ['municipal-coordinator'],
  ['trafficking-care-coordinator'],
  ['teacher', 'researcher'],
]

/** Six organisations, one person in two of them, colleagues who left or lost their role, random circles. */
export async function aCaseWorld(test: TestApp, seed: number): Promise<CaseWorld> {
  const { house } = test
  const some = fc.subarray([...roles], { minLength: 1, maxLength: 3 })
  const drawn = fc.sample(some, { seed, numRuns: 9 })
  const people: Inhabitant[] = []
  const join = async (organisation: string, held: readonly Role[], personId?: string) => {
    const actor = await house.aPerson(organisation, held, 'Iemand Verzonnen', personId)
    const visitor = await test.signedIn(actor)
    const { personId: person, organisationKind: kind } = actor
    people.push({ person, organisation, kind, roles: held, active: true, actor, visitor })
    return actor
  }
  const school = await house.anOrganisation('secondary-school', 'De Ene School (verzonnen)')
  const other = await house.anOrganisation('vocational-school', 'De Andere School (verzonnen)')
  const police = await house.anOrganisation('police', 'Een Politie (verzonnen)')
  const town = await house.anOrganisation('municipality', 'Een Gemeente (verzonnen)')
  const help = await house.anOrganisation('youth-help', 'Een Jeugdhulp (verzonnen)')
  const safe = await house.anOrganisation('safe-home', 'Een Veilig Thuis (verzonnen)')
  for (const held of [...certain, ...drawn.slice(0, 4)]) await join(school, held)
  // No care coordinator there: whatever lies with nobody is for the safety coordinator.
  for (const held of [...certain.slice(2, 6), ...drawn.slice(4, 6)]) await join(other, held)
  for (const held of drawn.slice(6)) await join(police, held)
  for (const held of atTheMunicipality) await join(town, held)
  const helping = [['youth-worker'], ['youth-worker'], ['care-coordinator']] as const
  for (const held of helping) await join(help, held)
  for (const held of [['safe-home-worker'], ['administrator']] as const) await join(safe, held)
  const both = await join(school, ['mentor'])
  await join(other, ['school-leader'], both.personId)
  const leaving = await join(school, ['care-coordinator'])
  const returning = await join(school, ['care-coordinator'])
  const changing = await join(school, ['safety-coordinator'])
  const elsewhere = await join(other, ['school-leader'])
  const real = makers(test)
  const drills = await protocolsInForce(real, people)
  const { cases, inThem } = await randomCases(real, people, seed)
  const beside = [...drills, ...inThem, ...(await besideNoCase(real, people))]
  await leavesAndReturns(real, people, returning.personId)
  // Access for a while ran out, everybody signs in again, and some people are not what they were.
  house.moveClock({ hours: 3 })
  const again = await Promise.all(
    people.map(async (one) => ({ ...one, visitor: await test.signedIn(one.actor) })),
  )
  const change = (person: string, what: string) =>
    house.pool.query(`update membership set ${what} where person_id = $1`, [person])
  await change(leaving.personId, 'active = false')
  await change(elsewhere.personId, 'active = false')
  await change(changing.personId, "roles = '{teacher}'")
  const gone = [leaving.personId, elsewhere.personId]
  const standing = again.map(
    (one): Inhabitant => ({
      ...one,
      active: !gone.includes(one.person),
      roles: one.person === changing.personId ? ['teacher'] : one.roles,
    }),
  )
  return { people: standing, cases, beside }
}

/** Stopped by an administrator and let in again, as through the pages. */
async function leavesAndReturns(
  { house, talks }: Makers,
  people: readonly Inhabitant[],
  personId: string,
): Promise<void> {
  const administrator = people.find(({ roles }) => roles.includes('administrator'))
  if (!administrator) throw new Error('Nobody manages people there.')
  await house.inTransaction(administrator.actor, 'manage-organisation', async (work) => {
    await handOverCases(work, talks.cases, { personId, roles: [] })
    await deactivateColleague(work, personId)
    await reactivateColleague(work, personId)
  })
}

async function randomCases(
  real: Makers,
  people: readonly Inhabitant[],
  seed: number,
): Promise<{ cases: WorldCase[]; inThem: Beside[] }> {
  const { house } = real
  const desk = real.talks.cases
  const as = <T>(who: Inhabitant, verb: Parameters<typeof house.inTransaction<T>>[2]) =>
    house.inTransaction(who.actor, 'follow-up-cases', verb)
  const openers = people.filter(keepsCases)
  const drawn = fc.sample(
    fc.record({
      by: fc.constantFrom(...openers),
      members: fc.array(
        fc.record({ who: fc.nat(100), how: fc.constantFrom('stays', 'stays', 'ran-out', 'ended') }),
        { maxLength: 4 },
      ),
      closed: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
      owner: fc.nat(100),
    }),
    { seed, numRuns: 45 },
  )
  const cases: WorldCase[] = []
  const inThem: Beside[] = []
  for (const { by, members, closed, owner } of drawn) {
    const colleagues = people.filter(
      (one) => one.organisation === by.organisation && hasCases(one) && one !== by,
    )
    const identity = aPupil({ name: `${wordInAll} ${newId()}`, number: '' })
    const id = await as(by, (work) => openCase(work, desk, { identity, question: 'Wat is er?' }))
    const chosen = new Map(
      members.map(({ who, how }) => [colleagues[who % colleagues.length], how]),
    )
    const inside = [by]
    for (const [one, how] of chosen) {
      if (!one) continue
      const { person: personId } = one
      const until = how === 'ran-out' ? house.clock().add({ hours: 2 }).toString() : undefined
      const reason = 'Verzonnen reden.'
      await as(by, (work) => addToCircle(work, desk, id, { personId, reason, until }))
      if (how === 'ended') await as(by, (work) => endInCircle(work, desk, id, { personId, reason }))
      else inside.push(one)
    }
    const writer = inside[owner % inside.length] ?? by
    const entry = await as(writer, (work) => writeEntry(work, desk, id, aFact()))
    const words = { source: 'x', evidence: 'x', against: 'x' }
    const ownerId = inside.at(-1)?.person ?? by.person
    const [task, role] = await as(by, async (work) => [
      await addTask(work, desk, id, {
        title: 'Iets',
        ownerId,
        dueOn: '2026-11-20',
        clock: 'agreement',
      }),
      await judgeRole(work, desk, id, { role: 'accused', fromOn: '2026-11-01', words }),
    ])
    const made = { id, entry, task: task ?? '', role: role ?? '' }
    const number = cases.length / 2
    if (Number.isInteger(number)) {
      inThem.push(...(await besideCase(real, made, { by, inside, number })))
    }
    const ending = { outcome: 'explained', words: 'Klaar.', told: 'Alles.' } as const
    if (closed) await as(by, (work) => closeCase(work, desk, id, ending))
    cases.push(made)
  }
  return { cases, inThem }
}

/** The facts about a case as they are in the database now, past every policy. */
export async function caseFactsOf(
  { house }: TestApp,
  { id, entry, task }: WorldCase,
): Promise<CaseFacts> {
  const { rows } = await house.pool.query(
    `select id, organisation_id as organisation, coordinator_id as coordinator, state,
       (select kind from organisation o where o.id = f.organisation_id) as kind,
       array(select person_id from case_circle c where c.case_id = f.id and ended_at is null
         and (until_at is null or until_at > $2)) as circle,
       (select owner_id from case_task where id = $3) as owner,
       (select written_by from case_entry where id = $4) as writer,
       (select json_agg(json_build_object('person', person_id, 'roles', roles)) from membership m
        where m.organisation_id = f.organisation_id and active) as staff
     from case_file f where id = $1`,
    [id, house.clock().toString(), task, entry],
  )
  return rows[0]
}

/** Messages that somebody's act leaves; reminding is done by the clock, whatever people do. */
export const messagesLeft = "(select count(*) from outbox where template <> 'task-due')"
/** A row in full, but for when its owner was reminded. */
export const rowAsText = (row: string): string => `(to_jsonb(${row}) - 'reminded_on')::text`

/** Everything that is kept about a case, to see whether it changed. */
export async function caseTracesOf({ house }: TestApp, { id }: WorldCase): Promise<string> {
  const whole = (table: string) =>
    `(select string_agg(${rowAsText('t')}, '\n' order by t::text) from ${table} t where case_id = $1)`
  const tables = ['identity', 'circle', 'entry', 'entry_version', 'task', 'role']
  const { rows } = await house.pool.query(
    `select (select f::text from case_file f where id = $1), ${messagesLeft} as messages,
       ${tables.map((table) => `${whole(`case_${table}`)} as ${table}`).join(', ')}`,
    [id],
  )
  return JSON.stringify(rows[0])
}
