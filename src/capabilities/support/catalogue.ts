import type { Edition } from '#capabilities/knowledge/index.ts'
import type { Language } from '#platform/language.ts'
import type {
  CatalogueEdition,
  Caution,
  Group,
  Level,
  Named,
  Question,
} from './catalogue-edition.ts'
import type { Intervention } from './intervention.ts'

/** Everything the packs say about help, read once at start. */
export type Catalogue = {
  readonly edition: Edition
  /** from the first level to the last */
  readonly levels: readonly Level[]
  /** what is told beside the catalogue, always */
  readonly guidance: CatalogueEdition['guidance']
  readonly nothingFound: CatalogueEdition['nothingFound']
  readonly schoolTypes: readonly Named[]
  readonly groups: readonly Group[]
  readonly questions: readonly Question[]
  readonly interventions: readonly Intervention[]
  /** municipalities and regions that any intervention names, by name */
  readonly places: readonly string[]
  find(id: string): Intervention | undefined
  findQuestion(id: string): Question | undefined
  nameOf(
    list: 'levels' | 'groups' | 'schoolTypes' | 'goals',
    id: string,
    language: Language,
  ): string
  /** cautions that stand in the edition and hold for this intervention; without one, those that always hold */
  cautionsFor(intervention?: Intervention): readonly Caution[]
}

/** The only order of interventions there is. */
export const byName = (list: readonly Intervention[], language: Language): Intervention[] =>
  list.toSorted((a, b) => a.name[language].localeCompare(b.name[language], language))
