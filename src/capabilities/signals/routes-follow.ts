import { Hono } from 'hono'
import { z } from 'zod'
import { followers } from '#platform/actor.ts'
import { dutchDay, isoInstant } from '#platform/dates.ts'
import { type FormErrors, listOf, readForm, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import { daysInMonth } from '#platform/typed-date.ts'
import type { Work } from '#platform/work.ts'
import { addToSignal } from './add-to-signal.ts'
import { answerQuestion } from './answer-question.ts'
import { askBack } from './ask-back.ts'
import { closeSignal } from './close-signal.ts'
import { combineSignals, separateSignal } from './combine-signals.ts'
import { longest } from './draft.ts'
import { listDrafts } from './keep-draft.ts'
import { keepBack } from './kept-back.ts'
import { readOwn, readQueue } from './list-signals.ts'
import { actPage } from './pages-act.ts'
import { minePage, type QueueState, queuePage, queueStates } from './pages-lists.ts'
import { actPaths, type PagedAct, signalAside, signalPage } from './pages-signal.ts'
import { passSignal } from './pass-signal.ts'
import { type ReadSignal, readSignal } from './read-signal.ts'
import type { RouteParts } from './routes-record.ts'
import { outcomes, withdrawalReasons } from './signal.ts'
import type { OwnPlace, QueuePlace } from './store-lists.ts'
import { takeUpSignal } from './take-up-signal.ts'
import { withdrawSignal } from './withdraw-signal.ts'
import { t } from './words.ts'

const words = z.string().trim().min(1, 'words-missing').max(longest.narrative, 'too-long')

/** What each act's page must bring. Messages are codes. */
const actForms = {
  ask: z.object({ words }),
  answer: z.object({ words }),
  add: z.object({ words }),
  pass: z.object({
    colleague: z.string('choose-colleague').refine(isId, 'choose-colleague'),
    words: z.string().trim().max(longest.narrative, 'too-long').default(''),
  }),
  close: z.object({ outcome: z.enum(outcomes, 'choose-outcome'), words }),
  withdraw: z.object({ because: z.enum(withdrawalReasons, 'choose-reason') }),
} as const

/** What happens after the receipt: own signals, the queue, and one signal with everything done to it. */
export function followRoutes({ recording, inTransaction, respond, clock }: RouteParts) {
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'follow-up-signals')
  const go = (c: HouseContext, path: string) => c.redirect(link(c.get('language'), path), 303)

  app.get('/signalen', async (c) => {
    const language = c.get('language')
    const before = ownPlace(c.req.query('voor'))
    const { drafts, list } = await act(c, async (work) => ({
      drafts: before ? [] : await listDrafts(work, recording),
      list: await readOwn(work, recording, before),
    }))
    return respond(c, {
      title: t(language).mine.title,
      content: minePage(language, { drafts, list, paged: before !== undefined }),
      wide: true,
    })
  })

  const showQueue = async (
    c: HouseContext,
    state: QueueState,
    after: QueuePlace | undefined,
    errors: FormErrors,
  ) => {
    const language = c.get('language')
    const { list, names } = await act(c, async (work) => {
      const list = await readQueue(work, recording, { state, after })
      const names = await recording.namesOf(work, unique(list.lines.map((line) => line.reportedBy)))
      return { list, names }
    })
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      title: t(language).queue.title,
      content: queuePage(language, {
        state,
        list,
        names,
        today: dutchDay(clock()),
        paged: after !== undefined,
        errors,
      }),
      wide: true,
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get('/wachtrij', (c) =>
    showQueue(c, queueState(c.req.query('stand')), queuePlace(c.req.query('na')), {}),
  )

  app.post('/wachtrij/samen', async (c) => {
    const ids = listOf(await typedIn(c), 'signal').filter(isId)
    try {
      await act(c, (work) => combineSignals(work, recording, ids))
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'invalid') throw error
      return showQueue(c, 'new', undefined, { signal: error.because })
    }
    return go(c, `/signalen/${ids[0]}`)
  })

  app.get('/signalen/:id', async (c) => {
    const language = c.get('language')
    const { signal, names } = await act(c, async (work) => {
      const signal = await readSignal(work, recording, idIn(c))
      const people = signal.happenings.flatMap(({ by, to }) => (to ? [by, to] : [by]))
      const all = [signal.reportedBy, signal.takenUpBy, signal.assignedTo, signal.readerId]
      return { signal, names: await recording.namesOf(work, unique([...people, ...all])) }
    })
    const aside = signalAside(language, signal)
    const place = placeOf(language, signal)
    return respond(c, {
      title: t(language).signal.title(signal.reference),
      breadcrumbs: [place],
      under: place.href,
      content: signalPage(language, recording.knowledge, signal, names),
      ...(aside ? { aside } : {}),
    })
  })

  /** Does the act and shows the signal; what cannot be done any more brings back what was typed. */
  const doOn = async (
    c: HouseContext,
    id: string,
    typed: Typed,
    verb: (work: Work) => Promise<void>,
  ) => {
    try {
      await act(c, verb)
    } catch (error) {
      if (error instanceof Refusal && error.because === 'no-such-colleague') {
        return showAct(c, 'pass', id, typed, { colleague: 'choose-colleague' })
      }
      const read = () => act(c, (work) => readSignal(work, recording, id))
      const { page, signal } = await keepBack(c.get('language'), { typed, error }, read)
      const place = signal && placeOf(c.get('language'), signal)
      return respond(c, { ...page, ...(place ? { breadcrumbs: [place], under: place.href } : {}) })
    }
    return go(c, `/signalen/${id}`)
  }

  app.post('/signalen/:id/oppakken', (c) => {
    const id = idIn(c)
    return doOn(c, id, {}, (work) => takeUpSignal(work, recording, id))
  })

  app.post('/signalen/:id/losmaken', (c) => {
    const id = idIn(c)
    return doOn(c, id, {}, (work) => separateSignal(work, recording, id))
  })

  const showAct = async (
    c: HouseContext,
    paged: PagedAct,
    id: string,
    typed: Typed,
    errors: FormErrors,
  ) => {
    const language = c.get('language')
    const { personId } = whoIsSignedIn(c).actor
    const { signal, followed } = await act(c, async (work) => ({
      signal: await readSignal(work, recording, id),
      followed: paged === 'pass' ? await recording.colleagues(work, followers) : [],
    }))
    const colleagues = followed.filter((one) => one.personId !== personId)
    const place = placeOf(language, signal)
    const wrong = Object.keys(errors).length > 0
    return respond(c, {
      title: t(language).acts[paged].title,
      breadcrumbs: [
        place,
        {
          text: t(language).signal.title(signal.reference),
          href: link(language, `/signalen/${id}`),
        },
      ],
      under: place.href,
      content: actPage(language, {
        act: paged,
        signal,
        typed,
        errors,
        colleagues,
        key: keyIn(typed) ?? newId(),
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  const doAct = (paged: PagedAct, id: string, typed: Typed) => async (work: Work) => {
    const said = { words: textOf(typed, 'words').trim(), key: keyIn(typed) }
    switch (paged) {
      case 'ask':
        return askBack(work, recording, id, said.words, said.key)
      case 'answer':
        return answerQuestion(work, recording, id, said.words, said.key)
      case 'add':
        return addToSignal(work, recording, id, said.words, said.key)
      case 'pass':
        return passSignal(work, recording, id, {
          colleagueId: textOf(typed, 'colleague'),
          note: said.words,
          key: said.key,
        })
      case 'close': {
        const { outcome } = actForms.close.parse(typed)
        return closeSignal(work, recording, id, { outcome, note: said.words, key: said.key })
      }
      case 'withdraw': {
        const { because } = actForms.withdraw.parse(typed)
        return withdrawSignal(work, recording, id, because, said.key)
      }
    }
  }

  for (const paged of Object.keys(actPaths) as PagedAct[]) {
    const path = `/signalen/:id/${actPaths[paged]}` as const
    app.get(path, (c) => showAct(c, paged, idIn(c), {}, {}))
    app.post(path, async (c) => {
      const id = idIn(c)
      const typed = await typedIn(c)
      const read = readForm<unknown>(actForms[paged], typed)
      if (!read.ok) return showAct(c, paged, id, typed, read.errors)
      return doOn(c, id, typed, doAct(paged, id, typed))
    })
  }

  return app
}

const placeOf = (language: Language, { mayFollowUp }: ReadSignal) =>
  mayFollowUp
    ? { text: t(language).queue.title, href: link(language, '/wachtrij') }
    : { text: t(language).mine.title, href: link(language, '/signalen') }

const unique = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== undefined)),
]

const queueState = (text: string | undefined): QueueState =>
  queueStates.find((state) => state === text) ?? 'new'

/** A place in the address is a hint; whatever does not look like one means the beginning. */
function queuePlace(text: string | undefined): QueuePlace | undefined {
  const [lookBefore = '', id = ''] = (text ?? '').split('_')
  return isDay(lookBefore) && isId(id) ? { lookBefore, id } : undefined
}

function ownPlace(text: string | undefined): OwnPlace | undefined {
  const [recordedAt = '', id = ''] = (text ?? '').split('_')
  const instant = isoInstant(recordedAt)
  const [day = '', time = ''] = instant.split('T')
  const isTime = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/.test(time)
  return isDay(day) && isTime && isId(id) ? { recordedAt: instant, id } : undefined
}

/** A day that has been or may come; 31 February never was, and 0000 is no year for a database. */
function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = text.split('-').map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}
