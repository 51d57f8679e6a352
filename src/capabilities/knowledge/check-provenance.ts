import type { Packs } from './packs.ts'
import type { Path, Problem } from './problem.ts'
import type { Mark } from './provenance.ts'
import { doubles, entriesOf, unknownSources } from './references.ts'
import type { YamlFile } from './yaml-file.ts'

type Marked = { readonly mark: Mark; readonly sources: readonly string[] }

/** Every entry says where it comes from, and every source it names exists. */
export function checkProvenance(packs: Packs): Problem[] {
  const { sources, guidance, lines, advice, terms, conversation } = packs
  const problems: Problem[] = []
  const known = sources?.content.sources
  const check = (yaml: YamlFile, path: Path, items: readonly Marked[]) => {
    for (const [index, { mark, sources: keys }] of items.entries()) {
      if (mark === 'sourced' && keys.length === 0) {
        problems.push(
          yaml.problem(
            [...path, index, 'sources'],
            'this says it has a source, but names none',
            'Add the key of a source, or change the mark to own',
          ),
        )
      }
      problems.push(...unknownSources(yaml, [...path, index, 'sources'], keys, known))
    }
  }
  if (sources) problems.push(...unknownKinds(sources))
  if (guidance) {
    for (const part of ['guidance', 'vulnerabilities', 'protectiveFactors'] as const) {
      check(guidance.yaml, [part], guidance.content[part])
    }
  }
  if (lines) check(lines.yaml, ['lines'], lines.content.lines)
  if (advice) {
    check(advice.yaml, ['conversation'], advice.content.conversation)
    for (const [reader, steps] of Object.entries(advice.content.whatToDo)) {
      check(advice.yaml, ['whatToDo', reader], steps)
    }
  }
  if (conversation) {
    const { edition: _, ...lists } = conversation.content
    for (const [list, items] of Object.entries(lists)) check(conversation.yaml, [list], items)
  }
  if (terms) {
    check(terms.yaml, ['terms'], terms.content.terms)
    problems.push(...doubles(entriesOf(terms.yaml, 'terms', terms.content.terms)))
  }
  return problems
}

function unknownKinds({ yaml, content }: NonNullable<Packs['sources']>): Problem[] {
  return Object.entries(content.sources).flatMap(([key, { kind }]) =>
    Object.hasOwn(content.kinds, kind)
      ? []
      : [
          yaml.problem(
            ['sources', key, 'kind'],
            `the kind '${kind}' is not known`,
            `Choose from: ${Object.keys(content.kinds).join(', ')}`,
          ),
        ],
  )
}
