import { z } from 'zod'
import { BrokenPage, type Item, type Page } from './page.ts'
import { readRow } from './row.ts'
import type { SourceName } from './source.ts'
import { readStamp } from './stamp.ts'

const ListPage = z.looseObject({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.count': z.number().int().nonnegative().optional(),
})

const Head = z.looseObject({
  Id: z.guid(),
  ApiGewijzigdOp: z.string(),
  Verwijderd: z.boolean().nullish(),
})

/** A page of a list (OData v4, JSON). Throws `BrokenPage` when it is none. */
export function readListPage(name: SourceName, body: string): Page {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw new BrokenPage('This is no JSON.')
  }
  const read = ListPage.safeParse(parsed)
  if (!read.success) throw new BrokenPage('This is no page of a list.')
  const page = read.data
  return {
    items: page.value.map((row) => readItem(name, row)),
    next: page['@odata.nextLink'],
    resume: undefined,
    count: page['@odata.count'],
  }
}

function readItem(name: SourceName, row: unknown): Item {
  const head = Head.safeParse(row)
  const stamp = head.success ? readStamp(head.data.ApiGewijzigdOp) : undefined
  if (!head.success || !stamp) {
    const { Id } = z.looseObject({ Id: z.guid().optional() }).catch({}).parse(row)
    return { id: Id, stamp: undefined, is: { kind: 'apart', because: 'Id, ApiGewijzigdOp' } }
  }
  const named = { id: head.data.Id, stamp }
  // Of a deleted row the House keeps the number only: everything else in it is null.
  if (head.data.Verwijderd) return { ...named, is: { kind: 'deleted' } }
  const kept = readRow(name, row)
  return 'wrong' in kept
    ? { ...named, is: { kind: 'apart', because: kept.wrong } }
    : { ...named, is: { kind: 'kept', kept } }
}
