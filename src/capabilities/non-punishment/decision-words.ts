import { editionName } from '#capabilities/knowledge/index.ts'
import { fullDay } from '#platform/dates.ts'
import type { Language } from '#platform/language.ts'
import type { DossierDesk } from './desk.ts'
import type { ReadDecision } from './read-dossier.ts'
import { t } from './words.ts'

type Desk = Pick<DossierDesk, 'routes' | 'sepot' | 'worksheet'>

export const routeName = (language: Language, { routes }: Desk, id: string): string =>
  routes.routes.find((one) => one.id === id)?.name[language] ?? id

/** "06 dader niet strafbaar", in the order in which a person put them. */
export const groundNames = (
  language: Language,
  { sepot }: Desk,
  grounds: readonly string[],
): string[] =>
  grounds.map((code) => {
    const label = sepot.codes.find((one) => one.code === code)?.label[language]
    return label ? `${code} ${label}` : code
  })

/** Under which editions of the law and of the worksheet a decision was taken. */
export function lawOf(
  language: Language,
  { routes, sepot, worksheet }: Desk,
  { editions, on }: ReadDecision,
): string {
  return t(language).decision.lawText(
    editionName(language, routes.edition, editions.routes),
    editionName(language, sepot.edition, editions.grounds),
    editionName(language, worksheet.edition, editions.sheet),
    fullDay(language, on),
  )
}
