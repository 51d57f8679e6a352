import type { Path, Problem, YamlFile } from '#capabilities/knowledge/index.ts'
import type { LawPacks } from './read-law.ts'

/** The ids of all rules; undefined when a file of rules could not be read. */
export const knownRules = ({ rules, allRulesRead }: LawPacks): ReadonlySet<string> | undefined =>
  allRulesRead
    ? new Set(rules.flatMap(({ content }) => content.rules.map(({ id }) => id)))
    : undefined

/** Ids of rules that a pack names and that no file of rules has. Without those files nothing is said. */
export function unknownRules(
  yaml: YamlFile,
  path: Path,
  ids: readonly string[],
  known: ReadonlySet<string> | undefined,
): Problem[] {
  return ids.flatMap((id, index) =>
    !known || known.has(id)
      ? []
      : [
          yaml.problem(
            [...path, index],
            `there is no rule '${id}'`,
            'Add it to a file in law/rules, or correct the id',
          ),
        ],
  )
}
