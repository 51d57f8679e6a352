import { Hono } from 'hono'
import { z } from 'zod'
import { listOwnCases } from '#capabilities/cases/index.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { limit } from '#platform/http/limit.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import { mayHoldIntervision } from './access.ts'
import { abouts } from './intervision.ts'
import { joinIntervision } from './join-intervision.ts'
import { listAgreements } from './list-agreements.ts'
import { listIntervisions } from './list-intervisions.ts'
import { joinPage, listPage, startPage } from './pages-list.ts'
import { methodPage, methodsPage } from './pages-methods.ts'
import { sheetPage } from './pages-paper.ts'
import type { RouteParts } from './route-parts.ts'
import { startIntervision } from './start-intervision.ts'
import { type Again, fresh, pathOf } from './view.ts'
import { t } from './words.ts'

const startForm = z.object({
  method: z.string('choose-method').min(1, 'choose-method').max(60, 'choose-method'),
  about: z.enum(abouts, 'choose-about'),
  topic: z.string().trim().min(1, 'words-missing').max(120, 'too-long'),
  case: z
    .string()
    .refine((text) => text === '' || isId(text), 'choose-case')
    .default(''),
})

/** Whoever guesses codes is stopped long before 22⁸ of them; whoever types badly is not. */
const codesPerPerson = { points: 20, seconds: 600 }

/** Before there is a table: own tables, a new one, joining one, and the methods. */
export function startRoutes({ desk, respond, act, go }: RouteParts) {
  const { knowledge } = desk
  const app = new Hono<HouseEnv>()
  const wayUp = (c: HouseContext) => [
    { text: t(c.get('language')).list.title, href: link(c.get('language'), '/intervisie') },
  ]

  app.get('/intervisie', async (c) => {
    const own = await act(c, async (work) => ({
      lines: await listIntervisions(work, desk),
      agreements: await listAgreements(work, desk),
    }))
    const language = c.get('language')
    return respond(c, {
      title: t(language).list.title,
      content: listPage(language, knowledge, own),
    })
  })

  const showStart = async (c: HouseContext, onPaper: boolean, again: Again) => {
    if (!mayHoldIntervision(whoIsSignedIn(c).actor)) {
      return refuse('not-allowed', 'cannot-hold-intervision')
    }
    const language = c.get('language')
    const cases = await act(c, (work) => {
      work.audit({ act: 'intervision.choose-case' })
      return listOwnCases(work, desk.cases)
    })
    const wrong = Object.keys(again.errors).length > 0
    return respond(c, {
      title: onPaper ? t(language).paper.title : t(language).start.title,
      breadcrumbs: wayUp(c),
      content: startPage(language, knowledge, {
        ...again,
        onPaper,
        cases,
        key: keyIn(again.typed) ?? newId(),
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  const start = async (c: HouseContext, onPaper: boolean) => {
    const typed = await typedIn(c)
    const again = (errors: FormErrors) => showStart(c, onPaper, { typed, errors })
    const read = readForm(startForm, typed)
    if (!read.ok) return again(read.errors)
    const { case: caseId, ...chosen } = read.value
    const key = keyIn(typed) ?? newId()
    try {
      const id = await act(c, (work) =>
        startIntervision(work, desk, { ...chosen, caseId: caseId || undefined, onPaper, key }),
      )
      return go(c, pathOf(id, onPaper ? '/van-papier' : ''))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.because === 'choose-method') return again({ method: 'choose-method' })
      // A case outside one's circle is a case that is not there.
      if (error.kind === 'not-found') return again({ case: 'choose-case' })
      throw error
    }
  }

  const prefilled = (c: HouseContext): Typed => {
    const [method = '', caseId = ''] = [c.req.query('methode'), c.req.query('casus')]
    return { method, case: isId(caseId) ? caseId : '' }
  }
  app.get('/intervisie/nieuw', (c) => showStart(c, false, { typed: prefilled(c), errors: {} }))
  app.post('/intervisie/nieuw', (c) => start(c, false))
  app.get('/intervisie/papier', (c) => showStart(c, true, { typed: prefilled(c), errors: {} }))
  app.post('/intervisie/papier', (c) => start(c, true))

  const showJoin = (c: HouseContext, again: Again, status: 200 | 404 | 422 = 200) => {
    if (!mayHoldIntervision(whoIsSignedIn(c).actor)) {
      return refuse('not-allowed', 'cannot-hold-intervision')
    }
    const language = c.get('language')
    return respond(c, {
      title: t(language).join.title,
      breadcrumbs: wayUp(c),
      content: joinPage(language, again),
      error: status !== 200,
      status,
    })
  }
  app.get('/intervisie/meedoen', (c) => {
    const code = c.req.query('code')
    return showJoin(c, code ? { typed: { code: code.slice(0, 20) }, errors: {} } : fresh)
  })
  app.post(
    '/intervisie/meedoen',
    limit({ ...codesPerPerson, key: (c) => whoIsSignedIn(c).actor.personId }),
    async (c) => {
      const typed = await typedIn(c)
      const code = textOf(typed, 'code').slice(0, 40)
      const wrong = { typed: { code }, errors: { code: 'no-such-code' } }
      if (code.trim() === '') return showJoin(c, wrong, 422)
      try {
        const id = await act(c, (work) => joinIntervision(work, desk, code))
        return go(c, pathOf(id))
      } catch (error) {
        if (!(error instanceof Refusal) || error.because !== 'no-such-code') throw error
        return showJoin(c, wrong, 404)
      }
    },
  )

  app.get('/intervisie/methoden', (c) => {
    whoIsSignedIn(c)
    const language = c.get('language')
    return respond(c, {
      title: t(language).methods.title,
      breadcrumbs: wayUp(c),
      content: methodsPage(language, knowledge),
    })
  })

  const methodIn = (c: HouseContext) =>
    knowledge.findMethod(c.req.param('method') ?? '') ?? refuse('not-found', 'no-such-page')

  app.get('/intervisie/methoden/:method', (c) => {
    whoIsSignedIn(c)
    const language = c.get('language')
    const method = methodIn(c)
    return respond(c, {
      title: method.name[language],
      breadcrumbs: wayUp(c),
      content: methodPage(language, knowledge, method),
      wide: true,
    })
  })

  app.get('/intervisie/methoden/:method/blad', (c) => {
    whoIsSignedIn(c)
    const language = c.get('language')
    const method = methodIn(c)
    return respond(c, {
      title: t(language).paper.sheetTitle(method.name[language]),
      breadcrumbs: wayUp(c),
      content: sheetPage(language, knowledge, method),
      print: true,
    })
  })

  return app
}
