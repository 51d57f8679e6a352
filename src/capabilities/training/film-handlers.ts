import type { MessageHandler } from '#capabilities/sharing/index.ts'
import { dutchDay } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { refuse } from '#platform/refusal.ts'
import type { TrainingDesk } from './desk.ts'
import { FilmAnswerMessage, FilmRequestMessage, FilmReturnMessage, lastLoanDay } from './film.ts'
import { filmKinds } from './film-kinds.ts'
import { insertLoan, isExpertGroup, listExperts, lockRequest, updateRequest } from './film-store.ts'
import { sealAnswer, sealQuestion } from './film-words.ts'

type Parts = Pick<TrainingDesk, 'keyring' | 'tell'>

/** The expert group receives a request, and its contact persons hear that there is one. */
export const filmRequestHandler = ({
  keyring,
  tell,
}: Parts): MessageHandler<FilmRequestMessage> => ({
  kind: filmKinds.request,
  schema: FilmRequestMessage,
  async receive(work, { from, body: { request, ...question } }) {
    if (!(await isExpertGroup(work, work.actor.organisationId))) {
      refuse('not-allowed', 'no-expert-group')
    }
    const id = newId()
    await insertLoan(work, {
      id,
      from_id: from,
      request_id: request,
      ...(await sealQuestion(work, keyring, id, question)),
    })
    for (const to of await listExperts(work)) {
      await tell(work, { to, template: 'film-asked', reference: '' })
    }
    work.audit({ act: 'training.film-asked', subject: id, details: { from } })
  },
  async settled(work, { about, to, receipt }) {
    if (receipt.outcome !== 'refused' || !about) return
    const row = await lockRequest(work, about, to)
    if (row?.state !== 'asked') return
    await updateRequest(work, row.id, { state: 'undelivered' })
    await tell(work, { to: row.asked_by, template: 'film-answered', reference: '' })
    work.audit({ act: 'training.film-undelivered', subject: row.id })
  },
})

/** Who asked receives the answer of the group that was asked, and of no other. */
export const filmAnswerHandler = ({ keyring, tell }: Parts): MessageHandler<FilmAnswerMessage> => ({
  kind: filmKinds.answer,
  schema: FilmAnswerMessage,
  async receive(work, { from, body: { request, answer, lentUntil, words } }) {
    const row = (await lockRequest(work, request, from)) ?? refuse('not-found', 'no-such-request')
    if (row.state !== 'asked') refuse('conflict', 'answered-already')
    if (lentUntil && lentUntil > lastLoanDay(dutchDay(work.now))) refuse('invalid', 'date-too-far')
    await updateRequest(work, request, {
      state: answer,
      answered_at: work.now.toString(),
      lent_until: lentUntil,
      answer: await sealAnswer(work, keyring, row, words),
    })
    await tell(work, { to: row.asked_by, template: 'film-answered', reference: '' })
    work.audit({ act: 'training.film-answered', subject: request, details: { from, answer } })
  },
})

/** Who borrowed the film reads that it arrived. */
export const filmReturnHandler: MessageHandler<FilmReturnMessage> = {
  kind: filmKinds.back,
  schema: FilmReturnMessage,
  async receive(work, { from, body: { request, on } }) {
    const row = (await lockRequest(work, request, from)) ?? refuse('not-found', 'no-such-request')
    if (row.state !== 'lent') refuse('conflict', 'not-lent')
    await updateRequest(work, request, { state: 'returned', returned_on: on })
    work.audit({ act: 'training.film-back', subject: request, details: { from } })
  },
}
