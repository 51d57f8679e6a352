import { ordinalPattern, readOrdinal } from './dutch-number.ts'
import { articleNumber, nameLaw, printArticle, readArticle, shortNames } from './law-article.ts'
import type { LawArticle, Span } from './paper.ts'

const paragraph = String.raw`(?:,?\s*(?:lid\s+(?<lid>\d{1,2}[a-z]?)|(?<ordinal>${ordinalPattern})\s+lid))`
const part = String.raw`(?:,?\s*(?:onder|onderdeel|sub|aanhef en onder)\s+(?:[a-z]|\d{1,2})[°º]?(?![\p{L}]))*`
const one = String.raw`${articleNumber}(?:,?\s*(?:lid\s+\d{1,2}[a-z]?|(?:${ordinalPattern})\s+lid))?${part}`
/** A title goes on while its words begin with a capital or tie two of those. */
const title = String.raw`(?:[Ww]etboek van (?:[Ss]trafrecht|[Ss]trafvordering|Burgerlijke Rechtsvordering)|Burgerlijk Wetboek|Algemene wet bestuursrecht|Grondwet|(?:Wet|Besluit|Regeling|Rijkswet|Verordening|Uitvoeringswet|Invoeringswet|Jeugdwet|Opiumwet|Gemeentewet|[A-Z]\p{Ll}+wet)(?:\s+(?:[\p{L}-]+|\d{4})){0,8}?(?=\s*(?:[.,;:()\[»"’]|$)|\s+(?:en|is|zijn|wordt|worden|niet|dat|die|dan|kan|moet|voldoen|stelt|opgenomen|of|bij|ingeval)(?![\p{L}])))`
const law = String.raw`(?:(?:(?:van|in|uit)\s+)?(?:(?:het|de)\s+)?(?<law>(?:${shortNames})(?![\p{L}])|${title})|van\s+(?<back>die|deze)\s+wet)`
const articles = new RegExp(
  String.raw`(?<![\p{L}])(?:[Dd]e\s+)?(?:[Aa]rt(?:ikel(?:en)?|t?\.))\s*(?<list>${one}(?:(?:\s*,\s*|\s+(?:en|of|tot en met|t\/m|juncto|jo\.)\s+)(?:(?:artikel|art\.)\s*)?${one}){0,30})(?:,?\s+${law})`,
  'gmu',
)
const single = new RegExp(`(?<article>${articleNumber})${paragraph}?${part}`, 'gu')

/** Every article of a law that is named with its law, once, in the order of the text. */
export function findLawArticles(text: string): LawArticle[] {
  const found = new Map<string, { span: Span; uncertain: boolean; also: Span[] }>()
  for (const hit of text.matchAll(articles)) {
    const { list = '', law: said, back } = hit.groups ?? {}
    const named = said ? nameLaw(said) : back ? lawBefore(text.slice(0, hit.index)) : undefined
    if (!named) continue
    const span = { start: hit.index, end: hit.index + hit[0].length }
    // A range names its ends; what lies between is for a person.
    const uncertain = back !== undefined || /tot en met|t\/m/.test(list)
    for (const { groups = {} } of list.matchAll(single)) {
      const lid = groups.lid ?? (groups.ordinal ? String(readOrdinal(groups.ordinal)) : undefined)
      const id = printArticle({
        article: groups.article ?? '',
        ...(lid ? { paragraph: lid } : {}),
        law: named,
      })
      if (!readArticle(id)) continue
      const known = found.get(id)
      if (known) known.also.push(span)
      else found.set(id, { span, uncertain, also: [] })
    }
  }
  return [...found].map(([id, rest]) => ({ id, ...rest }))
}

/** The law that was named last, for "that law". */
function lawBefore(text: string): string | undefined {
  const near = text.slice(-400)
  const all = [...near.matchAll(/(?<![\p{L}])(Wet(?:boek)?(?:\s+[\p{L}]+){1,6}?)(?=\s*[(.,;])/gu)]
  const last = all.at(-1)?.[1]
  return last ? nameLaw(last) : undefined
}
