import { Hono } from 'hono'
import { z } from 'zod'
import { readForm, textOf } from '#platform/form.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import { demoPage } from './demo-page.ts'
import { readDemoRegion } from './demo-region.ts'
import { readStory } from './demo-story.ts'
import { findDemoOpenings } from './find-demo-openings.ts'
import type { IdentityParts } from './identity-parts.ts'
import type { Reception } from './reception.ts'
import { safePath } from './safe-path.ts'
import type { SignInLimits } from './sign-in-limits.ts'

const choice = z.object({ organisation: z.uuid(), person: z.uuid() })

/** Mounted in demo mode only: outside it these addresses do not exist. */
export function demoRoutes(
  { pool, respond, storyPlaces }: IdentityParts,
  desk: Reception,
  limits: SignInLimits,
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const region = readDemoRegion()

  app.get('/demo', (c) =>
    respond(
      c,
      demoPage(c.get('language'), {
        region,
        story: readStory(storyPlaces),
        back: safePath(c.req.query('naar')),
      }),
    ),
  )

  app.post('/demo', limits.address, async (c) => {
    const typed = await typedIn(c)
    const form = readForm(choice, typed)
    if (!form.ok) return refuse('not-found', 'no-such-person')
    const { organisation, person } = form.value
    const openings = await findDemoOpenings(pool, region, person)
    const opening = openings.find((each) => each.organisationId === organisation)
    if (!opening) return refuse('not-found', 'no-such-person')
    if (openings.length > 1) desk.rememberProof(c, openings, 'demo', true)
    else desk.proof.clear(c)
    await desk.open(c, opening, 'demo')
    return c.redirect(link(c.get('language'), safePath(textOf(typed, 'naar'))), 303)
  })

  return app
}
