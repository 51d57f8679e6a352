import {
  type KnownNames,
  knownIn,
  type Mention,
  type Named,
  sureSpellings,
  together,
} from './known-name.ts'

const capital = String.raw`\p{Lu}[\p{L}\d’'&-]*`
const tie = '(?:van|voor|tegen|met|en|de|het|der|den|in|op|tot|bij|inzake|aan)'
/** A name of capitals and what ties them: `Centrum voor Criminaliteitspreventie en Veiligheid`. */
const long = `${capital}(?:,?[ ](?:${tie}[ ]){0,2}${capital}){0,9}`

/** What organisations are called by, at the beginning of their name. */
const kinds = `(?:[Mm]inisterie|Stichting|Vereniging|Federatie|Centrum|Expertisecentrum|Kenniscentrum|Coördinatiecentrum|Instituut|Inspectie|Autoriteit|Dienst|Bureau|Raad|Universiteit|Hogeschool|Mobiele|Koninklijke|Koninklijk|Nederlandse[ ](?:Vereniging|Federatie|Stichting|Raad)|Landelijke?|Strategische|Nationale?)`
const byKind = new RegExp(
  String.raw`(?<![\p{L}\d-])(?<name>${kinds}(?:[ ](?:${tie}[ ]){0,2}${capital})+)`,
  'gu',
)
/** `Universiteit Utrecht en de Hogeschool Aeres` are two. */
const between = new RegExp(`[ ]en[ ](?:(?:de|het)[ ])?(?=${kinds}[ ])`, 'u')
/** Of kinds that begin many names of other things, only with one of these behind it. */
const wide =
  /^(?:Mobiele|Koninklijke?|Landelijke?|Strategische|Nationale?)\b(?! (?:Eenheid|Marechaussee|Politie\b))/
const inName =
  /(?:\p{Ll}kamer|[Rr]aad|[Vv]ereniging|[Bb]ureau|[Cc]entrum|[Ii]nstituut|[Dd]ienst|[Ee]enheid|[Aa]utoriteit|[Ss]tichting|[Ff]ederatie)(?![\p{L}])/u
/** Parliament itself, and titles and dossiers that only begin like an organisation. */
const none = /^(?:Raad van State$|Raad van Europa$|Dienst$|Nationaal Programma)/

const defined = new RegExp(
  String.raw`(?<![\p{L}\d-])(?<name>${long})[ ]\((?:hierna:?[ ])?[«‘“'"]?(?<short>\p{Lu}[\p{L}]{0,4}\p{Lu}[\p{L}]{0,5}(?:-\p{Lu}{2,5})?)[»’”'"]?\)`,
  'gu',
)
/** A law, a debate, a plan or an office: not an organisation, though it has a short name. */
const otherwise =
  /^(?:Wet|Besluit|Regeling|Verordening|Wetboek|Richtlijn|Verdrag|Algemene|Algemeen|Commissiedebat|Nota|Programma|Actieplan|Plan|Project|Breed|Brede|Pilot|Team|Minister|Staatssecretaris|Veilig en|Europees Verdrag|Internationaal Verdrag)(?![\p{L}])|(?:wet|verdrag|besluit|akkoord|programma|overleg|debat)$/u

/** The letters of the short name begin words of the long one, in order. */
function isShortFor(short: string, name: string): boolean {
  const initials = name.split(/[ -]+/).map((word) => word.charAt(0).toLowerCase())
  const letters = [...(short.split('-')[0]?.replace(/[^\p{Lu}]/gu, '') ?? '')].map((one) =>
    one.toLowerCase(),
  )
  if (letters[0] !== initials[0]) return false
  let at = 0
  for (const letter of letters) {
    const next = initials.indexOf(letter, at)
    // Some are short for the parts of one word.
    if (next === -1) return at > 1 && name.toLowerCase().includes(letter)
    at = next + 1
  }
  return true
}

/** The end of a long name that its short one stands for: a sentence can begin with a capital before it. */
function shortest(name: string, short: string): string | undefined {
  const words = name.split(' ')
  for (let from = words.length - 2; from >= 0; from -= 1) {
    const rest = words.slice(from).join(' ')
    if (/^\p{Lu}/u.test(rest) && isShortFor(short, rest)) return rest
  }
  return undefined
}

/** Organisations that are named: known ones, those with a short name behind them, and what is called as they are. */
export function findOrganisations(
  text: string,
  { organisations, programmes }: KnownNames,
): Named[] {
  const known = knownIn(text, organisations)
  const ofProgrammes = new Set(programmes.flatMap(sureSpellings))
  const byName = new Map(
    organisations.flatMap((one) => sureSpellings(one).map((spelling) => [spelling, one.name])),
  )
  const said = [...text.matchAll(defined)].flatMap((hit) => {
    const { name = '', short = '' } = hit.groups ?? {}
    const own = shortest(name, short)
    if (own === undefined || otherwise.test(own) || ofProgrammes.has(own)) return []
    const start = hit.index + name.length - own.length
    return [{ name: own, short, span: { start, end: hit.index + hit[0].length } }]
  })
  const defines = said.map(({ name, short, span }): Mention => {
    const there = byName.get(name) ?? byName.get(short)
    return { name: there ?? name, span, uncertain: there === undefined }
  })
  // Once it was said what a short name stands for, it is that one everywhere in the paper.
  const shorts = said
    .filter(({ name, short }) => !byName.has(name) && !byName.has(short))
    .map(({ name, short }) => ({ name, also: [], perhaps: [short] }))
  const called = [...text.matchAll(byKind)].flatMap(({ index, 0: all }) => {
    let from = 0
    return all.split(between).flatMap((name): Mention[] => {
      const start = index + all.indexOf(name, from)
      from = start - index + name.length
      const isNone = none.test(name) || otherwise.test(name)
      if (isNone || (wide.test(name) && !inName.test(name))) return []
      const there = byName.get(name)
      const span = { start, end: start + name.length }
      return [{ name: there ?? name, span, uncertain: there === undefined }]
    })
  })
  return together([...known, ...defines, ...knownIn(text, shorts), ...called])
}
