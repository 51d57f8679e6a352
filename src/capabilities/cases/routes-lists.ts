import { Hono } from 'hono'
import { z } from 'zod'
import { copyOf, readQueue } from '#capabilities/signals/index.ts'
import { isSchool, type Role, worksWithPupils } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, readForm, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyField, keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { type Language, link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import { mayOpenCase } from './access.ts'
import { bringInSignal } from './bring-in-signal.ts'
import { clocks } from './case-file.ts'
import { readActForm } from './forms.ts'
import { listOwnCases, readCases } from './list-cases.ts'
import { openCase } from './open-case.ts'
import { caseAside, casePage, type LineView, lineViews } from './pages-case.ts'
import { dayPage } from './pages-day.ts'
import type { Telling } from './pages-line.ts'
import { choosePage, findsPage, listPage } from './pages-lists.ts'
import { type OpenView, openPage } from './pages-open.ts'
import { casePath, casesPath, dayPath } from './paths.ts'
import { readCase } from './read-case.ts'
import { readDay, type Span, spans } from './read-day.ts'
import { caseHouse, errorsFrom, isInvalid, type RouteParts } from './route-parts.ts'
import { readOwnSame } from './same-person.ts'
import { type CaseFinds, searchCases } from './search-cases.ts'
import type { LinePlace } from './store-entries.ts'
import type { DayPlace } from './store-tasks.ts'
import { sentences, t } from './words.ts'

/** The day, the list, searching, opening a case, and the page of one case. */
export function listRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, memory, panels, clock, roleName } = parts
  const app = new Hono<HouseEnv>()
  const { act, go, page, crumbs, keeping } = caseHouse(parts)

  app.get(dayPath, async (c) => {
    const language = c.get('language')
    const { actor } = whoIsSignedIn(c)
    const span = spanIn(c.req.query('wanneer'))
    const more = moreIn(c.req.query('soort'), c.req.query('na'))
    const { day, waiting } = await act(c, async (work) => ({
      day: await readDay(work, desk, { span, more }),
      // Who keeps cases where no signals are written down has no queue.
      waiting:
        mayOpenCase(actor) && worksWithPupils(actor)
          ? await readQueue(work, desk.recording, { state: 'new' })
          : undefined,
    }))
    const from = span === 'today' ? '' : day.today
    const due = (waiting?.lines ?? []).filter(
      ({ lookBefore }) => lookBefore > from && lookBefore <= day.until,
    )
    return page(c, {
      title: t(language).day.title,
      under: link(language, dayPath),
      content: dayPage(language, {
        span,
        day,
        signals: more ? [] : due,
        moreSignals: due.length > 0 && waiting?.next !== undefined,
        paged: more !== undefined,
        me: actor.personId,
        withSignals: worksWithPupils(actor),
      }),
      wide: true,
    })
  })

  app.get(casesPath, async (c) => {
    const language = c.get('language')
    const open = c.req.query('stand') !== 'afgerond'
    const before = c.req.query('voor')
    const place = before && isId(before) ? before : undefined
    const list = await act(c, (work) => readCases(work, desk, { open, before: place }))
    const { actor } = whoIsSignedIn(c)
    return page(c, {
      title: t(language).list.title,
      content: listPage(language, {
        list,
        open,
        paged: place !== undefined,
        opens: mayOpenCase(actor),
        withSignals: worksWithPupils(actor),
      }),
      wide: true,
    })
  })

  const showFinds = (c: HouseContext, finds: CaseFinds, asked: string, errors: FormErrors) => {
    const language = c.get('language')
    const wrong = Object.keys(errors).length > 0
    return page(c, {
      title: t(language).search.title,
      breadcrumbs: crumbs(language),
      content: findsPage(language, { finds, asked, wrong: sentences(language, errors) }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.post(`${casesPath}/zoek`, async (c) => {
    const typed = await typedIn(c)
    const asked = textOf(typed, 'q').slice(0, 200)
    const place = textOf(typed, 'voor')
    const before = isId(place) ? place : undefined
    try {
      const finds = await act(c, (work) =>
        searchCases(work, { desk, memory }, { text: asked, before }),
      )
      return showFinds(c, finds, asked, {})
    } catch (error) {
      if (!isInvalid(error)) throw error
      return showFinds(c, { found: [], next: undefined }, asked, { q: 'nothing-to-find' })
    }
  })

  const opener = (c: HouseContext) => {
    const { actor } = whoIsSignedIn(c)
    return mayOpenCase(actor) ? actor : refuse('not-allowed', 'may-not-open-a-case')
  }

  const showOpen = async (
    c: HouseContext,
    typed: Typed,
    errors: FormErrors,
    same: OpenView['same'] = [],
  ) => {
    const language = c.get('language')
    const { organisationKind } = opener(c)
    const signal = textOf(typed, 'signal')
    const copied = isId(signal)
      ? await act(c, (work) => copyOf(work, desk.recording, signal))
      : undefined
    const wrong = Object.keys(errors).length > 0
    const begun = 'name' in typed ? typed : { ...typed, name: copied?.subject ?? '' }
    return page(c, {
      title: t(language).open.title,
      breadcrumbs: crumbs(language),
      content: openPage(language, {
        typed: begun,
        wrong: sentences(language, errors),
        atSchool: isSchool(organisationKind),
        reference: copied?.reference,
        same,
        hidden: [keyField(keyIn(typed) ?? newId())],
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get(`${casesPath}/nieuw`, (c) => showOpen(c, { signal: c.req.query('signaal') ?? '' }, {}))

  app.post(`${casesPath}/nieuw`, async (c) => {
    opener(c)
    const typed = await typedIn(c)
    return keeping(c, { typed }, async () => {
      const read = readActForm.open(typed)
      if (!read.ok) return showOpen(c, typed, read.errors)
      const { question, ...identity } = read.value
      const signal = textOf(typed, 'signal')
      const knowing = textOf(typed, 'knowing') === 'yes'
      const given = { identity, question, knowing, key: keyIn(typed) }
      try {
        const id = await act(c, async (work) => {
          const opened = await openCase(work, desk, given)
          if (isId(signal)) await bringInSignal(work, desk, opened, signal)
          return opened
        })
        return go(c, casePath(id))
      } catch (error) {
        const errors = errorsFrom(error, typed)
        const same = 'knowing' in errors
        return showOpen(
          c,
          typed,
          errors,
          same ? await act(c, (work) => readOwnSame(work, desk, identity)) : [],
        )
      }
    })
  })

  const choice = z.object({ case: z.union([z.literal('new'), z.uuid()], 'choose-case') })

  const showChoice = async (c: HouseContext, signalId: string, errors: FormErrors) => {
    const language = c.get('language')
    opener(c)
    const { copied, cases } = await act(c, async (work) => ({
      copied: await copyOf(work, desk.recording, signalId),
      cases: await listOwnCases(work, desk),
    }))
    const wrong = Object.keys(errors).length > 0
    return page(c, {
      title: t(language).choose.title,
      content: choosePage(language, {
        reference: copied.reference,
        signalId,
        cases,
        more: cases.length === 100,
        wrong: sentences(language, errors),
      }),
      error: wrong,
      status: wrong ? 422 : 200,
    })
  }

  app.get(`${casesPath}/signaal/:id`, (c) => showChoice(c, idIn(c), {}))

  app.post(`${casesPath}/signaal/:id`, async (c) => {
    opener(c)
    const signalId = idIn(c)
    const read = readForm(choice, await typedIn(c))
    if (!read.ok) return showChoice(c, signalId, read.errors)
    const { case: chosen } = read.value
    if (chosen === 'new') return go(c, `${casesPath}/nieuw?signaal=${signalId}`)
    await act(c, (work) => bringInSignal(work, desk, chosen, signalId))
    return go(c, casePath(chosen))
  })

  app.get(`${casesPath}/:id`, async (c) => {
    const language = c.get('language')
    const view = viewIn(c.req.query('soort'))
    const before = placeIn(c.req.query('voor'))
    const { read, told } = await act(c, async (work) => {
      const read = await readCase(work, desk, idIn(c), {
        kind: view === 'all' ? undefined : view,
        before,
      })
      const told = []
      for (const panel of panels) told.push(await panel(work, read.head, language))
      return { read, told: told.filter((one) => one !== undefined) }
    })
    const telling: Telling = {
      names: read.names,
      roleName: (role: Role, into: Language) => roleName(role, into),
      wordingOf: (code, into) => desk.recording.knowledge.findSignal(code)?.wording[into] ?? code,
    }
    const shown = {
      read,
      view,
      paged: before !== undefined,
      today: dutchDay(clock()),
      telling,
      panels: told,
      withSignals: worksWithPupils(whoIsSignedIn(c).actor),
    }
    return page(c, {
      title: t(language).code(read.head.code),
      breadcrumbs: crumbs(language),
      content: casePage(language, shown),
      aside: caseAside(language, shown),
    })
  })

  return app
}

const spanIn = (text: string | undefined): Span => spans.find((one) => one === text) ?? 'today'

const viewIn = (text: string | undefined): LineView =>
  lineViews.find((one) => one === text) ?? 'all'

/** A place in the address is a hint; whatever does not look like one means the beginning. */
function placeIn(text: string | undefined): LinePlace | undefined {
  const [onLine = '', id = ''] = (text ?? '').split('_')
  return isIsoDay(onLine) && isId(id) ? { onLine, id } : undefined
}

function moreIn(kind: string | undefined, after: string | undefined) {
  const found = clocks.find((one) => one === kind)
  const place = placeIn(after)
  const at: DayPlace | undefined = place && { dueOn: place.onLine, id: place.id }
  return found && at ? { clock: found, after: at } : undefined
}

const isIsoDay = (text: string): boolean => z.iso.date().safeParse(text).success
