import { Hono } from 'hono'
import { askedOf, wrongAnswer } from '#capabilities/law/index.ts'
import type { Role } from '#platform/actor.ts'
import { dutchDay } from '#platform/dates.ts'
import { type FormErrors, listOf, readForm, type Typed, textOf } from '#platform/form.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { Refusal, refuse } from '#platform/refusal.ts'
import { datePartsFrom, readDatedForm } from '#platform/typed-date.ts'
import { readBasis } from './basis-choices.ts'
import { beginOn } from './begin-on.ts'
import { answerField, answerFieldsIn, answersTo } from './condition-fields.ts'
import { checkDisclosure, deliverDisclosure } from './deliver-disclosure.ts'
import { beginDisclosure, decideNotToShare, keepDraft, throwAwayDraft } from './draft-disclosure.ts'
import {
  atIn,
  basisForm,
  endForm,
  fileIn,
  longestWords,
  recipientForm,
  wordsForm,
} from './forms.ts'
import type { At, Bounds } from './occasion.ts'
import { beginPage } from './page-begin.ts'
import { basisPage, checkPage, factsPage, notSharePage, recipientPage } from './pages-draft.ts'
import { looksForParty, searchIn } from './party-search.ts'
import { paths } from './paths.ts'
import { readChoices, readDisclosure } from './read-disclosure.ts'
import { mayReceive, readRecipients } from './recipients.ts'
import { aimsOf } from './road.ts'
import { counterOf, type RouteParts } from './route-parts.ts'
import { t } from './words.ts'

/** From choosing facts to delivering: four pages that keep what was typed, right or wrong. */
export function draftRoutes(parts: RouteParts): Hono<HouseEnv> {
  const { desk, clock, requireStepUp } = parts
  const { act, page, go, keeping, crumbs } = counterOf(parts)
  const app = new Hono<HouseEnv>()
  const which = (c: HouseContext) => ({ id: idIn(c), language: c.get('language') })

  const showBegin = async (c: HouseContext, at: At, typed: Typed, errors: FormErrors) => {
    const { language } = c.var
    const begun = await act(c, (work) => beginOn(work, desk, at, language))
    const view = { at, begun, typed, errors, key: keyIn(typed) ?? newId() }
    return page(c, {
      title: begun.bounds.title,
      breadcrumbs: crumbs(c, 'sent'),
      errors,
      content: beginPage(language, view),
    })
  }

  /** To whom and from which file were chosen, or are asked again. */
  const beginAt = async (c: HouseContext, at: At, typed: Typed) => {
    const to = textOf(typed, 'aan')
    const file = fileIn(textOf(typed, 'bestand'))
    const errors = {
      ...(isId(to) ? {} : { aan: 'recipient-missing' }),
      ...(file ? {} : { bestand: 'file-missing' }),
    }
    if (!file || !isId(to)) return showBegin(c, at, typed, errors)
    const { language } = c.var
    const beginning = { ...file, language, key: keyIn(typed), on: { at, to } }
    const id = await act(c, (work) => beginDisclosure(work, desk, beginning))
    return go(c, paths.facts(id))
  }

  app.get('/delen/nieuw', (c) => {
    const at = atIn(c.req.query('bij') ?? '') ?? refuse('not-found', 'no-such-occasion')
    return keeping(c, 'list', { typed: {}, written: [] }, () => showBegin(c, at, {}, {}))
  })

  app.post('/delen/nieuw', async (c) => {
    const typed = await typedIn(c)
    const at = atIn(textOf(typed, 'bij'))
    if (at) return keeping(c, 'list', { typed, written: [] }, () => beginAt(c, at, typed))
    const fileId = textOf(typed, 'dossier')
    if (!isId(fileId)) refuse('not-found', 'no-such-file')
    const kind = textOf(typed, 'soort')
    const { language } = c.var
    const key = keyIn(typed)
    const asks = textOf(typed, 'vraagt') === 'ja'
    const begun = { kind, fileId, language, key, asks }
    const id = await act(c, (work) => beginDisclosure(work, desk, begun))
    return go(c, paths.facts(id))
  })

  const showFacts = async (c: HouseContext, typed: Typed | undefined, errors: FormErrors) => {
    const { id, language } = which(c)
    const { one, facts } = await act(c, (work) => readChoices(work, desk, { id, language }))
    if (one.state !== 'draft') return go(c, paths.one(id))
    const filled = typed ?? { facts: one.draft.refs }
    return page(c, {
      title: t(language).facts.title,
      breadcrumbs: crumbs(c, 'sent'),
      errors,
      content: factsPage(language, { id, typed: filled, errors, facts }),
    })
  }

  app.get('/delen/:id/feiten', (c) => showFacts(c, undefined, {}))

  app.post('/delen/:id/feiten', async (c) => {
    const typed = await typedIn(c)
    const refs = listOf(typed, 'facts').slice(0, 500)
    return keeping(c, 'sent', { typed, written: [] }, async () => {
      await act(c, (work) => keepDraft(work, desk, which(c), { refs }))
      if (refs.length === 0) return showFacts(c, typed, { facts: 'facts-missing' })
      return go(c, paths.recipient(idIn(c)))
    })
  })

  /** What this person shares for; on an occasion only what that is for. */
  const aimsFor = (c: HouseContext, bounds: Bounds | 'free' | 'over') =>
    aimsOf(desk.law, whoIsSignedIn(c).actor, dutchDay(clock())).filter(
      ({ id }) => typeof bounds === 'string' || bounds.aim === undefined || bounds.aim === id,
    )

  const showRecipient = async (c: HouseContext, typed: Typed | undefined, errors: FormErrors) => {
    const { id, language } = which(c)
    const { one, recipients } = await act(c, async (work) => {
      const read = await readDisclosure(work, desk, { id, language })
      const [party] = typed ? textOf(typed, 'recipient').split('/') : [read.to?.id]
      const { consults, bounds } = read
      const asked = { search: searchIn(typed ?? {}), chosen: party, consults, bounds }
      return { one: read, recipients: await readRecipients(work, desk, asked) }
    })
    if (one.state !== 'draft') return go(c, paths.one(id))
    const filled = typed ?? {
      recipient: one.to && one.toRole ? `${one.to.id}/${one.toRole}` : '',
      aim: one.draft.aim,
      language: one.draft.language,
    }
    const aims = aimsFor(c, one.bounds)
    const { roleName, kindName } = desk
    const asks = one.consults !== undefined
    const view = { id, typed: filled, errors, recipients, roleName, kindName, aims, asks }
    return page(c, {
      title: t(language).recipient.title,
      breadcrumbs: crumbs(c, 'sent'),
      errors,
      content: recipientPage(language, view),
    })
  }

  app.get('/delen/:id/ontvanger', (c) => showRecipient(c, undefined, {}))

  app.post('/delen/:id/ontvanger', async (c) => {
    const typed = await typedIn(c)
    const read = readForm(recipientForm, typed)
    const [party = '', role = ''] = textOf(typed, 'recipient').split('/')
    if (looksForParty(typed)) return showRecipient(c, typed, {})
    return keeping(c, 'sent', { typed, written: [] }, async () => {
      const { bounds, known } = await act(c, async (work) => {
        const { consults, bounds } = await readDisclosure(work, desk, which(c))
        return {
          bounds,
          known: isId(party) && (await mayReceive(work, desk, { party, role, consults, bounds })),
        }
      })
      const aim = aimsFor(c, bounds).find(({ id }) => id === textOf(typed, 'aim'))
      await act(c, (work) =>
        keepDraft(work, desk, which(c), {
          ...(known ? { toId: party, toRole: role as Role } : {}),
          ...(aim ? { aim: aim.id } : {}),
          ...(read.ok ? { language: read.value.language } : {}),
        }),
      )
      const errors = {
        ...(read.ok ? {} : read.errors),
        ...(known ? {} : { recipient: 'recipient-missing' }),
        ...(aim ? {} : { aim: 'aim-missing' }),
      }
      if (Object.keys(errors).length > 0) return showRecipient(c, typed, errors)
      return go(c, paths.basis(idIn(c)))
    })
  })

  const showBasis = async (c: HouseContext, typed: Typed | undefined, errors: FormErrors) => {
    const { id, language } = which(c)
    const { one, ...choices } = await act(c, (work) => readBasis(work, desk, { id, language }))
    if (one.state !== 'draft') return go(c, paths.one(id))
    if (!one.to) return go(c, paths.recipient(id))
    const { draft } = one
    const answers = Object.entries(draft.answers).map(([name, given]) => [answerField(name), given])
    const filled = typed ?? {
      ...Object.fromEntries(answers),
      road: draft.road,
      endReason: draft.endReason,
      question: draft.question,
      ...datePartsFrom('end', one.endOn),
    }
    return page(c, {
      title: t(language).basis.title,
      breadcrumbs: crumbs(c, 'sent'),
      errors,
      content: basisPage(language, {
        id,
        typed: filled,
        errors,
        ...choices,
        asks: one.consults !== undefined,
      }),
    })
  }

  app.get('/delen/:id/grond', (c) => showBasis(c, undefined, {}))

  app.post('/delen/:id/grond', async (c) => {
    const typed = await typedIn(c)
    const written = ['endReason', 'question', ...answerFieldsIn(typed)]
    return keeping(c, 'sent', { typed, written }, async () => {
      const { one, roads } = await act(c, (work) => readBasis(work, desk, which(c)))
      const road = roads.find(({ id }) => id === textOf(typed, 'road'))
      const questions = road ? desk.law.sharing.questionsOf(road) : []
      const read = readDatedForm(basisForm, typed, { end: 'needed' })
      const day = readDatedForm(endForm, typed, { end: 'needed' })
      const answers = answersTo(questions, typed)
      const asked = road ? askedOf(desk.law.sharing, road, answers) : []
      const chosenNow = road !== undefined && road.id !== one.draft.road
      await act(c, (work) =>
        keepDraft(work, desk, which(c), {
          ...(road ? { road: road.id } : {}),
          // What was typed for the ground that was chosen until now stays with that one.
          ...(chosenNow ? { left: answersIn(typed) } : {}),
          ...(road && !chosenNow ? { answers } : {}),
          // Kept as it was typed, whatever is wrong with the rest of the form.
          endReason: textOf(typed, 'endReason').trim().slice(0, longestWords),
          question: textOf(typed, 'question').trim().slice(0, longestWords),
          ...(day.ok ? { endOn: day.value.end } : {}),
        }),
      )
      // Another ground asks other questions: first they are shown.
      if (chosenNow) return go(c, paths.basis(idIn(c)))
      const errors: FormErrors = {
        ...(road ? {} : { road: 'road-missing' }),
        ...Object.fromEntries(
          asked
            .filter((question) => wrongAnswer(question, answers[question.id]) === 'not-answered')
            .map(({ id, ask }) => [
              answerField(id),
              t(c.get('language')).basis.answerMissing(ask[c.get('language')]),
            ]),
        ),
        ...(read.ok ? {} : read.errors),
      }
      if (Object.keys(errors).length > 0) return showBasis(c, typed, errors)
      return go(c, paths.check(idIn(c)))
    })
  })

  const showCheck = async (c: HouseContext, key: string, changed: boolean) => {
    const { id, language } = which(c)
    const { composed } = await act(c, (work) => checkDisclosure(work, desk, { id, language }))
    return page(c, {
      title: composed.ok ? t(language).check.title : t(language).check.wrong,
      breadcrumbs: crumbs(c, 'sent'),
      status: changed ? 409 : 200,
      content: checkPage(language, { id, composed, key, changed }),
    })
  }

  app.get('/delen/:id/nakijken', (c) =>
    keeping(c, 'sent', { typed: {}, written: [] }, () => showCheck(c, newId(), false)),
  )

  app.post('/delen/:id/leveren', async (c) => {
    const typed = await typedIn(c)
    return keeping(c, 'sent', { typed, written: [] }, async () => {
      await act(c, (work) => readDisclosure(work, desk, which(c)))
      requireStepUp(whoIsSignedIn(c), clock())
      const sent = { hash: textOf(typed, 'hash'), key: keyIn(typed) }
      try {
        await act(c, (work) => deliverDisclosure(work, desk, which(c), sent))
      } catch (error) {
        const look = error instanceof Refusal && lookAgain.includes(error.because)
        if (look) return showCheck(c, keyIn(typed) ?? newId(), true)
        throw error
      }
      return go(c, paths.one(idIn(c)))
    })
  })

  const showNotShare = async (c: HouseContext, typed: Typed, errors: FormErrors) => {
    const { id, language } = which(c)
    const one = await act(c, (work) => readDisclosure(work, desk, { id, language }))
    if (one.state !== 'draft') return go(c, paths.one(id))
    return page(c, {
      title: t(language).sent.notSharedTitle,
      breadcrumbs: crumbs(c, 'sent'),
      errors,
      content: notSharePage(language, { id, typed, errors, key: keyIn(typed) ?? newId() }),
    })
  }

  app.get('/delen/:id/niet-delen', (c) => showNotShare(c, {}, {}))

  app.post('/delen/:id/niet-delen', async (c) => {
    const typed = await typedIn(c)
    const read = readForm(wordsForm, typed)
    return keeping(c, 'sent', { typed, written: ['words'] }, async () => {
      if (!read.ok) return showNotShare(c, typed, read.errors)
      const reasons = read.value.words
      await act(c, (work) => decideNotToShare(work, desk, which(c), { reasons, key: keyIn(typed) }))
      return go(c, paths.one(idIn(c)))
    })
  })

  app.post('/delen/:id/weggooien', async (c) => {
    const file = await act(c, (work) => throwAwayDraft(work, desk, which(c)))
    return go(c, file.path)
  })

  return app
}

/** Everything that was typed to questions, whichever ground they belong to. */
const answersIn = (typed: Typed): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(typed)
      .filter((name) => name.startsWith(answerField('')))
      .map((name) => [name.slice(answerField('').length), textOf(typed, name).slice(0, 10_000)]),
  )

/** Refusals after which somebody looks at the page again, as it is by now. */
const lookAgain: readonly string[] = ['changed-since', 'not-whole']
