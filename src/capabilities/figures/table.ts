/** A table of counts with its totals, and what of it may be told. Pure. */

/** What no table tells apart any further, such as one kind in one month: `theft|2026-07`. */
export type Part = string

/** One number of a table: the sum of its parts. */
export type Cell = { readonly key: string; readonly of: readonly Part[] }

/** A cell that is the sum of others of the same table. */
export type Line = { readonly whole: string; readonly parts: readonly string[] }

export type Table = { readonly cells: readonly Cell[]; readonly lines: readonly Line[] }

export type ToldCell = Cell & { readonly told: number | 'secret' }

/** How a table is divided: months in quarters in a year, or kinds in all kinds. */
export type Division = { readonly code: string; readonly of?: readonly Division[] }

const between = '|'

/**
 * Every node of every division crossed with every node of the others: the numbers, their totals, and the totals of
 * those. The parts are the crossed leaves, in the order of the divisions. Throws on a code that would blur a key.
 */
export function crossTable(divisions: readonly Division[]): Table {
  const nodes = divisions.map(nodesOf)
  const codes = nodes.flat().map(({ code }) => code)
  const blurred = codes.find((code) => code === '' || code.includes(between))
  if (blurred !== undefined) throw new Error(`"${blurred}" cannot be a code`)
  const twice = nodes.find((some) => new Set(some.map(({ code }) => code)).size < some.length)
  if (twice) throw new Error(`a code stands twice under "${twice[0]?.code}"`)
  const crossed = cross(nodes)
  return {
    cells: crossed.map((cell) => ({
      key: keyOf(cell.map(({ code }) => code)),
      of: cross(cell.map(({ leaves }) => leaves)).map(keyOf),
    })),
    lines: crossed.flatMap((cell) =>
      cell.flatMap(({ children }, at) =>
        children.length === 0
          ? []
          : [
              {
                whole: keyOf(cell.map(({ code }) => code)),
                parts: children.map((child) =>
                  keyOf(cell.map(({ code }, nth) => (nth === at ? child : code))),
                ),
              },
            ],
      ),
    ),
  }
}

type Node = {
  readonly code: string
  readonly children: readonly string[]
  readonly leaves: readonly string[]
}

function nodesOf({ code, of = [] }: Division): readonly Node[] {
  const below = of.flatMap(nodesOf)
  const leaves = below.filter(({ children }) => children.length === 0).map((one) => one.code)
  const own = { code, children: of.map((one) => one.code), leaves: of.length > 0 ? leaves : [code] }
  return [own, ...below]
}

const keyOf = (codes: readonly string[]): string => codes.join(between)

const cross = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  )
