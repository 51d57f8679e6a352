import type { Extract } from './extract.ts'
import { officialsOf, signersOf } from './find-authors.ts'
import { findCommitments, findPromises } from './find-commitments.ts'
import { findDeadlines } from './find-deadlines.ts'
import { findHead, type Head } from './find-head.ts'
import { findLawArticles } from './find-law-articles.ts'
import { mentionedMotions, ownMotion } from './find-motions.ts'
import { findOrganisations } from './find-names.ts'
import { findProgrammes } from './find-programmes.ts'
import { findReferences } from './find-references.ts'
import { type KnownNames, type Named, noNames } from './known-name.ts'
import type { Deadline, Motion, Paper, Reference, Span } from './paper.ts'
import { extractOf, readBytes } from './read-file.ts'
import { UnreadablePaper } from './unreadable.ts'

/** Reads the paper in this file. Refuses with `UnreadablePaper`, and then there is nothing of it. */
export const readPaperFile = async (path: string, names: KnownNames = noNames): Promise<Paper> =>
  readPaper(await readBytes(path), names)

/**
 * Reads the paper in these bytes: official XML, its HTML, or plain text. `names` are those that are recognised. Refuses
 * with `UnreadablePaper`.
 */
export function readPaper(bytes: Uint8Array, names: KnownNames = noNames): Paper {
  const extract = extractOf(bytes)
  const head = findHead(extract)
  if (head.dossiers.length === 0 && !head.date && head.kind === 'onbekend') {
    throw new UnreadablePaper('no-paper')
  }
  return findIn(extract, head, names)
}

const isMotion = ({ kind }: Head): boolean => kind.endsWith('motie')

function findIn(extract: Extract, head: Head, names: KnownNames): Paper {
  const { text, blocks } = extract
  const motion = isMotion(head)
  const signed = motion ? signersOf(extract) : { authors: officialsOf(extract), closed: true }
  const id = idOf(head)
  const own = ownNumbers(head)
  const body = { start: head.end, end: text.length }
  const printed = findReferences(text, own)
  const ours = motion ? [ownMotion(extract, head, signed.authors, id)] : []
  const references = withReplaced(printed, ours, head, text)
  const others = mentionedMotions(extract, references, head.date).filter(
    (one) => one.id === null || one.id !== id,
  )
  const commitments = motion ? [] : findCommitments(extract, references, head.date)
  const promises = motion ? [] : findPromises(extract, references, head.date)
  return {
    ...{ id, kind: head.kind, title: head.title, heading: head.heading, date: head.date },
    parliamentaryYear: head.parliamentaryYear,
    dossiers: head.dossiers,
    authors: signed.authors,
    addressee: head.addressee,
    questionLetter: head.questionLetter,
    headings: blocks
      .filter(({ kind, start }) => kind === 'heading' && start >= body.start)
      .map(({ start, end }) => ({ text: text.slice(start, end), span: { start, end } })),
    references,
    motions: [...ours, ...others],
    commitments,
    promises,
    deadlines: motion ? deadlinesOf(ours, text, head.date) : named([...commitments, ...promises]),
    lawArticles: findLawArticles(text),
    programmes: movedBy(body.start, findProgrammes(text.slice(body.start), names)),
    organisations: movedBy(body.start, findOrganisations(text.slice(body.start), names)),
    complete: signed.closed,
    text,
  }
}

const movedBy = (offset: number, all: readonly Named[]): Named[] => {
  const moved = ({ start, end }: Span) => ({ start: start + offset, end: end + offset })
  return all.map((one) => ({ ...one, span: moved(one.span), also: one.also.map(moved) }))
}

const deadlinesOf = (motions: readonly Motion[], text: string, on: string | null): Deadline[] =>
  motions.flatMap(({ requests }) => requests.flatMap(({ span }) => findDeadlines(text, on, span)))

const named = (all: readonly { readonly deadline: Deadline | null }[]): Deadline[] =>
  all.flatMap(({ deadline }) => deadline ?? []).sort((a, b) => a.span.start - b.span.start)

/** The number belongs to the first dossier; an answer goes by the question it answers. */
function idOf({ dossiers, kind, annex, questionLetter, ownNumber }: Head): string | null {
  const [first] = dossiers
  if (first?.nr) return `kst-${first.dossier}-${first.nr}`
  if (annex) return annex
  if (kind !== 'antwoord') return null
  const asked = questionLetter?.number.match(/^\d{4}Z\d{5}$/)?.[0]
  const number = asked ?? ownNumber ?? questionLetter?.number
  return number ? `antwoord-${number}` : null
}

/** What names the paper itself is no reference to another. */
function ownNumbers({ dossiers, annex, questionLetter }: Head): string[] {
  const papers = dossiers.flatMap(({ dossier, nr }) => (nr ? [`kst-${dossier}-${nr}`] : []))
  return [...papers, ...(annex ? [annex] : []), ...(questionLetter ? [questionLetter.number] : [])]
}

/** A motion that takes the place of another names it by its number alone, in the dossier of both. */
function withReplaced(
  found: Reference[],
  motions: readonly Motion[],
  { heading }: Head,
  text: string,
): Reference[] {
  const replaced = motions.flatMap(({ replaces }) => replaces ?? [])
  const start = heading ? text.indexOf(heading) : -1
  const span = { start, end: start + (heading ?? '').length }
  const added = replaced
    .filter((id) => start >= 0 && !found.some((one) => one.id === id))
    .map((id) => ({ id, kind: 'kst', span, also: [], uncertain: false }))
  return [...added, ...found]
}
