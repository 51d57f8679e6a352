import { type Actor, hasRole, type PersonActor } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'

/** Who writes the progress letter, and who says something about another's: programme staff of a ministry. */
export const writesLetters = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  actor.organisationKind === 'ministry' &&
  hasRole(actor, 'programme-staff')

/** Whoever may; for anybody else there is no such page. */
export const writer = ({ actor }: Work): PersonActor =>
  writesLetters(actor) ? actor : refuse('not-found', 'no-such-page')
