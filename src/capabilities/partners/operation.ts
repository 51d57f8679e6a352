/** What a program can ask: one description that checks the request, makes the answer and is published. */
import { z } from 'zod'
import type { Purpose } from '#platform/actor.ts'
import type { Language } from '#platform/language.ts'
import type { Work } from '#platform/work.ts'
import type { Scope } from './program.ts'

/** Which program asks, for which organisation. */
export type Caller = { readonly organisationId: string; readonly programId: string }

type Shape = z.ZodObject | undefined
type Read<S extends Shape> = S extends z.ZodObject ? z.output<S> : undefined

export type Asked<Params extends Shape, Query extends Shape, Body extends Shape> = {
  readonly params: Read<Params>
  readonly query: Read<Query>
  readonly body: Read<Body>
  readonly caller: Caller
  /** in which sentences are answered */
  readonly language: Language
}

export type OperationWords = { readonly summary: string; readonly description: string }

export type Operation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
> = {
  /** its name in the description, and in `messages.*.ts` */
  readonly id: string
  readonly tag: string
  readonly method: 'get' | 'post'
  /** below /api/v1, as OpenAPI writes it: `/events/{id}` */
  readonly path: string
  readonly scope: Scope
  readonly purpose: Purpose
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly answer: z.ZodObject
  readonly status: 200 | 201
  readonly contentType?: string
  /**
   * How it is done. `within`: as the organisation of the program, in the transaction that found its token; a
   * write is remembered under its Idempotency-Key. `across`: after that, on its own, for what has another way
   * of happening once.
   */
  readonly does:
    | { readonly within: (work: Work, asked: Asked<Params, Query, Body>) => Promise<unknown> }
    | {
        readonly across: (asked: Asked<Params, Query, Body>, requestId: string) => Promise<unknown>
      }
}

/** Keeps the types of one operation together; a list of them forgets which is which. */
export const operation = <
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
>(
  one: Operation<Params, Query, Body>,
): Operation => one as unknown as Operation

const named = z.registry<{ id: string }>()

/** A schema under a name of its own in the description. */
export function schema<S extends z.ZodType>(id: string, one: S): S {
  named.add(one, { id })
  return one
}

/** The schemas that have a name. */
export const namedSchemas = () => named

/** An id in the address, such as that of a delivery. */
export const byId = z.strictObject({ id: z.uuid() })

const mostOnPage = 100

/** Where a list goes on, and how much of it comes at once. */
export const paging = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(mostOnPage).default(50),
})

/** The same for a list that goes on after an id. */
export const pagingById = paging.extend({ after: z.uuid().optional() })

/** Words that somebody reads: no sign that a database cannot keep, no half character. */
export const writtenText = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000') && text.trim() !== '')
