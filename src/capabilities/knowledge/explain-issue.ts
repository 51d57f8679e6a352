import type { z } from 'zod'
import type { Path, Problem } from './problem.ts'
import type { YamlFile } from './yaml-file.ts'

type Issue = z.core.$ZodIssue

/** Says a schema's complaint in words that someone who edits a pack can act on. */
export function explainIssue(yaml: YamlFile, issue: Issue): Problem[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      yaml.problemAtKey(
        [...path, key],
        'this field is not known here',
        'Check the spelling, or remove it',
      ),
    )
  }
  if (issue.code === 'invalid_key') {
    return [yaml.problemAtKey(path, 'this key is not written well', writeAs(path))]
  }
  if (!yaml.has(path)) return [missing(yaml, path)]
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String).join(', ')
    return [yaml.problem(path, 'this value is not one of the choices', `Choose from: ${choices}`)]
  }
  if (issue.code === 'too_small') return [empty(yaml, path)]
  if (issue.code === 'invalid_format') {
    return [yaml.problem(path, 'this is not written well', writeAs(path))]
  }
  if (issue.code === 'invalid_type') {
    return [yaml.problem(path, `this should be ${article(issue.expected)}`, 'Correct the value')]
  }
  return [yaml.problem(path, issue.message, 'Correct the value')]
}

function missing(yaml: YamlFile, path: Path): Problem {
  const last = path.at(-1)
  if (last === 'nl') return yaml.problem(path, 'the Dutch text is missing', 'Add nl: with the text')
  if (last === 'en') {
    return yaml.problem(path, 'the English text is missing', 'Add en: with the text')
  }
  if (last === 'mark') {
    return yaml.problem(
      path,
      'there is no source and no mark',
      'Add mark: sourced with its sources, or mark: own',
    )
  }
  if (last === 'innocent') {
    return yaml.problem(
      path,
      'the innocent explanations are missing',
      'Add innocent: with at least one explanation in both languages',
    )
  }
  return yaml.problem(path, 'this field is missing', `Add ${String(last)}:`)
}

function empty(yaml: YamlFile, path: Path): Problem {
  if (path.at(-1) === 'innocent') {
    return yaml.problem(
      path,
      'there is no innocent explanation',
      'Add at least one explanation in both languages',
    )
  }
  return yaml.problem(path, 'this is empty', 'Fill it in')
}

function writeAs(path: Path): string {
  const last = path.at(-1)
  if (last === 'date') return 'Write the date as "2026-11-23", or the year alone as "2026"'
  if (last === 'published' || last === 'validFrom' || last === 'validUntil' || last === 'checked') {
    return 'Write the date as "2026-11-23"'
  }
  if (last === 'phone') return 'Use figures, spaces, hyphens and brackets only'
  if (last === 'category') return 'Use three capitals, such as MON'
  if (path.at(-3) === 'signals') return 'Write the id as MON-01'
  if (path.includes('sources')) return 'Use the key of a source, in capitals'
  return 'Use small letters, figures and hyphens'
}

const article = (expected: string): string => {
  if (expected === 'array') return 'a list'
  if (expected === 'object' || expected === 'record') return 'a group of fields'
  return expected === 'string' ? 'a text (put it between quotes)' : `a ${expected}`
}
