/**
 * A number of people as it may be told. source: the rule of Statistics Netherlands for youth care in a
 * neighbourhood or municipality (Toelichting Wijk- en Buurtkaart 2022-2024, 5.8): 0 to 7 is secret, the rest
 * is rounded to five. That we follow it is our choice (decisions 149, 153 and 196).
 */
const secretUpTo = 7

export const safeCount = (count: number): number | 'secret' =>
  count <= secretUpTo ? 'secret' : Math.round(count / 5) * 5

/**
 * Counts that stand in rows and columns, as they may be told beside their totals: what is kept secret in a row or in
 * a column is together nothing, or too many to point at anybody. So where only a few are secret, the smallest other
 * number goes as well. A row or a column that is alone is in no total.
 */
export function safeTable(
  counts: readonly (readonly number[])[],
): readonly (readonly (number | 'secret')[])[] {
  const rows = counts.map((row) => row.map((count) => ({ count, told: safeCount(count) })))
  const columns = (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row[column] ?? []))
  const lines = [...(columns.length > 1 ? rows : []), ...(rows.length > 1 ? columns : [])]
  let more = true
  while (more) {
    more = false
    for (const line of lines) {
      const hidden = line
        .filter(({ told }) => told === 'secret')
        .reduce((sum, { count }) => sum + count, 0)
      const [smallest] = line
        .filter(({ told }) => told !== 'secret')
        .toSorted((one, other) => one.count - other.count)
      if (!smallest || hidden === 0 || hidden > secretUpTo) continue
      smallest.told = 'secret'
      more = true
    }
  }
  return rows.map((row) => row.map(({ told }) => told))
}
