/** When a national number says too much of one organisation. Pure. */
import { secretUpTo } from '#platform/safe-count.ts'

/**
 * The p% rule: whoever knows the second largest contribution must not come nearer to the largest than this many
 * hundredths of it. source: ESSnet SDC, Handbook on Statistical Disclosure Control, chapter 4 (magnitude tabular data,
 * p%-rule). That p is 10 is our choice (decision 240).
 */
export const dominancePercent = 10

/** From the least to the most that must stay possible; nothing when no organisation stands out. */
export function dominated(
  contributions: readonly number[],
): { readonly least: number; readonly most: number } | undefined {
  const [first = 0, second = 0] = contributions.toSorted((one, other) => other - one)
  const total = contributions.reduce((sum, one) => sum + one, 0)
  // What is small is secret by itself.
  if (total <= secretUpTo) return undefined
  const others = total - first - second
  if (others * 100 >= first * dominancePercent) return undefined
  const width = Math.ceil((first * dominancePercent) / 100)
  return { least: Math.max(total - width, 0), most: total + width }
}
