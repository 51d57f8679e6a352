import {
  loadSurveys,
  nameOf,
  type Results,
  readResponses,
  readStrata,
  resultsLines,
  resultsOf,
} from '#capabilities/research/index.ts'
import type { Language } from '#platform/language.ts'
import { decimal } from '#platform/numbers.ts'
import { type Command, commandConfig, optionsFrom, Usage } from './command.ts'
import { givenFile } from './given-file.ts'

const word = { type: 'string' } as const

export const surveyResults: Command = {
  usage:
    '--questionnaire NAME --strata FILE --answers FILE [--before-strata FILE --before-answers FILE]',
  about: {
    nl: 'Rekent uit wat antwoorden (regels {"stratum","answers"}) zeggen over alle scholen: gewogen percentages met hun interval, de respons, en het verschil met een eerdere meting van dezelfde vragenlijst.',
    en: 'Works out what answers (lines {"stratum","answers"}) say of all schools: weighted percentages with their interval, the response, and the difference with an earlier wave of the same questionnaire.',
  },
  async run(given, { write, complain }) {
    const { values } = optionsFrom(given, {
      ...{ questionnaire: word, strata: word, answers: word },
      ...{ 'before-strata': word, 'before-answers': word },
    })
    const { knowledgeFolder, language } = commandConfig()
    const surveys = loadSurveys(knowledgeFolder)
    const questionnaire = surveys.find(values.questionnaire ?? '')
    if (!questionnaire) {
      const names = surveys.questionnaires.map(nameOf).join(', ')
      throw new Usage({
        nl: `Noem een vragenlijst: ${names}.`,
        en: `Name a questionnaire: ${names}.`,
      })
    }
    const smallest = surveys.smallest.answers
    const wave = (strata: string | undefined, answers: string | undefined): Results => {
      if (strata === undefined || answers === undefined) {
        throw new Usage({
          nl: 'Noem de strata en de antwoorden.',
          en: 'Name the strata and the answers.',
        })
      }
      return resultsOf(
        questionnaire,
        reading(strata, readStrata),
        reading(answers, (bytes) => readResponses(questionnaire, bytes)),
        smallest,
      )
    }
    const results = wave(values.strata, values.answers)
    const compared = values['before-strata'] ?? values['before-answers']
    const before =
      compared === undefined ? undefined : wave(values['before-strata'], values['before-answers'])
    complain(`${responseTold[language](results, smallest).join('\n')}\n`)
    write(resultsLines(language, results, before))
    return 0
  },
}

function reading<T>(name: string, read: (bytes: Uint8Array) => T): T {
  const bytes = givenFile(name)
  try {
    return read(bytes)
  } catch (error) {
    throw new Error(`${name}, ${(error as Error).message}`)
  }
}

const joinedIn = ({ cells }: Results) => cells.filter(({ strata }) => strata.length > 1)

/** How many did not answer, and which strata were weighed together: told before any percentage. */
const responseTold: Record<Language, (results: Results, smallest: number) => string[]> = {
  nl: (results, smallest) => [
    `${results.answered} van ${results.sampled} gevraagde scholen antwoordden (${decimal('nl', results.response * 100, 1)}%). Van de anderen weten we niets: zij kunnen anders zijn.`,
    ...joinedIn(results).map(
      ({ name, strata }) =>
        `Samen gewogen omdat er minder dan ${smallest} antwoorden waren: ${name || 'alles'} (${strata.length} strata).`,
    ),
  ],
  en: (results, smallest) => [
    `${results.answered} of ${results.sampled} schools that were asked answered (${decimal('en', results.response * 100, 1)}%). Of the others we know nothing: they may differ.`,
    ...joinedIn(results).map(
      ({ name, strata }) =>
        `Weighed together because there were fewer than ${smallest} answers: ${name || 'all'} (${strata.length} strata).`,
    ),
  ],
}
