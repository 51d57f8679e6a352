import { Hono } from 'hono'
import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { Clock } from '#platform/clock.ts'
import { dutchDay } from '#platform/dates.ts'
import { textOf } from '#platform/form.ts'
import { acting } from '#platform/http/acting.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { idIn, typedIn } from '#platform/http/read-request.ts'
import { type Respond, signedInFirst } from '#platform/http/respond.ts'
import { keyIn } from '#platform/http/sent-once.ts'
import { newId } from '#platform/ids.ts'
import { link } from '#platform/language.ts'
import { refuse } from '#platform/refusal.ts'
import type { InTransaction } from '#platform/work.ts'
import { completeStory } from './complete-story.ts'
import type { TrainingDesk } from './desk.ts'
import { feedbackPage } from './page-feedback.ts'
import { minePage } from './page-mine.ts'
import { notePage } from './page-note.ts'
import { readingPage } from './page-reading.ts'
import { storiesPage } from './page-stories.ts'
import { paths } from './paths.ts'
import { readOwnPractice } from './read-own-practice.ts'
import { beginning, go, isAtEnd, type Reading } from './reading.ts'
import { actIn, readingFrom, saidIn } from './reading-form.ts'
import { discardReflection, keepReflection, longestReflection } from './reflections.ts'
import type { Story } from './story.ts'

export type RouteParts = {
  readonly respond: Respond
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly desk: TrainingDesk
}

/** Reading is for everybody and keeps nothing; what somebody signed in practised is their own. */
export function readingRoutes({ respond, inTransaction, clock, knowledge, desk }: RouteParts) {
  const { practice } = desk
  const app = new Hono<HouseEnv>()
  const act = acting(inTransaction, 'train')
  const storyIn = (c: HouseContext): Story =>
    practice.find(c.req.param('story') ?? '') ?? refuse('not-found', 'no-such-page')

  app.get(paths.practise, (c) => {
    const actor = c.get('signedIn')?.actor
    return respond(c, storiesPage(c.get('language'), { knowledge, practice, actor }))
  })

  const show = (c: HouseContext, story: Story, reading: Reading, key: string) => {
    const passage = story.passages[reading.at]
    if (!passage) return refuse('not-found', 'no-such-page')
    const view = { knowledge, story, reading, key }
    return respond(c, readingPage(c.get('language'), view, passage))
  }

  app.get('/oefenen/verhaal/:story', (c) => show(c, storyIn(c), beginning, newId()))

  app.post('/oefenen/verhaal/:story', async (c) => {
    const story = storyIn(c)
    const typed = await typedIn(c)
    const key = keyIn(typed)
    const reading = go(story, readingFrom(story, typed), actIn(typed), saidIn(story, typed))
    if (!isAtEnd(story, reading)) return show(c, story, reading, key ?? newId())
    const signedIn = c.get('signedIn') !== undefined
    if (signedIn) await act(c, (work) => completeStory(work, desk, story, key))
    const kept = signedIn ? { day: dutchDay(clock()), key: newId() } : undefined
    const view = { knowledge, practice, story, reading, kept }
    return respond(c, feedbackPage(c.get('language'), view))
  })

  app.use('/oefenen/verhaal/:story/notitie', signedInFirst)
  app.post('/oefenen/verhaal/:story/notitie', async (c) => {
    const language = c.get('language')
    const story = storyIn(c)
    const typed = await typedIn(c)
    const key = keyIn(typed)
    const text = textOf(typed, 'text').trim()
    const error = text === '' ? 'missing' : text.length > longestReflection ? 'tooLong' : undefined
    if (error) {
      const page = notePage(language, { story, key: key ?? newId(), text, error })
      return respond(c, { ...page, status: 422 })
    }
    await act(c, (work) => keepReflection(work, desk, { story, text, key }))
    return c.redirect(link(language, paths.mine), 303)
  })

  app.use('/oefenen/mijn/*', signedInFirst)
  app.get(paths.mine, async (c) => {
    const own = await act(c, (work) => readOwnPractice(work, desk))
    return respond(c, minePage(c.get('language'), practice, own))
  })

  app.post('/oefenen/mijn/notities/:id/weggooien', async (c) => {
    await act(c, (work) => discardReflection(work, idIn(c)))
    return c.redirect(link(c.get('language'), paths.mine), 303)
  })

  return app
}
