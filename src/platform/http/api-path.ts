/** What programs ask, as against people in a browser: other proof, other answers. */
export const isApi = (path: string): boolean => /^\/api(\/|$)/.test(path)

/** The language in which a program wants to hear what is wrong: the first of ours that it names, or Dutch. */
export function acceptedLanguage(header: string | undefined): 'nl' | 'en' | undefined {
  const wanted = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((one) => /^\s*(nl|en)\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(one))
    .filter((one) => one !== null)
    .map(([, language = '', q]) => ({
      language: language.toLowerCase(),
      q: Number(q ?? 1),
    }))
    .toSorted((one, other) => other.q - one.q)
  const [first] = wanted
  return first && first.q > 0 ? (first.language === 'en' ? 'en' : 'nl') : undefined
}
