import type { PageParts } from '#design/page/page.ts'
import type { Role } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import { idIn } from '#platform/http/read-request.ts'
import type { Respond } from '#platform/http/respond.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import type { CaseMemory } from './case-memory.ts'
import type { CaseDesk } from './desk.ts'
import { type CaseHead, findCase } from './find-case.ts'
import { written } from './pages-act.ts'
import type { CasePanel, TaskPanel } from './panel.ts'
import { caseLink, casesPath } from './paths.ts'
import { t } from './words.ts'

export type RouteParts = {
  readonly desk: CaseDesk
  readonly memory: CaseMemory
  readonly panels: readonly CasePanel[]
  readonly taskPanels: readonly TaskPanel[]
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  /** address of the stylesheet of a case */
  readonly style: string
  readonly roleName: (role: Role, language: Language) => string
}

/** What every route here does in the same way. */
export function caseHouse({ inTransaction, respond, style }: RouteParts) {
  const act = acting(inTransaction, 'follow-up-cases')

  const go = (c: HouseContext, path: string): Response =>
    c.redirect(link(c.get('language'), path), 303)

  const crumbs = (language: Language, head?: CaseHead) => [
    { text: t(language).list.title, href: link(language, casesPath) },
    ...(head ? [{ text: t(language).code(head.code), href: caseLink(language, head.id) }] : []),
  ]

  const page = (
    c: HouseContext,
    parts: Omit<Parameters<Respond>[1], 'styles'>,
  ): Promise<Response> =>
    respond(c, { under: link(c.get('language'), casesPath), ...parts, styles: [style] })

  type Sent = { readonly id?: string; readonly typed: Typed }

  /** Whatever refuses on the way to the answer brings back what was typed. */
  const keeping = (
    c: HouseContext,
    { id, typed }: Sent,
    answer: () => Promise<Response>,
  ): Promise<Response> => {
    const language = c.get('language')
    const { toList } = t(language).keptBack
    const kept = {
      typed,
      written,
      look: async () => (id === undefined ? undefined : caseNow(c, id)),
      otherwise: { text: toList, href: link(language, casesPath) },
      show: (parts: PageParts) => page(c, parts),
    }
    return keepingTyped(language, kept, answer)
  }

  /** A form that cannot be opened any more says why, with the way back to the case. */
  const opening = (c: HouseContext, answer: () => Promise<Response>): Promise<Response> =>
    keeping(c, { id: idIn(c), typed: {} }, answer)

  /** How the case stands now, for who may still see it. */
  const caseNow = async (c: HouseContext, id: string) => {
    const language = c.get('language')
    const { keptBack, states } = t(language)
    const head = await act(c, async (work) => {
      work.audit({ act: 'case.find', subject: id })
      return findCase(work, id)
    })
    return {
      sentence: keptBack.now(head.code, states[head.state].toLowerCase()),
      link: { text: keptBack.toCase, href: caseLink(language, head.id) },
      breadcrumbs: crumbs(language, head),
    }
  }

  return { act, go, page, crumbs, keeping, opening }
}

/** Which field a refusal is about; what is about none stands at the top. */
const fieldOf: Readonly<Record<string, string>> = {
  'not-yet': 'on',
  'already-over': 'due',
  'too-far': 'due',
  'until-not-yet': 'until',
  'no-such-colleague': 'colleague',
  'not-in-circle': 'owner',
  'ends-before-it-begins': 'until',
  'name-missing': 'name',
  'own-case-there': 'knowing',
  'words-missing': 'text',
}

/** A refusal of what was typed, as an error beside its field; anything else is thrown again. */
export function errorsFrom(error: unknown, typed: Typed): FormErrors {
  if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
  const { because } = error
  const wished = fieldOf[because] ?? 'form'
  const dated = ['from', 'until'].find((name) => `${name}-day` in typed)
  const field = because === 'not-yet' && dated ? dated : wished
  return { [because === 'already-over' && 'until-day' in typed ? 'until' : field]: because }
}

export const isInvalid = (error: unknown): boolean =>
  error instanceof Refusal && error.kind === 'invalid'
