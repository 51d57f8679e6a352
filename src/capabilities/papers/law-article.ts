/** One article of a law, down to the paragraph. */
export type Article = {
  /** `22b`, `161quater`, `6:162`, `2.1` */
  readonly article: string
  readonly paragraph?: string
  /** as it is named shortly, `Sr`, or by its title, `Wet dieren` */
  readonly law: string
}

export const printArticle = ({ article, paragraph, law }: Article): string =>
  `art. ${article}${paragraph ? ` lid ${paragraph}` : ''} ${law}`

export const articleNumber = String.raw`\d{1,4}(?:[.:]\d{1,4}[a-z]?){0,3}(?:[a-z]{1,3}(?![a-z]))?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)?`

const printed = new RegExp(
  `^art\\. (${articleNumber})(?: lid (\\d{1,3}[a-z]?))? ([\\p{L}][^\\n]*)$`,
  'u',
)

/** What `printArticle` printed; null for anything else. */
export function readArticle(id: string): Article | null {
  const [, article = '', paragraph, law = ''] = printed.exec(id) ?? []
  if (!article || !law || /^lid \d/.test(law) || law !== law.trim()) return null
  return { article, ...(paragraph ? { paragraph } : {}), law }
}

/** Short names in use, and the titles they stand for. The names are those that the laws and the courts use. */
const titles: Readonly<Record<string, string>> = {
  'wetboek van strafrecht': 'Sr',
  'wetboek van strafvordering': 'Sv',
  'burgerlijk wetboek': 'BW',
  'wetboek van burgerlijke rechtsvordering': 'Rv',
  'algemene wet bestuursrecht': 'Awb',
  grondwet: 'Gw',
  gemeentewet: 'Gemw',
  jeugdwet: 'Jw',
  opiumwet: 'Ow',
  'wet politiegegevens': 'Wpg',
  'wet op de economische delicten': 'WED',
  'algemene verordening gegevensbescherming': 'AVG',
  'wet maatschappelijke ondersteuning 2015': 'Wmo 2015',
  'wet justitiële en strafvorderlijke gegevens': 'Wjsg',
  'vreemdelingenwet 2000': 'Vw 2000',
  'wegenverkeerswet 1994': 'Wvw 1994',
  'internationaal verdrag inzake de rechten van het kind': 'IVRK',
  'verdrag inzake de rechten van het kind': 'IVRK',
  'europees verdrag voor de rechten van de mens': 'EVRM',
}

/** Names of laws of one word or so, which need no "Wet" in front. */
export const shortNames =
  'Sr|Sv|BW|Rv|Awb|Gw|Gemw|Jw|Ow|Wpg|Bpg|Wjsg|WED|WWM|WGS|AVG|EVRM|IVRK|VWEU|Wmo(?: 2015)?|Vw(?: 2000)?|Vb(?: 2000)?|Wvw(?: 1994)?|WPO|WVO|Woo|Wwft|Opw|RO'

/** Titles that no rule would end at the right word. They keep their title. */
const longTitles = [
  'Wet wapens en munitie',
  'Wet gegevensverwerking door samenwerkingsverbanden',
  'Wet voortgezet onderwijs 2020',
  'Wet op het voortgezet onderwijs',
  'Wet op het primair onderwijs',
  'Wet educatie en beroepsonderwijs',
  'Wet werk en inkomen naar arbeidsvermogen',
  'Wet verplichte geestelijke gezondheidszorg',
]
const eitherCase = (word: string): string =>
  word.replace(/^\p{L}/u, (first) => `[${first.toUpperCase()}${first.toLowerCase()}]`)

/** For a pattern: every title that is known whole, the longest first; its words with or without a capital. */
export const wholeTitles = [...Object.keys(titles), ...longTitles]
  .toSorted((one, other) => other.length - one.length)
  .map((title) => title.split(' ').map(eitherCase).join(String.raw`\s+`))
  .join('|')

/** One name for one law, however it was written. */
export function nameLaw(said: string): string {
  const plain = said.replace(/\s+/g, ' ').trim()
  return titles[plain.toLowerCase()] ?? plain
}
