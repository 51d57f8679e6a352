import loadHighs, { type Highs } from 'highs'

/** The solver of linear programs (HiGHS). It stands still while it solves: not for the thread that serves pages. */
export type Solver = Pick<Highs, 'createModel' | 'constants' | 'infinity'>

/** Its types say CommonJS and describe a module; what Node loads is the function itself. */
const load = loadHighs as unknown as typeof loadHighs.default

/** Loads the solver: some tenths of a second, some megabytes. Solving the same twice gives the same twice. */
export const openSolver = (): Promise<Solver> => load()

/** From `least` to `most`, both included. */
export type Column = { readonly least: number; readonly most: number; readonly whole: boolean }

export type Row = {
  readonly least?: number
  readonly most?: number
  readonly of: readonly (readonly [column: number, factor: number])[]
}

export type Program = {
  /** The values of the columns where the costs together are least, as whole numbers wherever a column is whole. */
  least(costs: ReadonlyMap<number, number>): Float64Array
  close(): void
}

/** How far from a whole number the solver may end and still mean it: its own tolerance, ten times. */
const nearly = 1e-5

/** Never a limit of time, which would make an answer hang on how busy the machine is. */
const settings = {
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_abs_gap: 0.5,
} as const

/**
 * One program that is asked again and again with other costs. Costs are whole numbers: then less than one apart is the
 * same. Throws when there is no answer: a pattern on which nothing can be said is not published.
 */
export function openProgram(
  solver: Solver,
  columns: readonly Column[],
  rows: readonly Row[],
): Program {
  const model = solver.createModel(dataOf(solver, columns, rows))
  model.options.set(settings)
  const whole = columns.flatMap((column, at) => (column.whole ? [at] : []))
  const { continuous, integer } = solver.constants.variableType
  const typesOf = (type: typeof continuous | typeof integer) =>
    columns.map((column) => (column.whole ? type : continuous))
  const solve = (): Float64Array => {
    model.run()
    const status = model.getModelStatus()
    if (status !== solver.constants.modelStatus.optimal) {
      throw new Error(`the solver ended with status ${status}, not with an answer`)
    }
    return model.getSolution().colValue
  }
  const every = { kind: 'range', from: 0, to: columns.length - 1 } as const
  return {
    least(costs) {
      model.changeColsCost(
        every,
        columns.map((_, at) => costs.get(at) ?? 0),
      )
      const relaxed = solve()
      if (whole.every((at) => isWhole(relaxed[at] ?? Number.NaN))) return rounded(relaxed, whole)
      model.changeColsIntegrality(every, typesOf(integer))
      const answer = solve()
      model.changeColsIntegrality(every, typesOf(continuous))
      return rounded(answer, whole)
    },
    close: () => model.dispose(),
  }
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < nearly

function rounded(values: Float64Array, whole: readonly number[]): Float64Array {
  for (const at of whole) values[at] = Math.round(values[at] ?? Number.NaN)
  return values
}

function dataOf(solver: Solver, columns: readonly Column[], rows: readonly Row[]) {
  const starts = [0]
  for (const { of } of rows) starts.push((starts.at(-1) ?? 0) + of.length)
  const { infinity } = solver
  const upTo = (most: number) => (most === Number.POSITIVE_INFINITY ? infinity : most)
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(({ least }) => least),
    colUpper: columns.map(({ most }) => upTo(most)),
    rowLower: rows.map(({ least }) => least ?? -infinity),
    rowUpper: rows.map(({ most }) => most ?? infinity),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: rows.flatMap(({ of }) => of.map(([column]) => column)),
      values: rows.flatMap(({ of }) => of.map(([, factor]) => factor)),
    },
  } as const
}
