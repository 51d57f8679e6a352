import assert from 'node:assert/strict'
import { aQuestion } from '#capabilities/advice/an-advice.ts'
import { askAdvice } from '#capabilities/advice/ask-advice.ts'
import { someArrest } from '#capabilities/arrests/an-arrest.ts'
import { endAccess, letIn } from '#capabilities/arrests/circle.ts'
import { openArrest } from '#capabilities/arrests/open-arrest.ts'
import { openProtection } from '#capabilities/arrests/open-protection.ts'
import { aPupil } from '#capabilities/cases/a-case.ts'
import { openCase } from '#capabilities/cases/open-case.ts'
import {
  endAccess as endInDossier,
  letIn as letIntoDossier,
} from '#capabilities/non-punishment/change-circle.ts'
import { openDossier } from '#capabilities/non-punishment/open-dossier.ts'
import { someWords } from '#capabilities/round-tables/a-table.ts'
import { agreeOn } from '#capabilities/round-tables/agree-on.ts'
import { conveneTable } from '#capabilities/round-tables/convene-table.ts'
import { followAgreement } from '#capabilities/round-tables/follow-agreement.ts'
import { readTable } from '#capabilities/round-tables/read-table.ts'
import { takeSeat } from '#capabilities/round-tables/take-seat.ts'
import type { OrganisationKind, PersonActor, Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { WorldBetween } from './a-world-between.ts'
import { deliverTo } from './walk-tables.ts'

const reason = 'Verzonnen reden.'
const because = reason
const language = 'nl'

/** Somebody new at the first organisation of this kind, of whom chance did nothing yet. */
async function somebodyNew(world: WorldBetween, kind: OrganisationKind, role: Role) {
  const [organisation = assert.fail(kind)] = world.organisationsOf(kind)
  const actor = await world.house.aPerson(organisation, [role], 'Iemand Verzonnen')
  world.people.push({ actor, active: true })
  return actor
}

async function leaves(world: WorldBetween, actor: PersonActor): Promise<void> {
  await world.house.pool.query(
    'update membership set active = false where organisation_id = $1 and person_id = $2',
    [actor.organisationId, actor.personId],
  )
  const at = world.people.findIndex((one) => one.actor === actor)
  world.people[at] = { actor, active: false }
}

const doing = ({ house }: WorldBetween) => {
  return <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
    house.inTransaction(actor, 'share', verb)
}

/** Files whose circle somebody was in and is not any more, and one of whose circle nobody is left. */
async function atThePolice(world: WorldBetween): Promise<void> {
  const does = doing(world)
  const { arrests } = world.desks
  const detective = () => somebodyNew(world, 'police', 'trafficking-detective')
  const officer = await somebodyNew(world, 'police', 'officer')
  const outOfOne = await somebodyNew(world, 'police', 'officer')
  const outOfBoth = await detective()
  for (const keeper of [await detective(), await detective()]) {
    const id = await does(officer, (work) => openArrest(work, arrests, someArrest()))
    const apart = await does(keeper, (work) => openProtection(work, arrests, id, { reason }))
    const files = [
      { kind: 'arrest', id, out: outOfOne },
      { kind: 'protection', id: apart, out: outOfBoth },
    ] as const
    for (const { kind, id: fileId, out } of files) {
      const change = { personId: out.personId, reason }
      await does(keeper, (work) => letIn(work, arrests, { kind, id: fileId }, change))
      await does(keeper, (work) => endAccess(work, arrests, { kind, id: fileId }, change))
      world.files.push({ kind, id: fileId, organisation: keeper.organisationId })
    }
  }
  const keeper = await detective()
  const alone = await does(keeper, async (work) => {
    const id = await openArrest(work, arrests, someArrest())
    return openProtection(work, arrests, id, { reason })
  })
  world.files.push({ kind: 'protection', id: alone, organisation: keeper.organisationId })
  await leaves(world, keeper)
}

async function atTheOffice(world: WorldBetween): Promise<void> {
  const does = doing(world)
  const { dossiers } = world.desks
  const prosecutor = () => somebodyNew(world, 'prosecution', 'youth-prosecutor')
  const [handler, out, alone] = [await prosecutor(), await prosecutor(), await prosecutor()]
  const words = { name: 'Noor', born: '2010-05-04', question: 'Is er iets?' }
  for (const by of [handler, alone]) {
    const id = await does(by, (work) => openDossier(work, dossiers, { words }))
    world.dossiers.push({ organisation: by.organisationId, id })
    const change = { personId: out.personId, because }
    await does(by, (work) => letIntoDossier(work, dossiers, id, change))
    await does(by, (work) => endInDossier(work, dossiers, id, change))
  }
  await leaves(world, alone)
}

/** About a case at who convenes: a table, what is brought to it, advice that is asked; and a task in a case elsewhere. */
async function aboutCases(world: WorldBetween): Promise<void> {
  const does = doing(world)
  const { cases, tables, advice } = world.desks
  const school = await somebodyNew(world, 'secondary-school', 'care-coordinator')
  // In the same role, and in no circle.
  await somebodyNew(world, 'secondary-school', 'care-coordinator')
  const guest = await somebodyNew(world, 'municipality', 'municipal-coordinator')
  const opening = { identity: aPupil({ number: '' }), question: 'Wat is er?', knowing: true }
  const caseAt = async (by: PersonActor) => {
    const id = await does(by, (work) => openCase(work, cases, { ...opening, key: newId() }))
    world.cases.push({ organisation: by.organisationId, id })
    return id
  }
  const [caseId, theirs] = [await caseAt(school), await caseAt(guest)]
  const day = dutchDay(world.house.clock().add({ hours: 24 * 7 }))
  const made = await does(school, (work) =>
    conveneTable(work, tables, {
      ...{ invited: [{ party: guest.organisationId, role: 'municipal-coordinator' }], aim: 'help' },
      ...{ day, caseId, seen: [], words: someWords() },
    }),
  )
  assert.ok('id' in made)
  const { id } = made
  world.tables.push({ organisation: school.organisationId, id })
  await world.desks.carry()
  await does(guest, (work) => takeSeat(work, tables, id, 'join'))
  await world.desks.carry()
  const agreement = { owner: guest.organisationId, text: 'Iemand belt.', due: day, road: '' }
  await does(school, (work) =>
    agreeOn(work, tables, id, { ...agreement, answers: {}, language, seen: [] }),
  )
  await world.desks.carry()
  const { items } = await does(guest, (work) => readTable(work, tables, id))
  const agreed = items.find(({ kind }) => kind === 'agreement') ?? assert.fail('no agreement')
  const accepted = { act: 'accept', reason: '', language, caseId: theirs } as const
  await does(guest, (work) =>
    followAgreement(work, tables, { tableId: id, id: agreed.id }, accepted),
  )
  await deliverTo(world, { by: guest, tableId: id, to: school, role: 'care-coordinator' })
  const [to = ''] = world.organisationsOf('safe-home')
  const asked = await does(school, (work) =>
    askAdvice(work, advice, { to, caseId, words: aQuestion(), seen: [], language }),
  )
  assert.ok('id' in asked)
  world.questions.push({ organisation: school.organisationId, id: asked.id })
  await world.desks.carry()
}

/** What must be in every world, by people of its own: without it a rule that is gone could go unnoticed. */
export async function certainlyToo(world: WorldBetween): Promise<void> {
  await atThePolice(world)
  await atTheOffice(world)
  await aboutCases(world)
}
