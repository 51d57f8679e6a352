import {
  doubles,
  type Path,
  type Problem,
  type SourcesFile,
  unknownSources,
  type YamlFile,
} from '#capabilities/knowledge/index.ts'
import type { LawPacks } from './read-law.ts'
import { knownRules, unknownRules } from './rule-references.ts'

/** What the grounds for not prosecuting cannot know of themselves. */
export function checkSepot({ sepot, sources: known }: LawPacks): Problem[] {
  if (!sepot) return []
  const { yaml, content } = sepot
  const { codes, groups, relevances } = content
  const sources = known?.content
  const lists = ['warnings', 'groups', 'relevances', 'codes', 'rules'] as const
  return [
    ...lists.flatMap((list) => [
      ...doubles(content[list].map(({ id }, nth) => ({ yaml, path: [list, nth, 'id'], id }))),
      ...content[list].flatMap((one, nth) => origins(yaml, [list, nth], one, sources)),
    ]),
    ...doubles(codes.map(({ code }, nth) => ({ yaml, path: ['codes', nth, 'code'], id: code }))),
    ...codes.flatMap(({ group, relevance }, nth) => [
      ...missing(yaml, ['codes', nth, 'group'], group, ids(groups), 'groups'),
      ...missing(yaml, ['codes', nth, 'relevance'], relevance, ids(relevances), 'relevances'),
    ]),
  ]
}

/** The same for the routes of non-punishment: each ground belongs to one route at most. */
export function checkRoutes(packs: LawPacks): Problem[] {
  if (!packs.routes) return []
  const { yaml, content } = packs.routes
  const sources = packs.sources?.content
  const rules = knownRules(packs)
  const { routes, stages } = content
  const known = packs.sepot && new Set(packs.sepot.content.codes.map(({ code }) => code))
  const used = new Map<string, string>()
  return [
    ...doubles(stages.map(({ id }, nth) => ({ yaml, path: ['stages', nth, 'id'], id }))),
    ...doubles(routes.map(({ id }, nth) => ({ yaml, path: ['routes', nth, 'id'], id }))),
    ...stages.flatMap((one, nth) => origins(yaml, ['stages', nth], one, sources)),
    ...routes.flatMap((route, nth) => {
      const at = (...path: Path) => ['routes', nth, ...path]
      return [
        ...origins(yaml, at(), route, sources),
        ...(['leaves', 'certificate'] as const).flatMap((name) => {
          const found = route[name]
          return found ? origins(yaml, at(name), found, sources) : []
        }),
        ...route.stages.flatMap((stage, n) =>
          missing(yaml, at('stages', n), stage, ids(stages), 'stages'),
        ),
        ...route.codes.flatMap((code, n) => {
          const before = used.get(code)
          used.set(code, route.id)
          return [
            ...(known ? missing(yaml, at('codes', n), code, known, 'sepot.yaml') : []),
            ...(before
              ? [yaml.problem(at('codes', n), `${before} has this code`, 'Keep one')]
              : []),
          ]
        }),
        ...unknownRules(yaml, at('rules'), route.rules, rules),
      ]
    }),
  ]
}

const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(list.map(({ id }) => id))

const missing = (
  yaml: YamlFile,
  path: Path,
  code: string,
  known: ReadonlySet<string>,
  where: string,
): Problem[] =>
  known.has(code)
    ? []
    : [yaml.problem(path, `'${code}' is not known`, `Add it to ${where}, or correct it`)]

type Told = { readonly mark: string; readonly sources: readonly string[] }

/** Whatever is shown as law names its source. */
function origins(
  yaml: YamlFile,
  path: Path,
  { mark, sources }: Told,
  known: SourcesFile | undefined,
): Problem[] {
  const at = [...path, 'sources']
  const none =
    mark === 'sourced' && sources.length === 0
      ? [yaml.problem(at, 'this names no source', 'Name one, or change the mark to own')]
      : []
  const background =
    mark === 'general-knowledge'
      ? [yaml.problem([...path, 'mark'], 'background is never shown as law', 'Find its source')]
      : []
  return [...none, ...background, ...unknownSources(yaml, at, sources, known?.sources)]
}
