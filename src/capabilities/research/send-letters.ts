import { type Attempt, afterAttempt, isTooLate, type LetterWay } from '#capabilities/post/index.ts'
import type { SystemActor } from '#platform/actor.ts'
import { open } from '#platform/crypto.ts'
import type { Job } from '#platform/jobs.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { findRecipient, noteUndelivered } from './invitation-store.ts'
import { claimLetters, delayLetter, deleteLetter } from './letter-store.ts'
import { addressContext, letterContext, schoolLetter } from './school-letter.ts'
import type { SurveyDesk } from './survey-desk.ts'

type Parts = {
  readonly desk: SurveyDesk
  readonly inTransaction: InTransaction
  readonly way: LetterWay
  readonly listOrganisations: () => Promise<readonly string[]>
}

/** Letters that one sender holds at a time, and for how long. */
const batch = 20
const hold = { minutes: 10 }

/** Brings letters to schools away; of a letter that went nothing stays. */
export const letterJob = (parts: Parts): Job => ({
  name: 'survey-letters',
  first: 20,
  every: 60,
  async run(stop) {
    for (const organisation of await parts.listOrganisations()) {
      let more = true
      while (more && !stop.aborted) more = await sendBatch(parts, organisation, stop)
    }
  },
})

type Claimed = Awaited<ReturnType<typeof claimLetters>>[number]
type Outgoing = Claimed & {
  readonly letter:
    | { readonly to: string; readonly subject: string; readonly text: string }
    | undefined
}

/** Claim, send, note: no connection is held while a mail server talks. Answers whether there may be more. */
export async function sendBatch(
  { desk, inTransaction, way }: Parts,
  organisationId: string,
  stop: AbortSignal,
): Promise<boolean> {
  const sender: SystemActor = { kind: 'system', name: 'survey', organisationId }
  const asSender = <T>(verb: (work: Work) => Promise<T>) =>
    inTransaction(sender, 'ask-schools', verb)
  const claimed = await asSender(async (work) => {
    const until = work.now.add(hold).round('microsecond')
    const letters = await claimLetters(work, { until, limit: batch })
    const written: Outgoing[] = []
    for (const one of letters) written.push({ ...one, letter: await write(work, desk, way, one) })
    return written
  })
  const tries: { readonly one: Outgoing; readonly attempt: Attempt }[] = []
  let away = false
  for (const one of claimed) {
    const attempt: Attempt = !one.letter
      ? { kind: 'undeliverable', code: 'no-address' }
      : away || stop.aborted
        ? { kind: 'left' }
        : await way.carrier.carry({ id: one.id, ...one.letter })
    away ||= attempt.kind === 'failed' && attempt.away
    tries.push({ one, attempt })
  }
  if (claimed.length > 0) {
    await asSender(async (work) => {
      for (const { one, attempt } of tries) await note(work, one, attempt)
      const count = (kind: Attempt['kind']) => tries.filter((each) => each.attempt.kind === kind)
      const details = { sent: count('sent').length, failed: count('failed').length }
      work.audit({ act: 'survey.send-letters', details })
    })
  }
  return claimed.length === batch && !away
}

async function write(
  work: Work,
  { keyring }: SurveyDesk,
  { origin }: LetterWay,
  { id, wave_id, school, kind, sealed, createdAt }: Claimed,
): Promise<Outgoing['letter']> {
  const to = await findRecipient(work, wave_id, school)
  if (!to?.address || isTooLate(createdAt, work.now)) return undefined
  const key = await keyring.keyOf(work)
  const code = open(key, sealed, letterContext(id)).toString()
  const address = open(key, to.address, addressContext(wave_id, school)).toString()
  const { name, title, closes_on: closesOn } = to
  return { to: address, ...schoolLetter({ kind, school: name, title, closesOn, code, origin }) }
}

async function note(work: Work, letter: Claimed, attempt: Attempt): Promise<void> {
  const waiting = { createdAt: letter.createdAt, attempts: letter.attempts, lastError: null }
  const { attempts, sentAt, gaveUpAt, dueAt, lastError } = afterAttempt(waiting, attempt, work.now)
  if (sentAt === null && gaveUpAt === null && dueAt !== null) {
    await delayLetter(work, letter.id, attempts, dueAt)
    return
  }
  await deleteLetter(work, letter.id)
  if (gaveUpAt !== null) {
    await noteUndelivered(work, letter.wave_id, letter.school, lastError ?? 'unknown')
  }
}
