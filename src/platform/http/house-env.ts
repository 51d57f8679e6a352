import type { Context } from 'hono'
import type { PersonActor } from '#platform/actor.ts'
import type { Temporal } from '#platform/clock.ts'
import type { Language } from '#platform/language.ts'

/** Who is at the other end of this request. */
export type SignedIn = {
  readonly sessionId: string
  readonly actor: PersonActor
  readonly name: string
  readonly organisationName: string
  /** the last time this person proved, in this session, who they are */
  readonly steppedUpAt: Temporal.Instant
}

export type HouseEnv = {
  Variables: {
    language: Language
    requestId: string
    signedIn: SignedIn | undefined
  }
}

export type HouseContext = Context<HouseEnv>

/** Finds the live session behind a cookie, or nothing. Given by the identity capability. */
export type FindSession = (token: string) => Promise<SignedIn | undefined>
