import { dutchDay } from '#platform/dates.ts'
import type { Work } from '#platform/work.ts'
import { openReceived } from './count-words.ts'
import { hasExactly } from './counts-message.ts'
import type { Definition } from './definition.ts'
import type { FiguresDesk } from './desk.ts'
import { asText, type Edition, fromText, type Members, nextEdition, rulesNow } from './edition.ts'
import type { Protect } from './in-protect-thread.ts'
import { laySideBySide } from './lay-side-by-side.ts'
import { overlaps, type Period, periodFrom } from './period.ts'
import type { Asked } from './protect-table.ts'
import {
  countOfKinds,
  insertEdition,
  listMembers,
  listOwnEditions,
  listReceived,
  listReceivedNumbers,
  listReceivedPeriods,
  listToldPeriods,
} from './received-store.ts'
import { codesOf, divisionsOf } from './send-counts.ts'
import type { ToldCell } from './table.ts'
import type { ReceivedRow } from './tables.ts'

type Which = { readonly definition: Definition; readonly period: Period }

/** A transaction of its own, at the ministry that makes the national figures. */
type AtMinistry = <T>(verb: (work: Work) => Promise<T>) => Promise<T>

/**
 * Makes the national figures for which enough organisations published and that are safe beside every earlier one. The
 * only place where counts of an organisation are opened again. Making them twice gives what there is already. No
 * transaction is open while the solver works. One that cannot be made does not stop the others; throws the first
 * problem when all were tried.
 */
export async function drawUpEditions(
  at: AtMinistry,
  desk: FiguresDesk,
  protect: Protect,
  stop?: AbortSignal,
): Promise<void> {
  const problems: unknown[] = []
  for (const which of await at((work) => listReceivedFigures(work, desk))) {
    if (stop?.aborted) return
    await drawUp(at, desk, protect, which).catch((error) => problems.push(error))
  }
  if (problems.length > 0) throw problems[0]
}

async function listReceivedFigures(work: Work, { definitions }: FiguresDesk): Promise<Which[]> {
  return (await listReceivedPeriods(work)).flatMap((received) => {
    const definition = definitions.find(received.definition)
    const period = periodFrom(received.period)
    return definition && period ? [{ definition, period }] : []
  })
}

async function drawUp(
  at: AtMinistry,
  desk: FiguresDesk,
  protect: Protect,
  which: Which,
): Promise<void> {
  const ready = await at((work) => prepare(work, desk, which))
  if (!ready) return
  const told = await safely(protect, ready.asked).catch(async (error) => {
    // Nothing is told without an answer, and the trail says that this one is not.
    const details = { definition: which.definition.id, period: which.period.code }
    await at(async (work) => work.audit({ act: 'figures.no-edition', details }))
    throw error
  })
  if (told !== 'held-back') await at((work) => keep(work, desk, which, { ...ready, told }))
}

type Ready = {
  /** the number of the edition that is to be made */
  readonly next: number
  readonly received: Members
  readonly asked: Asked
}

/** What an edition is made of, when there is to be one. */
async function prepare(
  work: Work,
  desk: FiguresDesk,
  { definition, period }: Which,
): Promise<Ready | undefined> {
  const which = { definition: definition.id, period: period.code }
  const today = dutchDay(work.now)
  // Of what lies in a year that was told no quarter is told, nor the other way round (decision 239).
  if ((await listToldPeriods(work, definition.id)).some((code) => overlaps(code, period))) return
  const editions = (await listOwnEditions(work, which)).map((row) =>
    fromText(row.content, row.hash),
  )
  // What was told by an earlier meaning of the figure is not told again by another one (decision 239).
  if (editions.some((one) => one.definition.version !== definition.version)) return
  const numbers = (await listReceivedNumbers(work, which)).filter(
    (row) => row.definition_version === definition.version,
  )
  const received: Members = new Map(numbers.map((row) => [row.from_id, row.number]))
  const members = await listMembers(work, which)
  const last = editions.at(-1)
  const standing = {
    ...{ period, today, received },
    last: last && {
      publishedOn: last.publishedOn,
      members: new Map(
        members
          .filter(({ edition }) => edition === last.edition)
          .map((one) => [one.from_id, one.number]),
      ),
    },
  }
  if (nextEdition(standing) !== 'make') return
  const next = (last?.edition ?? 0) + 1
  const inEditions = Map.groupBy(members, (one) => `${one.from_id} ${one.number}`)
  const kept = new Set(numbers.map((row) => `${row.from_id} ${row.number}`))
  // Raw material of an earlier edition is gone: nothing can be held against it any more, so it stands.
  if ([...inEditions.keys()].some((one) => !kept.has(one))) return
  const editionsOf = (row: ReceivedRow) => [
    ...(inEditions.get(`${row.from_id} ${row.number}`) ?? []).map(({ edition }) => edition),
    ...(received.get(row.from_id) === row.number ? [next] : []),
  ]
  const codes = codesOf(desk, definition)
  const contributions = []
  for (const row of await listReceived(work, which)) {
    const inThese = editionsOf(row)
    if (row.definition_version !== definition.version || inThese.length === 0) continue
    const cells = await openReceived(work, desk.keyring, row)
    // Divided otherwise than now: what is not in both would silently count as nothing.
    if (!hasExactly(codes, cells))
      throw new Error(`a count of ${definition.id} is divided otherwise`)
    contributions.push({ from: row.from_id, cells, editions: inThese })
  }
  const asked = laySideBySide({
    addsUp: desk.definitions.sourceOf(definition).addsUp,
    ...{ codes, contributions, earlier: editions, next },
  })
  return { next, received, asked }
}

/** Keeps the edition, unless somebody else made it meanwhile. */
async function keep(
  work: Work,
  desk: FiguresDesk,
  { definition, period }: Which,
  { next, received, told }: Ready & { readonly told: readonly ToldCell[] },
): Promise<void> {
  const which = { definition: definition.id, period: period.code }
  const today = dutchDay(work.now)
  const titles = new Map(divisionsOf(desk, definition).map(({ code, title }) => [code, title]))
  const edition: Edition = {
    format: 'oogmerk-figures-1',
    definition: meaningOf(definition),
    period: { code: period.code, from: period.from, until: period.until },
    edition: next,
    publishedOn: today,
    organisations: {
      published: received.size,
      of: await countOfKinds(work, definition.publishedBy),
    },
    addsUp: desk.definitions.sourceOf(definition).addsUp,
    cells: told.map((cell) => ({
      code: cell.key,
      title: titles.get(cell.key) ?? wholeTitle,
      told: cell.told,
    })),
    rules: rulesNow,
  }
  const isNew = await insertEdition(
    work,
    {
      ...which,
      edition: next,
      published_on: today,
      organisations: received.size,
      ...asText(edition),
    },
    [...received].map(([from_id, number]) => ({ from_id, number })),
  )
  if (!isNew) return
  work.audit({
    act: 'figures.edition',
    details: { ...which, edition: next, organisations: received.size },
  })
}

/** A later edition that has to hide more than it would have alone says something of what came in between. */
async function safely(protect: Protect, asked: Asked): Promise<readonly ToldCell[] | 'held-back'> {
  const told = await protect(asked)
  if (asked.before.length === 0) return told
  const alone = await protect({ ...asked, before: [] })
  return sameTold(told, alone) ? told : 'held-back'
}

const wholeTitle = { nl: 'samen', en: 'together' }

const sameTold = (one: readonly ToldCell[], other: readonly ToldCell[]): boolean =>
  one.every((cell, nth) => cell.key === other[nth]?.key && cell.told === other[nth]?.told)

/** What is told with the figure of what it means; later words of the definition do not change what was told. */
const meaningOf = (definition: Definition): Edition['definition'] => {
  const { id, version, title, counts, of, when, excludes, dividedBy, publishedBy } = definition
  return { id, version, title, counts, of, when, excludes, dividedBy, publishedBy }
}
