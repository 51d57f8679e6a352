import { noOrganisation } from '#platform/actor.ts'
import type { Clock, Temporal } from '#platform/clock.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction } from '#platform/work.ts'
import { asProgramOf } from './access.ts'
import { cloudEvent, nextTry, type PartnerEvent } from './event.ts'
import type { ServerKey } from './server-key.ts'
import { signatureHeaders } from './sign-request.ts'
import { findOin, forgetEvents, listEvents, numberEvents } from './store-events.ts'
import {
  claimWebhooks,
  listOrganisationsToTell,
  updateHeldWebhook,
  type Webhook,
} from './store-webhooks.ts'

type Sent = { method: string; headers: Readonly<Record<string, string>>; body: string }

export type Telling = {
  readonly inTransaction: InTransaction
  readonly clock: Clock
  readonly origin: string
  readonly key: () => Promise<ServerKey>
  /** public addresses only, unless the operator allows others */
  readonly reach: (address: string, sent: Sent & { signal: AbortSignal }) => Promise<Response>
  /** hears what went wrong at an organisation; the others are told all the same */
  readonly failed: (error: unknown, organisationId: string) => void
}

/** Events that go in one turn, how long a turn holds a webhook, and milliseconds for an answer. */
const most = 50
const hold = { minutes: 10 }
const patience = 5_000
/**
 * Milliseconds for one address, and for all of them together, in one turn: the jobs run one after the other, and slow
 * addresses hold up nobody's post. What is left goes in the next turn.
 */
const forAddress = 10_000
const forTurn = 15_000

/** The job to wake when a commit may have left an event. */
export const tellJob = 'tell-programs'

export function tellWebhooksJob(telling: Telling): Job {
  let last: string | undefined
  return {
    name: tellJob,
    first: 7,
    every: 60,
    async run(stop) {
      last = await tellWebhooks(telling, stop, last)
    },
  }
}

/**
 * Tells every program that wants to be told, in order; what does not arrive goes again later. Begins behind the
 * organisation where the turn before came to its end, and answers where this one did: nobody is always last.
 */
export async function tellWebhooks(
  telling: Telling,
  stop: AbortSignal,
  last = '',
): Promise<string | undefined> {
  const waiting = await telling.inTransaction(
    asProgramOf(noOrganisation),
    'maintenance',
    listOrganisationsToTell,
  )
  const begun = telling.clock()
  const isLater = (id: string) => id > last
  const inTurn = [...waiting.filter(isLater), ...waiting.filter((id) => !isLater(id))]
  let told: string | undefined
  for (const organisation of inTurn) {
    if (stop.aborted || isOver(telling, begun, forTurn)) return told
    told = organisation
    await tellOf(telling, organisation, { stop, begun }).catch((error) =>
      telling.failed(error, organisation),
    )
  }
  return undefined
}

const isOver = ({ clock }: Telling, begun: Temporal.Instant, most: number): boolean =>
  clock().since(begun).total('milliseconds') >= most

type Turn = { readonly stop: AbortSignal; readonly begun: Temporal.Instant }

async function tellOf(
  telling: Telling,
  organisation: string,
  { stop, begun }: Turn,
): Promise<void> {
  const { inTransaction, clock } = telling
  const act = asProgramOf(organisation)
  const until = clock().add(hold).round('microsecond')
  const { claimed, oin } = await inTransaction(act, 'maintenance', async (work) => {
    forgetEvents(work)
    await numberEvents(work)
    const hooks = await claimWebhooks(work, until)
    const loads: { hook: Webhook; events: readonly PartnerEvent[] }[] = []
    // Whoever is furthest behind comes first.
    for (const hook of hooks.toSorted((one, other) => one.told - other.told)) {
      loads.push({ hook, events: await listEvents(work, { after: hook.told, limit: most }) })
    }
    return { claimed: loads, oin: await findOin(work) }
  })
  const source = { organisationId: organisation, oin, origin: telling.origin }
  for (const { hook, events } of claimed) {
    let told = hook.told
    let wrong: string | undefined
    const began = clock()
    for (const event of events) {
      if (isOver(telling, began, forAddress) || isOver(telling, begun, forTurn)) break
      wrong = stop.aborted
        ? 'stopped'
        : await send(telling, hook.address, cloudEvent(event, source))
      if (wrong) break
      told = event.number
    }
    const more = told < (events.at(-1)?.number ?? told)
    const standing = afterTelling(hook, { told, wrong, more }, clock())
    await inTransaction(act, 'maintenance', async (work) => {
      await updateHeldWebhook(work, { programId: hook.programId, until }, standing)
      if (told > hook.told || wrong) {
        const details = { program: hook.programId, ...(wrong ? { because: wrong } : {}) }
        work.audit({ act: wrong ? 'partners.not-told' : 'partners.told', details })
      }
    })
  }
}

function afterTelling(
  hook: Webhook,
  { told, wrong, more }: { told: number; wrong: string | undefined; more: boolean },
  now: Temporal.Instant,
) {
  if (!wrong) {
    // Its time was over: others first.
    const dueAt = more ? now.add({ minutes: 1 }) : undefined
    return { told, dueAt, attempts: 0, lastError: undefined }
  }
  // Something arrived, so the next pause is the shortest.
  const before = told > hook.told ? 0 : hook.attempts
  return { told, dueAt: nextTry(before, now), attempts: before + 1, lastError: wrong }
}

/** Answers a code for what went wrong; nothing when it arrived. */
async function send(
  { key, reach, clock }: Telling,
  address: string,
  event: object,
): Promise<string | undefined> {
  const body = JSON.stringify(event)
  const contentType = 'application/cloudevents+json; charset=UTF-8'
  const headers = signatureHeaders(await key(), { address, body, contentType, now: clock() })
  try {
    const signal = AbortSignal.timeout(patience)
    const { status } = await reach(address, { method: 'POST', headers, body, signal })
    return status >= 200 && status < 300 ? undefined : `answered-${status}`
  } catch {
    return 'not-reached'
  }
}
