import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safeCount, safeTable } from './safe-count.ts'

test('a number from 0 to 7 is never told, any other only in fives', () => {
  for (let count = 0; count <= 7; count++) assert.equal(safeCount(count), 'secret')
  assert.deepEqual([8, 12, 13, 22].map(safeCount), [10, 10, 15, 20])
})

test('what is secret in a row or a column cannot be had by taking the others from its total', () => {
  assert.deepEqual(safeTable([[12, 3, 30]]), [['secret', 'secret', 30]])
  assert.deepEqual(safeTable([[12, 3, 5, 30]]), [[10, 'secret', 'secret', 30]], '8 together')
  assert.deepEqual(safeTable([[12, 0, 30]]), [[10, 'secret', 30]], 'there is nothing to find')
  assert.deepEqual(safeTable([[12], [0]]), [[10], ['secret']])
  assert.deepEqual(safeTable([]), [])
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([wide, high]) => {
      const row = fc.array(fc.nat({ max: 25 }), { minLength: wide, maxLength: wide })
      return fc.array(row, { minLength: high, maxLength: high })
    })
  fc.assert(
    fc.property(counts, (table) => {
      const told = safeTable(table)
      const lineSafe = (line: readonly { count: number; told: number | 'secret' }[]) => {
        const secret = line.filter((one) => one.told === 'secret')
        const sum = secret.reduce((total, { count }) => total + count, 0)
        const isAlone = secret.length === line.length || line.length === 1
        assert.ok(isAlone || sum === 0 || sum > 7, JSON.stringify({ table, told }))
      }
      const cells = table.map((row, at) =>
        row.map((count, nth) => ({ count, told: told[at]?.[nth] ?? 'secret' })),
      )
      for (const row of cells) lineSafe(row)
      for (const nth of (cells[0] ?? []).keys()) lineSafe(cells.flatMap((row) => row[nth] ?? []))
      for (const one of cells.flat()) {
        assert.ok(one.told === 'secret' || (one.count > 7 && one.told % 5 === 0))
      }
      // A column in which nothing ever was changes nothing: adding one to the law uncovers no number.
      const wider = safeTable(table.map((row) => [...row, 0])).map((row) => row.slice(0, -1))
      if ((table[0]?.length ?? 0) > 1) assert.deepEqual(wider, told)
    }),
    { numRuns: 300 },
  )
})
