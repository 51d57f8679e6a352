import { datePattern, readDutchDate, readIsoDate } from './dutch-date.ts'
import type { Extract } from './extract.ts'
import type { DossierEntry, PaperKind, QuestionLetter, Span } from './paper.ts'

/** What stands above a paper, and where that ends. */
export type Head = {
  readonly kind: PaperKind
  readonly title: string | null
  readonly heading: string | null
  readonly date: string | null
  readonly parliamentaryYear: string | null
  readonly dossiers: readonly DossierEntry[]
  readonly addressee: string | null
  readonly questionLetter: QuestionLetter | null
  /** number of this paper as an annex of the Handelingen, for a published answer */
  readonly annex: string | null
  /** the number under which who answered keeps it */
  readonly ownNumber: string | null
  readonly end: number
}

/** Nobody prints a head longer than this; what comes later is body. In UTF-16 units. */
const longestHead = 6000

export function findHead(extract: Extract): Head {
  const { text, declared } = extract
  const top = text.slice(0, longestHead)
  const { dossiers, end: numbered } = dossiersIn(extract)
  const heading = headingAfter(extract, numbered)
  const questionLetter =
    questionLetterIn(text) ?? (dossiers.length === 0 ? questionsSent(top) : null)
  const kind = kindOf(heading?.text, text, questionLetter !== null)
  const dated = dateIn(top, heading?.span.end ?? numbered)
  const annex = annexIn(top)
  const addressee =
    /Aan\s+de\s+(?:heer\s+|mevrouw\s+)?[Vv]oorzitter\s+van\s+de\s+(Eerste|Tweede)\s+Kamer/.exec(top)
  const year = /Vergaderjaar\s+(\d{4})\s?[-–/]\s?(\d{4})/i.exec(top)
  const subject =
    /^(?:Onderwerp|Betreft)\n(.+)$/m.exec(top)?.[1] ??
    /^(?:Onderwerp|Betreft):?\s+(.+)$/m.exec(top)?.[1]
  return {
    kind,
    heading: heading?.text ?? null,
    title: dossiers[0]?.title || subject || declared['DC.title']?.[0] || heading?.text || null,
    date:
      readIsoDate(declared.isodatum?.[0] ?? '') ??
      dated?.date ??
      readIsoDate(declared['DCTERMS.issued']?.[0] ?? ''),
    parliamentaryYear: year
      ? `${year[1]}-${year[2]}`
      : (/^\d{4}-\d{4}$/.exec(declared['OVERHEIDop.vergaderjaar']?.[0] ?? '')?.[0] ?? null),
    dossiers,
    addressee: addressee ? `Voorzitter van de ${addressee[1]} Kamer der Staten-Generaal` : null,
    questionLetter,
    annex: annex ?? null,
    ownNumber:
      /^(?:Ons kenmerk|Kenmerk)[:\n ]\s*(?=[\w-]{1,40}$)([\w-]*\d[\w-]*)$/m.exec(top)?.[1] ?? null,
    end: Math.max(numbered, heading?.span.end ?? 0, dated?.end ?? 0),
  }
}

/** `29 240`, `36 600 VI`; the chapter may stand on a line of its own. */
const numberLine = /^(\d{2})[ .]?(\d{3})(?:[ -]\(?([IVXLC]+[A-F]?|[A-H]|R\d{3,4})\)?)?$/
const chapterLine = /^(?:([IVXLC]+[A-F]?|[A-H])|\((R\d{3,4})\))$/
const ownNumber = /^N(?:r|R)\.?\s*(\d{1,5}|[A-Z]{1,3})(?:\s+(?:HERDRUK|VERBETERD|d\d+).*)?$/

function dossiersIn({ text, blocks, declared }: Extract): {
  dossiers: DossierEntry[]
  end: number
} {
  const found: { dossier: string; span: Span; title: string }[] = []
  let nr: string | null = null
  let end = 0
  const lines = blocks.filter(({ start }) => start < longestHead).slice(0, 80)
  const lineAt = (at: number) => {
    const block = lines[at]
    return block ? text.slice(block.start, block.end) : ''
  }
  for (let at = 0; at < lines.length; at += 1) {
    const [line, block] = [lineAt(at), lines[at]]
    if (!block) break
    const number = numberLine.exec(line)
    if (number) {
      const [, first = '', last = '', own] = number
      const below = own ? null : chapterLine.exec(lineAt(at + 1))
      const chapter = own ?? below?.[1] ?? below?.[2]
      if (below) at += 1
      const part = chapter ? `-${chapter.startsWith('R') ? `(${chapter})` : chapter}` : ''
      const spanEnd = lines[at]?.end ?? block.end
      found.push({
        dossier: `${first}${last}${part}`,
        span: { start: block.start, end: spanEnd },
        title: '',
      })
      end = spanEnd
      continue
    }
    const current = found.at(-1)
    if (!current) continue
    const split = /^N[rR]\.?$/.test(line) ? `Nr. ${lineAt(at + 1)}` : line
    const named = ownNumber.exec(split) ?? (current.title ? /^([A-Z]{1,2})$/.exec(line) : null)
    if (named) {
      nr = named[1] ?? null
      end = lines[split === line ? at : at + 1]?.end ?? block.end
      break
    }
    // A title ends where the next number begins; longer than this it is no head.
    if (current.title.length + line.length > 1500) break
    current.title = current.title ? `${current.title} ${line}` : line
  }
  if (found.length === 0 || nr === null) return { dossiers: declaredDossiers(declared), end: 0 }
  const said = declaredDossiers(declared)
  return {
    dossiers: found.map((one) => ({
      ...one,
      nr,
      uncertain:
        said.length > 0 && !said.some((other) => other.dossier === one.dossier && other.nr === nr),
    })),
    end,
  }
}

/** What the file says of itself, where nothing is printed above the text. */
function declaredDossiers(declared: Extract['declared']): DossierEntry[] {
  const said = declared['OVERHEIDop.ondernummer']?.[0]?.trim() ?? ''
  const nr = /^(?:\d{1,5}|[A-Z]{1,3})$/.exec(said)?.[0] ?? null
  return (declared['OVERHEIDop.dossiernummer'] ?? [])
    .flatMap((one) => one.split(';'))
    .map((one) => one.trim())
    .filter((one) => /^\d{5}(?:-(?:[IVXLC]+[A-F]?|[A-H]|\(R\d{3,4}\)))?$/.test(one))
    .map((dossier) => ({
      dossier,
      nr,
      title: declared['OVERHEIDop.dossiertitel']?.[0] ?? '',
      span: { start: 0, end: 0 },
      uncertain: true,
    }))
}

/** The line in capitals under the number. */
function headingAfter(
  { text, blocks }: Extract,
  from: number,
): { text: string; span: Span } | undefined {
  const near = blocks.filter(({ start }) => start >= from).slice(0, from > 0 ? 3 : 12)
  for (const { start, end } of near) {
    const line = text.slice(start, end)
    const letters = line.match(/\p{L}/gu)?.length ?? 0
    const small = line.match(/\p{Ll}/gu)?.length ?? 0
    if (letters >= 5 && small === 0 && kindIn(line)) return { text: line, span: { start, end } }
  }
  return undefined
}

const kindWords: readonly (readonly [RegExp, PaperKind])[] = [
  [/^NADER GEWIJZIGDE MOTIE/i, 'nader gewijzigde motie'],
  [/^GEWIJZIGDE MOTIE/i, 'gewijzigde motie'],
  [/^MOTIE\b/i, 'motie'],
  [/^(?:(?:NADER|TWEEDE|DERDE)?\s*(?:NADER\s+)?GEWIJZIGDE?\s+)?AMENDEMENT/i, 'amendement'],
  [/^(?:BRIEF|GELEIDENDE BRIEF)\b/i, 'brief'],
  [/^(?:VERSLAG|NADER VERSLAG|EINDVERSLAG|VOORLOPIG VERSLAG|STENOGRAM)/i, 'verslag'],
  [/^LIJST VAN VRAGEN/i, 'lijst van vragen en antwoorden'],
  [/^(?:NOTA|EERSTE NOTA|INITIATIEFNOTA)/i, 'nota'],
  [/^MEMORIE VAN TOELICHTING/i, 'memorie van toelichting'],
]
const kindIn = (line: string): PaperKind | undefined =>
  kindWords.find(([form]) => form.test(line))?.[1]

function kindOf(heading: string | undefined, text: string, answers: boolean): PaperKind {
  const named = heading && kindIn(heading)
  if (named) return named
  const top = text.slice(0, longestHead)
  if (
    answers ||
    /^(?:Antwoord(?:en)?\s+van\s+(?:de\s+)?(?:minister|staatssecretaris)|Aanhangsel van de Handelingen)/im.test(
      top,
    )
  ) {
    return 'antwoord'
  }
  if (/^De Kamer,?$/m.test(top) && /^gehoord de beraadslaging/m.test(top)) return 'motie'
  return /Aan\s+de\s+(?:heer\s+|mevrouw\s+)?[Vv]oorzitter/.test(top) ? 'brief' : 'onbekend'
}

const after = (words: string) =>
  new RegExp(String.raw`(?:${words})[,:]?\s+(?:van\s+)?(${datePattern})(?!\d)`, 'i')

/** `Voorgesteld 4 september 2025`, `Datum 18 oktober 2023`, `Den Haag, 30 juni 2020`. */
function dateIn(top: string, from: number): { date: string; end: number } | undefined {
  const forms = [
    after(String.raw`Voorgesteld|Ontvangen|(?:^|\n)Vastgesteld`),
    after(String.raw`(?:^|\n)(?:Datum|Den Haag|’s-Gravenhage|'s-Gravenhage|Amsterdam|Utrecht)`),
  ]
  for (const form of forms) {
    for (const begin of [from, 0]) {
      const found = form.exec(top.slice(begin))
      const date = found?.[1] && readDutchDate(found[1])
      if (found && date) return { date, end: begin + found.index + found[0].length }
    }
  }
  return undefined
}

function annexIn(top: string): string | undefined {
  const year = /Vergaderjaar\s+(\d{4})\s?[-–/]\s?(\d{4})/i.exec(top)
  const number =
    /^Aanhangsel(?: van de Handelingen)?\s*(?:Nr\.?\s*)?(\d{1,5})$/m.exec(top) ??
    /^Aanhangsel van de Handelingen\n(?:[^\n]*\n){0,3}?(?:Nr\.?\s*)?(\d{1,5})$/m.exec(top)
  return year && number ? `ah-tk-${year[1]}${year[2]}-${number[1]}` : undefined
}

/** "In antwoord op uw brief van 7 september 2023, nr. 2023Z14759". */
function questionLetterIn(text: string): QuestionLetter | null {
  const found = new RegExp(
    String.raw`antwoord\s+op\s+uw\s+brief\s+van\s+(${datePattern})(?:,?\s+(?:met\s+)?(?:nr\.?|nummer|kenmerk)\s*:?\s*(\d{4}Z\d{5}|[\w./-]{0,39}\d)(?![\w/-]))?`,
    'i',
  ).exec(text.slice(0, 3 * longestHead))
  const date = found?.[1] ? readDutchDate(found[1]) : null
  if (!found || !date) return null
  const by = askedBy(text.slice(found.index, found.index + 1500))
  return {
    ...{ number: found[2] ?? '', date, by, uncertain: by.length === 0 || !found[2] },
    span: { start: found.index, end: found.index + found[0].length },
  }
}

/** "vragen van het lid A (P) … (ingezonden 26 mei 2020)", "antwoorden op de vragen … (2020Z09415)". */
function questionsSent(top: string): QuestionLetter | null {
  const begin =
    /(?:beantwoording|antwoord(?:en)?)\b[^.]{0,120}?\b(?:kamer)?vragen\b|^vragen van (?:het lid|de leden)\b/im.exec(
      top,
    )
  if (!begin) return null
  const rest = top.slice(begin.index)
  const number = /\b\d{4}Z\d{5}\b/.exec(rest)?.[0] ?? ''
  const sent = new RegExp(
    String.raw`\b(?:ingezonden|gesteld)\s+(?:op\s+)?(${datePattern})`,
    'i',
  ).exec(rest)?.[1]
  const date = sent ? readDutchDate(sent) : null
  if (!number && !date) return null
  const span = { start: begin.index, end: begin.index + begin[0].length }
  return { number, date, by: askedBy(rest.slice(0, 1500)), span, uncertain: true }
}

/** Who asked, with the party in brackets behind the name. */
function askedBy(rest: string): QuestionLetter['by'] {
  const asked =
    /\b(?:lid|leden)\s+((?:\p{Lu}[\p{L}’'-]*(?:\s+(?:van|de|der|den|ter|ten|el|al))*[\s/-]*){1,4}\([\p{L}\d\s-]+\)(?:(?:,|\s+en)\s+\p{Lu}[^(),]{1,40}\([\p{L}\d\s-]+\))*)/u.exec(
      rest,
    )
  return [...(asked?.[1] ?? '').matchAll(/(\p{Lu}[^(),]{1,40}?)\s*\(([^)]+)\)/gu)].map(
    ([, name = '', party = '']) => ({
      name: name.trim(),
      party,
    }),
  )
}
