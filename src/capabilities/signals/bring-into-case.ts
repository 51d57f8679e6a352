import type { Work } from '#platform/work.ts'
import { moveSignal } from './move-signal.ts'
import { readSignal } from './read-signal.ts'
import type { Recording } from './recording.ts'
import type { Origin } from './signal.ts'
import { tellReporter } from './tell-reporter.ts'

/** What of a signal goes along: a copy, in the words of the reporter. */
export type BroughtSignal = {
  readonly reference: string
  readonly reportedBy: string
  readonly recordedAt: string
  readonly noticedOn: string | undefined
  readonly origin: Origin
  readonly subject: string
  readonly narrative: string
  readonly moment: string
  readonly heardFrom: string
  readonly innocent: string
  /** codes of the list that the reporter observed */
  readonly observed: readonly string[]
}

/**
 * Somebody who follows a signal up takes what it says into a case. The reporter reads that it was, not
 * into which. From now on it cannot be withdrawn, because others act on its words.
 */
export async function bringIntoCase(
  work: Work,
  recording: Recording,
  id: string,
): Promise<BroughtSignal> {
  const { row } = await moveSignal(work, recording.keyring, id, {
    act: 'bring-into-case',
    by: 'follower',
    event: 'brought-into-case',
    change: ({ taken_up_by }, { personId }) =>
      taken_up_by ? {} : { taken_up_by: personId, assigned_to: personId },
  })
  await tellReporter(work, recording, row, 'own-signal-in-case')
  return copyOf(work, recording, id)
}

/** What a signal says, for who follows it up and is about to open a case with it. */
export async function copyOf(work: Work, recording: Recording, id: string): Promise<BroughtSignal> {
  const signal = await readSignal(work, recording, id)
  const { reference, reportedBy, recordedAt, noticedOn, origin, words, observations } = signal
  return {
    reference,
    reportedBy,
    recordedAt,
    noticedOn,
    origin,
    subject: words?.subject ?? '',
    narrative: words?.narrative ?? '',
    moment: words?.moment ?? '',
    heardFrom: words?.heardFrom ?? '',
    innocent: words?.innocent ?? '',
    observed: observations.filter(({ answer }) => answer === 'observed').map(({ code }) => code),
  }
}
