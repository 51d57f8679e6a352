import { type KnownNames, knownIn, type Mention, type Named, together } from './known-name.ts'

const capital = String.raw`\p{Lu}[\p{L}-]*`
const tie = `(?:tegen|met|voor|van|de|het|en|in|op|tot|bij)`
const kind = `(?:Nationaal[ ][Pp]rogramma|[Pp]rogramma|[Aa]ctieplan|[Aa]ctieprogramma|[Pp]ilot|[Pp]roject|[Tt]raject|[Aa]anpak|Team|Taskforce|Koers|Offensief|Breed[ ][Oo]ffensief)`
const quoted = String.raw`[«“‘"'][^«»“”‘’"'\n]{2,80}[»”’"']`
/** A kind of programme and the name behind it: `actieplan Samen tegen Mensenhandel`, `Team Ondermijning Luchthaven`. */
const named = new RegExp(
  String.raw`(?<![\p{L}-])(?<kind>${kind})[ ]+(?:(?<quoted>${quoted})|(?<plain>(?:[Tt]egen[ ]+|voor[ ]+)?${capital}(?:[ ]+(?:${tie}[ ]+){0,2}${capital}|[ ]+tegen[ ]+\p{L}+){0,6}))`,
  'gu',
)
/** Ordinary words that only say of what kind it is. */
const generic =
  /^(?:[Pp]rogramma|[Aa]ctieplan|[Aa]ctieprogramma|[Pp]ilot|[Pp]roject|[Tt]raject|[Aa]anpak)$/
/** `programma voor versterking van het stelsel (IBP VTH)`: the short name is how it is called. */
const defined =
  /(?<![\p{L}])(?:[\p{L}]+[ ])?(?:[Pp]rogramma|[Oo]ffensief|[Pp]roject)[ ][^().;:\n]{3,160}\((?<short>\p{Lu}{2,8}(?:[ ]\p{Lu}{2,8})?)\)/gu
/** `programma’s zoals leefbare wijken en Preventie met Gezag`. */
const such = /programma['’]s\b[^.;:\n]{0,60}?\b(?:zoals|waaronder)\s+(?<list>[^.;:\n]{3,120})/gu
/** What an agenda or an accord is called, with its years: `Veiligheidsagenda 2023-2026`. */
const dated =
  /(?<![\p{L}])\p{Lu}\p{Ll}+(?:agenda|strategie|akkoord)[ ]\d{4}(?:\s?[-–]\s?\d{2,4})?/gu
/** The name of a project that says so itself: `The Safe Dog Project`. */
const itself =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}]+[ ]){1,5}(?:Project|Programma|Alliantie|Programme)(?![\p{L}])/gu

const spanOf = (start: number, text: string) => ({ start, end: start + text.length })

/** Programmes that are named: known ones surely, others by how they are written, for a person to look at. */
export function findProgrammes(text: string, { programmes }: KnownNames): Named[] {
  const perhaps = (name: string, start: number, whole = name): Mention => ({
    ...{ name, span: spanOf(start, whole) },
    uncertain: true,
  })
  const byKind = [...text.matchAll(named)].flatMap((hit) => {
    const { kind: said = '', quoted: inQuotes, plain = '' } = hit.groups ?? {}
    if (inQuotes) return [perhaps(inQuotes.slice(1, -1), hit.index, hit[0])]
    // `het programma Samen tegen Mensenhandel` is called by what stands behind the word.
    const name = generic.test(said) ? plain : `${said} ${plain}`
    return [perhaps(name, hit.index + hit[0].length - name.length)]
  })
  const shorts = [...text.matchAll(defined)].map((hit) => hit.groups?.short ?? '')
  const byShort = knownIn(
    text,
    [...new Set(shorts)].map((name) => ({ name, also: [], perhaps: [name] })),
  )
  const listed = [...text.matchAll(such)].flatMap((hit) => {
    const list = hit.groups?.list ?? ''
    const begin = hit.index + hit[0].length - list.length
    return [...list.matchAll(/(?:(?!,| en | of ).)+/gu)].flatMap(({ 0: part, index }) => {
      const name = part.trim().replace(/^(?:en|of|de|het) /, '')
      return name.length > 2 ? [perhaps(name, begin + index + part.indexOf(name))] : []
    })
  })
  const plain = [dated, itself].flatMap((form) =>
    [...text.matchAll(form)].map((hit) => perhaps(hit[0], hit.index)),
  )
  const known = knownIn(text, programmes)
  const sure = (one: Mention): boolean =>
    known.some(({ span }) => span.start < one.span.end && one.span.start < span.end)
  const others = [...byKind, ...listed, ...plain, ...byShort].filter((one) => !sure(one))
  return together([...known, ...others])
}
