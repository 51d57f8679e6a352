/**
 * What in a text could tell who it is about. A help for whoever writes, never a judgement: it misses things, and
 * it finds things that identify nobody. Pure.
 */

export type IdentifyingKind =
  | 'name'
  | 'pupil-number'
  | 'citizen-number'
  | 'phone'
  | 'email'
  | 'account'
  | 'iban'
  | 'plate'
  | 'date'
  | 'postcode'
  | 'may-be-name'

export type Identifying = { readonly kind: IdentifyingKind; readonly found: string }

/** What is known of the young person of the case that a question is linked to. */
export type Known = {
  readonly name: string
  readonly number: string
  /** names and ways to reach parents, as somebody wrote them */
  readonly contacts: string
}

type Look = { readonly kind: IdentifyingKind; readonly pattern: RegExp }

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|' +
  'january|february|march|may|june|july|august|october'

/** Dutch plates: three groups, six signs, letters and figures. Spaces only between capitals: "12 en 13" is none. */
const plateGroups = [
  ['[a-z]{2}', '\\d{2}', '\\d{2}'],
  ['\\d{2}', '\\d{2}', '[a-z]{2}'],
  ['\\d{2}', '[a-z]{2}', '\\d{2}'],
  ['[a-z]{2}', '\\d{2}', '[a-z]{2}'],
  ['[a-z]{2}', '[a-z]{2}', '\\d{2}'],
  ['\\d{2}', '[a-z]{2}', '[a-z]{2}'],
  ['\\d{2}', '[a-z]{3}', '\\d'],
  ['\\d', '[a-z]{3}', '\\d{2}'],
  ['[a-z]{2}', '\\d{3}', '[a-z]'],
  ['[a-z]', '\\d{3}', '[a-z]{2}'],
  ['[a-z]{3}', '\\d{2}', '[a-z]'],
  ['[a-z]', '\\d{2}', '[a-z]{3}'],
  ['\\d', '[a-z]{2}', '\\d{3}'],
  ['\\d{3}', '[a-z]{2}', '\\d'],
] as const

const apart = (body: string, how: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}])`, how)

const plate = (separator: string): string =>
  plateGroups.map((groups) => groups.join(separator)).join('|')

const looks: readonly Look[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu },
  { kind: 'account', pattern: /(?<![\p{L}\p{N}._%+-])@[\p{L}\p{N}_.]{2,}/giu },
  // ISO 13616: two letters, two figures, at most thirty more. Also when somebody mistyped it.
  {
    kind: 'iban',
    pattern: apart('[a-z]{2}\\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?', 'giu'),
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}])(?:(?:\+|00)\d{1,3}|0)(?:[ ().-]{0,2}\d){8,12}(?!\p{N})/giu,
  },
  { kind: 'plate', pattern: apart(plate('-'), 'giu') },
  { kind: 'plate', pattern: apart(plate('[ -]?').replaceAll('a-z', 'A-Z'), 'gu') },
  { kind: 'date', pattern: apart('\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})', 'giu') },
  { kind: 'date', pattern: apart('(?:19|20)\\d{2}-\\d{2}-\\d{2}', 'giu') },
  {
    kind: 'date',
    pattern: apart(`\\d{1,2}(?:e|st|nd|rd|th)? (?:${months}),? (?:19|20)\\d{2}`, 'giu'),
  },
  { kind: 'postcode', pattern: apart('[1-9]\\d{3} ?[A-Z]{2}', 'gu') },
]

/** Parts of Dutch names that stand in any sentence. */
const particles = new Set(
  'van de der den het ter ten te aan bij in op tot uit von und la le el al ben bin ibn dos da di du en of mevrouw meneer moeder vader'.split(
    ' ',
  ),
)

/** Words that stand with a capital letter and are nobody's name. Our own, and never complete. */
const nobody = new Set(
  (
    'ik wij zij hij wie wat hoe de het een i we he she the a instagram snapchat tiktok whatsapp telegram discord ' +
    'signal facebook youtube google marktplaats vinted paypal tikkie veilig thuis meldcode halt raad politie ' +
    'gemeente school nederland nederlands nederlandse engels engelse belgië duitsland maandag dinsdag woensdag ' +
    'donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday saturday sunday oogmerk english dutch ' +
    `bsn mbo vmbo havo vwo roc zzp ggz ${months.replaceAll('|', ' ')}`
  ).split(' '),
)

const bare = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

const wordPattern = /\p{L}[\p{L}\p{M}'’-]*/gu

const wordsOf = (text: string): readonly string[] => text.match(wordPattern) ?? []

/** "Voorbeeld-Fantasie" is known by each of its parts. */
const partsOf = (word: string): readonly string[] => bare(word).split('-')

/** Everything that was found, each once, in the order of the text within its kind. */
export function identifying(text: string, known?: Known): readonly Identifying[] {
  const found: Identifying[] = [
    ...namesIn(text, known),
    ...numberIn(text, known?.number ?? ''),
    ...looks.flatMap(({ kind, pattern }) =>
      (text.match(pattern) ?? []).map((one) => ({ kind, found: one.trim() })),
    ),
    ...citizenNumbersIn(text),
  ]
  const names = new Set(found.map((one) => bare(one.found)))
  const maybe = capitals(text).filter((one) => !names.has(bare(one)))
  return once([...found, ...maybe.map((one) => ({ kind: 'may-be-name', found: one }) as const)])
}

function namesIn(text: string, known: Known | undefined): readonly Identifying[] {
  if (!known) return []
  const inContacts = wordsOf(known.contacts).filter((word) => /^\p{Lu}/u.test(word))
  const names = new Set(
    [...wordsOf(known.name), ...inContacts]
      .flatMap(partsOf)
      .filter((word) => word.length > 1 && !particles.has(word)),
  )
  return wordsOf(text)
    .filter((word) =>
      partsOf(word).some((one) => names.has(one) || names.has(one.replace(/['’]?s$/, ''))),
    )
    .map((word) => ({ kind: 'name', found: word }) as const)
}

function numberIn(text: string, number: string): readonly Identifying[] {
  const wanted = number.trim()
  if (wanted.length < 2) return []
  const pattern = apart(
    wanted.replaceAll(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`),
    'giu',
  )
  return (text.match(pattern) ?? []).map((one) => ({ kind: 'pupil-number', found: one }) as const)
}

/** Nine figures that pass the eleven test of the citizen service number. */
const citizenNumbersIn = (text: string): readonly Identifying[] =>
  (text.match(/(?<!\p{N})\d(?:[ .]?\d){8}(?!\p{N})/gu) ?? [])
    .filter((one) => {
      const digits = [...one.replaceAll(/\D/g, '')].map(Number)
      const sum = digits.reduce((all, digit, at) => all + digit * (at === 8 ? -1 : 9 - at), 0)
      return sum > 0 && sum % 11 === 0
    })
    .map((one) => ({ kind: 'citizen-number', found: one }))

/** Words with a capital letter that do not begin a sentence. */
function capitals(text: string): readonly string[] {
  const found: string[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [word] = match
    const before = text.slice(0, match.index).replace(/["'‘’“”(\s•*-]+$/u, '')
    const begins =
      before === '' || /[.!?:]$/.test(before) || /\n\s*$/.test(text.slice(0, match.index))
    if (begins || !/^\p{Lu}/u.test(word) || nobody.has(word.toLowerCase())) continue
    // Written in capitals throughout, it is an abbreviation.
    if (word.length < 2 || word === word.toUpperCase()) continue
    found.push(word)
  }
  return found
}

function once(all: readonly Identifying[]): readonly Identifying[] {
  const seen = new Map<string, Identifying>()
  for (const one of all) if (!seen.has(idOf(one))) seen.set(idOf(one), one)
  return [...seen.values()]
}

/** One line that says which finding it is: what somebody looked at goes along with a form in this shape. */
export const idOf = ({ kind, found }: Identifying): string => `${kind}:${bare(found)}`

/** What was found and not looked at yet. */
export const unseen = (
  found: readonly Identifying[],
  seen: readonly string[],
): readonly Identifying[] => found.filter((one) => !seen.includes(idOf(one)))
