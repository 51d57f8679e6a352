/** The languages every page and every pack speaks. Dutch is the default. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>

/** Dutch paths are bare, English paths start with /en: `link('en', '/verken')` is `/en/verken`. */
export function link(language: Language, path: string): string {
  if (language === 'nl') return path
  return path === '/' ? '/en' : `/en${path}`
}
