import type { Find, Span } from './paper.ts'

const capital = String.raw`\p{Lu}[\p{L}-]*`
const tie = `(?:tegen|met|voor|van|de|het|in|op|tot|bij)`
/** A kind of programme and the name behind it: `actieplan Samen tegen Mensenhandel`, `Team Ondermijning Luchthaven`. */
const named = new RegExp(
  String.raw`(?<![\p{L}])(?<kind>[Pp]rogramma|[Aa]ctieplan|[Aa]ctieprogramma|[Pp]ilot|Team|Taskforce|Offensief|Breed [Oo]ffensief)[ ]+(?:(?<quoted>[«“‘"][^«»“”‘’"\n]{2,80}[»”’"])|(?<plain>(?:tegen[ ]+|[Tt]egen[ ]+)?${capital}(?:[ ]+(?:${tie}[ ]+){0,2}${capital}|[ ]+tegen[ ]+\p{L}+){0,6}))`,
  'gu',
)

/** Programmes that are named with their kind. Always for a person: names have no rule of their own. */
export function findProgrammes(text: string): (Find & { name: string })[] {
  const found = new Map<string, { name: string; span: Span }>()
  for (const hit of text.matchAll(named)) {
    const { kind = '', quoted, plain = '' } = hit.groups ?? {}
    const name = quoted ? quoted.slice(1, -1) : `${kind} ${plain}`
    const key = name.toLowerCase()
    if (!found.has(key))
      found.set(key, { name, span: { start: hit.index, end: hit.index + hit[0].length } })
  }
  return [...found.values()].map((one) => ({ ...one, uncertain: true }))
}
