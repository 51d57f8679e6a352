import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { FilmRequestState } from './film.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

type Stand = {
  readonly state: FilmRequestState | 'waiting'
  /** an ISO date, of what was lent */
  readonly lentUntil: string | undefined
}

/** How a request stands, for either side. */
export function stateText(language: Language, { state, lentUntil }: Stand): string {
  const { states } = t(language).film
  return state === 'lent' ? states.lent(fullDay(language, lentUntil ?? '')) : states[state]
}

export const wayToPractise = (language: Language) => {
  const href = link(language, paths.practise)
  return { breadcrumbs: [{ text: t(language).list.title, href }], under: href }
}

export const wayToFilm = (language: Language) => {
  const { breadcrumbs, under } = wayToPractise(language)
  const film = { text: t(language).film.title, href: link(language, paths.film) }
  return { breadcrumbs: [...breadcrumbs, film], under }
}
