import { formatProblems } from '#capabilities/knowledge/index.ts'
import { readOnce } from '#platform/read-once.ts'
import type { Catalogue } from './catalogue.ts'
import { problemsIn } from './check-catalogue.ts'
import { readCatalogue } from './read-catalogue.ts'

/** Reads the catalogue of help. Throws with every problem, one per line: half a catalogue is not served. */
export const loadCatalogue = readOnce(readWholeCatalogue)

function readWholeCatalogue(folder: string): Catalogue {
  const packs = readCatalogue(folder)
  const problems = problemsIn(packs)
  if (problems.length > 0 || !packs.edition) {
    throw new Error(`The catalogue of help in ${folder} is not right:\n${formatProblems(problems)}`)
  }
  const words = packs.edition.content
  const interventions = packs.each.map(({ content }) => content)
  const byId = new Map(interventions.map((each) => [each.id, each]))
  const questions = new Map(words.questions.map((each) => [each.id, each]))
  const places = new Set(interventions.flatMap(({ where }) => where?.places ?? []))

  return {
    edition: words.edition,
    levels: words.levels,
    guidance: words.guidance,
    nothingFound: words.nothingFound,
    schoolTypes: words.schoolTypes,
    groups: words.groups,
    questions: words.questions,
    interventions,
    places: [...places].sort((a, b) => a.localeCompare(b, 'nl')),
    find: (id) => byId.get(id),
    findQuestion: (id) => questions.get(id),
    nameOf: (list, id, language) =>
      words[list].find((each) => each.id === id)?.name[language] ?? id,
    cautionsFor: (intervention) =>
      words.cautions.filter(
        ({ id, always }) => always || intervention?.generalCautions.includes(id),
      ),
  }
}
