import { z } from 'zod'
import { BilingualText, provenance } from '#capabilities/knowledge/index.ts'
import { Temporal } from '#platform/clock.ts'

/** How long a minister has for an answer to written questions: data, with where it comes from. */
export const AnswerTerm = z.strictObject({
  weeks: z.int().min(1).max(52),
  /** so often may be told, within the term, that the answer comes later */
  notices: z.literal(1),
  text: BilingualText,
  ...provenance,
})
export type AnswerTerm = z.infer<typeof AnswerTerm>

/** Days are ISO dates; counts are whole days. */
export type AnswerClock = {
  readonly dueOn: string
  /** from the question to the answer; nothing while there is none */
  readonly tookDays: number | undefined
  /** past the due day, to the answer or to today; 0 when in time */
  readonly lateDays: number
  /** a notice came in time: the term was kept in that way. Nothing when no notice is known. */
  readonly noticeInTime: boolean | undefined
}

type Asked = {
  readonly askedOn: string
  readonly answeredOn: string | undefined
  readonly laterToldOn?: string | undefined
}

/** The clock of written questions. The day of asking is day 0; the answer is in time on the due day itself. */
export function answerClock(
  { weeks }: Pick<AnswerTerm, 'weeks'>,
  { askedOn, answeredOn, laterToldOn }: Asked,
  today: string,
): AnswerClock {
  const asked = Temporal.PlainDate.from(askedOn)
  const due = asked.add({ weeks })
  const daysUntil = (from: Temporal.PlainDate, to: string) =>
    from.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
  return {
    dueOn: due.toString(),
    tookDays: answeredOn === undefined ? undefined : daysUntil(asked, answeredOn),
    lateDays: Math.max(0, daysUntil(due, answeredOn ?? today)),
    noticeInTime: laterToldOn === undefined ? undefined : laterToldOn <= due.toString(),
  }
}
