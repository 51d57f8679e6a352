import type { Packs } from './packs.ts'
import type { Path, Problem } from './problem.ts'
import type { Mark } from './provenance.ts'
import { doubles, entriesOf, unknownSources } from './references.ts'
import type { YamlFile } from './yaml-file.ts'

type Marked = { readonly mark: Mark; readonly sources: readonly string[] }

/** Methods of intervision and the map that they may ask for. */
export function checkMethods({ methods, map, sources }: Packs): Problem[] {
  const known = sources?.content.sources
  const check = (yaml: YamlFile, path: Path, { mark, sources: keys }: Marked): Problem[] => [
    ...(mark === 'sourced' && keys.length === 0
      ? [
          yaml.problem(
            [...path, 'sources'],
            'this says it has a source, but names none',
            'Add the key of a source, or change the mark to own',
          ),
        ]
      : []),
    ...unknownSources(yaml, [...path, 'sources'], keys, known),
  ]
  const problems = doubles(
    methods.map(({ yaml, content }) => ({ yaml, path: ['id'], id: content.id })),
  )
  for (const { yaml, content } of methods) {
    problems.push(...doubles(entriesOf(yaml, 'phases', content.phases)))
    for (const [index, note] of content.notes.entries()) {
      problems.push(...check(yaml, ['notes', index], note))
    }
    for (const [index, phase] of content.phases.entries()) {
      const at = ['phases', index]
      problems.push(...check(yaml, at, phase))
      if (phase.time) problems.push(...check(yaml, [...at, 'time'], phase.time))
      const wrong = wrongWith(phase, map !== undefined)
      if (wrong) problems.push(yaml.problem([...at, wrong.field], wrong.text, wrong.mend))
    }
  }
  if (!map) return problems
  const { yaml, content } = map
  for (const part of ['domains', 'lenses'] as const) {
    problems.push(...doubles(entriesOf(yaml, part, content[part])))
    for (const [index, each] of content[part].entries()) {
      problems.push(...check(yaml, [part, index], each))
    }
  }
  for (const [index, example] of content.examples.entries()) {
    problems.push(...check(yaml, ['examples', index], example))
    for (const [field, list] of [
      ['domain', content.domains],
      ['lens', content.lenses],
    ] as const) {
      if (list.some(({ id }) => id === example[field])) continue
      problems.push(
        yaml.problem(
          ['examples', index, field],
          `the ${field} '${example[field]}' is not on the map`,
          `Choose from: ${list.map(({ id }) => id).join(', ')}`,
        ),
      )
    }
  }
  return problems
}

function wrongWith(phase: { silent: boolean; asks: readonly string[] }, mapRead: boolean) {
  if (phase.silent && phase.asks.length === 0) {
    return {
      field: 'silent',
      text: 'people write in silence, but nothing is asked of them',
      mend: 'Fill in asks, or write silent: false',
    }
  }
  if (phase.asks.includes('mark') && !mapRead) {
    return {
      field: 'asks',
      text: 'this asks for the map, and there is no methods/map.yaml',
      mend: 'Add the map, or leave out mark',
    }
  }
  return undefined
}
