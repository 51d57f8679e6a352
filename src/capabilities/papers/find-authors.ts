import type { Extract } from './extract.ts'
import type { Author, Span } from './paper.ts'

type Line = { readonly text: string; readonly span: Span }

const linesOf = ({ text, blocks }: Extract): Line[] =>
  blocks
    .filter(({ kind }) => kind !== 'note')
    .map(({ start, end }) => ({ text: text.slice(start, end), span: { start, end } }))

const name =
  /^(?:(?:drs|dr|mr|ir|prof|ing)\.\s*)*(?:\p{Lu}\p{L}?\.\s?-?)*\s?(?:\p{L}[\p{L}’'.-]*)(?:\s\p{L}[\p{L}’'.-]*){0,6}$/u
/** How a motion ends; the names of who proposes it come after. */
const closing = /en gaat over tot de orde van de dag/i

/** Who proposes a motion, in the order in which they signed, and whether the motion has its end. */
export function signersOf(extract: Extract): { authors: Author[]; closed: boolean } {
  const lines = linesOf(extract)
  const at = lines.findLastIndex(({ text }) => closing.test(text))
  if (at === -1) return { authors: [], closed: false }
  const authors: Author[] = []
  for (const { text, span } of lines.slice(at + 1)) {
    if (text.length > 60 || !name.test(text)) break
    authors.push({ name: text, role: 'lid', span, uncertain: false })
  }
  return { authors, closed: true }
}

const office =
  /^(?:de\s+)?((?:eerste\s+)?(?:minister-president|minister|staatssecretaris)\b.{0,150}?),?$/i
const behalf = /^mede namens\s+(?:de\s+)?(.{3,300}?),?$/i

/** Who signed a letter: the line with the office, and the name under it. */
export function officialsOf(extract: Extract): Author[] {
  const lines = linesOf(extract)
  const found: Author[] = []
  let onBehalfOf: string | undefined
  for (const [at, { text, span }] of lines.entries()) {
    onBehalfOf = behalf.exec(text)?.[1] ?? onBehalfOf
    const role = office.exec(text)?.[1]
    const below = lines[at + 1]
    if (!role || !below || below.text.length > 60) continue
    if (!/^\p{Lu}/u.test(below.text) || !name.test(below.text) || office.test(below.text)) continue
    if (/^(?:Antwoord|Vraag|Datum|Onderwerp|Bijlage|Aan|Den Haag)/.test(below.text)) continue
    found.push({
      ...{ name: below.text, role: role.trim(), uncertain: false },
      ...(onBehalfOf ? { onBehalfOf } : {}),
      span: { start: span.start, end: below.span.end },
    })
    onBehalfOf = undefined
  }
  return found.filter((one, at) => !found.slice(0, at).some((other) => other.name === one.name))
}
