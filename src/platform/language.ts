/** The languages every page and every pack speaks. Dutch is the default. */
export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>

/**
 * Dutch paths are bare, English paths start with /en: `link('en', '/verken')` is `/en/verken`. It
 * leads nowhere but to this site: a browser reads `//` at the beginning as the name of another.
 */
export function link(language: Language, path: string): string {
  const own = beginsAsSite(path) ? onThisSite(path) : path
  if (language === 'nl') return own
  return own === '/' ? '/en' : `/en${own}`
}

/** A browser reads a backslash as a slash. */
export const beginsAsSite = (path: string): boolean => /^[/\\]{2}/.test(path)

export const onThisSite = (path: string): string => path.replace(/^[/\\]+/, '/')
