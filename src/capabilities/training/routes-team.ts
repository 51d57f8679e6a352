import { Hono } from 'hono'
import { textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { signedInFirst } from '#platform/http/respond.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import { inviteTeam, readTeam, setTerm } from './lead-team.ts'
import { teamPage } from './page-team.ts'
import { paths } from './paths.ts'
import type { RouteParts } from './routes-reading.ts'

/** For who leads a team: numbers, inviting, and the term. */
export function teamRoutes({ respond, inTransaction, desk }: RouteParts) {
  const { practice } = desk
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'train')
  const toTeam = (c: HouseContext) => c.redirect(link(c.get('language'), paths.team), 303)

  app.use('/oefenen/team/*', signedInFirst)

  app.get(paths.team, async (c) => {
    const team = await act(c, (work) => readTeam(work, desk))
    return respond(c, teamPage(c.get('language'), { practice, team }))
  })

  app.post(paths.term, async (c) => {
    const wrongTerm = textOf(await typedIn(c), 'months').trim()
    const { shortest, longest } = practice.refresh
    const months = /^\d{1,3}$/.test(wrongTerm) ? Number(wrongTerm) : 0
    if (months >= shortest && months <= longest) {
      await act(c, (work) => setTerm(work, months))
      return toTeam(c)
    }
    const team = await act(c, (work) => readTeam(work, desk))
    const page = teamPage(c.get('language'), { practice, team, wrongTerm })
    return respond(c, { ...page, status: 422 })
  })

  app.post(paths.invite, async (c) => {
    const story = practice.find(textOf(await typedIn(c), 'story'))
    // Who may invite is asked first: to anybody else there is no such page, whatever the form holds.
    await act(c, (work) =>
      story ? inviteTeam(work, desk, story) : readTeam(work, desk).then(noSuchStory),
    )
    return toTeam(c)
  })

  return app
}

const noSuchStory = () => refuse('invalid', 'no-such-story')
