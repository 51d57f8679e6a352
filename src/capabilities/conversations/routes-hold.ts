import { Hono } from 'hono'
import { dutchDay } from '#platform/dates.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { accountFrom, typedAccount } from './account.ts'
import { chosenIn, versionIn } from './conflict.ts'
import { forFile, stands } from './conversation.ts'
import { type Place, pathOf } from './desk.ts'
import { mustBePossible } from './find-conversation.ts'
import { addToConversation, editAccount, holdConversation } from './hold-conversation.ts'
import { newWordsFrom, quoteFields, quoteName } from './new-words.ts'
import { belowPath, nameOf, wayUp } from './page-parts.ts'
import { accountParts, addPage, editAccountPage, holdPage } from './pages-hold.ts'
import { latest, type ReadConversation } from './read-conversation.ts'
import { counterOf, faultOf, isMeanwhile, placeIn, type RouteParts } from './route-parts.ts'
import { t } from './words.ts'

/** Fields in which people write. */
const written = [
  'present',
  'secrecyWords',
  'summary',
  'told',
  ...Array.from({ length: quoteFields.most }, (_, index) => quoteName(index)),
  'agreement',
  'next-contact',
  'thought',
  'innocent',
  'remark',
]
const fields = {
  'choose-agreement-owner': 'agreement-owner',
  'choose-next-contact-owner': 'next-contact-owner',
  'choose-passage': 'about',
  'words-missing': quoteName(0),
}

/** How it went: written down once, added to, and the account written anew. */
export function holdRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, clock } = parts
  const { act, page, read, go, keeping, opening } = counterOf(parts)
  const app = new Hono<HouseEnv>()
  const today = () => dutchDay(clock())

  const view = (c: HouseContext, action: string, typed: Typed, errors: FormErrors) => ({
    action,
    typed,
    errors,
    key: keyIn(typed) ?? newId(),
    me: whoIsSignedIn(c).actor.personId,
  })

  const showHold = async (c: HouseContext, place: Place, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const { one, circle } = await read(c, place)
    mustBePossible('hold', one)
    return page(c, {
      title: t(language).hold.title,
      breadcrumbs: wayUp(language, one, place),
      errors,
      content: holdPage(language, desk.knowledge, {
        ...view(c, belowPath(place, 'hold'), typed, errors),
        circle,
      }),
    })
  }

  app.get('/casussen/:id/gesprek/:gesprek/gehouden', (c) => {
    const place = placeIn(c)
    return opening(c, place, () => showHold(c, place, {}, {}))
  })

  app.post('/casussen/:id/gesprek/:gesprek/gehouden', async (c) => {
    const typed = await typedIn(c)
    const place = placeIn(c)
    return keeping(c, place, { typed, written }, async () => {
      // Another field was asked for: nothing is checked and nothing is lost.
      if (typed.more !== undefined) return showHold(c, place, typed, {})
      const account = accountFrom(typed, today())
      const words = newWordsFrom(typed, today())
      if (!account.ok || !words.ok) {
        const errors = {
          ...(account.ok ? {} : account.errors),
          ...(words.ok ? {} : words.errors),
        }
        return showHold(c, place, typed, errors)
      }
      const input = {
        account: account.value,
        summary: account.summary,
        words: words.value,
        key: keyIn(typed),
        language: c.get('language'),
      }
      try {
        await act(c, (work) => holdConversation(work, desk, place, input))
      } catch (error) {
        return showHold(c, place, typed, faultOf(error, fields))
      }
      return go(c, pathOf(place))
    })
  })

  const showAdd = async (c: HouseContext, place: Place, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const { one, circle } = await read(c, place)
    mustBePossible('add', one)
    return page(c, {
      title: t(language).add.title,
      breadcrumbs: wayUp(language, one, place),
      errors,
      content: addPage(language, {
        ...view(c, belowPath(place, 'add'), typed, errors),
        circle,
        passages: forFile(one.passages),
      }),
    })
  }

  app.get('/casussen/:id/gesprek/:gesprek/erbij', (c) => {
    const place = placeIn(c)
    return opening(c, place, () => showAdd(c, place, {}, {}))
  })

  app.post('/casussen/:id/gesprek/:gesprek/erbij', async (c) => {
    const typed = await typedIn(c)
    const place = placeIn(c)
    return keeping(c, place, { typed, written }, async () => {
      if (typed.more !== undefined) return showAdd(c, place, typed, {})
      const words = newWordsFrom(typed, today())
      if (!words.ok) return showAdd(c, place, typed, words.errors)
      const input = { words: words.value, key: keyIn(typed), language: c.get('language') }
      try {
        await act(c, (work) => addToConversation(work, desk, place, input))
      } catch (error) {
        return showAdd(c, place, typed, faultOf(error, fields))
      }
      return go(c, pathOf(place))
    })
  })

  const showAccount = async (
    c: HouseContext,
    place: Place,
    filled: Typed | undefined,
    errors: FormErrors,
    conflict = false,
  ) => {
    const language = c.get('language')
    const { one, names, circle } = await read(c, place)
    mustBePossible('edit-account', one)
    const newest = latest(one.accounts)
    const theirs = typedAccount(newest.content, summaryOf(one))
    const typed = filled ?? theirs
    return page(c, {
      title: t(language).hold.editTitle,
      breadcrumbs: wayUp(language, one, place),
      errors,
      content: editAccountPage(language, desk.knowledge, {
        ...view(c, belowPath(place, 'edit-account'), typed, errors),
        circle,
        version: conflict || !filled ? newest.version : versionIn(filled),
        meanwhile: conflict
          ? { by: nameOf(language, names, newest.by), at: newest.at, theirs }
          : undefined,
      }),
      ...(conflict && Object.keys(errors).length === 0 ? { status: 409 } : {}),
    })
  }

  app.get('/casussen/:id/gesprek/:gesprek/verslag', (c) => {
    const place = placeIn(c)
    return opening(c, place, () => showAccount(c, place, undefined, {}))
  })

  app.post('/casussen/:id/gesprek/:gesprek/verslag', async (c) => {
    const sent = await typedIn(c)
    const place = placeIn(c)
    const language = c.get('language')
    return keeping(c, place, { typed: sent, written }, async () => {
      const { one } = await read(c, place)
      // Of what was never held there is no account to choose from.
      if (one.accounts.length === 0) mustBePossible('edit-account', one)
      const { version, content } = latest(one.accounts)
      const { choosing, open, typed } = chosenIn(accountParts(language), sent, {
        version,
        theirs: typedAccount(content, summaryOf(one)),
      })
      if (Object.keys(open).length > 0) return showAccount(c, place, sent, open, true)
      const account = accountFrom(typed, today())
      if (!account.ok) return showAccount(c, place, typed, account.errors, choosing)
      const input = {
        account: account.value,
        summary: account.summary,
        key: keyIn(sent),
        language,
        after: versionIn(sent),
      }
      try {
        await act(c, (work) => editAccount(work, desk, place, input))
      } catch (error) {
        if (isMeanwhile(error)) return showAccount(c, place, typed, {}, true)
        throw error
      }
      return go(c, pathOf(place))
    })
  })

  return app
}

/** The summary that stands. */
const summaryOf = ({ passages }: ReadConversation): string =>
  passages.find((one) => one.kind === 'summary' && stands(one, passages))?.text ?? ''
