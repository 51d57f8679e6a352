import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Recogniser } from '#capabilities/recognition/index.ts'
import { followers } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { mayRecord } from './access.ts'
import { candidatesOf } from './candidates.ts'
import { type Draft, noticedOn, readiness, signalsPage, whatPage } from './draft.ts'
import { answersFrom, draftFrom, inPageOrder, observationsFrom, pickTyped } from './draft-form.ts'
import { discardDraft, keepDraft, readDraft, startDraft } from './keep-draft.ts'
import { keepBack } from './kept-back.ts'
import { checkPageView, discardPage, receiptPage, signalsPageView } from './pages-confirm.ts'
import { elsewherePage } from './pages-elsewhere.ts'
import { changeDangerPage, dangerPage, draftPath, startPage, whatPageView } from './pages-record.ts'
import { readSignal } from './read-signal.ts'
import type { RecordAssets } from './record-assets.ts'
import { findOpenChoices, recordSignal, somebodyLooks } from './record-signal.ts'
import type { Recording } from './recording.ts'
import type { Readers } from './signal.ts'
import { lookBefore } from './signal-term.ts'
import { t } from './words.ts'

export type RouteParts = {
  readonly recording: Recording
  readonly recogniser: Recogniser
  readonly inTransaction: InTransaction
  readonly respond: Respond
  readonly clock: Clock
  readonly assets: RecordAssets
}

const liveCookie = 'herkenning'

/** From the first question to the receipt. */
export function recordRoutes(parts: RouteParts) {
  const { recording, recogniser, inTransaction, clock, assets } = parts
  const respond: Respond = (c, page) =>
    parts.respond(c, { under: link(c.get('language'), '/signalen/nieuw'), ...page })
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'recognise-exploitation')
  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)

  const showStart = (c: HouseContext, errors: FormErrors, key = newId()) =>
    respond(c, {
      title: t(c.get('language')).start.title,
      content: startPage(c.get('language'), errors, key),
      error: Object.keys(errors).length > 0,
      status: Object.keys(errors).length > 0 ? 422 : 200,
    })

  const showElsewhere = (c: HouseContext, danger: boolean) => {
    const language = c.get('language')
    const { elsewhere, danger: now } = t(language)
    return respond(c, {
      title: danger ? now.title : elsewhere.title,
      content: elsewherePage(language, recording.knowledge, danger),
      status: 403,
    })
  }

  app.get('/signalen/nieuw', (c) =>
    mayRecord(whoIsSignedIn(c).actor) ? showStart(c, {}) : showElsewhere(c, false),
  )

  app.post('/signalen/nieuw', async (c) => {
    const typed = await typedIn(c)
    const danger = textOf(typed, 'danger')
    const key = keyIn(typed)
    if (!mayRecord(whoIsSignedIn(c).actor)) return showElsewhere(c, danger === 'yes')
    if (danger !== 'yes' && danger !== 'no') return showStart(c, { danger: 'choose-danger' }, key)
    const id = await act(c, (work) => startDraft(work, recording, { danger }, key))
    return go(c, draftPath(id, danger === 'yes' ? 'gevaar' : 'wat'))
  })

  app.get('/signalen/concept/:id/gevaar', async (c) => {
    const id = idIn(c)
    await act(c, (work) => readDraft(work, recording, id))
    const language = c.get('language')
    return respond(c, { title: t(language).danger.title, content: dangerPage(language, id) })
  })

  const showChangeDanger = (c: HouseContext, id: string, danger: string, errors: FormErrors) => {
    const language = c.get('language')
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      title: t(language).danger.change,
      content: changeDangerPage(language, { id, danger, errors }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/signalen/concept/:id/direct-gevaar', async (c) => {
    const id = idIn(c)
    const { danger } = await act(c, (work) => readDraft(work, recording, id))
    return showChangeDanger(c, id, danger, {})
  })

  app.post('/signalen/concept/:id/direct-gevaar', async (c) => {
    const id = idIn(c)
    const danger = textOf(await typedIn(c), 'danger')
    if (danger !== 'yes' && danger !== 'no') {
      await act(c, (work) => readDraft(work, recording, id))
      return showChangeDanger(c, id, danger, { danger: 'choose-danger' })
    }
    await act(c, (work) => keepDraft(work, recording, id, { danger }))
    // The check page leads on to whatever is not finished yet.
    return go(c, draftPath(id, danger === 'yes' ? 'gevaar' : 'controleer'))
  })

  /** Keeps what was typed; a draft that is no more brings it back, with the signal that it became. */
  const keep = async <T>(
    c: HouseContext,
    id: string,
    typed: Typed,
    verb: (work: Work) => Promise<T>,
  ) => {
    try {
      return { ok: true, value: await act(c, verb) } as const
    } catch (error) {
      const read = () => act(c, (work) => readSignal(work, recording, id))
      const { page } = await keepBack(c.get('language'), { typed, error }, read)
      return { ok: false, page: await respond(c, page) } as const
    }
  }

  const liveOn = (c: HouseContext) => (getCookie(c, liveCookie) === 'uit' ? undefined : assets)

  const showWhat = (c: HouseContext, id: string, draft: Draft, errors: FormErrors) => {
    const language = c.get('language')
    const live = liveOn(c)
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      title: t(language).what.title,
      content: whatPageView(language, { id, draft, errors, live }),
      scripts: live ? [assets.script] : [],
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/signalen/concept/:id/wat', async (c) => {
    const id = idIn(c)
    const choice = c.req.query('herkenning')
    if (choice === 'aan' || choice === 'uit') {
      setCookie(c, liveCookie, choice, { path: '/', sameSite: 'Lax', maxAge: 365 * 86_400 })
      return go(c, draftPath(id, 'wat'))
    }
    return showWhat(c, id, await act(c, (work) => readDraft(work, recording, id)), {})
  })

  app.post('/signalen/concept/:id/wat', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const kept = await keep(c, id, typed, (work) =>
      keepDraft(work, recording, id, draftFrom(typed)),
    )
    if (!kept.ok) return kept.page
    const draft = kept.value
    const read = readForm(whatPage, pickTyped(draft))
    const date = noticedOn(draft, dutchDay(clock()))
    const errors = {
      ...(read.ok ? {} : read.errors),
      ...(date.ok ? {} : { noticed: date.because }),
    }
    if (Object.keys(errors).length > 0) return showWhat(c, id, draft, inPageOrder(errors))
    return go(c, draftPath(id, 'signalen'))
  })

  app.post('/signalen/concept/:id/bewaar', async (c) => {
    const typed = await typedIn(c)
    const change = { ...draftFrom(typed), ...answersFrom(typed, recording) }
    await act(c, (work) => keepDraft(work, recording, idIn(c), change, { onlyNewer: true }))
    return c.body(null, 204)
  })

  const showSignals = async (
    c: HouseContext,
    id: string,
    draft: Draft,
    wrongs: FormErrors | 'nobody-looks',
  ) => {
    const language = c.get('language')
    const { personId } = whoIsSignedIn(c).actor
    const { colleagues, open } = await act(c, async (work) => {
      work.audit({ act: 'signal.colleagues-read' })
      const all = await recording.colleagues(work, followers)
      const open = await findOpenChoices(work)
      return { colleagues: all.filter((one) => one.personId !== personId), open }
    })
    const errors = wrongs === 'nobody-looks' ? nobodyLooks(draft, open) : choosable(wrongs, open)
    const live = liveOn(c)
    const candidates = candidatesOf(draft, recogniser, recording.knowledge)
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      title: t(language).signals.title,
      content: signalsPageView(language, recording.knowledge, {
        id,
        draft,
        candidates,
        colleagues,
        open,
        errors,
        live,
      }),
      scripts: live ? [assets.script] : [],
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/signalen/concept/:id/signalen', async (c) => {
    const id = idIn(c)
    return showSignals(c, id, await act(c, (work) => readDraft(work, recording, id)), {})
  })

  app.post('/signalen/concept/:id/signalen', async (c) => {
    const id = idIn(c)
    const typed = await typedIn(c)
    const observations = observationsFrom(typed, recording)
    const change = { ...draftFrom(typed), observations }
    const kept = await keep(c, id, typed, async (work) => {
      const draft = await keepDraft(work, recording, id, change)
      const read = readForm(signalsPage, pickTyped(draft))
      return { draft, read, looks: read.ok && (await somebodyLooks(work, read.value)) }
    })
    if (!kept.ok) return kept.page
    const { draft, read, looks } = kept.value
    if (!read.ok) return showSignals(c, id, draft, read.errors)
    if (!looks) return showSignals(c, id, draft, 'nobody-looks')
    return go(c, draftPath(id, 'controleer'))
  })

  app.get('/signalen/concept/:id/controleer', async (c) => {
    const id = idIn(c)
    const language = c.get('language')
    const now = clock()
    const { draft, name, ready, looks, calendar } = await act(c, async (work) => {
      const draft = await readDraft(work, recording, id)
      const ready = readiness(draft, dutchDay(now))
      const names = await recording.namesOf(work, isId(draft.readerId) ? [draft.readerId] : [])
      const looks = ready.ok && (await somebodyLooks(work, ready.signal))
      const calendar = await recording.schoolCalendar(work)
      return { draft, name: names.get(draft.readerId), ready, looks, calendar }
    })
    if (!ready.ok) return go(c, unfinishedPath(id, ready.page))
    if (!looks) return showSignals(c, id, draft, 'nobody-looks')
    const { signal } = ready
    return respond(c, {
      title: t(language).check.title,
      content: checkPageView(language, recording.knowledge, {
        id,
        signal,
        lookBefore: lookBefore(now, signal.danger, recording.firstLook, calendar).toString(),
        colleague: signal.readerId ? name : undefined,
        unanswered: candidatesOf(draft, recogniser, recording.knowledge).filter(
          ({ answer, tellings }) => answer === undefined && !tellings.includes('negated'),
        ),
      }),
    })
  })

  app.post('/signalen/concept/:id/controleer', async (c) => {
    const id = idIn(c)
    try {
      await act(c, (work) => recordSignal(work, recording, id))
    } catch (error) {
      if (error instanceof Refusal && error.because === 'nobody-looks') {
        const draft = await act(c, (work) => readDraft(work, recording, id))
        return showSignals(c, id, draft, 'nobody-looks')
      }
      const page = unfinished(error)
      if (!page) throw error
      return go(c, unfinishedPath(id, page))
    }
    return go(c, `/signalen/${id}/ontvangst`)
  })

  app.get('/signalen/concept/:id/weggooien', async (c) => {
    const id = idIn(c)
    const { subject } = await act(c, (work) => readDraft(work, recording, id))
    const language = c.get('language')
    return respond(c, {
      title: t(language).discard.title,
      content: discardPage(language, { id, subject }),
    })
  })

  app.post('/signalen/concept/:id/weggooien', async (c) => {
    await act(c, (work) => discardDraft(work, idIn(c)))
    return go(c, '/signalen')
  })

  app.get('/signalen/:id/ontvangst', async (c) => {
    const language = c.get('language')
    const signal = await act(c, (work) => readSignal(work, recording, idIn(c)))
    if (!signal.isReporter) return refuse('not-found', 'no-such-signal')
    return respond(c, {
      title: t(language).receipt.title,
      content: receiptPage(language, signal),
    })
  })

  return app
}

/** What to mend when nobody can look: another colleague where there is one, else another choice. */
function nobodyLooks({ readers }: Draft, open: readonly Readers[]): FormErrors {
  if (open.length === 0) return { readers: 'nobody-here' }
  const other = readers === 'one-colleague' && open.includes(readers)
  return other ? { readerId: 'choose-colleague' } : { readers: 'nobody-looks' }
}

/** Where there is nobody to choose, choosing is not what to ask for. */
function choosable(errors: FormErrors, open: readonly Readers[]): FormErrors {
  const { readers, readerId, ...others } = errors
  if (open.length > 0 || (!readers && !readerId)) return errors
  return { ...others, readers: 'nobody-here' }
}

type UnfinishedPage = 'danger' | 'what' | 'signals'

const unfinishedPath = (id: string, page: UnfinishedPage): string =>
  draftPath(id, { danger: 'direct-gevaar', what: 'wat', signals: 'signalen' }[page])

function unfinished(error: unknown): UnfinishedPage | undefined {
  if (!(error instanceof Refusal) || !error.because.startsWith('unfinished-')) return undefined
  return error.because.slice('unfinished-'.length) as UnfinishedPage
}
