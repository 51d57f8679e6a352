import { Hono } from 'hono'
import { Temporal } from '#platform/clock.ts'
import { isoInstant } from '#platform/dates.ts'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { datePartsFrom } from '#platform/typed-date.ts'
import { answerTelling } from './answer-telling.ts'
import { beginArrest } from './begin-arrest.ts'
import { changeArrest } from './change-arrest.ts'
import type { LookPart } from './file.ts'
import { certifiedWorker } from './find-file.ts'
import { readArrest, readLook, readReason, readTelling, readWhy } from './forms.ts'
import { keepLook } from './look.ts'
import { openArrest } from './open-arrest.ts'
import { openProtection } from './open-protection.ts'
import { figuresPage } from './page-figures.ts'
import { lookPage } from './page-look.ts'
import { registerPage } from './page-register.ts'
import { openProtectionPage, tellingPage } from './pages-act.ts'
import { lookPaths, paths, roots } from './paths.ts'
import { readFigures } from './read-figures.ts'
import { type ReadFile, tellingOf } from './read-file.ts'
import { counterOf, crumbs, fieldErrorOf, type RouteParts } from './route-parts.ts'
import { momentFields } from './typed-moment.ts'
import { t } from './words.ts'

/** What belongs to an arrest alone: recording it, the looks, who must be told, and the numbers. */
export function arrestRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, clock, requireStepUp } = parts
  const { act, page, placeIn, read, head, go, keeping } = counterOf(parts)
  const app = new Hono<HouseEnv>()
  const root = roots.arrest
  const offenceIds = desk.lists.offences.map(({ id }) => id)

  const showNew = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    await act(c, beginArrest)
    const language = c.get('language')
    const title = t(language).register.title
    const key = keyIn(typed) ?? newId()
    const content = registerPage(language, desk, { typed, errors, key })
    return page(c, { title, content, errors, breadcrumbs: crumbs(language) })
  }

  app.get(paths.new, (c) => showNew(c, momentFields('at', clock()), {}))

  app.post(paths.new, async (c) => {
    const typed = await typedIn(c)
    const form = readArrest(typed, offenceIds, clock())
    if ('errors' in form) return showNew(c, typed, form.errors)
    return keeping(c, { place: undefined, typed }, async () => {
      const arrest = { ...form.value, key: keyIn(typed) }
      const id = await act(c, (work) => openArrest(work, desk, arrest))
      return go(c, paths.file({ kind: 'arrest', id }))
    })
  })

  app.get(paths.figures, async (c) => {
    const language = c.get('language')
    const content = figuresPage(language, await act(c, readFigures))
    const title = t(language).figures.title
    return page(c, { title, content, wide: true, breadcrumbs: crumbs(language) })
  })

  const showChange = async (c: HouseContext, typed: Typed | undefined, errors: FormErrors) => {
    const language = c.get('language')
    const file = await read(c, placeIn(c, 'arrest'))
    const shown = typed ?? filledFrom(file)
    const version = typed ? textOf(typed, 'version') : String(file.version)
    const changes = { id: file.id, version, ready: file.state === 'ready' }
    return page(c, {
      title: t(language).register.changeTitle,
      content: registerPage(language, desk, {
        typed: shown,
        errors,
        key: keyIn(shown) ?? newId(),
        changes,
      }),
      errors,
      breadcrumbs: crumbs(language, file),
    })
  }

  app.get(`${root}/:id/gegevens`, (c) => showChange(c, undefined, {}))

  app.post(`${root}/:id/gegevens`, async (c) => {
    const place = placeIn(c, 'arrest')
    const typed = await typedIn(c)
    const form = readArrest(typed, offenceIds, clock())
    const why = readWhy(typed)
    return keeping(c, { place, typed }, async () => {
      if ('errors' in form || !why.ok) {
        const errors = { ...('errors' in form ? form.errors : {}), ...(why.ok ? {} : why.errors) }
        return showChange(c, typed, errors)
      }
      const { fact: _, ...read } = form.value
      const change = { ...read, ...why.value, version: Number(textOf(typed, 'version')) }
      try {
        await act(c, (work) => changeArrest(work, desk, place.id, change))
      } catch (error) {
        const wrong = fieldErrorOf(error, { 'reasons-missing': 'reasons' })
        if (wrong) return showChange(c, typed, wrong)
        throw error
      }
      return go(c, paths.file(place))
    })
  })

  for (const part of ['first', 'full'] as const satisfies readonly LookPart[]) {
    const path = `${root}/:id/${lookPaths[part]}` as const
    const show = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
      const language = c.get('language')
      if (part === 'full') mustBeCertified(c)
      const file = await read(c, placeIn(c, 'arrest'))
      const key = keyIn(typed) ?? newId()
      return page(c, {
        title: t(language).look[part],
        content: lookPage(language, desk, { part, file, now: clock(), typed, errors, key }),
        errors,
        breadcrumbs: crumbs(language, file),
      })
    }
    app.get(path, (c) => show(c, {}, {}))
    app.post(path, async (c) => {
      const place = placeIn(c, 'arrest')
      const typed = await typedIn(c)
      const form = readLook(typed, desk.instrument[part], c.get('language'))
      return keeping(c, { place, typed }, async () => {
        if ('errors' in form) return show(c, typed, form.errors)
        const look = { part, ...form.value, key: keyIn(typed) }
        await act(c, (work) => keepLook(work, desk, place.id, look))
        return go(c, paths.file(place))
      })
    })
  }

  const showTelling = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const file = await head(c, placeIn(c, 'arrest'))
    const telling = tellingOf(desk, c.req.param('who') ?? '')
    const rule = telling.rule === null ? undefined : desk.law.findRule(telling.rule)
    const filled = { typed, errors, key: keyIn(typed) ?? newId() }
    return page(c, {
      title: t(language).telling.title(telling.who[language]),
      content: tellingPage(language, { telling, rule, id: file.id }, filled),
      errors,
      breadcrumbs: crumbs(language, file),
    })
  }

  app.get(`${root}/:id/inlichten/:who`, (c) => showTelling(c, momentFields('at', clock()), {}))

  app.post(`${root}/:id/inlichten/:who`, async (c) => {
    const place = placeIn(c, 'arrest')
    const who = c.req.param('who')
    const typed = await typedIn(c)
    const form = readTelling(typed, clock())
    return keeping(c, { place, typed }, async () => {
      if (form.errors) return showTelling(c, typed, form.errors)
      const answer = { who, ...form.value, key: keyIn(typed) }
      try {
        await act(c, (work) => answerTelling(work, desk, place.id, answer))
      } catch (error) {
        const wrong = fieldErrorOf(error, {
          'choose-ground': 'exception',
          'choose-instead': 'instead',
        })
        if (wrong) return showTelling(c, typed, wrong)
        throw error
      }
      return go(c, paths.file(place))
    })
  })

  const showOpening = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    mustBeCertified(c)
    const file = await head(c, placeIn(c, 'arrest'))
    const filled = { typed, errors, key: keyIn(typed) ?? newId() }
    return page(c, {
      title: t(language).openProtection.title,
      content: openProtectionPage(language, file.id, filled),
      errors,
      breadcrumbs: crumbs(language, file),
    })
  }

  app.get(`${root}/:id/beschermen`, (c) => showOpening(c, {}, {}))

  app.post(`${root}/:id/beschermen`, async (c) => {
    const place = placeIn(c, 'arrest')
    const typed = await typedIn(c)
    const form = readReason(typed)
    return keeping(c, { place, typed }, async () => {
      if (!form.ok) return showOpening(c, typed, form.errors)
      requireStepUp(whoIsSignedIn(c), clock())
      const { reason } = form.value
      const opening = { reason, key: keyIn(typed) }
      const id = await act(c, (work) => openProtection(work, desk, place.id, opening))
      return go(c, paths.file({ kind: 'protection', id }))
    })
  })

  return app
}

/** Before the page is made; the verb asks again. */
const mustBeCertified = (c: HouseContext): void => {
  certifiedWorker({ actor: whoIsSignedIn(c).actor })
}

/** The fields as they stand now. */
function filledFrom({
  person,
  arrestedAt,
  factOn,
  offence,
  offences,
  offenceWords,
  place,
}: ReadFile): Typed {
  const at = arrestedAt ? momentFields('at', Temporal.Instant.from(isoInstant(arrestedAt))) : {}
  return {
    ...at,
    ...datePartsFrom('born', person.born || undefined),
    ...datePartsFrom('factOn', factOn?.written ? factOn.day : undefined),
    name: person.name,
    age: person.toldAge === undefined ? '' : String(person.toldAge),
    language: person.language,
    offence,
    offences,
    offenceWords,
    place,
  }
}
