import { noOrganisation } from '#platform/actor.ts'
import type { Clock, Temporal } from '#platform/clock.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { asFeedOf } from './access.ts'
import { type Answer, ask, type Reach } from './ask.ts'
import { laterBy } from './pace.ts'
import { BrokenPage, type Page } from './page.ts'
import { readFeedPage } from './read-feed-page.ts'
import { readListPage } from './read-list-page.ts'
import { isFeed, type Scope, type SourceName, sourceNames } from './source.ts'
import { holdFeed, readStandings, releaseFeed, saveStanding } from './store-standing.ts'
import { takePage, takeStep } from './take-rows.ts'
import {
  afterPage,
  afterSame,
  afterStop,
  afterTrouble,
  isDue,
  newStanding,
  type Standing,
  walkOn,
} from './walk.ts'

export type ReadingAlong = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly scope: Scope
  readonly reach: Reach
  /** from 0 to 1: spreads tries, so that many servers do not come back at the same moment */
  readonly random: () => number
  readonly listMinistries: (work: Work) => Promise<readonly string[]>
  readonly failed: (error: unknown, organisationId: string) => void
}

/** Milliseconds for an answer; the House is known to take twenty seconds at times. */
const patience = 25_000
/** Seconds for which one process holds the right to ask: longer than an answer and what is done with it. */
const hold = 300
/**
 * Pages and milliseconds for one ministry, and milliseconds for all of them, after which no new question is asked in one
 * turn: the jobs run one after the other, and the House holds up nobody's post for long.
 */
const perTurn = { pages: 5, milliseconds: 8_000, altogether: 10_000 }

/** The job to wake when somebody wants it now. */
export const readAlongJob = 'read-along'

export function readAlong(reading: ReadingAlong): Job {
  const { inTransaction, listMinistries, clock, failed } = reading
  // A turn begins behind the ministry at which the one before came to its end: nobody is always last.
  let last = ''
  return {
    name: readAlongJob,
    first: 20,
    every: 60,
    async run(stop) {
      const begun = clock()
      const nobody = asFeedOf(noOrganisation)
      const all = await inTransaction(nobody, 'maintenance', listMinistries)
      const inTurn = [...all.filter((id) => id > last), ...all.filter((id) => id <= last)]
      for (const id of inTurn) {
        if (stop.aborted || isOver(clock, begun, perTurn.altogether)) return
        last = id
        await readTurn(reading, id, stop).catch((error) => failed(error, id))
      }
    },
  }
}

const isOver = (clock: Clock, begun: Temporal.Instant, milliseconds: number): boolean =>
  clock().since(begun).total('milliseconds') >= milliseconds

/** Asks for what is due at one ministry, one page after the other. Answers how many pages that were. */
export async function readTurn(
  reading: ReadingAlong,
  organisation: string,
  stop: AbortSignal,
): Promise<number> {
  const begun = reading.clock()
  let pages = 0
  while (pages < perTurn.pages && !stop.aborted) {
    if (isOver(reading.clock, begun, perTurn.milliseconds)) break
    if (!(await readPage(reading, organisation, stop))) break
    pages += 1
  }
  return pages
}

type Claim = {
  readonly name: SourceName
  readonly standing: Standing & { readonly address: string }
  readonly contact: string
  readonly until: string
}

/** One question and what comes of it; nothing when nothing is due, it is off, or another process asks. */
async function readPage(
  reading: ReadingAlong,
  organisation: string,
  stop: AbortSignal,
): Promise<boolean> {
  const { inTransaction, reach, clock } = reading
  const act = asFeedOf(organisation)
  const claim = await inTransaction(act, 'keep-account', (work) => claimPage(work, reading.scope))
  if (!claim) return false
  const { standing, contact } = claim
  const signal = AbortSignal.any([stop, AbortSignal.timeout(patience)])
  const { address, etag, modified } = standing
  const answer = await ask(reach, { address, contact, etag, modified, signal, now: clock() })
  await inTransaction(act, 'keep-account', async (work) => {
    // Turned off meanwhile, or held for so long that another goes on: then this answer is not ours to keep.
    if (await releaseFeed(work, claim.until)) await takeAnswer(work, reading, claim, answer)
  })
  return answer.kind === 'page' || answer.kind === 'same'
}

async function claimPage(work: Work, scope: Scope): Promise<Claim | undefined> {
  const { now } = work
  const until = laterBy(now, hold)
  const contact = await holdFeed(work, until)
  if (!contact) return undefined
  const standings = await readStandings(work)
  const due = sourceNames
    .map((name) => ({ name, standing: standings.get(name) ?? newStanding(now) }))
    .find(({ standing }) => isDue(standing, now))
  if (!due) {
    await releaseFeed(work, until)
    return undefined
  }
  const { name } = due
  return { name, standing: walkOn(due.standing, { name, scope, now }), contact, until }
}

async function takeAnswer(
  work: Work,
  { scope, random }: ReadingAlong,
  { name, standing }: Claim,
  answer: Answer,
): Promise<void> {
  const { now } = work
  if (answer.kind === 'same') return takeStep(work, name, standing, afterSame(standing, now))
  if (answer.kind === 'stop') {
    work.audit({ act: 'open-data.stop', details: { source: name, because: answer.because } })
    return saveStanding(work, name, afterStop(standing, answer.because))
  }
  if (answer.kind === 'page') {
    const page = readBody(name, answer.body)
    if (page) {
      const { validators } = answer
      const step = afterPage(standing, page, { name, scope, now, validators })
      return takePage(work, { name, scope, page, standing, step })
    }
  }
  const { because, after } =
    answer.kind === 'later' ? answer : { because: 'broken-page', after: undefined }
  const later = afterTrouble(standing, { because, after, now, random: random() })
  return saveStanding(work, name, later)
}

/** Nothing when the page is broken. */
function readBody(name: SourceName, body: string): Page | undefined {
  try {
    return isFeed(name) ? readFeedPage(name, body) : readListPage(name, body)
  } catch (error) {
    if (error instanceof BrokenPage) return undefined
    throw error
  }
}
