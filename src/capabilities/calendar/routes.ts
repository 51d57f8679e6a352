import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { datePartsOf, typedDate } from '#platform/typed-date.ts'
import type { InTransaction } from '#platform/work.ts'
import { keeper } from './access.ts'
import { longestName } from './closed-period.ts'
import { addClosedPeriod, readClosedPeriods, removeClosedPeriod } from './keep-closed-periods.ts'
import { daysOffPage, daysOffPath } from './pages.ts'
import { t } from './words.ts'

export type RouteParts = {
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
}

/** Nothing here answers somebody who keeps no calendar, before a form is even read. */
const keepersFirst = createMiddleware<HouseEnv>(async (c, next) => {
  keeper(whoIsSignedIn(c).actor)
  await next()
})

/** The page on which an organisation says when it is closed. */
export function calendarRoutes({ inTransaction, respond, clock }: RouteParts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'manage-organisation')

  const show = async (c: HouseContext, typed: Typed, errors: FormErrors, key = newId()) => {
    const language = c.get('language')
    const periods = await act(c, readClosedPeriods)
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      title: t(language).title,
      content: daysOffPage(language, { periods, typed, errors, key, today: dutchDay(clock()) }),
      wide: true,
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.use(daysOffPath, keepersFirst)
  app.use(`${daysOffPath}/*`, keepersFirst)
  app.get(daysOffPath, (c) => show(c, {}, {}))

  app.post(daysOffPath, async (c) => {
    const typed = await typedIn(c)
    const key = keyIn(typed) ?? newId()
    const read = periodIn(typed)
    if (!read.ok) return show(c, typed, read.errors, key)
    const added = await act(c, (work) => addClosedPeriod(work, { id: key, ...read.period }))
    if (!added.ok) return show(c, typed, { [added.field]: added.because }, key)
    return c.redirect(link(c.get('language'), daysOffPath), 303)
  })

  app.post(`${daysOffPath}/:id/weghalen`, async (c) => {
    await act(c, (work) => removeClosedPeriod(work, idIn(c)))
    return c.redirect(link(c.get('language'), daysOffPath), 303)
  })

  return app
}

type PeriodTyped =
  | { readonly ok: true; readonly period: { name: string; from: string; until: string } }
  | { readonly ok: false; readonly errors: FormErrors }

function periodIn(typed: Typed): PeriodTyped {
  const errors: Record<string, string> = {}
  const name = textOf(typed, 'name').trim()
  if (name === '') errors.name = 'name-missing'
  else if (name.length > longestName) errors.name = 'name-too-long'
  const dayOf = (field: 'from' | 'until'): string => {
    const read = typedDate(datePartsOf(typed, field))
    if (!read.ok) errors[field] = read.because
    else if (read.date === undefined) errors[field] = `${field}-missing`
    return (read.ok && read.date) || ''
  }
  const [from, until] = [dayOf('from'), dayOf('until')]
  return Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, period: { name, from, until } }
}
