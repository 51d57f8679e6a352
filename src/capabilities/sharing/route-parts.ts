import type { PageParts } from '#design/page/page.ts'
import type { Clock } from '#platform/clock.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, SignedIn } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import { idIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import type { SharingDesk } from './desk.ts'
import { togetherCrumb } from './navigation.ts'
import { paths, together } from './paths.ts'
import { readDisclosure } from './read-disclosure.ts'
import { readReceived } from './received.ts'
import { t } from './words.ts'

export type RouteParts = {
  readonly desk: SharingDesk
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  /** the address of this capability's stylesheet */
  readonly style: string
  /** Refuses unless this person proved just now who they are: what leaves cannot be unread. */
  readonly requireStepUp: (signedIn: SignedIn, now: ReturnType<Clock>) => void
}

type Shown = PageParts & { readonly errors?: FormErrors; readonly status?: 200 | 409 }

/** What the routes of this capability have in common. */
export function counterOf({ desk, inTransaction, respond, style }: RouteParts) {
  const act = acting(inTransaction, 'share')

  const page = (c: HouseContext, { errors = {}, status = 200, ...parts }: Shown) => {
    const wrong = Object.keys(errors).length > 0
    const under = link(c.get('language'), together)
    return respond(c, {
      ...{ styles: [style], under, ...parts },
      error: wrong,
      status: wrong ? 422 : status,
    })
  }

  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)

  /** Whatever refuses on the way brings back what was typed, with how it stands now. */
  const keeping = (
    c: HouseContext,
    side: 'sent' | 'received' | 'list',
    { typed, written }: { readonly typed: Typed; readonly written: readonly string[] },
    answer: () => Promise<Response>,
  ): Promise<Response> => {
    const language = c.get('language')
    const words = t(language)
    const { keptBack } = words
    const why: Readonly<Record<string, string>> = keptBack.why
    const look = async ({ because }: Refusal) => {
      // Before there is one, there is nothing to say of where it stands.
      if (side === 'list') return undefined
      const which = { id: idIn(c), language }
      const now =
        side === 'sent'
          ? await act(c, (work) => readDisclosure(work, desk, which))
          : await act(c, (work) => readReceived(work, desk, which))
      const names: Readonly<Record<string, string>> =
        side === 'sent' ? words.states : words.receivedStates
      const href = side === 'sent' ? paths.one(now.id) : paths.oneReceived(now.id)
      return {
        sentence: why[because] ?? keptBack.state(names[now.state] ?? now.state),
        link: { text: keptBack.to, href: link(language, href) },
      }
    }
    const otherwise =
      side !== 'received'
        ? { text: keptBack.list, href: link(language, paths.sent) }
        : { text: keptBack.received, href: link(language, paths.received) }
    const show = (parts: PageParts) => respond(c, { ...parts, under: link(language, together) })
    return keepingTyped(language, { typed, written, look, otherwise, show }, answer)
  }

  const crumbs = (c: HouseContext, side: 'sent' | 'received') => {
    const { way } = t(c.get('language'))
    const language = c.get('language')
    return [togetherCrumb(language), { text: way[side], href: link(language, paths[side]) }]
  }

  return { act, page, go, keeping, crumbs }
}
