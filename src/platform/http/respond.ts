import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Assets } from '#design/assets.ts'
import { type PageParts, page } from '#design/page/page.ts'
import type { HouseContext, SignedIn } from '#platform/http/house-env.ts'
import { Refusal } from '#platform/refusal.ts'

/** Answers with a whole page; every page of the house goes through here. */
export type Respond = (
  c: HouseContext,
  parts: PageParts & { quickExit?: boolean; status?: ContentfulStatusCode },
) => Promise<Response>

/** The words for roles belong to identity; the page head only shows them. */
export type RoleNames = (signedIn: SignedIn, language: 'nl' | 'en') => string[]

type Parts = { assets: Assets; demo: boolean; roleNames: RoleNames }

export function responder({ assets, demo, roleNames }: Parts): Respond {
  return async (c, { quickExit = false, status = 200, ...parts }) => {
    const language = c.get('language')
    const signedIn = c.get('signedIn')
    const url = new URL(c.req.url)
    const body = await page(
      {
        language,
        path: c.req.path + url.search,
        demo,
        quickExit,
        asset: assets.url,
        ...(signedIn
          ? {
              person: {
                name: signedIn.name,
                organisation: signedIn.organisationName,
                roles: roleNames(signedIn, language),
              },
            }
          : {}),
      },
      parts,
    )
    c.header('Content-Language', language)
    return c.html(body, status)
  }
}

/** The person who is signed in; anybody else is sent to sign in by the house's error handler. */
export function whoIsSignedIn(c: HouseContext): SignedIn {
  const signedIn = c.get('signedIn')
  if (!signedIn) throw new SignInFirst()
  return signedIn
}

/** Not a refusal: the same page is shown after signing in. */
export class SignInFirst extends Refusal {
  constructor() {
    super('not-allowed', 'sign-in-first')
  }
}
