import {
  doubles,
  type Pack,
  type Path,
  type Problem,
  unknownSources,
} from '#capabilities/knowledge/index.ts'
import { type LegalRule, type RulesFile, sourceKinds } from './legal-rule.ts'
import type { LawPacks } from './read-law.ts'
import { knownRules, unknownRules } from './rule-references.ts'

/** What a file of rules cannot know of itself, and what its shape does not hold. */
export function checkRules(packs: LawPacks): Problem[] {
  const entries = packs.rules.flatMap(({ yaml, content }) =>
    content.rules.map(({ id }, index) => ({ yaml, path: ['rules', index, 'id'], id })),
  )
  return [...doubles(entries), ...packs.rules.flatMap((pack) => checkFile(pack, packs))]
}

function checkFile(pack: Pack<RulesFile>, packs: LawPacks): Problem[] {
  const { yaml, content } = pack
  const subjects = packs.edition?.content.subjects
  const known = knownRules(packs)
  const subject =
    subjects && !subjects.some(({ id }) => id === content.subject)
      ? [
          yaml.problem(
            ['subject'],
            `the subject '${content.subject}' is not known`,
            `Choose from: ${subjects.map(({ id }) => id).join(', ')}`,
          ),
        ]
      : []
  return [
    ...subject,
    ...content.rules.flatMap((rule, index) => {
      const at = ['rules', index]
      const say = ([field, wrong, mend]: Wrong) => yaml.problem([...at, ...field], wrong, mend)
      return [
        ...wrongWith(rule).map(say),
        ...unknownSources(yaml, [...at, 'sources'], rule.sources, packs.sources?.content.sources),
        ...unknownRules(yaml, [...at, 'see'], rule.see ?? [], known),
      ]
    }),
  ]
}

type Wrong = readonly [field: Path, wrong: string, mend: string]

function wrongWith(rule: LegalRule): Wrong[] {
  const { kind, ref } = rule.source
  const wrong: Wrong[] = []
  if (rule.mark !== 'sourced' || rule.sources.length === 0) {
    wrong.push([
      ['mark'],
      'a rule that no source says is not law',
      'Name its sources, or remove it',
    ])
  }
  if (!sourceKinds[kind].test(ref)) {
    wrong.push([['source', 'ref'], `this is not written as ${kind}`, 'Correct it, or choose other'])
  }
  return [...wrong, ...wrongDates(rule), ...wrongSteps(rule)]
}

function wrongDates({ status, validFrom, validUntil, since, source }: LegalRule): Wrong[] {
  const law = status === 'in-force' || status === 'repealed'
  if (!law) {
    return validFrom === null && validUntil === null && since === undefined
      ? []
      : [[['validFrom'], 'this is not law, so it applies on no day', 'Write null, and no since']]
  }
  const wrong: Wrong[] = []
  if (validFrom === null || since === undefined) {
    wrong.push([
      ['validFrom'],
      'from when this applies is not said',
      'Write a day, and say in since what day that is',
    ])
  } else if (validUntil !== null && validUntil <= validFrom) {
    wrong.push([['validUntil'], 'this rule ends before it begins', 'Write a later day, or null'])
  } else if (since === 'text' && source.read !== null && source.read > validFrom) {
    wrong.push([
      ['validFrom'],
      'this is older than the text in which it was read',
      'Write the day of that text, or since: entry',
    ])
  }
  if (status === 'repealed' && validUntil === null) {
    wrong.push([['validUntil'], 'a rule that was repealed has an end', 'Write its day'])
  }
  return wrong
}

function wrongSteps({ status, steps }: LegalRule): Wrong[] {
  if (!steps) {
    return status === 'bill' || status === 'proposed-by-motion'
      ? [[['status'], 'the last known step is missing', 'Add steps, each with its date']]
      : []
  }
  return steps.flatMap(({ date }, index): Wrong[] =>
    date < (steps[index - 1]?.date ?? '')
      ? [
          [
            ['steps', index, 'date'],
            'this is older than the step before it',
            'Put the oldest first',
          ],
        ]
      : [],
  )
}
