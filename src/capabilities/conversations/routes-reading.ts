import { Hono } from 'hono'
import { type FormErrors, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { type Place, pathOf } from './desk.ts'
import { mustBePossible } from './find-conversation.ts'
import { wayUp } from './page-parts.ts'
import { correctionName, coveredPage, handBackPage, pupilPage } from './pages-pupil.ts'
import { showPage } from './pages-show.ts'
import { longest } from './preparation.ts'
import { readingPath } from './reading-lock.ts'
import { counterOf, faultOf, placeIn, type RouteParts } from './route-parts.ts'
import {
  correctConversation,
  type ForPupil,
  readForPupil,
  showConversation,
  takeBack,
} from './show-conversation.ts'
import { t } from './words.ts'

/** The screen goes to the young person and comes back. */
export function readingRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, respond, style, reading } = parts
  const { act, page, read, go, keeping, opening } = counterOf(parts)
  const app = new Hono<HouseEnv>()

  const showBefore = async (c: HouseContext, place: Place, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const { one } = await read(c, place)
    mustBePossible('show', one)
    return page(c, {
      title: t(language).show.title,
      breadcrumbs: wayUp(language, one, place),
      errors,
      content: showPage(language, { one, typed, errors, key: keyIn(typed) ?? newId() }),
    })
  }

  app.get('/casussen/:id/gesprek/:gesprek/laat-lezen', (c) => {
    const place = placeIn(c)
    return opening(c, place, () => showBefore(c, place, {}, {}))
  })

  app.post('/casussen/:id/gesprek/:gesprek/laat-lezen', async (c) => {
    const typed = await typedIn(c)
    const place = placeIn(c)
    const present = textOf(typed, 'present')
    return keeping(c, place, { typed, written: ['present'] }, async () => {
      if (present.length > longest.text) return showBefore(c, place, typed, { present: 'too-long' })
      const shown = { present, key: keyIn(typed) }
      try {
        await act(c, (work) => showConversation(work, desk, place, shown))
      } catch (error) {
        return showBefore(c, place, typed, faultOf(error, { 'present-missing': 'present' }))
      }
      return open(c, place)
    })
  })

  const keepTo = (c: HouseContext, place: Place, isOpen: boolean) =>
    reading.write(c, { personId: whoIsSignedIn(c).actor.personId, place, open: isOpen })

  /** The words may be shown at the next request, and at that one only. */
  const open = (c: HouseContext, place: Place, saved = false) => {
    keepTo(c, place, true)
    return go(c, `${readingPath(place)}${saved ? '?erbij=1' : ''}`)
  }

  /** A page that is turned to somebody else: nothing of the house around it. */
  const turnedPage = (
    c: HouseContext,
    content: ReturnType<typeof pupilPage>,
    status: 200 | 409 | 422 = 200,
  ) =>
    respond(c, {
      title: t(c.get('language')).pupil.title,
      turned: true,
      quickExit: true,
      styles: [style],
      content,
      status,
    })

  /** Whoever lost the way to this conversation must not be kept at a page that is not there. */
  const letGo = async <T>(c: HouseContext, verb: () => Promise<T>): Promise<T> => {
    try {
      return await verb()
    } catch (error) {
      if (error instanceof Refusal && error.kind !== 'invalid' && error.kind !== 'conflict') {
        reading.clear(c)
      }
      throw error
    }
  }

  const readShown = (c: HouseContext, place: Place): Promise<ForPupil> =>
    letGo(c, () => act(c, (work) => readForPupil(work, desk, place)))

  app.get('/casussen/:id/gesprek/:gesprek/lezen', async (c) => {
    const place = placeIn(c)
    const language = c.get('language')
    const now = reading.read(c)
    const isHere = now?.place.id === place.id
    const shown = await readShown(c, place)
    // Asked for anew, by going back or by opening it again: nothing is shown until somebody reads on.
    keepTo(c, place, false)
    if (!isHere || !now.open) return turnedPage(c, coveredPage(language, place))
    const saved = c.req.query('erbij') === '1'
    return turnedPage(
      c,
      pupilPage(language, { place, shown, typed: {}, errors: {}, key: newId(), saved }),
    )
  })

  app.post('/casussen/:id/gesprek/:gesprek/lezen', async (c) => {
    const typed = await typedIn(c)
    const place = placeIn(c)
    const language = c.get('language')
    const again = async (errors: FormErrors, status: 200 | 409 | 422) => {
      const shown = await readShown(c, place)
      const key = keyIn(typed) ?? newId()
      const view = { place, shown, typed, errors, key, saved: false }
      return turnedPage(c, pupilPage(language, view), status)
    }
    // Only the other language was asked for: what was typed comes along.
    if (typed.taal !== undefined) return again({}, 200)
    const shown = await readShown(c, place)
    const corrections = new Map(
      shown.passages
        .map(({ id }) => [id, textOf(typed, correctionName(id))] as const)
        .concat(rewrittenIn(typed, shown)),
    )
    const addition = textOf(typed, 'addition')
    const errors = tooLong(corrections, addition)
    if (Object.keys(errors).length > 0) return again(errors, 422)
    try {
      await act(c, (work) =>
        correctConversation(work, desk, place, { corrections, addition, key: keyIn(typed) }),
      )
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error.kind === 'invalid') return again({ form: error.because }, 422)
      if (error.kind === 'conflict') return again({}, 409)
      throw error
    }
    return open(c, place, true)
  })

  app.post('/casussen/:id/gesprek/:gesprek/lezen/verder', async (c) => {
    const place = placeIn(c)
    await readShown(c, place)
    return open(c, place)
  })

  app.get('/casussen/:id/gesprek/:gesprek/lezen/klaar', async (c) => {
    const place = placeIn(c)
    await readShown(c, place)
    keepTo(c, place, false)
    return turnedPage(c, handBackPage(c.get('language'), place))
  })

  app.post('/casussen/:id/gesprek/:gesprek/lezen/klaar', async (c) => {
    const place = placeIn(c)
    reading.clear(c)
    // A case that was closed meanwhile keeps nobody at this page.
    await act(c, (work) => takeBack(work, desk, place)).catch((error: unknown) => {
      if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error
    })
    return go(c, pathOf(place))
  })

  return app
}

/** Corrections of a summary that was rewritten while the young person was typing. */
const rewrittenIn = (typed: Typed, { passages }: ForPupil): (readonly [string, string])[] => {
  const shown = new Set(passages.map(({ id }) => correctionName(id)))
  const prefix = correctionName('')
  return Object.keys(typed)
    .filter((name) => name.startsWith(prefix) && !shown.has(name) && textOf(typed, name) !== '')
    .map((name) => [name.slice(prefix.length), textOf(typed, name)] as const)
}

const tooLong = (corrections: ReadonlyMap<string, string>, addition: string): FormErrors =>
  Object.fromEntries([
    ...[...corrections]
      .filter(([, text]) => text.length > longest.words)
      .map(([id]) => [correctionName(id), 'too-long']),
    ...(addition.length > longest.words ? [['addition', 'too-long']] : []),
  ])
