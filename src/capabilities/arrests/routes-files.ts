import { Hono } from 'hono'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import { endAccess, letIn, listToLetIn } from './circle.ts'
import { type FileKind, fileSteps, stateAfter } from './file.ts'
import { readCircle, readNote, readReason, readStep } from './forms.ts'
import { listFiles } from './list-files.ts'
import { notePaths, notesOf } from './note.ts'
import { fileAside, filePage, fileTitle } from './page-file.ts'
import { choicesIn, notePage } from './page-note.ts'
import { endAccessPage, letInPage, stepPage } from './pages-act.ts'
import { listPage } from './pages-list.ts'
import { paths, roots, stepPaths } from './paths.ts'
import { counterOf, crumbs, fieldErrorOf, type RouteParts } from './route-parts.ts'
import { takeStep } from './take-step.ts'
import { momentFields } from './typed-moment.ts'
import { t } from './words.ts'
import { withdrawNote, writeNote } from './write-note.ts'

/** What both kinds of file have: the list, the page, notes, steps and the circle. */
export function fileRoutes(parts: RouteParts, kind: FileKind): Hono<HouseEnv> {
  const { desk, clock, requireStepUp } = parts
  const { act, page, placeIn, read, head, go, keeping } = counterOf(parts)
  const app = new Hono<HouseEnv>()
  const root = roots[kind]

  app.get(root, async (c) => {
    const language = c.get('language')
    const asked = c.req.query('voor') ?? ''
    const before = isId(asked) ? asked : undefined
    const list = await act(c, (work) => listFiles(work, desk, kind, before))
    const words = kind === 'arrest' ? t(language).list : t(language).protection
    const breadcrumbs = kind === 'arrest' ? {} : { breadcrumbs: crumbs(language) }
    const content = listPage(language, kind, list, clock())
    return page(c, { title: words.title, content, ...breadcrumbs })
  })

  app.get(`${root}/:id`, async (c) => {
    const language = c.get('language')
    const file = await read(c, placeIn(c, kind))
    return page(c, {
      title: fileTitle(language, file),
      content: filePage(language, desk, file, clock()),
      aside: fileAside(language, desk, file),
      breadcrumbs: crumbs(language, undefined, kind),
    })
  })

  for (const note of notesOf(kind)) {
    const path = `${root}/:id/noteer/${notePaths[note]}` as const
    const show = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
      const language = c.get('language')
      const place = placeIn(c, kind)
      const file = await head(c, place)
      const key = keyIn(typed) ?? newId()
      const view = { kind: note, place, reference: file.reference, typed, errors, key }
      const title = t(language).notes[note].title
      const content = notePage(language, desk, view)
      return page(c, { title, content, errors, breadcrumbs: crumbs(language, file) })
    }
    app.get(path, (c) => show(c, momentFields('at', clock()), {}))
    app.post(path, async (c) => {
      const place = placeIn(c, kind)
      const typed = await typedIn(c)
      const form = readNote(note, typed, choicesIn(c.get('language'), desk), clock())
      return keeping(c, { place, typed }, async () => {
        if ('errors' in form) return show(c, typed, form.errors)
        const written = { kind: note, ...form.value, key: keyIn(typed) }
        await act(c, (work) => writeNote(work, desk, place, written))
        return go(c, paths.file(place))
      })
    })
  }

  app.post(`${root}/:id/regels/:note/terug`, async (c) => {
    const place = placeIn(c, kind)
    return keeping(c, { place, typed: {} }, async () => {
      await act(c, (work) => withdrawNote(work, desk, place, idIn(c, 'note')))
      return go(c, paths.file(place))
    })
  })

  for (const step of fileSteps.filter((one) => possibleIn(kind, one))) {
    const path = `${root}/:id/stap/${stepPaths[step]}` as const
    const show = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
      const language = c.get('language')
      const file = await read(c, placeIn(c, kind))
      if (file.ageGroup === 'under-12' && !stateAfter(kind, step, file.state, file.ageGroup)) {
        refuse('conflict', `cannot-${step}`)
      }
      const filled = { typed, errors, key: keyIn(typed) ?? newId() }
      const content = stepPage(language, step, file, filled)
      const title = t(language).steps[step].title
      return page(c, { title, content, errors, breadcrumbs: crumbs(language, file) })
    }
    app.get(path, (c) => show(c, {}, {}))
    app.post(path, async (c) => {
      const place = placeIn(c, kind)
      const typed = await typedIn(c)
      const form = readStep(typed)
      return keeping(c, { place, typed }, async () => {
        if (!form.ok) return show(c, typed, form.errors)
        if (step === 'ready') requireStepUp(whoIsSignedIn(c), clock())
        const taken = { step, ...form.value, key: keyIn(typed) }
        try {
          await act(c, (work) => takeStep(work, desk, place, taken))
        } catch (error) {
          const wrong = fieldErrorOf(error, { 'look-or-why': 'without' })
          if (wrong) return show(c, typed, wrong)
          throw error
        }
        return go(c, paths.file(place))
      })
    })
  }

  const showLetIn = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const place = placeIn(c, kind)
    const colleagues = await act(c, (work) => listToLetIn(work, desk, place))
    const file = await head(c, place)
    const filled = { typed, errors, key: keyIn(typed) ?? newId() }
    const content = letInPage(language, { place, colleagues }, filled)
    const title = t(language).circle.title
    return page(c, { title, content, errors, breadcrumbs: crumbs(language, file) })
  }

  app.get(`${root}/:id/kring`, (c) => showLetIn(c, {}, {}))

  app.post(`${root}/:id/kring`, async (c) => {
    const place = placeIn(c, kind)
    const typed = await typedIn(c)
    const form = readCircle(typed)
    return keeping(c, { place, typed }, async () => {
      if (!form.ok) return showLetIn(c, typed, form.errors)
      try {
        await act(c, (work) => letIn(work, desk, place, form.value))
      } catch (error) {
        const wrong = fieldErrorOf(error, { 'no-such-colleague': 'personId' })
        if (wrong) return showLetIn(c, typed, wrong)
        throw error
      }
      return go(c, paths.file(place))
    })
  })

  const showEnd = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const place = placeIn(c, kind)
    const personId = idIn(c, 'person')
    const file = await read(c, place)
    const name = file.names.get(personId) ?? ''
    const filled = { typed, errors, key: keyIn(typed) ?? newId() }
    const content = endAccessPage(language, { place, personId, name }, filled)
    const title = t(language).circle.endTitle(name)
    return page(c, { title, content, errors, breadcrumbs: crumbs(language, file) })
  }

  app.get(`${root}/:id/kring/:person`, (c) => showEnd(c, {}, {}))

  app.post(`${root}/:id/kring/:person`, async (c) => {
    const place = placeIn(c, kind)
    const personId = idIn(c, 'person')
    const typed = await typedIn(c)
    const form = readReason(typed)
    return keeping(c, { place, typed }, async () => {
      if (!form.ok) return showEnd(c, typed, form.errors)
      const { reason } = form.value
      await act(c, (work) => endAccess(work, desk, place, { personId, reason }))
      // Whoever ended their own access may not see it any more.
      const own = whoIsSignedIn(c).actor.personId === personId
      return go(c, own ? roots.arrest : paths.file(place))
    })
  })

  return app
}

const possibleIn = (kind: FileKind, step: (typeof fileSteps)[number]): boolean =>
  (['open', 'ready', 'closed'] as const).some((state) => stateAfter(kind, step, state, undefined))
