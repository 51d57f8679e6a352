import { createMiddleware } from 'hono/factory'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Assets } from '#design/assets.ts'
import type { Html } from '#design/html.ts'
import { type PageParts, page as pageOf } from '#design/page/page.ts'
import type { PageContext } from '#design/page/page-context.ts'
import type { PersonActor } from '#platform/actor.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import type { Language } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'

/** Answers with a whole page; every page of the house goes through here. */
export type Respond = (
  c: HouseContext,
  parts: PageParts & { quickExit?: boolean; status?: ContentfulStatusCode },
) => Promise<Response>

/** The words for roles belong to identity; the page head only shows them. */
export type RoleNames = (signedIn: SignedIn, language: Language) => string[]

/** The main places of a person, in the order of use; capabilities say which are theirs. */
export type Navigation = (
  actor: PersonActor,
  language: Language,
) => { text: string; href: string }[]

type Parts = {
  assets: Assets
  demo: boolean
  /** where somebody is in the story of the demonstration; nothing on any other page */
  demoStep?: (c: HouseContext) => Html | undefined
  roleNames: RoleNames
  navigation?: Navigation
}

export type ContextOf = (c: HouseContext, quickExit?: boolean) => PageContext

/** What a page shows around its content: who reads it, in which language, and where they can go. */
export function contextMaker({ assets, demo, demoStep, roleNames, navigation }: Parts): ContextOf {
  return (c, quickExit = false) => {
    const language = c.get('language')
    const signedIn = c.get('signedIn')
    const path = c.req.path + new URL(c.req.url).search
    const answersForm = c.req.method === 'POST'
    const step = demoStep?.(c)
    const shown = step ? { demoStep: step } : {}
    const around = { language, path, answersForm, demo, ...shown, quickExit, asset: assets.url }
    if (!signedIn) return around
    const { name, organisationName: organisation, actor } = signedIn
    return {
      ...around,
      ...(navigation ? { navigation: navigation(actor, language) } : {}),
      person: { name, organisation, roles: roleNames(signedIn, language) },
    }
  }
}

export function responder(parts: Parts): Respond {
  const contextOf = contextMaker(parts)
  return async (c, { quickExit = false, status = 200, ...page }) => {
    c.header('Content-Language', c.get('language'))
    // A plain string leaves as it is; the object that a template makes would become a stream first.
    return c.html(String(await pageOf(contextOf(c, quickExit), page)), status)
  }
}

/** The person who is signed in; anybody else is sent to sign in by the house's error handler. */
export function whoIsSignedIn(c: HouseContext): SignedIn {
  const signedIn = c.get('signedIn')
  if (!signedIn) throw new SignInFirst()
  return signedIn
}

/** Before a form is even read: what lies behind this answers nobody who is not signed in. */
export const signedInFirst = createMiddleware<HouseEnv>(async (c, next) => {
  whoIsSignedIn(c)
  await next()
})

/** Not a refusal: the same page is shown after signing in. */
export class SignInFirst extends Refusal {
  constructor() {
    super('not-allowed', 'sign-in-first')
  }
}
