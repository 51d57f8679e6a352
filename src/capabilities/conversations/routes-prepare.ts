import { Hono } from 'hono'
import { circleOf, findCase } from '#capabilities/cases/index.ts'
import { dutchDay } from '#platform/dates.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import { chosenIn, type Meanwhile, versionIn } from './conflict.ts'
import { type Place, pathOf } from './desk.ts'
import { mustBePossible } from './find-conversation.ts'
import { belowPath, nameOf, wayUp } from './page-parts.ts'
import { newPath } from './pages-list.ts'
import { preparationParts, preparePage } from './pages-prepare.ts'
import { type ChosenQuestion, preparationFrom, typedPreparation } from './preparation.ts'
import { editPreparation, prepareConversation } from './prepare-conversation.ts'
import { latest } from './read-conversation.ts'
import { counterOf, faultOf, isMeanwhile, placeIn, type RouteParts } from './route-parts.ts'
import { t } from './words.ts'

/** Fields in which people write. */
const written = [
  'goal',
  'adviceWords',
  'notToAsk',
  'company',
  'moment',
  'place',
  'othersKnow',
  'understanding',
  'ownQuestions',
]
const fields = { 'choose-holder': 'holder' }

/** From an empty preparation to one that two people changed at once. */
export function prepareRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, clock } = parts
  const { knowledge } = desk
  const { act, page, read, go, keeping, opening } = counterOf(parts)
  const app = new Hono<HouseEnv>()
  const today = () => dutchDay(clock())

  const showNew = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const language = c.get('language')
    const caseId = idIn(c)
    const { head, circle } = await act(c, async (work) => {
      const found = await findCase(work, caseId)
      if (found.state === 'closed') return refuse('conflict', 'case-is-closed')
      work.audit({ act: 'conversation.circle-read', subject: caseId })
      return { head: found, circle: await circleOf(work, desk.cases, caseId) }
    })
    const me = whoIsSignedIn(c).actor.personId
    return page(c, {
      title: t(language).prepare.title,
      breadcrumbs: wayUp(language, { caseId, caseCode: head.code }),
      errors,
      content: preparePage(language, knowledge, {
        action: newPath(caseId),
        editing: false,
        typed: { holder: me, ...typed },
        errors,
        key: keyIn(typed) ?? newId(),
        version: 0,
        circle,
        me,
        chosenBefore: [],
        meanwhile: undefined,
      }),
    })
  }

  app.get('/casussen/:id/gesprek/nieuw', (c) =>
    opening(c, { caseId: idIn(c) }, () => showNew(c, {}, {})),
  )

  app.post('/casussen/:id/gesprek/nieuw', async (c) => {
    const typed = await typedIn(c)
    const caseId = idIn(c)
    return keeping(c, { caseId }, { typed, written }, async () => {
      const form = preparationFrom(typed, knowledge, { today: today() })
      if (!form.ok) return showNew(c, typed, form.errors)
      const input = { preparation: form.value, key: keyIn(typed), language: c.get('language') }
      try {
        const id = await act(c, (work) => prepareConversation(work, desk, caseId, input))
        return go(c, pathOf({ caseId, id }))
      } catch (error) {
        return showNew(c, typed, faultOf(error, fields))
      }
    })
  })

  const showEdit = async (
    c: HouseContext,
    place: Place,
    filled: Typed | undefined,
    errors: FormErrors,
    conflict = false,
  ) => {
    const language = c.get('language')
    const { one, names, circle } = await read(c, place)
    mustBePossible('edit', one)
    const newest = latest(one.preparations)
    const theirs = typedPreparation(newest.content, knowledge)
    const typed = filled ?? theirs
    const meanwhile: Meanwhile | undefined = conflict
      ? { by: nameOf(language, names, newest.by), at: newest.at, theirs }
      : undefined
    return page(c, {
      title: t(language).prepare.editTitle,
      breadcrumbs: wayUp(language, one, place),
      errors,
      content: preparePage(language, knowledge, {
        action: belowPath(place, 'edit'),
        editing: true,
        typed,
        errors,
        key: keyIn(typed) ?? newId(),
        version: conflict || !filled ? newest.version : versionIn(filled),
        circle,
        me: whoIsSignedIn(c).actor.personId,
        chosenBefore: gone(newest.content.questions),
        meanwhile,
      }),
      ...(conflict && Object.keys(errors).length === 0 ? { status: 409 } : {}),
    })
  }

  const gone = (questions: readonly ChosenQuestion[]) =>
    questions.filter(({ id }) => knowledge.findQuestion(id) === undefined)

  app.get('/casussen/:id/gesprek/:gesprek/voorbereiding', (c) => {
    const place = placeIn(c)
    return opening(c, place, () => showEdit(c, place, undefined, {}))
  })

  app.post('/casussen/:id/gesprek/:gesprek/voorbereiding', async (c) => {
    const sent = await typedIn(c)
    const place = placeIn(c)
    const language = c.get('language')
    return keeping(c, place, { typed: sent, written }, async () => {
      const { one, circle } = await read(c, place)
      const { version, content } = latest(one.preparations)
      const { choosing, open, typed } = chosenIn(
        preparationParts(language, knowledge, { circle }),
        sent,
        { version, theirs: typedPreparation(content, knowledge) },
      )
      if (Object.keys(open).length > 0) return showEdit(c, place, sent, open, true)
      const form = preparationFrom(typed, knowledge, { today: today(), before: content })
      if (!form.ok) return showEdit(c, place, typed, form.errors, choosing)
      const input = {
        preparation: form.value,
        key: keyIn(sent),
        language,
        after: versionIn(sent),
      }
      try {
        await act(c, (work) => editPreparation(work, desk, place, input))
      } catch (error) {
        if (isMeanwhile(error)) return showEdit(c, place, typed, {}, true)
        return showEdit(c, place, typed, faultOf(error, fields))
      }
      return go(c, pathOf(place))
    })
  })

  return app
}
