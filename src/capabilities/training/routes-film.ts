import { Hono } from 'hono'
import { dutchDay } from '#platform/dates.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keptBackPage } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { signedInFirst } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import { readDatedForm } from '#platform/typed-date.ts'
import { answerFilm } from './answer-film.ts'
import { askForFilm } from './ask-for-film.ts'
import { answerForm, filmForm, missingIn } from './film.ts'
import { filmPage, filmRequestsPage } from './page-film.ts'
import { filmFormPage } from './page-film-form.ts'
import { filmLoanPage, filmLoansPage } from './page-film-loans.ts'
import { paths } from './paths.ts'
import { readExpertGroups, readFilmLoan, readFilmLoans, readFilmRequests } from './read-film.ts'
import type { RouteParts } from './routes-reading.ts'
import { takeFilmBack } from './take-film-back.ts'
import { t } from './words.ts'

/** About the film for everybody; asking for it; and answering, for the expert group. */
export function filmRoutes({ respond, inTransaction, clock, knowledge, desk }: RouteParts) {
  const { practice } = desk
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'train')

  const today = () => dutchDay(clock())

  app.use('/oefenen/film/aanvragen/*', signedInFirst)
  app.use('/oefenen/film/vragen/*', signedInFirst)

  app.get(paths.film, (c) => {
    const actor = c.get('signedIn')?.actor
    return respond(c, filmPage(c.get('language'), { knowledge, practice, actor }))
  })

  app.get(paths.filmRequests, async (c) => {
    const requests = await act(c, (work) => readFilmRequests(work, desk))
    return respond(c, filmRequestsPage(c.get('language'), requests, today()))
  })

  const showForm = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const groups = await act(c, readExpertGroups)
    const key = keyIn(typed) ?? newId()
    const page = filmFormPage(c.get('language'), { groups, typed, errors, key })
    return respond(c, { ...page, status: page.error ? 422 : 200 })
  }

  app.get(paths.newFilmRequest, (c) => showForm(c, {}, {}))

  app.post(paths.newFilmRequest, async (c) => {
    const typed = await typedIn(c)
    const read = readDatedForm(filmForm, typed, { wantedOn: 'optional' })
    if (!read.ok) return showForm(c, typed, read.errors)
    const { expertGroup, nobody: _, wantedOn, ...words } = read.value
    const question = { ...words, wantedOn: wantedOn === '' ? null : wantedOn }
    await act(c, (work) => askForFilm(work, desk, { expertGroup, question, key: keyIn(typed) }))
    return c.redirect(link(c.get('language'), paths.filmRequests), 303)
  })

  app.get(paths.filmLoans, async (c) => {
    const loans = await act(c, (work) => readFilmLoans(work, desk))
    return respond(c, filmLoansPage(c.get('language'), loans, today()))
  })

  const showLoan = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const loan = await act(c, (work) => readFilmLoan(work, desk, idIn(c)))
    const page = filmLoanPage(c.get('language'), { loan, typed, errors, today: today() })
    return respond(c, { ...page, status: page.error ? 422 : 200 })
  }

  app.get('/oefenen/film/vragen/:id', (c) => showLoan(c, {}, {}))

  app.post('/oefenen/film/vragen/:id', async (c) => {
    const language = c.get('language')
    const typed = await typedIn(c)
    const read = readDatedForm(answerForm, typed, { until: 'optional' })
    if (!read.ok) return showLoan(c, typed, read.errors)
    const missing = missingIn(read.value, today())
    if (Object.keys(missing).length > 0) return showLoan(c, typed, missing)
    const { answer, until, words } = read.value
    const given = { answer, lentUntil: answer === 'lent' ? until : null, words }
    const id = idIn(c)
    try {
      await act(c, (work) => answerFilm(work, desk, id, given))
    } catch (error) {
      if (!(error instanceof Refusal && error.kind === 'conflict')) throw error
      const { back, answeredBefore } = t(language).film
      const otherwise = { text: back, href: link(language, paths.filmLoans) }
      const now = { sentence: answeredBefore, link: otherwise }
      return respond(
        c,
        keptBackPage(language, { typed, written: ['words'], error, now, otherwise }),
      )
    }
    return c.redirect(link(language, paths.filmLoan(id)), 303)
  })

  app.post('/oefenen/film/vragen/:id/terug', async (c) => {
    const id = idIn(c)
    await act(c, (work) => takeFilmBack(work, desk, id))
    return c.redirect(link(c.get('language'), paths.filmLoan(id)), 303)
  })

  return app
}
