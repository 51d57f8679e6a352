import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Temporal } from '#platform/clock.ts'
import { laterBy, mostTries, pauseAfter } from './pace.ts'
import type { Page } from './page.ts'
import { firstAddress, leadsOn, listAddress } from './question.ts'
import { isFeed, type Scope, type SourceName, scopeId } from './source.ts'
import { readStamp } from './stamp.ts'

/** How far we are with one source: kept in the same transaction as the rows of the page that brought us there. */
export const Standing = z.object({
  /** counts the walks through the source; a row says in which it was seen last */
  walk: z.number().int(),
  /** pages of this walk are still to come */
  walking: z.boolean(),
  /** everything is asked for, not only what changed */
  whole: z.boolean(),
  scope: z.string().optional(),
  /** the page that is asked for next */
  address: z.string().optional(),
  /** the stamp at which that page begins, and the rows before it that have the same one */
  from: z.string().optional(),
  edge: z.array(z.string()),
  /** of the pages of this walk that we have */
  asked: z.array(z.string()),
  expected: z.number().int().optional(),
  seen: z.number().int(),
  beganAt: z.string().optional(),
  /** when the last whole walk, and the last of any kind, that came to its end began */
  wholeAt: z.string().optional(),
  endedBeganAt: z.string().optional(),
  /** the next walk asks for everything, because something was missed or somebody wants it */
  again: z.boolean(),
  etag: z.string().optional(),
  modified: z.string().optional(),
  tries: z.number().int(),
  dueAt: z.string(),
  /** when the House answered us last, and when we had everything last */
  heardAt: z.string().optional(),
  caughtUpAt: z.string().optional(),
  /** what went wrong last; nothing after an answer */
  trouble: z.string().optional(),
  /** nothing more is asked until a person says so */
  stopped: z.string().optional(),
})
export type Standing = z.infer<typeof Standing>

export const newStanding = (now: Temporal.Instant): Standing => ({
  ...{ walk: 0, walking: false, whole: true, edge: [], asked: [], seen: 0, again: false, tries: 0 },
  dueAt: laterBy(now, 0),
})

/** Seconds between two walks when all is well, after a gap, and after we gave up for now. */
const between = { walks: 6 * 3_600, gap: 3_600, givenUp: 24 * 3_600 }
/** So often everything is asked for again: what left a dossier without a word is noticed then. */
const wholeEvery = { hours: 7 * 24 }
/** A row can become visible a little later than its stamp says. */
const overlap = { hours: 24 }

export const isDue = ({ dueAt, stopped }: Standing, now: Temporal.Instant): boolean =>
  stopped === undefined && Temporal.Instant.compare(Temporal.Instant.from(dueAt), now) <= 0

/** The standing from which a page can be asked for: a walk that is under way goes on, else one begins. */
export function walkOn(
  standing: Standing,
  { name, scope, now }: { name: SourceName; scope: Scope; now: Temporal.Instant },
): Standing & { readonly address: string } {
  const id = scopeId(scope)
  const { address, wholeAt, endedBeganAt } = standing
  const sameScope = standing.scope === id
  if (standing.walking && sameScope && address) return { ...standing, address }
  const began = {
    ...standing,
    ...{ walk: standing.walk + 1, walking: true, scope: id, edge: [], asked: [], seen: 0 },
    ...{ beganAt: laterBy(now, 0), expected: undefined, from: undefined },
  }
  const goesOn = sameScope && !standing.again && wholeAt !== undefined
  if (isFeed(name)) {
    // A feed keeps its place between walks, and tells what was deleted: it never has to begin again by itself.
    return goesOn && address
      ? { ...began, whole: false, address }
      : { ...began, ...forget, whole: true, address: firstAddress(name, scope) }
  }
  const isFresh =
    wholeAt !== undefined &&
    Temporal.Instant.compare(Temporal.Instant.from(wholeAt).add(wholeEvery), now) > 0
  if (!goesOn || !isFresh || !endedBeganAt) {
    return { ...began, ...forget, whole: true, address: firstAddress(name, scope) }
  }
  const from = readStamp(Temporal.Instant.from(endedBeganAt).subtract(overlap).toString())
  return { ...began, ...forget, whole: false, from, address: firstAddress(name, scope, from) }
}

const forget = { etag: undefined, modified: undefined }

/** Why rows were missed, with how many there should have been. */
export type Gap = {
  readonly because: 'fewer-than-counted' | 'no-way-on'
  readonly expected?: number | undefined
  readonly seen?: number | undefined
}

export type Step = {
  readonly standing: Standing
  /** the walk came to its end */
  readonly ended: boolean
  readonly gap?: Gap | undefined
}

type Context = {
  readonly name: SourceName
  readonly scope: Scope
  readonly now: Temporal.Instant
  readonly validators: {
    readonly etag?: string | undefined
    readonly modified?: string | undefined
  }
}

/** Where we are when the rows of this page are kept. */
export function afterPage(
  asked: Standing & { readonly address: string },
  page: Page,
  context: Context,
): Step {
  const heard = { ...asked, tries: 0, trouble: undefined, heardAt: laterBy(context.now, 0) }
  return isFeed(context.name)
    ? afterFeedPage(heard, page, context)
    : afterListPage(heard, page, context)
}

type Asked = Standing & { readonly address: string }

function afterListPage(asked: Asked, page: Page, context: Context): Step {
  const { name, scope, now } = context
  const ids = page.items.flatMap(({ id }) => id ?? [])
  const seen = asked.seen + page.items.length - ids.filter((id) => asked.edge.includes(id)).length
  const counted = { ...asked, seen, expected: asked.expected ?? page.count }
  if (page.next === undefined) return ended(counted, now)
  if (!leadsOn(asked.address, page.next)) return stopped(counted, 'leads-elsewhere')
  const last = lastInOrder(page)
  const moved = last !== undefined && name !== 'commitments' && last > (asked.from ?? '')
  const atLast = page.items.flatMap(({ id, stamp }) => (id && stamp === last ? id : []))
  return onTo(
    moved
      ? {
          ...counted,
          ...{ from: last, edge: atLast },
          address: listAddress(name, scope, { withDeleted: !asked.whole, from: last }),
        }
      : // A whole page changed at one moment, or the order is not what we asked for: the way as it was given.
        { ...counted, edge: last ? [...asked.edge, ...atLast] : [], address: page.next },
    asked.address,
    now,
  )
}

/** The last stamp of a page; nothing when its rows do not stand in the order of their stamps. */
function lastInOrder({ items }: Page): string | undefined {
  const stamps = items.map(({ stamp }) => stamp ?? '')
  const isInOrder = stamps.every((stamp, at) => stamp !== '' && stamp >= (stamps[at - 1] ?? ''))
  return isInOrder ? stamps.at(-1) : undefined
}

function afterFeedPage(asked: Asked, page: Page, { now, validators }: Context): Step {
  if (page.items.length > 0) {
    const seen = { ...asked, seen: asked.seen + page.items.length }
    if (page.next === undefined) return missed(seen, { because: 'no-way-on' }, now)
    if (!leadsOn(asked.address, page.next)) return stopped(seen, 'leads-elsewhere')
    return onTo({ ...seen, ...forget, address: page.next }, asked.address, now)
  }
  if (page.resume === undefined) return missed(asked, { because: 'no-way-on' }, now)
  if (!leadsOn(asked.address, page.resume)) return stopped(asked, 'leads-elsewhere')
  const isSame = page.resume === asked.address
  return ended({ ...asked, address: page.resume, ...(isSame ? validators : forget) }, now)
}

/** The next page of the same walk. One that we have had means that the pages lead in a circle. */
function onTo(next: Asked, from: string, now: Temporal.Instant): Step {
  const asked = [...next.asked, fingerprint(from)]
  if (asked.includes(fingerprint(next.address))) return stopped({ ...next, asked }, 'in-a-circle')
  return { standing: { ...next, asked, dueAt: laterBy(now, 0) }, ended: false }
}

const fingerprint = (address: string): string =>
  createHash('sha256').update(address).digest('base64url').slice(0, 16)

function ended(standing: Standing, now: Temporal.Instant): Step {
  const { expected, seen } = standing
  if (expected !== undefined && seen < expected) {
    return missed(standing, { because: 'fewer-than-counted', expected, seen }, now)
  }
  return { standing: rested(standing, now, between.walks), ended: true }
}

/** A walk that missed something ends too; what it missed is asked for again, a little later. */
function missed(standing: Standing, gap: Gap, now: Temporal.Instant): Step {
  const counted = gap.because === 'fewer-than-counted'
  // Twice the same: the House counts otherwise than it tells, and asking at once a third time helps nobody.
  const pause = standing.again ? between.walks : between.gap
  const { wholeAt } = standing
  const rest = { ...rested(standing, now, pause), wholeAt, again: counted || standing.again }
  return { standing: rest, ended: true, gap }
}

function rested(standing: Standing, now: Temporal.Instant, seconds: number): Standing {
  const { beganAt, whole } = standing
  return {
    ...standing,
    ...{ walking: false, again: false, edge: [], asked: [], from: undefined },
    endedBeganAt: beganAt,
    wholeAt: whole ? beganAt : standing.wholeAt,
    caughtUpAt: laterBy(now, 0),
    dueAt: laterBy(now, seconds),
  }
}

/** Nothing changed since we asked last: that is the end of a walk too. */
export const afterSame = (asked: Standing, now: Temporal.Instant): Step =>
  ended({ ...asked, tries: 0, trouble: undefined, heardAt: laterBy(now, 0) }, now)

const stopped = (standing: Standing, because: string): Step => ({
  standing: { ...standing, trouble: because, stopped: because },
  ended: false,
})

export const afterStop = (asked: Standing, because: string): Standing =>
  stopped(asked, because).standing

type Later = {
  readonly because: string
  /** seconds that the House asked us to wait */
  readonly after?: number | undefined
  readonly now: Temporal.Instant
  /** from 0 to 1 */
  readonly random: number
}

/** The same page again, later each time; after `mostTries` the same page after a day. */
export function afterTrouble(
  asked: Standing,
  { because, after = 0, now, random }: Later,
): Standing {
  const tries = asked.tries + 1
  const isEnough = tries >= mostTries
  const pause = isEnough ? between.givenUp : pauseAfter(tries, random)
  return {
    ...asked,
    tries: isEnough ? 0 : tries,
    trouble: because,
    dueAt: laterBy(now, Math.max(pause, after)),
  }
}

/** Somebody wants it asked again, from the beginning where that helps: what stopped us is looked past. */
export const startedAgain = (standing: Standing, now: Temporal.Instant): Standing => ({
  ...standing,
  ...{ walking: false, again: true, tries: 0, stopped: undefined, dueAt: laterBy(now, 0) },
})
