import type { Clock } from '#platform/clock.ts'
import { type Typed, textOf } from '#platform/form.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import type { Respond } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import type { ReceiveUpload } from '#platform/upload/receive-upload.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { actionPaths } from './action-paths.ts'
import type { Parliament } from './parliament.ts'
import { happenedOf, t as shared } from './words.ts'

/** What the routes of a ministry's own register need. */
export type RegisterParts = {
  readonly parliament: Parliament
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly namesOf: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** the way in for the bytes of a paper */
  readonly receivePaper: ReceiveUpload<Uint8Array>
}

/** Where a page of the register stands: under the list of actions, which is the beginning of it. */
export function wayTo(c: HouseContext, ...deeper: readonly { text: string; href: string }[]) {
  const language = c.get('language')
  const href = link(language, actionPaths.list)
  const first = { text: shared(language).actions.title, href }
  return {
    breadcrumbs: [first, ...deeper.map(({ text, href }) => ({ text, href: link(language, href) }))],
    under: href,
  }
}

type KeptBack = {
  readonly typed: Typed
  readonly error: unknown
  readonly written: readonly string[]
  readonly to: { readonly text: string; readonly href: string }
}

/** It cannot be any more: what was typed comes back, with what happened and the way to how it stands now. */
export function keptBack(
  c: HouseContext,
  respond: Respond,
  { typed, error, written, to }: KeptBack,
) {
  const language = c.get('language')
  const now = {
    happened: happenedOf(language, error),
    sentence: '',
    link: { text: to.text, href: link(language, to.href) },
  }
  const page = keptBackPage(language, { typed, written, error, now, otherwise: now.link })
  return respond(c, { ...wayTo(c), ...page })
}

/** A whole number from 1 in an address or a form; 1 for anything else. */
export const countFrom = (typed: Typed, name: string): number =>
  Math.max(1, Number(/^\d{1,4}$/.exec(textOf(typed, name))?.[0] ?? 1))
