import { Hono } from 'hono'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import { words as houseWords } from '#platform/http/words.ts'
import { link } from '#platform/language.ts'
import { describeApi } from './description.ts'
import { guidePage } from './guide-page.ts'
import type { OAuthParts } from './oauth-routes.ts'
import type { Operation } from './operation.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

type Parts = Pick<OAuthParts, 'issuerOf'> & {
  readonly respond: Respond
  readonly operations: readonly Operation[]
  /** where people reach the operator, as a mail address, if that was set */
  readonly contact: string | undefined
}

/** What the API says about itself: for people, and for programs. */
export function guideRoutes({ respond, operations, issuerOf, contact }: Parts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(paths.guide, (c) => {
    const language = c.get('language')
    const problems = houseWords(language).problems
    const content = guidePage(language, {
      issuer: issuerOf(c),
      operations,
      problems: (kind) => problems[kind as keyof typeof problems],
    })
    return respond(c, { title: t(language).guide.title, content, wide: true })
  })
  app.get(paths.api, (c) => c.redirect(link(c.get('language'), paths.guide), 303))
  app.get(paths.description, (c) =>
    c.json(describeApi({ origin: issuerOf(c), language: c.get('language'), operations, contact })),
  )
  return app
}
