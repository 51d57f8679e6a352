import { Hono } from 'hono'
import { type LookFirst, seenIn } from '#capabilities/advice/index.ts'
import { listOwnCases, mayHaveCases } from '#capabilities/cases/index.ts'
import {
  answersTo,
  type KindNamer,
  looksForParty,
  searchIn,
  together,
  togetherCrumb,
} from '#capabilities/sharing/index.ts'
import type { Clock, Temporal } from '#platform/clock.ts'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv, SignedIn } from '#platform/http/house-env.ts'
import { keepingTyped } from '#platform/http/kept-back.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, signedInFirst, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { mayConvene } from './access.ts'
import { agreeOn, type NotAllowed } from './agree-on.ts'
import { beginAgreement } from './begin-agreement.ts'
import { beginTable } from './begin-table.ts'
import { conveneTable } from './convene-table.ts'
import type { TableDesk } from './desk.ts'
import { endTable } from './end-table.ts'
import { followAgreement } from './follow-agreement.ts'
import {
  type FormRead,
  readAgreement,
  readConvening,
  readEnding,
  readFollowing,
  readMinutes,
  readWord,
  readWritten,
  writtenIn,
} from './forms.ts'
import { agreePage, withoutRoad } from './page-agree.ts'
import { writePage } from './page-write.ts'
import {
  convenePage,
  endPage,
  type Filled,
  followPage,
  minutesPage,
  wordPage,
} from './pages-forms.ts'
import { listPage } from './pages-list.ts'
import { type RoleNamer, tablePage } from './pages-table.ts'
import { paths } from './paths.ts'
import { type ReadTable, readAgreed, readTable, readTables, wayBack } from './read-table.ts'
import { sayOnMinutes } from './say-on-minutes.ts'
import { takeBack } from './take-back.ts'
import { takeSeat } from './take-seat.ts'
import { hasSentence, t } from './words.ts'
import { eraseWhatWasWritten, writeForTable } from './write-for-table.ts'
import { fixMinutes, proposeMinutes } from './write-minutes.ts'

export type RouteParts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly desk: TableDesk
  readonly roleName: RoleNamer
  readonly kindName: KindNamer
  readonly clock: Clock
  readonly requireStepUp: (signedIn: SignedIn, now: Temporal.Instant) => void
}

type Shown = {
  readonly typed: Typed
  readonly errors?: FormErrors
  readonly look?: Filled['look']
  readonly why?: readonly string[]
}

/** What a form of a table leads to: read, done, and what still has to be looked at. */
type Step<T> = {
  readonly path: string
  readonly title: (language: Language) => string
  readonly page: (
    c: HouseContext,
    read: ReadTable,
    filled: Filled,
    why: readonly string[],
  ) => Promise<string | object>
  readonly read: (typed: Typed) => FormRead<T>
  readonly verb: (
    work: Work,
    c: HouseContext,
    value: T,
    sent: {
      readonly typed: Typed
      readonly seen: readonly string[]
      readonly key: string | undefined
    },
  ) => Promise<LookFirst | NotAllowed | undefined>
  /** it delivers words about somebody: a fresh proof of who it is first */
  readonly stepUp?: (c: HouseContext) => boolean
  /** what is read of the table, where that is another part than usual */
  readonly look?: (work: Work, c: HouseContext) => Promise<ReadTable>
  /** where it goes afterwards, without the language; the table, unless said otherwise */
  readonly next?: (work: Work, c: HouseContext) => Promise<string>
  /** the field at which a refusal with this code stands, where that is another than usual */
  readonly fields?: Readonly<Record<string, string>>
}

/** The list, convening, and every step at one table. */
export function tableRoutes({
  respond,
  inTransaction,
  desk,
  roleName,
  kindName,
  clock,
  requireStepUp,
}: RouteParts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'share')
  const wayUp = (language: Language, read?: ReadTable) => ({
    under: link(language, together),
    breadcrumbs: [
      togetherCrumb(language),
      { text: t(language).list.title, href: link(language, paths.list) },
      ...(read ? [{ text: read.code, href: link(language, paths.table(read.id)) }] : []),
    ],
  })
  const filledFrom = ({ typed, errors = {}, look = [] }: Shown): Filled => ({
    typed,
    errors,
    look,
    key: keyIn(typed) ?? newId(),
  })
  const isWrong = ({ errors = {}, look = [], why = [] }: Shown) =>
    Object.keys(errors).length + look.length + why.length > 0
  const keeping = (c: HouseContext, typed: Typed, answer: () => Promise<Response>) => {
    const language = c.get('language')
    const otherwise = { text: t(language).keptBack.toList, href: link(language, paths.list) }
    return keepingTyped(
      language,
      {
        typed,
        written: writtenIn(typed),
        otherwise,
        look: async () => undefined,
        show: (page) => respond(c, { ...page, ...wayUp(language) }),
      },
      answer,
    )
  }

  app.use('/overleg', signedInFirst)
  app.use('/overleg/*', signedInFirst)

  app.get('/overleg', async (c) => {
    const language = c.get('language')
    const lines = await act(c, (work) => readTables(work, desk))
    const content = listPage(language, { lines, mayConvene: mayConvene(whoIsSignedIn(c).actor) })
    return respond(c, {
      title: t(language).list.title,
      under: link(language, together),
      breadcrumbs: [togetherCrumb(language)],
      content,
    })
  })

  const caseIn = (text: string | undefined) => (text && isId(text) ? text : undefined)

  const showConvening = async (c: HouseContext, caseId: string | undefined, shown: Shown) => {
    const language = c.get('language')
    const { typed } = shown
    const chosen = listOf(typed, 'invited').map((seat) => seat.split(':')[0] ?? '')
    const asked = { caseId, search: searchIn(typed), chosen }
    const begun = await act(c, (work) => beginTable(work, asked))
    const aims = desk.law.sharing.aims.filter(({ id }) => id !== 'advice' && id !== 'counts')
    const wrong = isWrong(shown)
    return respond(c, {
      ...wayUp(language),
      title: t(language).convene.title,
      content: convenePage(language, { ...filledFrom(shown), ...begun, aims, roleName, kindName }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/overleg/nieuw', (c) => showConvening(c, caseIn(c.req.query('casus')), { typed: {} }))

  app.post('/overleg/nieuw', async (c) => {
    const language = c.get('language')
    const typed = await typedIn(c)
    const caseId = caseIn(textOf(typed, 'casus'))
    if (looksForParty(typed)) return showConvening(c, caseId, { typed })
    const read = readConvening(typed)
    if ('errors' in read) return showConvening(c, caseId, { typed, errors: read.errors })
    return keeping(c, typed, async () => {
      try {
        const made = await act(c, (work) =>
          conveneTable(work, desk, {
            ...read.value,
            caseId,
            seen: seenIn(typed),
            key: keyIn(typed),
          }),
        )
        if ('look' in made) return showConvening(c, caseId, { typed, ...lookedAt(made, typed) })
        return c.redirect(link(language, paths.table(made.id)), 303)
      } catch (error) {
        const errors = fieldErrorOf(error, { 'too-far': 'day' })
        if (errors) return showConvening(c, caseId, { typed, errors })
        throw error
      }
    })
  })

  app.get('/overleg/:id', async (c) => {
    const language = c.get('language')
    const read = await act(c, (work) => readTable(work, desk, idIn(c)))
    const aim = desk.law.sharing.aims.find(({ id }) => id === read.aim)?.name[language] ?? read.aim
    const content = tablePage(language, { read, aim, roleName })
    return respond(c, { ...wayUp(language), title: read.words?.question ?? read.code, content })
  })

  app.post('/overleg/:id/plaats', async (c) => {
    const language = c.get('language')
    const id = idIn(c)
    const typed = await typedIn(c)
    const what = textOf(typed, 'act')
    if (what !== 'join' && what !== 'decline' && what !== 'leave')
      return refuse('invalid', 'no-such-act')
    await act(c, (work) => takeSeat(work, desk, id, what))
    return c.redirect(link(language, what === 'join' ? paths.table(id) : paths.list), 303)
  })

  app.post('/overleg/:id/verslag/vastleggen', async (c) => {
    const language = c.get('language')
    const id = idIn(c)
    await act(c, (work) => fixMinutes(work, desk, id))
    return c.redirect(link(language, paths.table(id)), 303)
  })

  /** A page with a form, and what is done with it. */
  function step<T>({ path, title, page, read: readTyped, verb, stepUp, fields, ...more }: Step<T>) {
    const { look = (work, c) => readTable(work, desk, idIn(c)) } = more
    const { next = async (_, c) => paths.table(idIn(c)) } = more
    const show = async (c: HouseContext, shown: Shown) => {
      const language = c.get('language')
      const read = await act(c, (work) => look(work, c))
      const wrong = isWrong(shown)
      return respond(c, {
        ...wayUp(language, read),
        title: title(language),
        content: (await page(
          c,
          read,
          filledFrom(shown),
          shown.why ?? [],
        )) as Parameters<Respond>[1]['content'],
        error: wrong,
        status: wrong ? 422 : 200,
      })
    }
    app.get(path, (c) => show(c, { typed: {} }))
    app.post(path, async (c) => {
      if (stepUp?.(c)) requireStepUp(whoIsSignedIn(c), clock())
      const language = c.get('language')
      const typed = await typedIn(c)
      const read = readTyped(typed)
      if ('errors' in read) return show(c, { typed, errors: read.errors })
      return keeping(c, typed, async () => {
        try {
          const sent = { typed, seen: seenIn(typed), key: keyIn(typed) }
          const { stopped, to } = await act(c, async (work) => ({
            to: await next(work, c),
            stopped: await verb(work, c, read.value, sent),
          }))
          if (stopped && 'look' in stopped) return show(c, { typed, ...lookedAt(stopped, typed) })
          if (stopped && 'why' in stopped) return show(c, { typed, why: stopped.why })
          return c.redirect(link(language, to), 303)
        } catch (error) {
          const errors = fieldErrorOf(error, fields)
          if (errors) return show(c, { typed, errors })
          throw error
        }
      })
    })
  }

  step({
    path: '/overleg/:id/opschrijven',
    title: (language) => t(language).write.title,
    read: readWritten,
    page: async (c, read, filled) => writePage(c.get('language'), { ...filled, read }),
    verb: (work, c, fact, { key }) =>
      writeForTable(work, desk, idIn(c), { ...fact, key }).then(nothing),
  })

  app.post('/overleg/:id/opgeschreven/:item/wissen', async (c) => {
    const tableId = idIn(c)
    await act(c, (work) => eraseWhatWasWritten(work, { tableId, id: idIn(c, 'item') }))
    return c.redirect(link(c.get('language'), paths.table(tableId)), 303)
  })

  /** Who does it, and the ground on which it goes there. */
  const chosenIn = (c: HouseContext) => ({
    owner: c.req.query('aan') ?? '',
    road: c.req.query('weg') ?? '',
  })

  step({
    path: '/overleg/:id/afspreken',
    title: (language) => t(language).agree.title,
    stepUp: (c) => ![withoutRoad, ''].includes(chosenIn(c).road),
    read: readAgreement,
    fields: { 'day-over': 'due' },
    page: async (c, read, filled, why) => {
      const chosen = chosenIn(c)
      const roads = isId(chosen.owner)
        ? await act(c, (work) => beginAgreement(work, desk, read.id, chosen))
        : undefined
      return agreePage(c.get('language'), { ...filled, ...chosen, read, roads, why })
    },
    verb: (work, c, form, { typed, seen, key }) => {
      const { owner, road } = chosenIn(c)
      const line = desk.law.sharing.findLine(road)
      const answers = answersTo(line ? desk.law.sharing.questionsOf(line) : [], typed)
      const language = c.get('language')
      const agreement = { ...form, owner, answers, language, seen, key }
      return agreeOn(work, desk, idIn(c), { ...agreement, road: road === withoutRoad ? '' : road })
    },
  })

  const agreementIn = (c: HouseContext) => ({ tableId: idIn(c), itemId: idIn(c, 'item') })

  app.post('/overleg/:id/afspraken/:item/terugnemen', async (c) => {
    const { tableId, itemId: id } = agreementIn(c)
    await act(c, (work) => takeBack(work, desk, { tableId, id }))
    return c.redirect(link(c.get('language'), paths.table(tableId)), 303)
  })

  step({
    path: '/overleg/:id/afspraken/:item',
    look: (work, c) => readAgreed(work, desk, agreementIn(c)),
    next: (work, c) => wayBack(work, agreementIn(c)),
    title: (language) => t(language).follow.title,
    read: readFollowing,
    page: async (c, read, filled) => {
      const item =
        read.items.find(({ id, to }) => id === idIn(c, 'item') && to === read.ownParty) ??
        refuse('not-found', 'no-such-item')
      const cases = mayHaveCases(whoIsSignedIn(c).actor)
        ? await act(c, (work) => listOwnCases(work, desk.cases))
        : []
      return followPage(c.get('language'), { ...filled, read, item, cases })
    },
    verb: (work, c, { act: said, reason, casus }, { key }) =>
      followAgreement(
        work,
        desk,
        { tableId: idIn(c), id: idIn(c, 'item') },
        { act: said, reason, caseId: caseIn(casus), language: c.get('language'), key },
      ).then(nothing),
  })

  step({
    path: '/overleg/:id/verslag',
    title: (language) => t(language).minutes.title,
    read: readMinutes,
    fields: { 'day-over': 'due' },
    page: async (c, read, filled) => minutesPage(c.get('language'), { ...filled, read }),
    verb: (work, c, form, { seen, key }) =>
      proposeMinutes(work, desk, idIn(c), { ...form, seen, key }),
  })

  step({
    path: '/overleg/:id/verslag/reactie',
    title: (language) => t(language).word.title,
    read: readWord,
    page: async (c, read, filled) => wordPage(c.get('language'), { ...filled, read }),
    verb: (work, c, form, { key }) =>
      sayOnMinutes(work, desk, idIn(c), { ...form, key }).then(nothing),
  })

  step({
    path: '/overleg/:id/beeindigen',
    title: (language) => t(language).end.title,
    read: readEnding,
    fields: { 'day-over': 'keepUntil' },
    page: async (c, read, filled) => endPage(c.get('language'), { ...filled, read }),
    verb: (work, c, form) => endTable(work, desk, idIn(c), form).then(nothing),
  })

  return app
}

const nothing = () => undefined

/** The first time it is only shown; whoever sent it again without saying that they looked is asked to. */
const lookedAt = ({ look }: LookFirst, typed: Typed): Omit<Shown, 'typed'> => ({
  look,
  ...(typed.seen === undefined ? {} : { errors: { looked: 'look-first' } }),
})

/** What a verb finds wrong with a field stands beside it. */
const usually: Readonly<Record<string, string>> = {
  'choose-aim': 'aim',
  'choose-invited': 'invited',
  'too-many-guests': 'invited',
  'day-over': 'day',
  'day-to-come': 'on',
  'too-far': 'keepUntil',
  'source-missing': 'source',
  'reason-missing': 'reason',
}
const fieldErrorOf = (
  error: unknown,
  fields: Readonly<Record<string, string>> = {},
): FormErrors | undefined =>
  error instanceof Refusal && error.kind === 'invalid' && hasSentence(error.because)
    ? { [fields[error.because] ?? usually[error.because] ?? 'text']: error.because }
    : undefined
