import type { PersonActor } from '#platform/actor.ts'

/** What access is decided on. Whoever is in the circle of the case reads its conversations. */
export type ConversationStanding = {
  readonly preparedBy: string
  readonly holderId: string
  /** of the case: so that a conversation is never with nobody */
  readonly isCoordinator: boolean
}

/** Who prepares it, who holds it, and who coordinates the case carry it further; others read it. */
export const mayCarry = (
  { personId }: PersonActor,
  { preparedBy, holderId, isCoordinator }: ConversationStanding,
): boolean => personId === preparedBy || personId === holderId || isCoordinator
