import type { Catalogue } from './catalogue.ts'
import type { Criteria } from './match.ts'
import type { Offered } from './published-offers.ts'

/** The names in the address: `/kennis/hulp?vraag=refuse&leeftijd=14`. None of them takes free text. */
export const queryNames = {
  question: 'vraag',
  age: 'leeftijd',
  group: 'groep',
  place: 'plaats',
  level: 'erkenning',
} as const

/** Places to choose from: those that sources and offers name. */
export const placesOf = (catalogue: Catalogue, offered: Offered): string[] =>
  [...new Set([...catalogue.places, ...offered.municipalities])].sort((a, b) =>
    a.localeCompare(b, 'nl'),
  )

/** What somebody asked for in the address; a choice that is not there is no choice. */
export function criteriaFrom(
  asked: (name: string) => string | undefined,
  catalogue: Catalogue,
  offered: Offered,
): Criteria {
  const age = asked(queryNames.age)?.trim() ?? ''
  const level = asked(queryNames.level)
  const group = asked(queryNames.group)
  const place = asked(queryNames.place)
  return {
    question: catalogue.findQuestion(asked(queryNames.question) ?? ''),
    age: /^[0-9]{1,2}$/.test(age) ? Number(age) : undefined,
    group: catalogue.groups.find(({ id }) => id === group),
    place: placesOf(catalogue, offered).find((one) => one === place),
    level: catalogue.levels.find(({ id }) => id === level),
  }
}

export const asksAnything = (criteria: Criteria): boolean =>
  Object.values(criteria).some((value) => value !== undefined)
