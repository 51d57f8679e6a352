import type { Purpose } from '#platform/actor.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import type { InTransaction, Work } from '#platform/work.ts'

/** Runs a verb as whoever is signed in, for this purpose; the trail tells the request. */
export const acting =
  (inTransaction: InTransaction, purpose: Purpose) =>
  <T>(c: HouseContext, verb: (work: Work) => Promise<T>): Promise<T> =>
    inTransaction(whoIsSignedIn(c).actor, purpose, verb, c.get('requestId'))
