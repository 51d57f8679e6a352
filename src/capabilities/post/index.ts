import { Hono } from 'hono'
import type { Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import type { HouseEnv } from '#platform/http/house-env.ts'
import type { Respond } from '#platform/http/respond.ts'
import type { Job } from '#platform/jobs.ts'
import type { Log } from '#platform/log.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import type { Carrier } from './carrier.ts'
import { demoAddressesOf } from './demo-addresses.ts'
import { demoPostPage } from './demo-post-page.ts'
import { demoCarrier, readDemoLetters } from './read-demo-letters.ts'
import { type Post, sendPost } from './send-post.ts'
import { smtpCarrier } from './smtp-carrier.ts'
import { t } from './words.ts'

export type { Carrier } from './carrier.ts'
export { type Attempt, afterAttempt, isTooLate } from './delivery.ts'
export type { Letter } from './letter.ts'
export { forgetMessages } from './store.ts'

type ByPerson = (work: Work, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

type Parts = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly config: Pick<Config, 'demo' | 'smtpUrl' | 'mailFrom' | 'origin' | 'port' | 'language'>
  readonly mailAddressesOf: ByPerson
  readonly namesOf: ByPerson
  /** whose post is shown in demo mode */
  readonly demoOrganisations: readonly string[]
  readonly respond: Respond
  readonly log: Log
}

/** How a capability that writes to somebody else than colleagues brings its letters away. */
export type LetterWay = {
  readonly carrier: Carrier
  /** where letters lead, such as https://oogmerk.voorbeeld.nl */
  readonly origin: string
}

export type PostOffice = {
  /** sends what waits in the outbox; none when there is nothing to send with */
  readonly jobs: readonly Job[]
  /** none when there is nothing to send with */
  readonly letters: LetterWay | undefined
  /** in demo mode, what would have been mailed */
  readonly routes: Hono<HouseEnv>
}

/** The job to wake when a commit may have left a message. */
export const postJob = 'post'

/** From outbox to mailbox. In demo mode nothing leaves the program, whatever the settings say. */
export function openPostOffice(parts: Parts): PostOffice {
  const { config, inTransaction, namesOf, respond } = parts
  if (config.demo) {
    const origin = config.origin ?? `http://localhost:${config.port}`
    const routes = new Hono<HouseEnv>()
    const addressesOf = demoAddressesOf(namesOf)
    const organisations = parts.demoOrganisations
    routes.get('/demo/post', async (c) => {
      const letters = await readDemoLetters({ inTransaction, origin, addressesOf, organisations })
      return respond(c, demoPostPage(c.get('language'), letters))
    })
    const letters = { carrier: demoCarrier, origin }
    return { routes, letters, jobs: [sending({ ...parts, ...letters, addressesOf })] }
  }
  const letters = realWay(parts)
  const jobs = letters
    ? [sending({ ...parts, ...letters, addressesOf: parts.mailAddressesOf })]
    : []
  return { routes: new Hono<HouseEnv>(), letters, jobs }
}

function realWay(parts: Parts): LetterWay | undefined {
  const { smtpUrl, mailFrom, origin, language } = parts.config
  if (smtpUrl && mailFrom && origin) {
    return { carrier: smtpCarrier({ url: smtpUrl, from: mailFrom }), origin }
  }
  const settings = {
    OOGMERK_SMTP_URL: smtpUrl,
    OOGMERK_MAIL_FROM: mailFrom,
    OOGMERK_ORIGIN: origin,
  }
  const missing = Object.entries(settings).flatMap(([name, value]) => (value ? [] : [name]))
  parts.log.warn(t(language).operator.missing(missing.join(', ')))
  return undefined
}

/** Woken by commits; the sweep finds what another server left behind and what is due again. */
const sending = (post: Post): Job => ({
  name: postJob,
  first: 5,
  every: 60,
  run: (stop) => sendPost(post, stop),
})
