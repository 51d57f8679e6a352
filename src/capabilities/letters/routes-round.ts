import { Hono } from 'hono'
import { listOf, type Typed, textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { whoIsSignedIn } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { isId, newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { Refusal } from '#platform/refusal.ts'
import { answerReceived, readReceived } from './answer-received.ts'
import { readIn } from './forms.ts'
import { longest } from './letter.ts'
import { receivedContent, remarkField } from './page-received.ts'
import { roundContent } from './page-round.ts'
import { paths } from './paths.ts'
import { readLetter } from './read-letter.ts'
import { otherMinistries } from './read-round.ts'
import { answers, isAskedStill } from './round.ts'
import { type RouteParts, somebodyWasFirst, wayTo } from './route-parts.ts'
import { sendRound } from './send-round.ts'
import { sentencesOf, t } from './words.ts'

/** A draft that goes round: sending it, and answering that of another ministry. */
export function roundRoutes(parts: RouteParts) {
  const { respond, inTransaction, desk, style, clock, requireStepUp } = parts
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'keep-account')

  const showRound = async (c: HouseContext, id: string, errors: Record<string, string> = {}) => {
    const language = c.get('language')
    const { ministries, ...letter } = await act(c, async (work) => ({
      ...(await readLetter(work, desk, id)),
      ministries: await otherMinistries(work),
    }))
    const asked = letter.round.parties.filter(({ state }) => isAskedStill(state))
    const isWrong = Object.keys(errors).length > 0
    return respond(c, {
      ...wayTo(language, letter.row),
      title: t(language).round.title,
      content: roundContent(language, {
        ...letter,
        ministries,
        chosen: asked.map(({ party_id }) => party_id),
        wrong: sentencesOf(language, errors),
      }),
      error: isWrong,
      status: isWrong ? 422 : 200,
    })
  }

  app.get('/verantwoording/brieven/:id/rondsturen', (c) => showRound(c, idIn(c)))

  app.post('/verantwoording/brieven/:id/rondsturen', async (c) => {
    const language = c.get('language')
    const id = idIn(c)
    const typed = await typedIn(c)
    const parties = listOf(typed, 'parties')
    if (!parties.every(isId)) return showRound(c, id, { parties: 'choose-ministries' })
    const signedIn = whoIsSignedIn(c)
    requireStepUp(signedIn, clock())
    const round = { parties, version: readIn(typed), from: signedIn.organisationName }
    try {
      await act(c, (work) => sendRound(work, desk, id, round))
    } catch (error) {
      if (error instanceof Refusal && error.because === 'choose-ministries') {
        return showRound(c, id, { parties: error.because })
      }
      const { letter: words } = t(language)
      const to = { text: words.toLetter, path: paths.one(id) }
      return somebodyWasFirst(c, respond, {
        ...{ typed, written: [], error },
        to,
      })
    }
    return c.redirect(link(language, paths.one(id)), 303)
  })

  type Answered = { id: string; typed: Typed; errors: Record<string, string> }

  const showReceived = async (c: HouseContext, { id, typed, errors }: Answered) => {
    const language = c.get('language')
    const found = await act(c, (work) => readReceived(work, id))
    const isWrong = Object.keys(errors).length > 0
    return respond(c, {
      ...wayTo(language),
      title: found.row.title,
      wide: true,
      styles: [style],
      content: receivedContent(language, {
        ...{ ...found, typed, wrong: sentencesOf(language, errors) },
        key: keyIn(typed) ?? newId(),
      }),
      error: isWrong,
      status: isWrong ? 422 : 200,
    })
  }

  app.get('/verantwoording/brieven/ontvangen/:id', (c) =>
    showReceived(c, { id: idIn(c), typed: {}, errors: {} }),
  )

  app.post('/verantwoording/brieven/ontvangen/:id', async (c) => {
    const language = c.get('language')
    const id = idIn(c)
    const typed = await typedIn(c)
    const { row } = await act(c, (work) => readReceived(work, id))
    const said = (row.sections ?? []).map((section, at) => ({
      section: section.id,
      field: remarkField(at + 1),
      words: textOf(typed, remarkField(at + 1)).trim(),
    }))
    const remarks = said.filter(({ words }) => words !== '')
    const answer = answers.find((one) => one === textOf(typed, 'answer'))
    const errors: Record<string, string> = {}
    for (const { field, words } of remarks) {
      if (words.length > longest.remark) errors[field] = 'too-long'
    }
    if (!answer) errors.answer = 'choose-answer'
    else if (answer === 'changes' && remarks.length === 0) errors.answer = 'changes-without-words'
    if (!answer || Object.keys(errors).length > 0) return showReceived(c, { id, typed, errors })
    const digest = textOf(typed, 'digest')
    const plain = remarks.map(({ section, words }) => ({ section, words }))
    const given = { answer, remarks: plain, digest, key: keyIn(typed) }
    try {
      await act(c, (work) => answerReceived(work, desk, id, given))
    } catch (error) {
      const { received: words } = t(language)
      return somebodyWasFirst(c, respond, {
        ...{ typed, written: remarks.map(({ field }) => field), error },
        to: { text: words.toDraft, path: paths.received(id) },
      })
    }
    return c.redirect(link(language, paths.received(id)), 303)
  })

  return app
}
