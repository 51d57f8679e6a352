/** Something wrong in a pack, precise enough to mend it without asking anyone. */
export type Problem = {
  /** relative to the knowledge folder */
  readonly file: string
  readonly line: number
  readonly column: number
  /** such as signals[3].wording.en */
  readonly field: string
  readonly wrong: string
  readonly mend: string
}

export type Path = readonly PropertyKey[]

export function fieldName(path: Path): string {
  let name = ''
  for (const step of path) {
    if (typeof step === 'number') name += `[${step}]`
    else name += name === '' ? String(step) : `.${String(step)}`
  }
  return name === '' ? '(whole file)' : name
}

/** One line per problem: `file:line:column field: what is wrong. How to mend it.` */
export const formatProblem = (problem: Problem): string =>
  `${problem.file}:${problem.line}:${problem.column} ${problem.field}: ${problem.wrong}. ${problem.mend}.`

export const formatProblems = (problems: readonly Problem[]): string =>
  problems.map(formatProblem).join('\n')

export const inReadingOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  )
