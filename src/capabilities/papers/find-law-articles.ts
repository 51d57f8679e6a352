import { ordinalPattern, readOrdinal } from './dutch-number.ts'
import {
  articleNumber,
  nameLaw,
  printArticle,
  readArticle,
  shortNames,
  wholeTitles,
} from './law-article.ts'
import type { LawArticle, Span } from './paper.ts'

const ordinals = String.raw`(?:${ordinalPattern})(?:(?:\s*,\s*|\s+en\s+)(?:${ordinalPattern}))*`
const paragraph = String.raw`(?:,?\s*(?:lid\s+(?<lid>\d{1,2}[a-z]?)|(?<ordinals>${ordinals})\s+lid))`
const letter = String.raw`(?:[a-z](?![\p{L}])|\d{1,2}[°º])`
const part = String.raw`(?:,?\s*(?:onder|onderdeel|onderdelen|sub|aanhef en onder)\s+(?:[a-z]|\d{1,2})[°º]?(?![\p{L}])(?:(?:\s*,\s*|\s+(?:en|of|tot en met|t\/m)\s+)${letter})*)*`
const one = String.raw`${articleNumber}(?:,?\s*(?:lid\s+\d{1,2}[a-z]?|${ordinals}\s+lid))?${part}`
const short = String.raw`(?:${shortNames})(?![\p{L}])`
/** `Opiumwet`, `Politiewet 2012`: one word, and its year. */
const ofOneWord = String.raw`[A-Z]\p{Ll}+wet(?![\p{L}])(?:\s+(?:19|20)\d{2})?`
const ofUnion = String.raw`(?:Richtlijn|Verordening)\s+(?:\((?:EU|EG)\)\s+)?(?:nr\.\s+)?\d{2,4}\/\d{1,4}(?:\/(?:EU|EG|JBZ|EEG))?`
/** Where a title that we do not know cannot go on: the sentence does. */
const afterTitle =
  'en|is|zijn|wordt|worden|werd|werden|was|waren|niet|dat|die|dan|kan|kunnen|mag|mogen|moet|moeten|zal|zullen|zou|heeft|hebben|geeft|geven|geldt|gelden|biedt|bieden|bepaalt|bepalen|regelt|vereist|vraagt|noemt|luidt|ziet|volgt|blijkt|staat|bevat|vormt|maakt|verplicht|voorziet|schrijft|voldoen|stelt|opgenomen|of|bij|ingeval|indien|wanneer|als|met|om|te|aan|naar|ook|reeds|al|nog|zoals|waarin|waarmee|waarop|waarbij|welke|omdat|zodat|hierover|daarover|hierbij|hierop|daarvan'
const unknown = String.raw`(?:Wet|Besluit|Regeling|Rijkswet|Verordening|Uitvoeringswet|Invoeringswet)(?:\s+(?:[\p{L}-]+|\d{4})){0,8}?`
const law = String.raw`(?:(?:(?:van|in|uit)\s+)?(?:(?:het|de)\s+)?(?:(?<law>${short}|(?:${wholeTitles})(?![\p{L}])|${ofOneWord}|${ofUnion})|(?<guess>${unknown})(?<end>\s*(?:[.,;:()\[»"’]|$)|\s+(?:${afterTitle})(?![\p{L}])))|van\s+(?<back>(?:die|deze)\s+wet|dat\s+wetboek))`
const begin = String.raw`(?:[Aa]rt(?:ikel(?:en)?|t?\.|(?=\s\d)))`
const articles = new RegExp(
  String.raw`(?<![\p{L}])(?:[Dd]e\s+)?${begin}\s*(?<list>${one}(?:(?:\s*,\s*|\s+(?:en|of|tot en met|t\/m|juncto|jo\.)\s+)(?:(?:artikel|art\.)\s*)?${one}){0,30})(?:,?\s+${law})`,
  'gmu',
)
/** `artikel 140 Sr en 140a Sr`: the second without the word. */
const further = new RegExp(
  String.raw`(?:\s*,\s*|\s+(?:en|of|jo\.)\s+)(?<list>${one})\s+(?<law>${short})`,
  'yu',
)
const single = new RegExp(`(?<article>${articleNumber})${paragraph}?${part}`, 'gu')

type Hit = {
  readonly list: string
  readonly law: string
  readonly span: Span
  readonly uncertain: boolean
}

function* hitsIn(text: string): Generator<Hit> {
  for (const hit of text.matchAll(articles)) {
    const { list = '', law: said, guess, end: after = '', back } = hit.groups ?? {}
    const named = said ?? guess
    const law = named ? nameLaw(named) : back ? lawBefore(text.slice(0, hit.index)) : undefined
    if (!law) continue
    let end = hit.index + hit[0].length - (guess ? after.length : 0)
    // A range names its ends; what lies between is for a person, and so is a title that the sentence ended.
    const uncertain =
      back !== undefined ||
      /tot en met|t\/m/.test(list) ||
      (guess !== undefined && /\p{L}/u.test(after))
    yield { list, law, span: { start: hit.index, end }, uncertain }
    further.lastIndex = end
    for (let more = further.exec(text); more; more = further.exec(text)) {
      const start = end
      end = further.lastIndex
      yield {
        ...{ list: more.groups?.list ?? '', law: nameLaw(more.groups?.law ?? '') },
        ...{ span: { start, end }, uncertain: false },
      }
    }
  }
}

/** Every article of a law that is named with its law, once, in the order of the text. */
export function findLawArticles(text: string): LawArticle[] {
  const found = new Map<string, { span: Span; uncertain: boolean; also: Span[] }>()
  for (const { list, law, span, uncertain } of hitsIn(text)) {
    for (const id of [...list.matchAll(single)].flatMap((hit) => articlesOf(hit, law))) {
      const known = found.get(id)
      if (known) known.also.push(span)
      else found.set(id, { span, uncertain, also: [] })
    }
  }
  return [...found].map(([id, rest]) => ({ id, ...rest }))
}

/** One for each paragraph that is named. */
function articlesOf({ groups = {} }: RegExpExecArray, law: string): string[] {
  const { article = '', lid, ordinals: several } = groups
  const paragraphs = lid
    ? [lid]
    : (several?.match(/\p{L}{3,}/gu) ?? []).map((word) => String(readOrdinal(word)))
  return (paragraphs.length > 0 ? paragraphs : [undefined])
    .map((paragraph) => printArticle({ article, ...(paragraph ? { paragraph } : {}), law }))
    .filter((id) => readArticle(id) !== null)
}

/** The law that was named last, for "that law". */
function lawBefore(text: string): string | undefined {
  const near = text.slice(-400)
  const all = [...near.matchAll(/(?<![\p{L}])(Wet(?:boek)?(?:\s+[\p{L}]+){1,6}?)(?=\s*[(.,;])/gu)]
  const last = all.at(-1)?.[1]
  return last ? nameLaw(last) : undefined
}
