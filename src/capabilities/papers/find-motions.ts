import { datePattern, readDutchDate } from './dutch-date.ts'
import type { Extract } from './extract.ts'
import type { Head } from './find-head.ts'
import type { Author, Motion, Reference, Request } from './paper.ts'
import { type Sentence, sentencesOf } from './sentences.ts'

/** The motion that this paper is: what it asks of whom, and what it takes the place of. */
export function ownMotion(
  extract: Extract,
  head: Head,
  authors: readonly Author[],
  id: string | null,
): Motion {
  const [first] = head.dossiers
  const replaced = /TER VERVANGING VAN DIE GEDRUKT ONDER (?:STUK )?NR\.?\s*(\d+)/i.exec(
    head.heading ?? '',
  )?.[1]
  return {
    ...{ part: 'own', id, by: authors.map(({ name }) => name), date: head.date },
    requests: requestsIn(extract, head.end),
    replaces: replaced && first ? `kst-${first.dossier}-${replaced}` : null,
    span: { start: head.end, end: extract.text.length },
    also: [],
    uncertain: authors.length === 0,
  }
}

const asks = /^((?:en\s+)?(?:verzoekt|roept|spreekt uit|draagt|vraagt|dringt))\b/i
const addressees =
  /^(?:en\s+)?(?:verzoekt|roept|draagt|vraagt)\s+(?:de\s+|het\s+)?((?:regering|kabinet|Presidium|[Mm]inister(?:-president|s)?|[Ss]taatssecretaris(?:sen)?)(?:\s+(?:van|voor)\s+\p{Lu}[\p{L}]*(?:(?:,| en)\s+\p{Lu}[\p{L}]*)*)?)/u

/** Each line that asks something; without the sign that ends it. */
function requestsIn({ text, blocks }: Extract, from: number): Request[] {
  return blocks
    .filter(({ start, kind }) => start >= from && kind !== 'note')
    .flatMap(({ start, end }) => {
      const line = text.slice(start, end)
      if (!asks.test(line)) return []
      const asked = line.replace(/[\s;,.]+$/, '')
      const to = addressees.exec(line)?.[1] ?? 'regering'
      return [{ to, text: asked, span: { start, end: start + asked.length } }]
    })
}

const person = String.raw`\p{Lu}[\p{L}’'-]+`
const names = String.raw`(?:(?:van|Van|de|De|der|den|el|El|ter|ten|van der|van den)\s+){0,3}${person}(?:\s(?:(?:van|de|der|den)\s+){1,2}${person})?`
const several = String.raw`${names}(?:(?:,\s*|\s+en\s+|\/)${names}){0,8}`
/** `motie-Kuik c.s.`, `motie Hagen/Sneller`, `motie van de leden A en B`, `motie d.d. 19 december 2019 van het lid C`. */
const mention = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:nader\s+)?gewijzigde\s+)?[Mm]oties?(?:[-–\s]+(?<plain>${several})|(?:\s+(?:d\.d\.|van)\s+(?<early>${datePattern}))?\s+van\s+(?:het\s+(?:toenmalige\s+)?(?:Kamer)?lid|de\s+(?:Kamer)?leden)\s+(?<led>${several})|(?<bare>(?=\[\d{1,3}\])|\s+(?=waarmee|waarin|die\s+(?:de\s+)?(?:regering|verzoekt|vraagt|oproept)|\(Kamerst)))(?:\s*\([^()]{2,20}\))?(?:\s+c\.s\.)?(?:\s+(?:d\.d\.|van)\s+(?<late>${datePattern}))?`,
  'gu',
)

/** The motions that the paper speaks of, each once, with the number that stands beside it. */
export function mentionedMotions(
  extract: Extract,
  references: readonly Reference[],
  on: string | null,
): Motion[] {
  const papers = references.filter(({ kind }) => kind === 'kst')
  const found: Motion[] = []
  for (const sentence of sentencesOf(extract)) {
    const mentions = mentionsIn(sentence, on)
    const ids = idsBeside(mentions, sentence, papers, extract)
    for (const [at, one] of mentions.entries()) add(found, { ...one, id: ids[at] ?? null })
  }
  return found.map((one) => ({ ...one, uncertain: one.id === null || one.by.length === 0 }))
}

function mentionsIn(sentence: Sentence, on: string | null): Motion[] {
  return [...sentence.text.matchAll(mention)].map((hit) => {
    const { plain, led, early, late } = hit.groups ?? {}
    const start = sentence.start + hit.index
    const asked =
      /(?:waarmee|waarin)\s+(?:de regering\s+)?(?:wordt\s+|is\s+)?verzocht\s+om\s+(.+?)(?=\[\d|[.;]|$)/.exec(
        sentence.text.slice(hit.index),
      )
    const requestAt = asked ? start + asked.index + asked[0].length - (asked[1] ?? '').length : 0
    const request = asked?.[1]
      ? [
          {
            to: 'regering',
            text: asked[1],
            span: { start: requestAt, end: requestAt + asked[1].length },
          },
        ]
      : []
    const said = early ?? late
    return {
      ...{ part: 'mentioned', id: null, by: namesOf(plain ?? led ?? ''), replaces: null, also: [] },
      date: said ? readDutchDate(said, on) : null,
      requests: request,
      span: { start, end: start + hit[0].trimEnd().length },
      uncertain: true,
    }
  })
}

const namesOf = (text: string): string[] =>
  text
    .split(/,\s*|\s+en\s+|\//)
    .map((one) => one.trim())
    .filter((one) => one.length > 1)

/** The number behind each mention, before the next; else one each in order where there are as many. */
function idsBeside(
  mentions: readonly Motion[],
  sentence: Sentence,
  papers: readonly Reference[],
  extract: Extract,
): (string | undefined)[] {
  const placed = placesIn(sentence, papers, extract)
  const beside = mentions.map(({ span }, at) => {
    const until = mentions[at + 1]?.span.start ?? sentence.end
    const between = placed.filter(({ start }) => start >= span.start && start < until)
    return between.length === 1 ? between[0]?.id : undefined
  })
  if (beside.some((id) => id === undefined) && placed.length === mentions.length) {
    return placed.map(({ id }) => id)
  }
  return beside
}

/** References in the sentence itself, and those in the notes whose marks stand in it. */
function placesIn(
  { text, start, end }: Sentence,
  papers: readonly Reference[],
  { blocks }: Extract,
) {
  const spansOf = ({ id, span, also }: Reference) =>
    [span, ...also].map((one) => ({ id, start: one.start }))
  const all = papers.flatMap(spansOf)
  const own = all.filter((one) => one.start >= start && one.start < end)
  const noted = [...text.matchAll(/\[(\d{1,3})\]/g)].flatMap(({ index, 1: label }) => {
    const notes = blocks.filter((one) => one.kind === 'note' && one.label === label)
    const [note] = notes
    // The same mark twice in one paper names neither.
    if (!note || notes.length > 1) return []
    const inside = all.filter((one) => one.start >= note.start && one.start < note.end)
    return inside.sort((a, b) => a.start - b.start).map(({ id }) => ({ id, start: start + index }))
  })
  return [...own, ...noted].sort((a, b) => a.start - b.start)
}

/** A motion that was spoken of before is the same one. */
function add(found: Motion[], next: Motion): void {
  const same = found.findIndex((one) => isSame(one, next))
  const known = found[same]
  if (!known) {
    // "The motion" with neither a name nor a number is not one that can be looked up.
    if (next.id || next.by.length > 0) found.push(next)
    return
  }
  found[same] = {
    ...known,
    id: known.id ?? next.id,
    by: known.by.length > 0 ? known.by : next.by,
    date: known.date ?? next.date,
    requests: known.requests.length > 0 ? known.requests : next.requests,
    also: [...known.also, next.span],
  }
}

function isSame(a: Motion, b: Motion): boolean {
  if (a.id && b.id) return a.id === b.id
  const dates = !a.date || !b.date || a.date === b.date
  return a.by.length > 0 && a.by.join() === b.by.join() && dates
}
