import {
  doubles,
  type Knowledge,
  type Pack,
  type Path,
  type Problem,
  unknownSources,
  type YamlFile,
} from '#capabilities/knowledge/index.ts'
import type { Protocol, Step } from './protocol.ts'

/** What a protocol may refer to outside its own file. */
export type Known = {
  readonly findSource: Knowledge['findSource'] | undefined
  readonly findLine: Knowledge['findLine'] | undefined
  /** ids of sufficiency.yaml */
  readonly requirements: readonly string[] | undefined
}

type Marked = { readonly mark: string; readonly sources: readonly string[] }

/** Says where it comes from, and every source it names exists. */
export function checkMarks(
  yaml: YamlFile,
  path: Path,
  { mark, sources }: Marked,
  { findSource }: Pick<Known, 'findSource'>,
): Problem[] {
  const known = findSource && Object.fromEntries(sources.filter(findSource).map((key) => [key, 1]))
  const unknown = unknownSources(yaml, [...path, 'sources'], sources, known)
  if (mark !== 'sourced' || sources.length > 0) return unknown
  return [
    yaml.problem(
      [...path, 'sources'],
      'this says it has a source, but names none',
      'Add the key of a source, or change the mark to own',
    ),
  ]
}

/** References within one protocol, and to sources, help lines and what it should cover. */
export function checkProtocol({ yaml, content }: Pack<Protocol>, known: Known): Problem[] {
  const { notes, immediate, parts, steps } = content
  const marks = (path: Path, marked: Marked) => checkMarks(yaml, path, marked, known)
  const list = (path: Path, items: readonly (Marked & { id: string })[]) => [
    ...items.flatMap((item, index) => marks([...path, index], item)),
    ...doubles(items.map(({ id }, index) => ({ yaml, path: [...path, index, 'id'], id }))),
  ]
  const refer = (path: Path, ids: readonly string[], what: Reference) =>
    ids.flatMap((id, index) =>
      !what.known || what.known(id)
        ? []
        : [yaml.problem([...path, index], `the ${what.name} '${id}' is not known`, what.mend)],
    )
  const { findLine, requirements } = known
  const lines = {
    name: 'help line',
    known: findLine && ((id: string) => findLine(id) !== undefined),
    mend: 'Add it to lines/lines.yaml, or correct it',
  }
  const covers = {
    name: 'requirement',
    known: requirements && ((id: string) => requirements.includes(id)),
    mend: 'Add it to protocols/sufficiency.yaml, or correct it',
  }
  return [
    ...list(['notes'], notes),
    ...list(['parts'], parts),
    ...list(['steps'], steps),
    ...marks(['immediate'], immediate),
    ...list(['immediate', 'when'], immediate.when),
    ...list(['immediate', 'points'], immediate.points),
    ...refer(['immediate', 'lines'], immediate.lines, lines),
    ...refer(['immediate', 'covers'], immediate.covers, covers),
    ...steps.flatMap((step, index) => {
      const at = ['steps', index]
      return [
        ...refer([...at, 'lines'], step.lines, lines),
        ...refer([...at, 'covers'], step.covers, covers),
        ...(step.term ? marks([...at, 'term'], step.term) : []),
        ...(step.repeat ? marks([...at, 'repeat', 'term'], step.repeat.term) : []),
        ...checkStep(yaml, at, step, content),
        ...(waitsForItself(step, steps)
          ? [
              yaml.problem(
                [...at, 'id'],
                `the step '${step.id}' waits for itself, by way of others`,
                'Change its after or when, or theirs',
              ),
            ]
          : []),
      ]
    }),
  ]
}

type Reference = {
  readonly name: string
  readonly known: ((id: string) => boolean) | undefined
  readonly mend: string
}

function checkStep(yaml: YamlFile, at: Path, step: Step, { steps, parts }: Protocol): Problem[] {
  const ids = steps.map(({ id }) => id)
  const problem = (path: Path, wrong: string, mend: string) =>
    yaml.problem([...at, ...path], wrong, mend)
  const problems: Problem[] = doubles(
    step.form.map(({ id }, index) => ({ yaml, path: [...at, 'form', index, 'id'], id })),
  )
  if (!parts.some(({ id }) => id === step.part)) {
    problems.push(
      problem(
        ['part'],
        `the part '${step.part}' is not known`,
        `Choose from: ${parts.map(({ id }) => id).join(', ')}`,
      ),
    )
  }
  for (const [index, id] of step.after.entries()) {
    if (ids.includes(id) && id !== step.id) continue
    problems.push(
      problem(['after', index], `the step '${id}' cannot come before this`, 'Name another step'),
    )
  }
  for (const [index, { step: id, field, is }] of step.when.entries()) {
    const answers = answersOf(steps, id, field)
    if (!answers) {
      problems.push(
        problem(['when', index], `'${id}' asks no choice '${field}'`, 'Name a choice of a step'),
      )
      continue
    }
    for (const [nth, answer] of is.entries()) {
      if (answers.includes(answer)) continue
      problems.push(
        problem(
          ['when', index, 'is', nth],
          `the answer '${answer}' is not one of the choices`,
          `Choose from: ${answers.join(', ')}`,
        ),
      )
    }
  }
  const { term } = step
  if (term && typeof term.from === 'object') {
    const { step: id, field } = term.from
    const asks = steps
      .find((one) => one.id === id)
      ?.form.some((one) => one.id === field && one.kind === 'date')
    if (!asks) {
      problems.push(
        problem(['term', 'from'], `'${id}' asks no date '${field}'`, 'Name a date of a step'),
      )
    }
  }
  for (const [index, field] of step.form.entries()) {
    if (field.kind !== 'date' || !field.onlyIf) continue
    const { field: choice, is } = field.onlyIf
    if (answersOf(steps, step.id, choice)?.includes(is)) continue
    problems.push(
      problem(
        ['form', index, 'onlyIf'],
        `this form has no choice '${choice}' with '${is}'`,
        'Name a choice of this form',
      ),
    )
  }
  return problems
}

/** A step that comes after what depends on it never comes, or comes back without end. */
function waitsForItself(step: Step, steps: readonly Step[]): boolean {
  const before = (id: string): readonly string[] => {
    const one = steps.find((each) => each.id === id)
    return one ? [...one.after, ...one.when.map((condition) => condition.step)] : []
  }
  const reached = new Set<string>()
  const waiting = [...before(step.id)]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    waiting.push(...before(id))
  }
  return reached.has(step.id)
}

/** The answers that a choice can have; coming back is a choice too. */
function answersOf(steps: readonly Step[], id: string, field: string) {
  const step = steps.find((one) => one.id === id)
  if (step?.repeat && field === 'again') return ['yes', 'no']
  const asked = step?.form.find((one) => one.id === field)
  return asked?.kind === 'choice' || asked?.kind === 'choices'
    ? asked.options.map((option) => option.id)
    : undefined
}
