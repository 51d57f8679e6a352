import {
  doubles,
  inReadingOrder,
  type Mark,
  type Pack,
  type Path,
  type Problem,
  unknownSources,
  type YamlFile,
} from '#capabilities/knowledge/index.ts'
import type { CatalogueEdition } from './catalogue-edition.ts'
import type { Intervention } from './intervention.ts'
import { type CataloguePacks, readCatalogue } from './read-catalogue.ts'

type Marked = { readonly mark: Mark; readonly sources: readonly string[] }
type Check = { readonly yaml: YamlFile; readonly packs: CataloguePacks }

/** Everything that is wrong in the catalogue of help, in reading order; empty when all is well. */
export const checkCatalogue = (folder: string): Problem[] => problemsIn(readCatalogue(folder))

export function problemsIn(packs: CataloguePacks): Problem[] {
  return inReadingOrder([
    ...packs.problems,
    ...(packs.edition ? checkEdition(packs.edition, packs) : []),
    ...packs.each.flatMap((pack) => checkIntervention(pack, packs)),
    ...doubles(packs.each.map(({ yaml, content }) => ({ yaml, path: ['id'], id: content.id }))),
  ])
}

function checkEdition({ yaml, content }: Pack<CatalogueEdition>, packs: CataloguePacks): Problem[] {
  const lists = [
    'levels',
    'guidance',
    'cautions',
    'schoolTypes',
    'groups',
    'goals',
    'questions',
    'nothingFound',
  ] as const
  const marks = lists.flatMap((list) =>
    content[list].flatMap((each, index) => provenanceOf({ yaml, packs }, [list, index], each)),
  )
  const twice = lists.flatMap((list) =>
    doubles(content[list].map(({ id }, index) => ({ yaml, path: [list, index, 'id'], id }))),
  )
  const goals = content.questions.flatMap((question, index) =>
    unknownCodes(
      { yaml, packs },
      ['questions', index, 'goals'],
      question.goals,
      content.goals,
      'goals',
    ),
  )
  return [...marks, ...twice, ...goals]
}

function checkIntervention(
  { yaml, content }: Pack<Intervention>,
  packs: CataloguePacks,
): Problem[] {
  const here = { yaml, packs }
  const single = [
    'summary',
    'age',
    'groups',
    'schoolTypes',
    'goals',
    'form',
    'duration',
    'provider',
    'where',
    'ended',
    'recognition',
  ] as const
  const listed = ['evidence', 'cautions', 'gaps'] as const
  return [
    ...single.flatMap((name) => (content[name] ? provenanceOf(here, [name], content[name]) : [])),
    ...listed.flatMap((name) =>
      content[name].flatMap((each, index) => provenanceOf(here, [name, index], each)),
    ),
    ...checkWords(here, content),
    ...checkAge(here, content),
    ...checkRecognition(here, content),
    ...checkEvidence(here, content),
    ...checkFileName(here, content),
  ]
}

/** The codes it uses stand in the edition. */
function checkWords(here: Check, content: Intervention): Problem[] {
  const edition = here.packs.edition?.content
  if (!edition) return []
  const { groups, schoolTypes, goals, generalCautions, recognition } = content
  return [
    ...unknownCodes(here, ['groups', 'codes'], groups?.codes ?? [], edition.groups, 'groups'),
    ...unknownCodes(
      here,
      ['schoolTypes', 'codes'],
      schoolTypes?.codes ?? [],
      edition.schoolTypes,
      'schoolTypes',
    ),
    ...unknownCodes(here, ['goals', 'codes'], goals?.codes ?? [], edition.goals, 'goals'),
    ...unknownCodes(here, ['generalCautions'], generalCautions, edition.cautions, 'cautions'),
    ...recognition.levels.flatMap(({ level }, index) =>
      unknownCodes(
        here,
        ['recognition', 'levels', index, 'level'],
        [level],
        edition.levels,
        'levels',
      ),
    ),
  ]
}

function unknownCodes(
  { yaml }: Check,
  path: Path,
  used: readonly string[],
  known: readonly { readonly id: string }[],
  list: string,
): Problem[] {
  return used.flatMap((code, index) =>
    known.some(({ id }) => id === code)
      ? []
      : [
          yaml.problem(
            path.at(-1) === 'level' ? path : [...path, index],
            `'${code}' is not known`,
            `Add it to ${list} in interventions/edition.yaml, or correct it`,
          ),
        ],
  )
}

function checkAge({ yaml }: Check, { age }: Intervention): Problem[] {
  if (!age) return []
  if (age.from === null && age.to === null) {
    return [yaml.problem(['age'], 'no age was found, but this says there was', 'Write age: null')]
  }
  if (age.from === null || age.to === null || age.from <= age.to) return []
  return [yaml.problem(['age', 'to'], 'this age ends before it begins', 'Correct from or to')]
}

/** Recognised means at least one level, each with its date (the shape asks for that), newest first. */
function checkRecognition(here: Check, { recognition }: Intervention): Problem[] {
  const { status, levels } = recognition
  const path = ['recognition', 'levels']
  const problems = levels.flatMap((each, index) => provenanceOf(here, [...path, index], each))
  if ((status === 'recognised') !== levels.length > 0) {
    problems.push(
      here.yaml.problem(
        path,
        status === 'recognised'
          ? 'recognised, but no level is given'
          : 'a level, but not recognised',
        'Add a level with its date, or change the status',
      ),
    )
  }
  const unordered = levels.findIndex(({ date }, index) => date > (levels[index - 1]?.date ?? date))
  if (unordered > 0) {
    problems.push(
      here.yaml.problem(
        [...path, unordered, 'date'],
        'this is newer than the one above it',
        'Put the newest first',
      ),
    )
  }
  return problems
}

/** What is said for or against an effect is somebody's finding, never our own. */
const checkEvidence = ({ yaml }: Check, { evidence }: Intervention): Problem[] =>
  evidence.flatMap(({ mark }, index) =>
    mark === 'sourced'
      ? []
      : [
          yaml.problem(
            ['evidence', index, 'mark'],
            'evidence is never our own',
            'Name its source, or make it a caution',
          ),
        ],
  )

const checkFileName = ({ yaml }: Check, { id }: Intervention): Problem[] =>
  yaml.file.endsWith(`/${id}.yaml`)
    ? []
    : [yaml.problem(['id'], `this file is not called ${id}.yaml`, 'Give file and id the same name')]

function provenanceOf({ yaml, packs }: Check, path: Path, { mark, sources }: Marked): Problem[] {
  const at = [...path, 'sources']
  const missing =
    mark === 'sourced' && sources.length === 0
      ? [
          yaml.problem(
            at,
            'this says it has a source, but names none',
            'Add the key of a source, or change the mark to own',
          ),
        ]
      : []
  return [...missing, ...unknownSources(yaml, at, sources, packs.sources?.content.sources)]
}
