import { sendMessage } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TrainingDesk } from './desk.ts'
import { lending } from './film-access.ts'
import { filmKinds } from './film-kinds.ts'
import { findLoan, updateLoan } from './film-store.ts'

/** The copy is back today; who borrowed it reads that too. Once: when it came back before, nothing changes. */
export async function takeFilmBack(
  work: Work,
  { keyring }: Pick<TrainingDesk, 'keyring'>,
  id: string,
): Promise<void> {
  lending(work)
  const loan = (await findLoan(work, id, true)) ?? refuse('not-found', 'no-such-request')
  if (loan.state === 'returned') {
    work.audit({ act: 'training.take-film-back-again', subject: id })
    return
  }
  if (loan.state !== 'lent') refuse('conflict', 'not-lent')
  const on = dutchDay(work.now)
  await updateLoan(work, id, { state: 'returned', returned_on: on })
  const { from_id: to, request_id: request } = loan
  work.audit({ act: 'training.take-film-back', subject: id, details: { from: to } })
  const body = { request, on }
  await sendMessage(work, { keyring }, { to, kind: filmKinds.back, about: id, body })
}
