import { sendMessage } from '#capabilities/sharing/index.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { type AdviceAct, done, type Side } from './advice.ts'
import { messageKinds, type StepBody } from './advice-body.ts'
import { openAdvice, type QuestionWords, type StepWords } from './advice-words.ts'
import type { AdviceDesk } from './desk.ts'
import { findOpenTo, isDoneBefore, standingOf, writeStep } from './store.ts'
import type { QuestionRow } from './tables.ts'

type Move = {
  readonly side: Side
  readonly act: AdviceAct
  readonly words: StepWords
  readonly key?: string | undefined
  /** whoever has it from now on */
  readonly holder?: string | undefined
  /** what else must be so; answers something to say instead of doing it */
  readonly before?: (row: QuestionRow) => Promise<'stop' | undefined>
  /** what else it leaves, before the message goes */
  readonly leaves?: (row: QuestionRow, words: QuestionWords) => Promise<void>
}

/**
 * Every step of a question that somebody here takes: lock it, ask whether, write the step and where it stands, and
 * send the same to the other organisation. Answers whether it was done; sent twice it was done once.
 */
export async function moveAdvice(
  work: Work,
  desk: AdviceDesk,
  id: string,
  { side, act, words, key, holder, before, leaves }: Move,
): Promise<boolean> {
  const row = (await findOpenTo(work, id, true)) ?? refuse('not-found', 'no-such-question')
  if (row.side !== side) return refuse('not-allowed', 'not-your-side')
  // Only a person finds one that is open to them.
  const { personId } = work.actor as PersonActor
  if (key && (await isDoneBefore(work, { id, personId, key }))) {
    work.audit({ act: `advice.${act}-again`, subject: id })
    return true
  }
  const stepId = newId()
  const stood = done(standingOf(row), { id: stepId, act, to: words.to })
  if (!stood.ok) return refuse('conflict', stood.because)
  if ((await before?.(row)) === 'stop') return false
  const sealing = await openAdvice(work, desk, row)
  await writeStep(work, row, {
    standing: stood.standing,
    step: { id: stepId, act, by: personId, key, content: sealing.sealStep(stepId, words) },
    holder,
  })
  await leaves?.(row, sealing.openQuestion())
  work.audit({ act: `advice.${act}`, subject: id })
  // What never arrived has nobody who could read more of it.
  if (row.undelivered_because !== null) return true
  const body: StepBody = {
    question: id,
    step: stepId,
    act,
    text: words.text,
    ...(words.to ? { to: words.to } : {}),
  }
  await sendMessage(work, desk, { to: row.other_id, kind: messageKinds.step, about: stepId, body })
  return true
}
