import { dutchDay } from '#platform/dates.ts'
import type { Round } from '#platform/round.ts'
import type { Work } from '#platform/work.ts'
import { openReceived } from './count-words.ts'
import type { Definition } from './definition.ts'
import type { FiguresDesk } from './desk.ts'
import { asText, type Edition, fromText, type Members, nextEdition, rulesNow } from './edition.ts'
import { type Protect, withProtectThread } from './in-protect-thread.ts'
import { laySideBySide } from './lay-side-by-side.ts'
import { type Period, periodFrom } from './period.ts'
import type { Asked } from './protect-table.ts'
import {
  countOfKinds,
  insertEdition,
  listMembers,
  listOwnEditions,
  listReceived,
  listReceivedNumbers,
  listReceivedPeriods,
  makesNationalFigures,
} from './received-store.ts'
import { divisionsOf } from './send-counts.ts'
import type { ToldCell } from './table.ts'
import type { ReceivedRow } from './tables.ts'

type Which = { readonly definition: Definition; readonly period: Period }

/**
 * Makes the national figures for which enough organisations published and that are safe beside every earlier one. The
 * only place where counts of an organisation are opened again. Making them twice gives what there is already.
 */
export async function drawUpEditions(
  work: Work,
  desk: FiguresDesk,
  protect: Protect,
): Promise<void> {
  if (!(await makesNationalFigures(work))) return
  for (const received of await listReceivedPeriods(work)) {
    const definition = desk.definitions.find(received.definition)
    const period = periodFrom(received.period)
    if (definition && period) await drawUp(work, desk, protect, { definition, period })
  }
}

async function drawUp(
  work: Work,
  desk: FiguresDesk,
  protect: Protect,
  { definition, period }: Which,
): Promise<void> {
  const which = { definition: definition.id, period: period.code }
  const today = dutchDay(work.now)
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
  const contributions = []
  for (const row of await listReceived(work, which)) {
    const inThese = editionsOf(row)
    if (row.definition_version !== definition.version || inThese.length === 0) continue
    const cells = await openReceived(work, desk.keyring, row)
    contributions.push({ from: row.from_id, cells, editions: inThese })
  }
  const divisions = divisionsOf(desk, definition)
  const { addsUp } = desk.definitions.sourceOf(definition)
  const asked = laySideBySide({
    codes: divisions.map(({ code }) => code),
    ...{ addsUp, contributions, earlier: editions, next },
  })
  const told = await safely(protect, asked).catch(() => 'no-answer' as const)
  if (told === 'held-back') return
  // Nothing is told without an answer; other figures go on, and people read that this one did not.
  if (told === 'no-answer') return work.audit({ act: 'figures.no-edition', details: which })
  const titles = new Map(divisions.map(({ code, title }) => [code, title]))
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
    addsUp,
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

/** At the ministry that makes national figures; elsewhere it asks one small question. */
export const editionRound = (desk: FiguresDesk): Round => ({
  name: 'figures-edition',
  first: 20,
  every: 6 * 3_600,
  by: 'figures',
  purpose: 'tell-figures',
  async portion(work) {
    await withProtectThread((protect) => drawUpEditions(work, desk, protect))
    return false
  },
})
