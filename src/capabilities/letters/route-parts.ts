import type { Clock } from '#platform/clock.ts'
import type { Typed } from '#platform/form.ts'
import type { HouseContext, SignedIn } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import type { Respond } from '#platform/http/respond.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { LetterDesk } from './desk.ts'
import { paths } from './paths.ts'
import { happenedOf, t } from './words.ts'

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

type FirstOne = {
  readonly typed: Typed
  /** the fields in which people write */
  readonly written: readonly string[]
  readonly error: unknown
  /** what did not become of it, where that is not plain */
  readonly sentence?: string | undefined
  /** where it is read how things stand now, without the language */
  readonly to: { readonly text: string; readonly path: string }
}

/** It cannot be any more: what was typed comes back, with what happened and the way to how it stands now. Anything else is thrown again. */
export function somebodyWasFirst(
  c: HouseContext,
  respond: Respond,
  { sentence = '', to, ...kept }: FirstOne,
): Promise<Response> {
  if (!(kept.error instanceof Refusal) || kept.error.kind !== 'conflict') throw kept.error
  const language = c.get('language')
  const happened = happenedOf(language, kept.error.because)
  const now = { happened, sentence, link: { text: to.text, href: link(language, to.path) } }
  const page = keptBackPage(language, { ...kept, now, otherwise: now.link })
  return respond(c, { ...wayTo(language), ...page })
}
