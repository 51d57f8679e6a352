import { type Actor, hasRole, type PersonActor } from '#platform/actor.ts'
import type { FileKind } from './file.ts'

const atThePolice = (actor: Actor): actor is PersonActor =>
  actor.kind === 'person' && actor.organisationKind === 'police'

/** Whoever meets young people for the police: registers arrests and takes the first look. */
export const mayWorkOnArrests = (actor: Actor): actor is PersonActor =>
  atThePolice(actor) && hasRole(actor, 'officer', 'trafficking-detective')

/** A certified detective: looks fully, and opens the file in which a young person is protected. */
export const isCertified = (actor: Actor): actor is PersonActor =>
  atThePolice(actor) && hasRole(actor, 'trafficking-detective')

/** What access is decided on. */
export type Standing = {
  readonly kind: FileKind
  /** was let in, and that was not ended */
  readonly inCircle: boolean
  /** nobody of its circle works here any more as a certified detective */
  readonly forsaken: boolean
}

/**
 * An arrest is seen by who is in its circle, and by the certified detectives of the unit, who must be able to
 * look at every one. The other file is seen by the certified detectives of its circle alone; when none of them
 * is left it is with the others, so that it is never with nobody.
 */
export const maySee = (actor: Actor, { kind, inCircle, forsaken }: Standing): boolean =>
  kind === 'arrest'
    ? mayWorkOnArrests(actor) && (inCircle || isCertified(actor))
    : isCertified(actor) && (inCircle || forsaken)

/** Who can be let in: another who works on arrests, or for the other file another certified detective. */
export const rolesToLetIn = (kind: FileKind) =>
  kind === 'arrest'
    ? (['officer', 'trafficking-detective'] as const)
    : (['trafficking-detective'] as const)
