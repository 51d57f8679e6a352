import { z } from 'zod'
import { recipientsOn, roadsFor, type SharingDesk } from '#capabilities/sharing/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { liveProgram } from './disclosures.ts'
import { type Operation, operation, schema } from './operation.ts'
import { paths } from './paths.ts'

const code = z.string().regex(/^[a-z0-9-]{1,100}$/)
const codes = z.array(code)

const line = schema(
  'SharingLine',
  z.strictObject({
    id: code,
    name: z.string(),
    limits: z.string(),
    aims: codes,
    facts: codes,
    /** the roles here in which it may be decided */
    roles: codes,
    to: z.array(z.strictObject({ kind: code, roles: codes })),
    questions: z.array(
      z.strictObject({
        id: code,
        ask: z.string(),
        answer: z.enum(['yes-no', 'words', 'choice']),
        choices: z.array(z.strictObject({ id: code, text: z.string() })).optional(),
        /** only asked after one of these choices */
        when: z.strictObject({ question: code, choices: codes }).optional(),
      }),
    ),
  }),
)

const asking = {
  tag: 'disclosures',
  method: 'get',
  scope: 'deliveries:send',
  purpose: 'share',
  status: 200,
} as const

/** What a program needs to know before it sends: the lines that were given to it, and whom they lead to. */
export const sharingLineOperations = (desk: SharingDesk): readonly Operation[] => [
  operation({
    ...asking,
    id: 'listSharingLines',
    path: '/sharing-lines',
    answer: schema('SharingLines', z.strictObject({ lines: z.array(line) })),
    does: {
      async within(work, { caller, language }) {
        const { lines } = await liveProgram(work, caller)
        return { lines: await roadsFor(work, desk, { lines, language }) }
      },
    },
  }),
  operation({
    ...asking,
    id: 'listRecipients',
    path: '/recipients',
    query: z.strictObject({
      line: code,
      /** a part of the name */
      name: z.string().max(100).default(''),
      after: z.uuid().optional(),
    }),
    answer: schema(
      'Recipients',
      z.strictObject({
        recipients: z.array(z.strictObject({ id: z.uuid(), kind: code, name: z.string() })),
        next: z.string().optional(),
      }),
    ),
    does: {
      async within(work, { query: { line, name, after }, caller }) {
        const { lines } = await liveProgram(work, caller)
        if (!lines.includes(line)) throw new Problem('not-allowed', { code: 'line-not-given' })
        const { parties, next } = await recipientsOn(work, desk, { line, part: name, after })
        const on = next && new URLSearchParams({ line, name, after: next })
        return {
          recipients: parties.map(({ id, kind, name }) => ({ id, kind, name })),
          ...(on ? { next: `${paths.api}/recipients?${on}` } : {}),
        }
      },
    },
  }),
]
