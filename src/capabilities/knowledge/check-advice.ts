import { adviceSteps, readers } from './help.ts'
import type { Packs } from './packs.ts'
import type { Problem } from './problem.ts'
import { doubles, entriesOf } from './references.ts'

/** Help lines, and the steps that refer to them. */
export function checkAdvice({ lines, advice }: Packs): Problem[] {
  return [...(lines ? lineProblems(lines) : []), ...(advice ? adviceProblems(advice, lines) : [])]
}

function lineProblems({ yaml, content }: NonNullable<Packs['lines']>): Problem[] {
  const hasty = content.lines.flatMap(({ mark, status, sources }, index) =>
    status === 'not-verified' || (mark === 'sourced' && sources.length > 0)
      ? []
      : [
          yaml.problem(
            ['lines', index, 'status'],
            `nothing supports the status '${status}'`,
            'Add a source with mark: sourced, or write status: not-verified',
          ),
        ],
  )
  return [...doubles(entriesOf(yaml, 'lines', content.lines)), ...hasty]
}

function adviceProblems(
  { yaml, content }: NonNullable<Packs['advice']>,
  lines: Packs['lines'],
): Problem[] {
  const problems = doubles(entriesOf(yaml, 'conversation', content.conversation))
  const known = lines?.content.lines.map(({ id }) => id)
  for (const reader of readers) {
    const steps = content.whatToDo[reader]
    if (steps.map(({ step }) => step).join() !== adviceSteps.join()) {
      problems.push(
        yaml.problemAtKey(
          ['whatToDo', reader],
          'the steps are not complete or not in their order',
          `Write these steps, in this order: ${adviceSteps.join(', ')}`,
        ),
      )
    }
    for (const [index, { lines: mentioned }] of steps.entries()) {
      for (const [at, id] of mentioned.entries()) {
        if (!known || known.includes(id)) continue
        problems.push(
          yaml.problem(
            ['whatToDo', reader, index, 'lines', at],
            `the help line '${id}' is not known`,
            'Add it to lines/lines.yaml, or correct it',
          ),
        )
      }
    }
  }
  return problems
}
