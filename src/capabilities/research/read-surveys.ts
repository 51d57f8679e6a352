import { type Collection, readCollection } from '#capabilities/knowledge/index.ts'
import { Questionnaire } from './questionnaire.ts'
import { SurveyEdition } from './survey-edition.ts'

/** What could be read; a file with a wrong shape is left out, its problems are kept. */
export type SurveyPacks = Collection<SurveyEdition, Questionnaire>

export const readSurveys = (folder: string): SurveyPacks =>
  readCollection(folder, 'surveys', { edition: SurveyEdition, each: Questionnaire })
