import { doubles, type Pack, type Problem, unknownSources } from '#capabilities/knowledge/index.ts'
import type { ClocksFile } from './clock-pack.ts'
import type { LawPacks } from './read-law.ts'
import { knownRules, unknownRules } from './rule-references.ts'

/** What is wrong with the clocks: references, doubles, marks, days. */
export function checkClocks(packs: LawPacks): Problem[] {
  const { clocks } = packs
  if (!clocks) return []
  const { yaml, content } = clocks
  return [
    ...entryProblems(packs, { yaml, content: content.clocks }, 'clocks'),
    ...content.clocks.flatMap((clock, index): Problem[] => {
      const at = ['clocks', index]
      const before = content.clocks.slice(0, index)
      const wrong: Problem[] = []
      if (clock.follows !== undefined && !before.some(({ id }) => id === clock.follows)) {
        wrong.push(
          yaml.problem([...at, 'follows'], 'no clock above has this id', 'Correct it, or move it'),
        )
      }
      if (clock.pause && clock.limit.unit !== 'hours') {
        wrong.push(yaml.problem([...at, 'pause'], 'only hours can pause', 'Write pause: null'))
      }
      if ((clock.validFrom ?? '') > (clock.validUntil ?? '9999')) {
        wrong.push(
          yaml.problem([...at, 'validUntil'], 'this ends before it begins', 'Write a later day'),
        )
      }
      return wrong
    }),
  ]
}

export function checkTelling(packs: LawPacks): Problem[] {
  const { telling } = packs
  if (!telling) return []
  const { yaml, content } = telling
  return [
    ...entryProblems(packs, { yaml, content: content.tellings }, 'tellings'),
    ...content.tellings.flatMap(({ rule, readings }, index) =>
      rule === null && readings.length === 0
        ? [
            yaml.problem(
              ['tellings', index, 'readings'],
              'no rule asks for this, and nothing says why it is here',
              'Add a reading, or name the rule',
            ),
          ]
        : [],
    ),
  ]
}

type Entry =
  | ClocksFile['clocks'][number]
  | NonNullable<LawPacks['telling']>['content']['tellings'][number]

function entryProblems(
  packs: LawPacks,
  { yaml, content }: Pack<readonly Entry[]>,
  list: 'clocks' | 'tellings',
): Problem[] {
  const known = knownRules(packs)
  return [
    ...doubles(content.map(({ id }, index) => ({ yaml, path: [list, index, 'id'], id }))),
    ...content.flatMap(({ rule, mark, sources }, index) => {
      const at = [list, index]
      return [
        ...unknownRules(yaml, [...at, 'rule'], rule === null ? [] : [rule], known),
        ...unknownSources(yaml, [...at, 'sources'], sources, packs.sources?.content.sources),
        ...(mark === 'sourced' && sources.length === 0
          ? [yaml.problem([...at, 'sources'], 'this names no source', 'Name one, or mark it own')]
          : []),
      ]
    }),
  ]
}
