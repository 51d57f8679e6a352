import type { Language } from '#platform/language.ts'
import type { LookQuestion } from './instrument-pack.ts'

/** What a question of the look may not be. Pure. */

/** A hard stop: whether somebody is to be believed is asked by nobody here, nor whether they lie. */
const believing =
  /geloofwaardig|geloof je|ingestudeerd|eerlijk|oprecht|betrouwbaar|lieg|leugen|waarheid|credib|believ|rehears|honest|sincere|reliab|\blies?\b|\blying\b|truth/i

const open: Readonly<Record<Language, RegExp>> = {
  nl: /^(wie|wat|hoe|waar|waarom|wanneer|welke?)\b/i,
  en: /^(who|what|how|where|why|when|which)\b/i,
}

/** `believing`, `open` or `several`; nothing when the question is as it should be. */
export function faultOf({
  answer,
  asks,
  otherwise,
}: Pick<LookQuestion, 'answer' | 'asks' | 'otherwise'>):
  | 'believing'
  | 'open'
  | 'several'
  | undefined {
  for (const language of ['nl', 'en'] as const) {
    const text = asks[language]
    if (believing.test(text) || believing.test(otherwise[language])) return 'believing'
    if (answer === 'observed' && open[language].test(text)) return 'open'
    // One thing: no list of things, and no second question.
    if (text.includes(',') || text.includes(':') || text.indexOf('?') !== text.length - 1)
      return 'several'
  }
  return undefined
}
