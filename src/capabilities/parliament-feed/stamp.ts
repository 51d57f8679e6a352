import { Temporal } from '#platform/clock.ts'

/**
 * When the House changed a row last, in UTC with nine decimals, so that stamps compare as text: the House writes
 * three to seven decimals and any offset. One without an offset is read as UTC; it is only ever compared with another
 * of the same row. Nothing when it is no moment.
 */
export function readStamp(text: string): string | undefined {
  const withZone = /(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`
  try {
    return Temporal.Instant.from(withZone).toString({ fractionalSecondDigits: 9 })
  } catch {
    return undefined
  }
}

/** As the House takes it in a question: with seven decimals at most, which is all it writes itself. */
export const printStamp = (stamp: string): string => stamp.replace(/00Z$/, 'Z')

/** The day of a moment as the House writes it: its own day, whatever the offset. */
export const dayIn = (moment: string | null | undefined): string | undefined =>
  /^\d{4}-\d{2}-\d{2}/.exec(moment ?? '')?.[0]
