import { SaxesParser } from 'saxes'
import { declare, type Extract, extractFrom, type Piece } from './extract.ts'
import { UnreadablePaper } from './unreadable.ts'

/** Deeper than any official paper; tables in lists in tables are about 30 deep. */
export const deepest = 200

/** Elements that stand inside a line. Every other one begins a line of its own. */
const inLine = new Set(
  `achternaam datum extref functie inf intref nadruk naam ondernummer organisatie plaats sub sup unl verwijzing
  voornaam`.split(/\s+/),
)
const headings = new Set(['titel', 'tussenkop', 'kop'])

type Open = { readonly name: string; readonly note?: { text: string; label: string } }

/** Official XML (officiële publicaties). Refuses what is not well formed and every definition of its own. */
export function readXml(source: string): Extract {
  const pieces: Piece[] = []
  const declared: Record<string, string[]> = {}
  const open: Open[] = []
  let line = ''
  const noteHere = () => open.findLast(({ note }) => note)?.note
  const flush = (name: string) => {
    const note = noteHere()
    if (note) return
    if (line.trim()) pieces.push({ kind: headings.has(name) ? 'heading' : 'line', text: line })
    line = ''
  }
  const parser = new SaxesParser({ xmlns: true, position: true })
  parser.on('error', (error) => {
    throw new UnreadablePaper('malformed', error.message)
  })
  parser.on('doctype', (text) => {
    if (text.includes('[')) throw new UnreadablePaper('entities')
  })
  parser.on('opentag', ({ local, attributes }) => {
    if (open.length >= deepest) throw new UnreadablePaper('too-deep', String(deepest))
    const value = (name: string) => attributes[name]?.value ?? ''
    if (local === 'meta') declare(declared, value('name'), value('content'))
    if (local === 'datum') declare(declared, 'isodatum', value('isodatum'))
    if (!inLine.has(local) && !local.startsWith('noot')) flush(open.at(-1)?.name ?? '')
    const isNote = local === 'noot'
    open.push(isNote ? { name: local, note: { text: '', label: '' } } : { name: local })
  })
  const said = (text: string) => {
    const note = noteHere()
    if (!note) line += text
    else if (open.at(-1)?.name === 'noot.nr') note.label += text
    else note.text += text
  }
  parser.on('text', said)
  parser.on('cdata', said)
  parser.on('closetag', ({ local }) => {
    if (!inLine.has(local) && !local.startsWith('noot')) flush(local)
    if (local === 'voornaam' || local === 'naam') said(' ')
    const closed = open.pop()
    if (!closed?.note) return
    const label = closed.note.label.trim()
    pieces.push({ kind: 'note', label, text: `[${label}] ${closed.note.text}` })
    said(`[${label}]`)
  })
  parser.write(source).close()
  return extractFrom(pieces, declared)
}
