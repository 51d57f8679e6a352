import { findParty, type MessageHandler } from '#capabilities/sharing/index.ts'
import type { Role } from '#platform/actor.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { rolesThatAdvise, rolesThatAsk, rolesToldFirst } from './access.ts'
import { isAdviserAct, received } from './advice.ts'
import { AskBody, messageKinds, StepBody } from './advice-body.ts'
import { openAdvice, sealQuestion } from './advice-words.ts'
import type { AdviceDesk } from './desk.ts'
import {
  findWith,
  insertQuestion,
  isThere,
  noteUndeliveredQuestion,
  noteUndeliveredStep,
  standingOf,
  writeStep,
} from './store.ts'

type Told = {
  readonly template: 'advice-asked' | 'advice-answered' | 'advice-added'
  readonly code: string
}

/** What comes in about advice, on both sides. Each runs as `delivery` of whoever receives it. */
export const adviceHandlers = (desk: AdviceDesk): readonly MessageHandler[] => [
  receiveQuestion(desk) as MessageHandler,
  receiveStep(desk) as MessageHandler,
]

/** A question for who advises here. Where nobody does, whoever asked hears that it did not arrive. */
const receiveQuestion = (desk: AdviceDesk): MessageHandler<AskBody> => ({
  kind: messageKinds.ask,
  schema: AskBody,
  async receive(work, { from, leftAt, body: { question, code, ...words } }) {
    const kind = await ownKind(work)
    const advisers = await peopleWith(work, desk, rolesThatAdvise(kind))
    if (advisers.length === 0) refuse('conflict', 'nobody-advises')
    if (await isThere(work, question)) refuse('conflict', 'known-question')
    const { wrappedKey, sealed } = await sealQuestion(work, desk, question, words)
    await insertQuestion(work, {
      id: question,
      side: 'received',
      other_id: from,
      code,
      asked_at: leftAt,
      content_key: wrappedKey,
      content: sealed,
    })
    const first = await peopleWith(work, desk, rolesToldFirst(kind))
    await tellAll(work, desk, first.length > 0 ? first : advisers, {
      template: 'advice-asked',
      code,
    })
    work.audit({ act: 'advice.receive', subject: question, details: { from } })
  },
  async settled(work, { about, receipt }) {
    if (receipt.outcome === 'received' || !about) return
    const row = await noteUndeliveredQuestion(work, about, receipt.because)
    if (row) await tellAsker(work, desk, row)
    work.audit({ act: 'advice.undelivered', subject: about })
  },
})

/** What the other side said or did. */
const receiveStep = (desk: AdviceDesk): MessageHandler<StepBody> => ({
  kind: messageKinds.step,
  schema: StepBody,
  async receive(work, { from, body: { question, step, act, text, to } }) {
    const side = isAdviserAct(act) ? 'asked' : 'received'
    const row =
      (await findWith(work, { id: question, side, other: from })) ??
      refuse('not-found', 'no-such-question')
    const stood = received(standingOf(row), { id: step, act, to })
    if (!stood.ok) return refuse('conflict', stood.because)
    const sealing = await openAdvice(work, desk, row)
    await writeStep(work, row, {
      standing: stood.standing,
      step: {
        id: step,
        act,
        by: undefined,
        content: sealing.sealStep(step, { text, ...(to ? { to } : {}) }),
      },
    })
    if (side === 'asked' && act !== 'take') await tellAsker(work, desk, row)
    if (side === 'received') await tellHolder(work, desk, row)
    work.audit({ act: `advice.receive-${act}`, subject: question, details: { from } })
  },
  async settled(work, { about, receipt }) {
    if (receipt.outcome === 'received' || !about) return
    await noteUndeliveredStep(work, about, receipt.because)
    work.audit({ act: 'advice.step-undelivered', subject: about })
  },
})

async function ownKind(work: Work) {
  const own = await findParty(work, work.actor.organisationId)
  return own?.kind ?? refuse('not-found', 'no-such-organisation')
}

const peopleWith = async (work: Work, { colleagues }: AdviceDesk, roles: readonly Role[]) =>
  roles.length === 0 ? [] : (await colleagues(work, roles)).map(({ personId }) => personId)

async function tellAll(
  work: Work,
  { tell }: AdviceDesk,
  people: readonly string[],
  { template, code }: Told,
): Promise<void> {
  for (const to of people) await tell(work, { to, template, reference: code })
}

/** Whoever asked; when they do not do that work here any more, all who may ask. */
async function tellAsker(
  work: Work,
  desk: AdviceDesk,
  { asked_by, code }: { asked_by: string | null; code: string },
): Promise<void> {
  const askers = await peopleWith(work, desk, rolesThatAsk(await ownKind(work)))
  const still = askers.filter((one) => one === asked_by)
  const to = still.length > 0 ? still : askers
  await tellAll(work, desk, to, { template: 'advice-answered', code })
}

async function tellHolder(
  work: Work,
  desk: AdviceDesk,
  { holder_id, code }: { holder_id: string | null; code: string },
): Promise<void> {
  const kind = await ownKind(work)
  const advisers = await peopleWith(work, desk, rolesThatAdvise(kind))
  const still = advisers.filter((one) => one === holder_id)
  const first = still.length > 0 ? still : await peopleWith(work, desk, rolesToldFirst(kind))
  await tellAll(work, desk, first.length > 0 ? first : advisers, { template: 'advice-added', code })
}
