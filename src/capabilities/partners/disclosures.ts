import { z } from 'zod'
import {
  type ByProgram,
  DisclosureRecall,
  DisclosureReply,
  NewDisclosure,
  readDisclosure,
  readSentByProgram,
  recallDisclosure,
  replyToQuestion,
  type SharingDesk,
  sendForProgram,
} from '#capabilities/sharing/index.ts'
import { isoInstant } from '#platform/dates.ts'
import { Problem } from '#platform/http/problem.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { byId, type Caller, type Operation, operation, pagingById, schema } from './operation.ts'
import { pageOf, sentPage } from './sent-page.ts'
import { findProgram, type Program } from './store-programs.ts'

const code = z.string().regex(/^[a-z-]{1,40}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const disclosure = schema(
  'Disclosure',
  z.strictObject({
    id: z.uuid(),
    reference: z.string(),
    state: code,
    to: z.string(),
    endOn: z.iso.date(),
    facts: z.int().min(1),
    /** the same number that the recipient has, over exactly what left */
    hash,
    happenings: z.array(
      z.strictObject({
        kind: code,
        at: z.iso.datetime(),
        by: z.string().optional(),
        words: z.string().optional(),
        /** how many facts of which kind the recipient had taken into files */
        taken: z.array(z.strictObject({ kind: code, count: z.int().min(1) })).optional(),
      }),
    ),
  }),
)

const sending = { tag: 'disclosures', scope: 'deliveries:send', purpose: 'share' } as const
const writing = { ...sending, method: 'post', status: 201 } as const

const done = schema('DisclosureAct', z.strictObject({ id: z.uuid(), state: code }))

/**
 * Sending for somebody of the organisation, through the door of sharing: the same road, the same questions, the same
 * receipts. A program finds only what it sent itself.
 */
export const disclosureOperations = (desk: SharingDesk): readonly Operation[] => [
  operation({
    ...writing,
    id: 'sendDisclosure',
    path: '/disclosures',
    body: schema('NewDisclosure', NewDisclosure),
    answer: disclosure,
    does: {
      async within(work, { body: asked, caller, language }) {
        const program = await liveProgram(work, caller)
        if (!program.lines.includes(asked.line)) {
          throw new Problem('not-allowed', { code: 'line-not-given' })
        }
        const { id, name } = program
        const sent = await sendForProgram(work, desk, { program: { id, name }, asked, language })
        if (!sent.ok) {
          const errors = sent.wrong.map(({ at, code, says }) => ({
            ...{ in: 'body', location: `#/${at.join('/')}`, code, detail: says.slice(0, 500) },
          }))
          const roads = sent.roads.map((road) => ({
            ...{ id: road.id, name: road.name[language], given: program.lines.includes(road.id) },
          }))
          throw new Problem('invalid', { code: 'may-not-leave', errors, besides: { roads } })
        }
        const by = byProgram(program, asked.decidedBy)
        return answerFor(work, desk, { id: sent.id, by })
      },
    },
  }),
  operation({
    ...sending,
    method: 'get',
    status: 200,
    id: 'listDisclosures',
    path: '/disclosures',
    query: pagingById,
    answer: sentPage,
    does: {
      within: async (work, { query: { after, limit }, caller }) =>
        pageOf('/disclosures', await readSentByProgram(work, caller.programId, { after, limit })),
    },
  }),
  operation({
    ...sending,
    method: 'get',
    status: 200,
    id: 'readDisclosure',
    path: '/disclosures/{id}',
    params: byId,
    answer: disclosure,
    does: {
      async within(work, { params: { id }, caller }) {
        return answerFor(work, desk, { id, by: byProgram(await liveProgram(work, caller)) })
      },
    },
  }),
  operation({
    ...writing,
    id: 'replyToDisclosure',
    path: '/disclosures/{id}/replies',
    params: byId,
    body: schema('DisclosureReply', DisclosureReply),
    answer: done,
    does: {
      async within(work, { params: { id }, body: { words, decidedBy }, caller, language }) {
        const by = byProgram(await liveProgram(work, caller), decidedBy)
        await replyToQuestion(work, desk, { id, language, by }, { words })
        return { id, state: 'delivered' }
      },
    },
  }),
  operation({
    ...writing,
    id: 'recallDisclosure',
    path: '/disclosures/{id}/recall',
    params: byId,
    body: schema('DisclosureRecall', DisclosureRecall),
    answer: done,
    does: {
      async within(
        work,
        { params: { id }, body: { words, because, decidedBy }, caller, language },
      ) {
        const by = byProgram(await liveProgram(work, caller), decidedBy)
        await recallDisclosure(work, desk, { id, language, by }, { words, because })
        return { id, state: 'recalled' }
      },
    },
  }),
]

/** As it is let in at this moment: what was taken from it counts at once. */
export async function liveProgram(work: Work, { programId }: Caller): Promise<Program> {
  const program = await findProgram(work, programId)
  return program && !program.endedAt ? program : refuse('not-found', 'no-such-program')
}

const nobody = { function: '', reference: '' }

const byProgram = (
  { id, name }: Program,
  decidedBy: Pick<ByProgram, 'function' | 'reference'> = nobody,
): ByProgram => ({ programId: id, program: name, ...decidedBy })

/** Its state, everything that happened and the receipt; of what left only the hash: the program has the words. */
async function answerFor(
  work: Work,
  desk: SharingDesk,
  { id, by }: { readonly id: string; readonly by: ByProgram },
) {
  const one = await readDisclosure(work, desk, { id, language: 'nl', by })
  return {
    ...{ id, reference: one.reference, state: one.state, to: one.to?.name, endOn: one.endOn },
    ...{ facts: one.facts, hash: one.hash },
    happenings: one.happenings.map(({ kind, at, by: who, words }) => ({
      ...{ kind, at: isoInstant(at) },
      ...(who ? { by: who } : {}),
      ...(words?.text ? { words: words.text } : {}),
      ...(words?.taken ? { taken: words.taken } : {}),
    })),
  }
}
