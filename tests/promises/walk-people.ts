import { endFilesInTime } from '#capabilities/arrests/end-in-time.ts'
import { handOverCases } from '#capabilities/cases/left-behind.ts'
import {
  changeRoles,
  deactivateColleague,
  reactivateColleague,
} from '#capabilities/identity/change-colleague.ts'
import { endTablesInTime } from '#capabilities/round-tables/end-tables-in-time.ts'
import { endInTime } from '#capabilities/sharing/end-in-time.ts'
import type { Role } from '#platform/actor.ts'
import type { Dweller, Happening, WorldBetween } from './a-world-between.ts'

const administratorOf = ({ staffOf }: WorldBetween, { actor }: Dweller) =>
  staffOf(actor.organisationId).find(({ roles }) => roles.includes('administrator'))

/** Nobody whom every world needs: who administers stays. */
const leavers = ({ people }: WorldBetween) =>
  people.filter(({ actor }) => !actor.roles.includes('administrator'))

async function becomes(world: WorldBetween, who: Dweller, now: Dweller, roles: readonly Role[]) {
  const { personId } = who.actor
  const { cases } = world.desks
  const done = await world.attempt(
    administratorOf(world, who),
    async (work) => {
      if (who.active) await handOverCases(work, cases, { personId, roles })
      if (!now.active) await deactivateColleague(work, personId)
      else if (!who.active) await reactivateColleague(work, personId)
      else await changeRoles(work, { personId, roles })
      return true
    },
    'manage-organisation',
  )
  if (done) world.people[world.people.indexOf(who)] = now
}

const somebodyLeaves: Happening = async (world) => {
  const who = world.chance.one(leavers(world).filter(({ active }) => active))
  if (who) await becomes(world, who, { ...who, active: false }, [])
}

const somebodyComesBack: Happening = async (world) => {
  const who = world.chance.one(leavers(world).filter(({ active }) => !active))
  if (who) await becomes(world, who, { ...who, active: true }, who.actor.roles)
}

/** Takes over the work of a colleague there, and leaves their own. */
const somebodyDoesOtherWork: Happening = async (world) => {
  const who = world.chance.one(leavers(world).filter(({ active }) => active))
  const like = who && world.chance.one(world.staffOf(who.actor.organisationId))
  if (!who || !like) return
  const roles = like.roles.filter((role) => role !== 'administrator')
  await becomes(world, who, { ...who, actor: { ...who.actor, roles } }, roles)
}

/** Days go by; what ends by itself does so at some organisations, and is still to be done at others. */
const daysGoBy: Happening = async (world) => {
  world.house.moveClock({ hours: 24 * (1 + world.chance.number(6)) })
  for (const { id } of world.chance.some(world.organisations, world.organisations.length)) {
    const retention = { kind: 'system', name: 'retention', organisationId: id } as const
    await world.house.inTransaction(retention, 'share', async (work) => {
      await endInTime(work, world.house)
      await endTablesInTime(work, world.house)
    })
  }
}

/** The ground for keeping one of the police files is over: it lies apart from now on. */
const groundEnds: Happening = async (world) => {
  const file = world.chance.one(world.files)
  if (!file) return
  await world.house.pool.query(
    `update police_file set opened_at = opened_at - interval '7 years',
       changed_at = changed_at - interval '7 years' where id = $1 and put_away_at is null`,
    [file.id],
  )
  const organisationId = file.organisation
  const retention = { kind: 'system', name: 'retention', organisationId } as const
  await world.house.inTransaction(retention, 'maintenance', async (work) => {
    await endFilesInTime(work, world.desks.arrests)
  })
}

export const happenToPeople: readonly Happening[] = [
  ...[somebodyLeaves, somebodyLeaves, somebodyComesBack, somebodyDoesOtherWork],
  ...[daysGoBy, daysGoBy, groundEnds],
]
