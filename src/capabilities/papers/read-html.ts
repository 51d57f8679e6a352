import { Parser } from 'htmlparser2'
import { declare, type Extract, extractFrom, type Piece } from './extract.ts'
import { deepest } from './read-xml.ts'
import { UnreadablePaper } from './unreadable.ts'

const unseen = new Set(['head', 'script', 'style', 'template', 'noscript', 'nav', 'svg', 'title'])
const inLine = new Set(
  'a abbr b bdi bdo cite code em font i ins mark q s small span strong sub sup time u wbr'.split(
    ' ',
  ),
)
const heading = /^h[1-6]$/
/** Of an element that holds a note at the foot: official pages and what word processors make. */
const noteId = /^(?:n|fn|ftn|noot|voetnoot|note)[-_]?(\d{1,3})$/i

type Open = { readonly name: string; readonly hidden: boolean; readonly note?: string }

/** The page of a paper. It need not be well formed; it is never shown again as a page. */
export function readHtml(source: string): Extract {
  const pieces: Piece[] = []
  const declared: Record<string, string[]> = {}
  const open: Open[] = []
  let line = ''
  const flush = (name: string) => {
    const label = open.findLast(({ note }) => note)?.note
    const text = line
    line = ''
    if (!text.trim()) return
    if (label) pieces.push({ kind: 'note', label, text: `[${label}] ${withoutMark(text, label)}` })
    else pieces.push({ kind: heading.test(name) ? 'heading' : 'line', text })
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= deepest) throw new UnreadablePaper('too-deep', String(deepest))
        const { name: key, content, id = '' } = attributes
        if (name === 'meta') declare(declared, key ?? '', content ?? '')
        if (!inLine.has(name)) flush(open.at(-1)?.name ?? '')
        const hidden = unseen.has(name) || open.at(-1)?.hidden === true
        const [, note] = (!inLine.has(name) && noteId.exec(id)) || []
        open.push({ name, hidden, ...(note ? { note } : {}) })
      },
      ontext(text) {
        if (open.at(-1)?.hidden) return
        const isMark = open.some(({ name }) => name === 'sup') && /^\s*\[?\d{1,3}\]?\s*$/.test(text)
        line += isMark ? `[${text.replace(/\D/g, '')}]` : text
      },
      onclosetag(name) {
        if (!inLine.has(name)) flush(name)
        open.pop()
      },
    },
    { decodeEntities: true },
  )
  parser.write(source)
  parser.end()
  return extractFrom(pieces, declared)
}

const withoutMark = (text: string, label: string): string =>
  text.trim().replace(new RegExp(String.raw`^\[?${label}\]?[.)]?\s*`), '')
