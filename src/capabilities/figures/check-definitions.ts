import {
  doubles,
  inReadingOrder,
  type Path,
  type Problem,
  readCollection,
  unknownSources,
  type YamlFile,
} from '#capabilities/knowledge/index.ts'
import { Definition, FiguresEdition } from './definition.ts'

/** The files of definitions, each of the right shape, and what was wrong with the others. */
export const readDefinitions = (folder: string) =>
  readCollection(folder, 'figures', { edition: FiguresEdition, each: Definition })

/** Everything that is wrong in the definitions of figures, in reading order; empty when all is well. */
export const checkDefinitions = (folder: string): Problem[] => problemsIn(readDefinitions(folder))

/** The same, of what was read already. */
export function problemsIn({
  sources,
  edition,
  each,
  problems,
}: ReturnType<typeof readDefinitions>): Problem[] {
  const provenanceOf = (
    yaml: YamlFile,
    path: Path,
    { mark, sources: named }: Pick<Definition, 'mark' | 'sources'>,
  ): Problem[] => [
    ...(mark === 'sourced' && named.length === 0
      ? [yaml.problem([...path, 'sources'], 'sourced, and no source is named', 'Name it')]
      : []),
    ...unknownSources(yaml, [...path, 'sources'], named, sources?.content.sources),
  ]
  return inReadingOrder([
    ...problems,
    ...(edition?.content.guidance.flatMap((one, nth) =>
      provenanceOf(edition.yaml, ['guidance', nth], one),
    ) ?? []),
    ...each.flatMap(({ yaml, content }) => [
      ...provenanceOf(yaml, [], content),
      ...doubles(content.publishedBy.map((id, nth) => ({ yaml, path: ['publishedBy', nth], id }))),
      ...(yaml.file === `figures/${content.id}.yaml`
        ? []
        : [
            yaml.problem(
              ['id'],
              `the id '${content.id}' is not the name of the file`,
              'Give file and id the same name',
            ),
          ]),
    ]),
    // Two definitions of one source would be one count told by two rules.
    ...doubles(each.map(({ yaml, content }) => ({ yaml, path: ['source'], id: content.source }))),
  ])
}
