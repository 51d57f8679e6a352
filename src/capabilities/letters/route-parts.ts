import type { Clock } from '#platform/clock.ts'
import type { SignedIn } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { type Language, link } from '#platform/language.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { LetterDesk } from './desk.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

/** What the routes of this capability need. */
export type RouteParts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly clock: Clock
  /** refuses unless somebody proved just now who they are */
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<Clock>) => void
  readonly desk: LetterDesk
  /** address of the stylesheet of letters */
  readonly style: string
  readonly namesOf: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

/** The way back to the list, and to one letter. */
export function wayTo(language: Language, letter?: { id: string; title: string }) {
  const href = link(language, paths.list)
  return {
    under: href,
    breadcrumbs: [
      { text: t(language).list.title, href },
      ...(letter ? [{ text: letter.title, href: link(language, paths.one(letter.id)) }] : []),
    ],
  }
}
