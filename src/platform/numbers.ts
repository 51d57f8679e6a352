import type { Language } from '#platform/language.ts'

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' }

/** "78,3" and "78.3": a number on a page, with so many decimals. Files keep the notation of their format. */
export const decimal = (language: Language, value: number, decimals: number): string =>
  value.toLocaleString(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
