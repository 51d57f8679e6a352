import { Hono } from 'hono'
import { type FormErrors, listOf, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { callOffReasons } from './conversation.ts'
import { type Place, pathOf } from './desk.ts'
import { callOffConversation, closeConversation } from './end-conversation.ts'
import { mustBePossible } from './find-conversation.ts'
import { wayUp } from './page-parts.ts'
import { callOffPage, closePage } from './pages-end.ts'
import { longest } from './preparation.ts'
import { counterOf, faultOf, placeIn, type RouteParts } from './route-parts.ts'
import { t } from './words.ts'

/** Closed into the file, or called off. */
export function endRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk } = parts
  const { act, page, read, go, keeping, opening } = counterOf(parts)
  const app = new Hono<HouseEnv>()

  const show = async (
    c: HouseContext,
    which: 'close' | 'callOff',
    { place, typed, errors }: { place: Place; typed: Typed; errors: FormErrors },
  ) => {
    const language = c.get('language')
    const { one, names } = await read(c, place)
    mustBePossible(which === 'close' ? 'close' : 'call-off', one)
    const view = { one, names, typed, errors, key: keyIn(typed) ?? newId() }
    return page(c, {
      title: t(language)[which].title,
      breadcrumbs: wayUp(language, one, place),
      errors,
      content: which === 'close' ? closePage(language, view) : callOffPage(language, view),
    })
  }

  app.get('/casussen/:id/gesprek/:gesprek/afsluiten', (c) => {
    const place = placeIn(c)
    return opening(c, place, () => show(c, 'close', { place, typed: {}, errors: {} }))
  })

  app.post('/casussen/:id/gesprek/:gesprek/afsluiten', async (c) => {
    const typed = await typedIn(c)
    const place = placeIn(c)
    const all = listOf(typed, 'chosen')
    const chosen = all.filter((id) => id !== 'nothing')
    const unread = textOf(typed, 'unread')
    const errors = {
      ...(all.length === 0 ? { chosen: 'choose-something' } : {}),
      ...(chosen.length > 0 && chosen.length < all.length ? { chosen: 'not-both' } : {}),
      ...(unread.length > longest.text ? { unread: 'too-long' } : {}),
    }
    const closing = { chosen, unread, key: keyIn(typed), language: c.get('language') }
    return keeping(c, place, { typed, written: ['unread'] }, async () => {
      if (Object.keys(errors).length > 0) return show(c, 'close', { place, typed, errors })
      try {
        await act(c, (work) => closeConversation(work, desk, place, closing))
      } catch (error) {
        const fields = { 'unread-missing': 'unread', 'choose-passage': 'chosen' }
        return show(c, 'close', { place, typed, errors: faultOf(error, fields) })
      }
      return go(c, pathOf(place))
    })
  })

  app.get('/casussen/:id/gesprek/:gesprek/gaat-niet-door', (c) => {
    const place = placeIn(c)
    return opening(c, place, () => show(c, 'callOff', { place, typed: {}, errors: {} }))
  })

  app.post('/casussen/:id/gesprek/:gesprek/gaat-niet-door', async (c) => {
    const typed = await typedIn(c)
    const place = placeIn(c)
    const because = callOffReasons.find((one) => one === textOf(typed, 'because'))
    const note = textOf(typed, 'note')
    return keeping(c, place, { typed, written: ['note'] }, async () => {
      if (!because || note.length > longest.text) {
        const errors = {
          ...(because ? {} : { because: 'choose-reason' }),
          ...(note.length > longest.text ? { note: 'too-long' } : {}),
        }
        return show(c, 'callOff', { place, typed, errors })
      }
      const calledOff = { because, note, key: keyIn(typed) }
      await act(c, (work) => callOffConversation(work, desk, place, calledOff))
      return go(c, pathOf(place))
    })
  })

  return app
}
