/** From answers to what is likely of all schools: shares from 0 to 1, always with how sure they are. */

/** The number of standard deviations that holds 95 per cent. */
const z = 1.959963984540054

export type Interval = { readonly low: number; readonly high: number }

/**
 * The 95 % score interval of a share of `n` independent answers (E.B. Wilson, Journal of the American Statistical
 * Association 22, 1927). `n` may be an effective number. Without answers everything is possible.
 */
export function wilson(share: number, n: number): Interval {
  if (n <= 0) return { low: 0, high: 1 }
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** How much less answers of unequal weight tell than as many of equal weight (L. Kish, Survey Sampling, 1965). */
export function designEffect(weights: readonly number[]): number {
  const total = sum(weights)
  if (total === 0) return 1
  return (weights.length * sum(weights.map((weight) => weight ** 2))) / total ** 2
}

/** One answer to one question, and for how many it stands beside the others. */
export type Weighted = { readonly weight: number; readonly yes: boolean }

export type Share = Interval & {
  /** answers to the question */
  readonly n: number
  readonly share: number
  readonly designEffect: number
}

/** The weighted share of those who said yes, with its interval for the effective number. Undefined without answers. */
export function shareOf(answers: readonly Weighted[]): Share | undefined {
  const n = answers.length
  if (n === 0) return undefined
  const weights = answers.map(({ weight }) => weight)
  const yes = sum(answers.map((answer) => (answer.yes ? answer.weight : 0)))
  const share = yes / sum(weights)
  const effect = designEffect(weights)
  return { n, share, designEffect: effect, ...wilson(share, n / effect) }
}

/**
 * From the earlier share to the later one, with its 95 % interval (R.G. Newcombe, Statistics in Medicine 17, 1998,
 * 873-890, method 10). Only of the same question to the same population.
 */
export function differenceOf(
  earlier: Share,
  later: Share,
): Interval & { readonly difference: number } {
  const difference = later.share - earlier.share
  const down = Math.hypot(later.share - later.low, earlier.high - earlier.share)
  const up = Math.hypot(later.high - later.share, earlier.share - earlier.low)
  return { difference, low: difference - down, high: difference + up }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
