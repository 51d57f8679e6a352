import { fullDay } from '#platform/dates.ts'
import { type Language, link } from '#platform/language.ts'
import type { FilmRequestState } from './film.ts'
import { paths } from './paths.ts'
import { t } from './words.ts'

type Stand = {
  readonly state: FilmRequestState | 'waiting'
  /** an ISO date, of what was lent */
  readonly lentUntil: string | undefined
  /** an ISO date, of what came back */
  readonly returnedOn: string | undefined
}

/** How a request stands on this day (an ISO date), for either side. */
export function stateText(
  language: Language,
  { state, lentUntil = '', returnedOn = '' }: Stand,
  today: string,
): string {
  const { states } = t(language).film
  if (state === 'returned') return states.returned(fullDay(language, returnedOn))
  if (state !== 'lent') return states[state]
  const until = fullDay(language, lentUntil)
  return lentUntil < today ? states.overdue(until) : states.lent(until)
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
