/**
 * A number of people as it may be told. source: the rule of Statistics Netherlands for youth care in a
 * neighbourhood or municipality (Toelichting Wijk- en Buurtkaart 2022-2024, 5.8): 0 to 7 is secret, the rest
 * is rounded to five. That we follow it is our choice (decisions 149, 153 and 196).
 */
export const secretUpTo = 7

export const roundedTo = 5

export const safeCount = (count: number): number | 'secret' =>
  count <= secretUpTo ? 'secret' : Math.round(count / roundedTo) * roundedTo

/** What whoever reads a number that is told knows of what was counted; both ends are possible. */
export const rangeOfTold = (told: number) => ({
  least: Math.max(told - 2, secretUpTo + 1),
  most: told + 2,
})

/**
 * Of a small number everything from nothing to this stays open beside all that was published: it is no better known
 * than one that is told. Our choice (decision 217).
 */
export const openUpTo = roundedTo

/** Together too few to leave beside their total, and not nothing. */
const isFew = (together: number): boolean => together > 0 && together <= secretUpTo

/**
 * Counts that stand in rows and columns, as they may be told beside their totals: what is kept secret in a row or in
 * a column is together nothing, or too many to point at anybody. So where only a few are secret, the smallest other
 * number goes as well. A row or a column that is alone is in no total.
 */
export function safeTable(
  counts: readonly (readonly number[])[],
): readonly (readonly (number | 'secret')[])[] {
  const rows = counts.map((row) => row.map((count): Told => ({ count, told: safeCount(count) })))
  const columns = (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row[column] ?? []))
  hideMore([...(columns.length > 1 ? rows : []), ...(rows.length > 1 ? columns : [])], (secret) =>
    isFew(sumOf(secret)),
  )
  return rows.map((row) => row.map(({ told }) => told))
}

/**
 * The parts of a whole that is told beside them, by the same rule. One secret part alone is what the others leave of
 * the whole, also when it is nothing: then the smallest other part goes as well.
 */
export function safeParts(counts: readonly number[]): readonly (number | 'secret')[] {
  const line = counts.map((count): Told => ({ count, told: safeCount(count) }))
  hideMore([line], (secret) => secret.length === 1 || isFew(sumOf(secret)))
  return line.map(({ told }) => told)
}

type Told = { readonly count: number; told: number | 'secret' }

const sumOf = (secret: readonly Told[]): number => secret.reduce((sum, { count }) => sum + count, 0)

/** Keeps the smallest other number of a line secret as well, for as long as what is secret in it tells too much. */
function hideMore(
  lines: readonly (readonly Told[])[],
  tellsTooMuch: (secret: readonly Told[]) => boolean,
): void {
  let more = true
  while (more) {
    more = false
    for (const line of lines) {
      const secret = line.filter(({ told }) => told === 'secret')
      const [smallest] = line
        .filter(({ told }) => told !== 'secret')
        .toSorted((one, other) => one.count - other.count)
      if (!smallest || !tellsTooMuch(secret)) continue
      smallest.told = 'secret'
      more = true
    }
  }
}
