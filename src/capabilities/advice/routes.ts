import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import {
  type KindNamer,
  looksForParty,
  searchIn,
  together,
  togetherCrumb,
} from '#capabilities/sharing/index.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, signedInFirst, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { mayAsk } from './access.ts'
import { addToAdvice } from './add-to-advice.ts'
import { askAdvice } from './ask-advice.ts'
import { beginAdvice } from './begin-advice.ts'
import { closeAdvice } from './close-advice.ts'
import type { AdviceDesk } from './desk.ts'
import { type ActForm, readAct, readQuestion, seenIn, written } from './forms.ts'
import { giveAdvice } from './give-advice.ts'
import type { Identifying } from './identifying.ts'
import type { LookFirst } from './look-first.ts'
import { actPage } from './pages-act.ts'
import { advicePage } from './pages-advice.ts'
import { askPage } from './pages-ask.ts'
import { listPage } from './pages-list.ts'
import { actPaths, type PagedAct, paths } from './paths.ts'
import { readAdvice, readAdvices } from './read-advice.ts'
import { takeUpAdvice } from './take-up-advice.ts'
import { t } from './words.ts'

export type RouteParts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly desk: AdviceDesk
  readonly knowledge: Knowledge
  readonly kindName: KindNamer
}

type Shown = {
  readonly typed: Typed
  readonly errors?: FormErrors
  readonly look?: readonly Identifying[]
}

/** Asking, the list of both sides, and every step of one question. */
export function adviceRoutes({ respond, inTransaction, desk, knowledge, kindName }: RouteParts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'share')
  const toList = (language: Language) => ({
    text: t(language).list.title,
    href: link(language, paths.list),
  })
  const wayUp = (language: Language) => ({
    under: link(language, together),
    breadcrumbs: [togetherCrumb(language), toList(language)],
  })

  app.use('/advies', signedInFirst)
  app.use('/advies/*', signedInFirst)

  app.get('/advies', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readAdvices(work, desk))
    const content = listPage(language, { ...read, mayAsk: mayAsk(whoIsSignedIn(c).actor) })
    return respond(c, {
      title: t(language).list.title,
      under: link(language, together),
      breadcrumbs: [togetherCrumb(language)],
      content,
    })
  })

  const showAsk = async (
    c: HouseContext,
    caseId: string | undefined,
    { typed, errors = {}, look = [] }: Shown,
  ) => {
    const language = c.get('language')
    const begun = await act(c, (work) =>
      beginAdvice(work, { caseId, search: searchIn(typed), chosen: textOf(typed, 'to') }),
    )
    const error = Object.keys(errors).length > 0 || look.length > 0
    const key = keyIn(typed) ?? newId()
    return respond(c, {
      ...wayUp(language),
      title: t(language).ask.title,
      content: askPage(language, { ...begun, kindName, knowledge, typed, errors, look, key }),
      error,
      status: error ? 422 : 200,
    })
  }

  const caseIn = (text: string | undefined) => (text && isId(text) ? text : undefined)

  app.get('/advies/nieuw', (c) => showAsk(c, caseIn(c.req.query('casus')), { typed: {} }))

  app.post('/advies/nieuw', async (c) => {
    const language = c.get('language')
    const typed = await typedIn(c)
    const caseId = caseIn(textOf(typed, 'casus'))
    if (looksForParty(typed)) return showAsk(c, caseId, { typed })
    const read = readQuestion(typed)
    if ('errors' in read) return showAsk(c, caseId, { typed, errors: read.errors })
    const { danger, to, words } = read.value
    if (danger === 'yes') return showAsk(c, caseId, { typed, errors: { danger: 'call-first' } })
    const otherwise = { text: t(language).keptBack.toList, href: link(language, paths.list) }
    return keepingTyped(
      language,
      {
        typed,
        written,
        otherwise,
        look: async () => undefined,
        show: (page) => respond(c, { ...page, ...wayUp(language) }),
      },
      async () => {
        const seen = seenIn(typed)
        const key = keyIn(typed)
        const asked = await act(c, (work) =>
          askAdvice(work, desk, { to, caseId, words, seen, language, key }),
        )
        if ('look' in asked) return showAsk(c, caseId, { typed, ...lookedAt(asked, typed) })
        return c.redirect(link(language, paths.question(asked.id)), 303)
      },
    )
  })

  app.get('/advies/:id', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readAdvice(work, desk, idIn(c)))
    const content = advicePage(language, read)
    return respond(c, { ...wayUp(language), title: read.topic, content })
  })

  app.post('/advies/:id/oppakken', async (c) => {
    const language = c.get('language')
    const id = idIn(c)
    const typed = await typedIn(c)
    return keeping(c, id, typed, async () => {
      await act(c, (work) => takeUpAdvice(work, desk, id, { key: keyIn(typed) }))
      return c.redirect(link(language, paths.question(id)), 303)
    })
  })

  const keeping = (c: HouseContext, id: string, typed: Typed, answer: () => Promise<Response>) => {
    const language = c.get('language')
    const words = t(language)
    return keepingTyped(
      language,
      {
        typed,
        written,
        otherwise: { text: words.keptBack.toList, href: link(language, paths.list) },
        look: async () => {
          const read = await act(c, (work) => readAdvice(work, desk, id))
          return {
            sentence: words.keptBack.now(read.code, words.states[read.state]),
            link: {
              text: words.keptBack.toQuestion,
              href: link(language, paths.question(id)),
            },
          }
        },
        show: (page) => respond(c, { ...page, ...wayUp(language) }),
      },
      answer,
    )
  }

  const showAct = async (
    c: HouseContext,
    paged: PagedAct,
    { typed, errors = {}, look = [] }: Shown,
  ) => {
    const language = c.get('language')
    const read = await act(c, (work) => readAdvice(work, desk, idIn(c)))
    const error = Object.keys(errors).length > 0 || look.length > 0
    const key = keyIn(typed) ?? newId()
    const way = wayUp(language)
    const toOne = { text: read.code, href: link(language, paths.question(read.id)) }
    return respond(c, {
      ...way,
      breadcrumbs: [...way.breadcrumbs, toOne],
      title: t(language).acts[paged].title,
      content: actPage(language, { act: paged, read, typed, errors, look, key }),
      error,
      status: error ? 422 : 200,
    })
  }

  /** The verb of this act; answers what to look at first. */
  const verbOf = (
    paged: PagedAct,
    id: string,
    form: ActForm & { seen: readonly string[]; key: string | undefined; language: Language },
  ): ((work: Work) => Promise<LookFirst | undefined>) => {
    const { text, outcome, ...rest } = form
    switch (paged) {
      case 'add':
      case 'reply':
        return (work) => addToAdvice(work, desk, id, { act: paged, text, ...rest })
      case 'close':
        return (work) => closeAdvice(work, desk, id, { told: text, outcome, ...rest })
      default:
        return (work) => giveAdvice(work, desk, id, { act: paged, text, ...rest })
    }
  }

  for (const paged of Object.keys(actPaths) as PagedAct[]) {
    const path = `/advies/:id/${actPaths[paged]}` as const
    app.get(path, (c) => showAct(c, paged, { typed: {} }))
    app.post(path, async (c) => {
      const language = c.get('language')
      const id = idIn(c)
      const typed = await typedIn(c)
      const read = readAct(paged, typed)
      if ('errors' in read) return showAct(c, paged, { typed, errors: read.errors })
      return keeping(c, id, typed, async () => {
        const form = { ...read.value, seen: seenIn(typed), key: keyIn(typed), language }
        const look = await act(c, verbOf(paged, id, form))
        if (look) return showAct(c, paged, { typed, ...lookedAt(look, typed) })
        return c.redirect(link(language, paths.question(id)), 303)
      })
    })
  }

  return app
}

/** The first time it is only shown; whoever sent it again without saying that they looked is asked to. */
const lookedAt = ({ look }: LookFirst, typed: Typed): Omit<Shown, 'typed'> => ({
  look,
  ...(typed.seen === undefined ? {} : { errors: { looked: 'look-first' } }),
})
