import { type Actor, hasRole, type PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

/** Who keeps the register of actions: programme staff of a ministry. */
export const keepsRegister = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  actor.organisationKind === 'ministry' &&
  hasRole(actor, 'programme-staff')

/** Whoever may keep it; for anybody else there is no such page. */
export const registrar = ({ actor }: Work): PersonActor =>
  keepsRegister(actor) ? actor : refuse('not-found', 'no-such-page')
