import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { openUpTo, roundedTo, safeCount, secretUpTo } from '#platform/safe-count.ts'
import { workOut } from './an-attack.ts'
import { openProgram, openSolver, type Solver } from './linear-program.ts'
import { protectTable } from './protect-table.ts'
import { crossTable, type Division, type Table, type ToldCell } from './table.ts'

let solver: Solver
before(async () => {
  solver = await openSolver()
})

type Counts = ReadonlyMap<string, number>
const countOf = (counts: Counts, { of }: { readonly of: readonly string[] }) =>
  of.reduce((sum, part) => sum + (counts.get(part) ?? Number.NaN), 0)

/** As a program would tell that knows only the rule for one number. */
const tellEachAlone = (table: Table, counts: Counts): readonly ToldCell[] =>
  table.cells.map((cell) => ({ ...cell, told: safeCount(countOf(counts, cell)) }))

const all = (...codes: readonly string[]): Division => ({
  code: 'all',
  of: codes.map((code) => ({ code })),
})
const oneRow = crossTable([all('a', 'b', 'c')])
const countsOf = (numbers: readonly number[]): Counts =>
  new Map(numbers.map((count, nth) => ['abcdefgh'.charAt(nth), count]))
const told = (cells: readonly ToldCell[]) =>
  Object.fromEntries(cells.map(({ key, told: number }) => [key, number]))

/** Small numbers that somebody can say more about than that they are small, from everything that was published. */
function recovered(
  counts: Counts,
  published: readonly ToldCell[],
  groups: readonly (readonly string[])[],
): readonly string[] {
  const parts = [...counts.keys()]
  return groups
    .filter((of) => countOf(counts, { of }) <= secretUpTo)
    .flatMap((of) => {
      const { least, most } = workOut(parts, published, of)
      return least > 0 || most < openUpTo ? [`${of.join('+')}: ${least} to ${most}`] : []
    })
}

/** The wholes that are told while what is secret of them is a few together, or nothing. */
const linesOfFew = ({ lines }: Table, counts: Counts, published: readonly ToldCell[]) =>
  lines
    .filter(({ whole, parts }) => {
      const secret = published.filter(({ key, told: it }) => parts.includes(key) && it === 'secret')
      const isTold = published.some(({ key, told: it }) => key === whole && it !== 'secret')
      const together = secret.reduce((sum, cell) => sum + countOf(counts, cell), 0)
      return isTold && secret.length > 0 && together <= secretUpTo
    })
    .map(({ whole }) => whole)

/** What an attacker would like to know: every part, every number, and what two numbers leave between them. */
function targets(counts: Counts, cells: readonly { readonly of: readonly string[] }[]) {
  const left = cells.flatMap((outer) =>
    cells
      .filter((inner) => inner.of.length < outer.of.length && countOf(counts, inner) > secretUpTo)
      .filter(({ of }) => of.every((one) => outer.of.includes(one)))
      .map(({ of }) => outer.of.filter((part) => !of.includes(part))),
  )
  return [...[...counts.keys()].map((part) => [part]), ...cells.map(({ of }) => of), ...left]
}

test('nothing is told of what was not counted, of what changed after it was told, or by a blurred code', () => {
  const ask = (counts: Counts, earlier: readonly ToldCell[] = []) =>
    protectTable(solver, { table: oneRow, counts, before: earlier })
  assert.throws(() => ask(countsOf([10, 20])), /was not counted/)
  const earlier = [{ key: 'gone', of: ['z'], told: 10 }]
  assert.throws(() => ask(countsOf([10, 20, 30]), earlier), /was not counted/)
  const other = [{ key: 'a', of: ['a'], told: 30 }]
  assert.throws(() => ask(countsOf([10, 20, 30]), other), /published as another number/)
  assert.throws(() => crossTable([all('a|b')]), /cannot be a code/)
  assert.throws(() => crossTable([all('a', 'a')]), /stands twice/)
})

test('a solver without an answer is no answer', () => {
  const impossible = [{ least: 2, of: [[0, 1] as const] }]
  const program = openProgram(solver, [{ least: 0, most: 1, whole: true }], impossible)
  assert.throws(() => program.least(new Map([[0, 1]])), /not with an answer/)
  program.close()
})

test('a table of two ways has every total, and the totals of those', () => {
  const year = { code: '2026', of: [{ code: 'q1', of: [{ code: 'jan' }, { code: 'feb' }] }] }
  const { cells, lines } = crossTable([all('a', 'b'), year])
  assert.equal(cells.length, 3 * 4)
  assert.deepEqual(cells.find(({ key }) => key === 'all|q1')?.of, [
    'a|jan',
    'a|feb',
    'b|jan',
    'b|feb',
  ])
  assert.equal(lines.length, 4 + 3 + 3)
})

test('a few of a whole, and nothing, are not secret alone: the smallest other number is as well', () => {
  const ask = (...numbers: readonly number[]) =>
    told(protectTable(solver, { table: oneRow, counts: countsOf(numbers), before: [] }))
  assert.deepEqual(ask(30, 20, 10), { all: 60, a: 30, b: 20, c: 10 })
  assert.deepEqual(ask(30, 20, 3), { all: 55, a: 30, b: 'secret', c: 'secret' }, 'a few')
  assert.deepEqual(ask(30, 20, 0), { all: 50, a: 30, b: 'secret', c: 'secret' }, 'nothing')
  assert.deepEqual(ask(30, 5, 4), { all: 40, a: 30, b: 'secret', c: 'secret' })
  assert.deepEqual(ask(3, 2, 1), { all: 'secret', a: 'secret', b: 'secret', c: 'secret' })
})

test('whoever knows the rule and tries every table finds no small number in what is secret and what not', () => {
  const table = crossTable([all('a', 'b')])
  const to = (most: number) => Array.from({ length: most + 1 }, (_, number) => number)
  const every = to(secretUpTo).flatMap((a) => to(16).map((b) => ({ a, b })))
  const alike = Map.groupBy(every, ({ a, b }) =>
    protectTable(solver, { table, counts: countsOf([a, b]), before: [] })
      .map((cell) => cell.told)
      .join(),
  )
  for (const [published, some] of alike) {
    // Where one rounding reaches past the end, what was not tried may look the same.
    if (some.some(({ b }) => b > 17 - roundedTo)) continue
    const possible = new Set(some.map(({ a }) => a))
    const closed = to(openUpTo).filter((a) => !possible.has(a))
    assert.deepEqual(closed, [], `${published} is told only of ${[...possible]}`)
  }
})

test('the same people counted to another bound give away nobody in between', () => {
  const counts = countsOf([30, 20, 2, 40])
  const upTo = (key: string, of: readonly string[]): Table => ({ cells: [{ key, of }], lines: [] })
  const first = protectTable(solver, { table: upTo('to 17', ['a', 'b']), counts, before: [] })
  const alone = protectTable(solver, { table: upTo('to 18', ['a', 'b', 'c']), counts, before: [] })
  assert.deepEqual([told(first), told(alone)], [{ 'to 17': 50 }, { 'to 18': 50 }])
  assert.equal(recovered(counts, [...first, ...alone], [['c']]).length, 1, 'each alone is safe')
  const next = { table: upTo('to 18', ['a', 'b', 'c']), counts, before: first }
  assert.deepEqual(told(protectTable(solver, next)), { 'to 18': 'secret' })
  const far = { table: upTo('all', ['a', 'b', 'c', 'd']), counts, before: first }
  assert.deepEqual(told(protectTable(solver, far)), { all: 90 })
})

test('the same question gets the same answer, whatever was asked after it', () => {
  const counts = countsOf([30, 20, 3])
  const first = protectTable(solver, { table: oneRow, counts, before: [] })
  const again = protectTable(solver, { table: oneRow, counts, before: first })
  assert.deepEqual(again, first)
  const turned = { cells: oneRow.cells.toReversed(), lines: oneRow.lines.toReversed() }
  const other = protectTable(solver, {
    table: turned,
    counts: new Map([...counts].reverse()),
    before: [],
  })
  assert.deepEqual(told(other), told(first))
})

const numbers = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: 60 }))
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([high, wide]) => {
    const rows = Array.from({ length: high }, (_, nth) => `r${nth}`)
    const columns = Array.from({ length: wide }, (_, nth) => `c${nth}`)
    const parts = rows.flatMap((row) => columns.map((column) => `${row}|${column}`))
    return fc.array(numbers, { minLength: parts.length, maxLength: parts.length }).map((some) => ({
      table: crossTable([all(...rows), all(...columns)]),
      counts: new Map(parts.map((part, nth) => [part, some[nth] ?? 0])) as Counts,
    }))
  })

test('nobody gets a small number back out of a table with its totals, with another solver than ours', () => {
  let without = 0
  fc.assert(
    fc.property(tables, ({ table, counts }) => {
      const wanted = targets(counts, table.cells)
      const asked = { table, counts, before: [] }
      // The second way is that of tables too large to solve at once.
      for (const published of [protectTable(solver, asked), protectTable(solver, asked, 0)]) {
        const smallAndTold = published.filter(
          (cell) => cell.told !== 'secret' && countOf(counts, cell) <= secretUpTo,
        )
        assert.deepEqual(smallAndTold, [])
        assert.deepEqual(recovered(counts, published, wanted), [])
        assert.deepEqual(linesOfFew(table, counts, published), [])
      }
      const naive = tellEachAlone(table, counts)
      without += recovered(counts, naive, wanted.slice(0, counts.size)).length
    }),
    { numRuns: 10, seed: 20261130 },
  )
  assert.ok(without > 2, `the attack finds ${without} where each number is told by itself`)
})

test('nobody gets a small number back out of all tables that were ever published together', () => {
  const parts = ['a', 'b', 'c', 'd', 'e', 'f']
  const some = fc.subarray(parts, { minLength: 1 })
  const cell = some.map((of) => ({ key: of.join('+'), of }))
  const series = fc.tuple(
    fc.array(numbers, { minLength: 6, maxLength: 6 }),
    fc.array(fc.uniqueArray(cell, { minLength: 1, maxLength: 4, selector: ({ key }) => key }), {
      minLength: 2,
      maxLength: 4,
    }),
  )
  let without = 0
  fc.assert(
    fc.property(series, ([values, asked]) => {
      const counts = countsOf(values)
      let published: readonly ToldCell[] = []
      for (const cells of asked) {
        const table = { cells, lines: [] }
        published = [...published, ...protectTable(solver, { table, counts, before: published })]
      }
      assert.deepEqual(
        recovered(
          counts,
          published,
          parts.map((part) => [part]),
        ),
        [],
      )
      const naive = asked.flatMap((cells) => tellEachAlone({ cells, lines: [] }, counts))
      without += recovered(
        counts,
        naive,
        parts.map((part) => [part]),
      ).length
    }),
    { numRuns: 20, seed: 20261130 },
  )
  assert.ok(without > 10, `the attack finds ${without} where each table is told by itself`)
})

test('no smaller loss keeps the small numbers open: every other pattern was tried', () => {
  const rows = all('r0', 'r1')
  const table = crossTable([rows, all('c0', 'c1')])
  const values = fc.array(numbers, { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(values, (some) => {
      const parts = ['r0|c0', 'r0|c1', 'r1|c0', 'r1|c1']
      const counts: Counts = new Map(parts.map((part, nth) => [part, some[nth] ?? 0]))
      const published = protectTable(solver, { table, counts, before: [] })
      const tellable = table.cells.filter((one) => countOf(counts, one) > secretUpTo)
      const loss = (hidden: readonly string[]) =>
        tellable
          .filter(({ key }) => hidden.includes(key))
          .reduce((sum, one) => sum + 1 + countOf(counts, one), 0)
      const chosen = published.filter((one) => one.told === 'secret').map(({ key }) => key)
      const wanted = targets(counts, table.cells)
      for (let pattern = 0; pattern < 2 ** tellable.length; pattern++) {
        const hidden = tellable.filter((_, nth) => pattern & (1 << nth)).map(({ key }) => key)
        if (loss(hidden) >= loss(chosen)) continue
        const told = tellEachAlone(table, counts).map((one) =>
          hidden.includes(one.key) ? { ...one, told: 'secret' as const } : one,
        )
        const few = table.lines.some(({ whole, parts: inside }) => {
          const secret = told.filter((one) => inside.includes(one.key) && one.told === 'secret')
          const together = secret.reduce((sum, one) => sum + countOf(counts, one), 0)
          const isTold = told.some((one) => one.key === whole && one.told !== 'secret')
          return isTold && secret.length > 0 && together <= secretUpTo
        })
        assert.ok(
          few || recovered(counts, told, wanted).length > 0,
          JSON.stringify({ some, hidden }),
        )
      }
    }),
    { numRuns: 25, seed: 20261130 },
  )
})
