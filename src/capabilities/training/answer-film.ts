import { sendMessage } from '#capabilities/sharing/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { TrainingDesk } from './desk.ts'
import type { FilmAnswerMessage } from './film.ts'
import { lending } from './film-access.ts'
import { filmKinds } from './film-kinds.ts'
import { findLoan, updateLoan } from './film-store.ts'
import { sealAnswer } from './film-words.ts'

/** Answers a request: lent until a day, or not now because. Once; the asker reads it. */
export async function answerFilm(
  work: Work,
  { keyring }: Pick<TrainingDesk, 'keyring'>,
  id: string,
  given: Omit<FilmAnswerMessage, 'request'>,
): Promise<void> {
  const { personId } = lending(work)
  const loan = (await findLoan(work, id, true)) ?? refuse('not-found', 'no-such-request')
  if (loan.state !== 'waiting') refuse('conflict', 'answered-already')
  await updateLoan(work, id, {
    state: given.answer,
    answered_by: personId,
    answered_at: work.now.toString(),
    lent_until: given.lentUntil,
    answer: await sealAnswer(work, keyring, loan, given.words),
  })
  const { from_id: to, request_id: request } = loan
  work.audit({ act: 'training.answer-film', subject: id, details: { to, answer: given.answer } })
  const body = { request, ...given }
  await sendMessage(work, { keyring }, { to, kind: filmKinds.answer, about: id, body })
}
