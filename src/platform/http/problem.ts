import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { HouseContext } from '#platform/http/house-env.ts'
import { words } from '#platform/http/words.ts'

/** What can be wrong with what a program asked, and the status that says so. */
const statuses = {
  'invalid-input': 400,
  'key-missing': 400,
  unauthenticated: 401,
  'not-allowed': 403,
  'scope-missing': 403,
  'other-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'key-reused': 422,
  'too-many-requests': 429,
  defect: 500,
} as const satisfies Record<string, ContentfulStatusCode>

export type ProblemKind = keyof typeof statuses

/** Every kind with its status, for the page that explains them. */
export const problemKinds = Object.entries(statuses) as readonly (readonly [
  ProblemKind,
  ContentfulStatusCode,
])[]

type More = {
  /** the exact reason, when the kind does not say it: the code of a refusal */
  readonly code?: string
  readonly headers?: Readonly<Record<string, string>>
  /** what was wrong with the input, field by field */
  readonly errors?: readonly unknown[]
  /** members of its own, for what a program needs to go on (RFC 9457 section 3.2) */
  readonly besides?: Readonly<Record<string, unknown>>
}

/** Thrown by whatever answers programs; the house turns it into a problem document. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly more: More
  constructor(kind: ProblemKind, more: More = {}) {
    super(kind)
    this.kind = kind
    this.more = more
  }
}

const problemType = (kind: ProblemKind): string => `/voor-programmas#${kind}`

/**
 * source: RFC 9457, problem details for HTTP APIs. `type` leads to the explanation of this kind; `code` is
 * the exact reason; `instance` is the number under which we find it in our log.
 */
export function problemDocument(
  c: HouseContext,
  kind: ProblemKind,
  { code, headers = {}, errors, besides = {} }: More = {},
): Response {
  const language = c.get('language')
  const status = statuses[kind]
  const body = {
    type: problemType(kind),
    status,
    ...words(language).problems[kind],
    code: code ?? kind,
    instance: c.get('requestId'),
    ...(errors ? { errors } : {}),
    ...besides,
  }
  return c.body(JSON.stringify(body), status, {
    ...headers,
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
    Vary: 'Accept-Language',
  })
}
