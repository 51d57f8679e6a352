import type { Path, Problem } from './problem.ts'
import type { YamlFile } from './yaml-file.ts'

export type Entry = { readonly yaml: YamlFile; readonly path: Path; readonly id: string }

/** Every entry whose id was used before, with where. */
export function doubles(entries: readonly Entry[]): Problem[] {
  const seen = new Map<string, Entry>()
  const problems: Problem[] = []
  for (const entry of entries) {
    const first = seen.get(entry.id)
    if (!first) seen.set(entry.id, entry)
    else {
      const where = first.yaml.problem(first.path, '', '')
      problems.push(
        entry.yaml.problem(
          entry.path,
          `'${entry.id}' is used twice; the first is in ${where.file} line ${where.line}`,
          'Give one of them another id, or remove it',
        ),
      )
    }
  }
  return problems
}

/** The ids in one list of a file, ready for `doubles`. */
export const entriesOf = (
  yaml: YamlFile,
  list: string,
  items: readonly { readonly id: string }[],
): Entry[] => items.map(({ id }, index) => ({ yaml, path: [list, index, 'id'], id }))

/** Source keys that the list of sources does not have. Without that list nothing is said. */
export function unknownSources(
  yaml: YamlFile,
  path: Path,
  keys: readonly string[],
  known: Readonly<Record<string, unknown>> | undefined,
): Problem[] {
  if (!known) return []
  return keys.flatMap((key, index) =>
    Object.hasOwn(known, key)
      ? []
      : [
          yaml.problem(
            [...path, index],
            `the source '${key}' is not known`,
            'Add it to sources.yaml, or correct the key',
          ),
        ],
  )
}

/** What a statement that says where it comes from names wrongly: a source that is not known, or none at all. */
export function unsourced(
  yaml: YamlFile,
  path: Path,
  { mark, sources }: { readonly mark: string; readonly sources: readonly string[] },
  known: Readonly<Record<string, unknown>> | undefined,
): Problem[] {
  const at = [...path, 'sources']
  const none = mark === 'sourced' && sources.length === 0
  return [
    ...(none ? [yaml.problem(at, 'sourced, and no source is named', 'Name it')] : []),
    ...unknownSources(yaml, at, sources, known),
  ]
}
