import { circleOf } from '#capabilities/cases/index.ts'
import type { Breadcrumb } from '#design/breadcrumbs/breadcrumbs.ts'
import type { PageParts } from '#design/page/page.ts'
import type { Clock } from '#platform/clock.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import { idIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import { type ConversationDesk, type Place, pathOf } from './desk.ts'
import { listPath, type Names, type Person, wayUp } from './page-parts.ts'
import { listConversations, type ReadConversation, readConversation } from './read-conversation.ts'
import type { ReadingCookie } from './reading-lock.ts'
import { t } from './words.ts'

export type RouteParts = {
  readonly desk: ConversationDesk
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  /** the address of this capability's stylesheet */
  readonly style: string
  readonly reading: ReadingCookie
}

export const placeIn = (c: HouseContext): Place => ({ caseId: idIn(c), id: idIn(c, 'gesprek') })

/** A conversation, or the case in which one is to be prepared. */
type At = Place | Pick<Place, 'caseId'>

/** What the routes of this capability have in common. */
export function counterOf({ desk, inTransaction, respond, style }: RouteParts) {
  const act = acting(inTransaction, 'follow-up-cases')

  const page = (
    c: HouseContext,
    parts: PageParts & {
      errors?: FormErrors
      breadcrumbs: readonly Breadcrumb[]
      /** when nothing that was typed is wrong */
      status?: 200 | 409
    },
  ) => {
    const { errors = {}, status = 200, ...rest } = parts
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      styles: [style],
      under: link(c.get('language'), '/casussen'),
      ...rest,
      error: wrong,
      status: wrong ? 422 : status,
    })
  }

  /** One conversation, with the names that stand on its page and who is in the circle. */
  const read = (c: HouseContext, place: Place) =>
    act(c, async (work): Promise<{ one: ReadConversation; names: Names; circle: Person[] }> => {
      const one = await readConversation(work, desk, place)
      const people = new Set([
        one.preparedBy,
        one.holderId,
        ...[...one.preparations, ...one.accounts, ...one.happenings].map(({ by }) => by),
        ...one.preparations.map(({ content }) => content.holderId),
        ...one.passages.map(({ writtenBy }) => writtenBy),
      ])
      return {
        one,
        names: await desk.cases.namesOf(work, [...people]),
        circle: [...(await circleOf(work, desk.cases, place.caseId))],
      }
    })

  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)

  /** Whatever refuses on the way to the answer brings back what was typed. */
  const keeping = (
    c: HouseContext,
    at: At,
    sent: { readonly typed: Typed; readonly written: readonly string[] },
    answer: () => Promise<Response>,
  ): Promise<Response> => {
    const language = c.get('language')
    const under = link(language, '/casussen')
    const kept = {
      ...sent,
      look: (refused: Refusal) =>
        'id' in at ? conversationNow(c, at, refused) : caseNow(c, at.caseId),
      otherwise: { text: t(language).keptBack.toCases, href: under },
      show: (parts: PageParts) => respond(c, { ...parts, under }),
    }
    return keepingTyped(language, kept, answer)
  }

  /** A form that cannot be sent says why before anybody fills it in. */
  const opening = (c: HouseContext, at: At, answer: () => Promise<Response>): Promise<Response> =>
    keeping(c, at, { typed: {}, written: [] }, answer)

  const conversationNow = async (c: HouseContext, place: Place, { kind }: Refusal) => {
    const language = c.get('language')
    const { conversation, keptBack, states } = t(language)
    const one = await act(c, (work) => readConversation(work, desk, place))
    const open = one.caseOpen ? keptBack.now(states[one.state]) : conversation.closedCase
    return {
      sentence: kind === 'not-allowed' ? conversation.onlyRead : open,
      link: { text: keptBack.toConversation, href: link(language, pathOf(place)) },
      breadcrumbs: wayUp(language, one, place),
    }
  }

  const caseNow = async (c: HouseContext, caseId: string) => {
    const language = c.get('language')
    const { conversation, keptBack } = t(language)
    const { head } = await act(c, (work) => listConversations(work, caseId))
    return {
      sentence: head.state === 'closed' ? conversation.closedCase : '',
      link: { text: keptBack.toList, href: link(language, listPath(caseId)) },
      breadcrumbs: wayUp(language, { caseId, caseCode: head.code }),
    }
  }

  return { act, page, read, go, keeping, opening }
}

/** The one error that a verb found in a form, at the field where it is mended. */
export const faultOf = (error: unknown, fields: Readonly<Record<string, string>>): FormErrors => {
  if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
  const field = fields[error.because]
  if (field === undefined) throw error
  return { [field]: error.because }
}

export const isMeanwhile = (error: unknown): boolean =>
  error instanceof Refusal && error.because === 'written-meanwhile'
