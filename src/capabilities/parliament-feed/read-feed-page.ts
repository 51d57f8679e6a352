import { SaxesParser } from 'saxes'
import { BrokenPage, type Item, type Page } from './page.ts'
import { readRow } from './row.ts'
import type { SourceName } from './source.ts'
import { readStamp } from './stamp.ts'

/** Deeper than any entry of the feed. */
const deepest = 20

type Entry = {
  next?: string | undefined
  attributes?: Readonly<Record<string, string>>
  readonly fields: Record<string, string[]>
}

/**
 * A page of the feed of changes (SyncFeed 2.0, Atom). Names are read without their prefix: the House writes both.
 * The way on is that of its last entry. Throws `BrokenPage` when it is not well formed or brings definitions.
 */
export function readFeedPage(name: SourceName, body: string): Page {
  const entries: Entry[] = []
  const links: Record<string, string> = {}
  const open: string[] = []
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', ({ message }) => {
    throw new BrokenPage(message)
  })
  parser.on('doctype', () => {
    throw new BrokenPage('A feed has no document type.')
  })
  parser.on('opentag', ({ local, attributes }) => {
    if (open.length >= deepest) throw new BrokenPage('This is too deep for a feed.')
    const given = Object.fromEntries(
      Object.values(attributes).map((each) => [each.local, each.value]),
    )
    const entry = open.includes('entry') ? entries.at(-1) : undefined
    if (local === 'entry') entries.push({ fields: {} })
    else if (local === 'link' && open.at(-1) === 'entry' && entry) {
      if (given.rel === 'next') entry.next = given.href
    } else if (local === 'link') links[given.rel ?? ''] = given.href ?? ''
    else if (entry && open.at(-1) === 'content') entry.attributes = given
    open.push(local)
    text = ''
  })
  const said = (more: string) => {
    text += more
  }
  parser.on('text', said)
  parser.on('cdata', said)
  parser.on('closetag', ({ local }) => {
    open.pop()
    const entry = entries.at(-1)
    if (entry && open.at(-2) === 'content' && text.trim()) {
      const field = entry.fields[local] ?? []
      entry.fields[local] = [...field, text.trim()]
    }
    text = ''
  })
  parser.write(body).close()
  return {
    items: entries.map((entry) => itemFrom(name, entry)),
    next: entries.at(-1)?.next ?? links.next,
    resume: entries.length === 0 ? links.resume : undefined,
    count: undefined,
  }
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function itemFrom(name: SourceName, { attributes = {}, fields }: Entry): Item {
  const { id = '', bijgewerkt = '', verwijderd } = attributes
  const stamp = readStamp(bijgewerkt)
  const named = { id: guid.test(id) ? id.toLowerCase() : undefined, stamp }
  if (!named.id || !stamp) return { ...named, is: { kind: 'apart', because: 'id, bijgewerkt' } }
  if (verwijderd === 'true') return { ...named, is: { kind: 'deleted' } }
  const kept = readRow(name, fields)
  return 'wrong' in kept
    ? { ...named, is: { kind: 'apart', because: kept.wrong } }
    : { ...named, is: { kind: 'kept', kept } }
}
