import type { Knowledge } from '#capabilities/knowledge/index.ts'
import type { FormErrors, Typed } from '#platform/form.ts'
import { type Language, link } from '#platform/language.ts'
import type { ReadIntervision } from './read-intervision.ts'
import { isErrorCode, t } from './words.ts'

/** What the pages of one intervision are made of. */
export type View = {
  readonly language: Language
  /** where people reach this house, such as https://oogmerk.voorbeeld.nl */
  readonly origin: string
  readonly knowledge: Knowledge
  readonly table: ReadIntervision
  /** only for who is in the circle of the case */
  readonly caseCode: string | undefined
}

export const nameIn = ({ table, language }: Pick<View, 'table' | 'language'>, id: string): string =>
  table.names.get(id) ?? t(language).unknownPerson

export const pathOf = (id: string, rest = ''): string => `/intervisie/${id}${rest}`

export const hrefOf = ({ language, table }: View, rest = ''): string =>
  link(language, pathOf(table.id, rest))

/** What colleagues open to join: the page of the code, filled in. It opens nothing by itself. */
export const joinAddress = ({ language, origin, table }: View): string =>
  `${origin}${link(language, '/intervisie/meedoen')}?code=${table.code}`

/** Error codes as the sentences of one language, by field. */
export function sentences(language: Language, errors: FormErrors): Record<string, string> {
  const words = t(language).errors
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, isErrorCode(code) ? words[code] : code]),
  )
}

/** What somebody typed that has to be shown again, and why. */
export type Again = { readonly typed: Typed; readonly errors: FormErrors }
export const fresh: Again = { typed: {}, errors: {} }
