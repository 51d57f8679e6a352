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
}

/** Names of laws of one word or so, which need no "Wet" in front. */
export const shortNames =
  'Sr|Sv|BW|Rv|Awb|Gw|Gemw|Jw|Ow|Wpg|Wjsg|WED|AVG|EVRM|IVRK|VWEU|Wmo(?: 2015)?|Vw(?: 2000)?|Wvw(?: 1994)?|Opw|RO'

/** One name for one law, however it was written. */
export function nameLaw(said: string): string {
  const plain = said.replace(/\s+/g, ' ').trim()
  return titles[plain.toLowerCase()] ?? plain
}
