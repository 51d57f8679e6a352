import { type Actor, hasRole, type PersonActor } from '#platform/actor.ts'

/** Dossiers are the work of the youth prosecutor, in an office of the prosecution. */
export const mayHaveDossiers = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  actor.organisationKind === 'prosecution' &&
  hasRole(actor, 'youth-prosecutor')

/**
 * Who may be asked for an assessment. No Dutch rule that we found says who is qualified: it is our own choice, and
 * whoever assesses writes down what makes them qualified.
 */
export const assessors = [
  { kind: 'expert-group', role: 'expert' },
  { kind: 'expert-group', role: 'trafficking-detective' },
  { kind: 'police', role: 'trafficking-detective' },
] as const

export const mayAssess = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' &&
  assessors.some(({ kind, role }) => actor.organisationKind === kind && hasRole(actor, role))

/** What access to one dossier is decided on. */
export type Standing = {
  readonly handlerId: string
  readonly inCircle: boolean
  /** nobody of its circle works here any more as a youth prosecutor */
  readonly forsaken: boolean
  /** whoever handles it does not work here any more as a youth prosecutor */
  readonly handlerGone: boolean
}

/** The circle sees a dossier; one that stays with nobody is seen by every youth prosecutor of the office. */
export const maySee = (
  actor: Actor,
  { inCircle, forsaken }: Pick<Standing, 'inCircle' | 'forsaken'>,
): boolean => mayHaveDossiers(actor) && (inCircle || forsaken)

/** Who lets colleagues in, and hands it over. */
export const mayArrange = (actor: Actor, standing: Standing): boolean =>
  maySee(actor, standing) &&
  actor.kind === 'person' &&
  (actor.personId === standing.handlerId || standing.handlerGone)
