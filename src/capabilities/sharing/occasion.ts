import type { Role } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import type { NewMessage } from './send-message.ts'
import type { FileKind } from './shareable-fact.ts'

export const occasionKinds = ['round-table', 'advice'] as const
export type OccasionKind = (typeof occasionKinds)[number]
export type At = { readonly kind: OccasionKind; readonly id: string }

/** Within which a delivery stays: what the occasion allows. */
export type Bounds = {
  /** what people read aloud */
  readonly reference: string
  readonly title: string
  readonly to: readonly { readonly id: string; readonly role?: Role | undefined }[]
  /** the one aim of the sharing table that it is for; any, when the occasion has none */
  readonly aim: string | undefined
  /** what is filled in at first, and can be changed */
  readonly proposedAim?: string | undefined
  readonly file?: { readonly kind: FileKind; readonly id: string } | undefined
  /** the furthest last day, as an ISO date; none when the occasion sets none */
  readonly lastDay?: string | undefined
}

/** What deliveries come from, besides a file. Whoever keeps it makes its own. */
export type Occasion = {
  readonly kind: OccasionKind
  /**
   * To whom and for what something can be delivered on this occasion; nothing when it is over. Refuses `not-found`
   * to whoever has no business there. With `lock` it stays so until the commit.
   */
  bounds(work: Work, id: string, language: Language, lock?: boolean): Promise<Bounds | undefined>
  /** Only then the recipient learns of it, and `received` is asked there. */
  readonly told?: {
    /** what others are told of a delivery: not what was in it */
    delivered(
      work: Work,
      id: string,
      delivery: { readonly id: string; readonly to: string },
    ): Promise<readonly NewMessage[]>
    /**
     * As the system actor `delivery` of the recipient: refuses what may not be received there. Answers the own case that
     * the occasion is about: only the circle of that one reads it then.
     */
    received(
      work: Work,
      id: string,
      delivery: { readonly from: string; readonly role: Role },
    ): Promise<{ readonly caseId: string | undefined }>
  }
}

/** A kind of occasion that nobody keeps does not exist here. */
export const occasionOf = ({ occasions }: Pick<SharingDesk, 'occasions'>, kind: string): Occasion =>
  occasions.find((one) => one.kind === kind) ?? refuse('not-found', 'no-such-occasion')

/** What a row says of it. */
export const atOf = (row: {
  at_kind: OccasionKind | null
  at_id: string | null
}): At | undefined => (row.at_kind && row.at_id ? { kind: row.at_kind, id: row.at_id } : undefined)

/** The same for what was begun already: an occasion that cannot be reached any more is over. */
export async function boundsOfBegun(
  ...given: Parameters<typeof boundsOf>
): Promise<Bounds | 'free' | 'over'> {
  try {
    return await boundsOf(...given)
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not-found') return 'over'
    throw error
  }
}

/** What holds for a delivery now; `free` when it comes from no occasion. */
export async function boundsOf(
  work: Work,
  desk: SharingDesk,
  at: At | undefined,
  { language, lock = false }: { readonly language: Language; readonly lock?: boolean },
): Promise<Bounds | 'free' | 'over'> {
  if (!at) return 'free'
  return (await occasionOf(desk, at.kind).bounds(work, at.id, language, lock)) ?? 'over'
}
