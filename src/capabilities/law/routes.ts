import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Role } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { Language } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import { datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { Law } from './law.ts'
import { lawPage } from './page-law.ts'
import { proposalsPage } from './page-proposals.ts'
import { groundsPage, routesPage } from './page-routes.ts'
import { rulePage } from './page-rule.ts'
import { sharingLinePage, sharingPage, sharingTablePage } from './pages-sharing.ts'
import { paths, queryNames } from './paths.ts'

type Parts = {
  readonly law: Law
  readonly knowledge: Knowledge
  readonly respond: Respond
  readonly clock: Clock
  readonly roleName: (role: Role, language: Language) => string
}

/** Public pages: nobody signs in to read what the law says. */
export function lawRoutes({ law, knowledge, respond, clock, roleName }: Parts): Hono<HouseEnv> {
  const routes = new Hono<HouseEnv>()
  const desk = { law, knowledge, roleName }
  const today = () => dutchDay(clock())

  routes.get(paths.law, (c) => {
    const typed = datePartsOf(c.req.query(), queryNames.day)
    const day = typedDate(typed)
    const asked = c.req.query(queryNames.subject)
    return respond(
      c,
      lawPage(c.get('language'), {
        law,
        typed,
        wrongDay: !day.ok,
        day: (day.ok && day.date) || today(),
        subject: law.subjects.find(({ id }) => id === asked),
      }),
    )
  })
  routes.get(paths.proposals, (c) => respond(c, proposalsPage(c.get('language'), law, today())))
  routes.get(paths.grounds, (c) => respond(c, groundsPage(c.get('language'), desk)))
  routes.get(paths.routes, (c) => {
    const typed = datePartsOf(c.req.query(), queryNames.day)
    const asked = typedDate(typed)
    const day = (asked.ok && asked.date) || today()
    const on = { typed, day, wrongDay: !asked.ok }
    return respond(c, routesPage(c.get('language'), desk, on))
  })
  routes.get('/kennis/recht/regels/:id', (c) => {
    const rule = law.findRule(c.req.param('id')) ?? refuse('not-found', 'no-such-page')
    return respond(c, rulePage(c.get('language'), { law, knowledge, rule }))
  })
  routes.get(paths.sharing, (c) => {
    const from = law.sharing.findParty(c.req.query(queryNames.from) ?? '')
    const to = law.sharing.findParty(c.req.query(queryNames.to) ?? '')
    return respond(c, sharingPage(c.get('language'), desk, { from, to, day: today() }))
  })
  routes.get(paths.sharingTable, (c) => respond(c, sharingTablePage(c.get('language'), desk)))
  routes.get('/kennis/recht/delen/wegen/:id', (c) => {
    const line = law.sharing.findLine(c.req.param('id')) ?? refuse('not-found', 'no-such-page')
    return respond(c, sharingLinePage(c.get('language'), desk, line))
  })
  return routes
}
