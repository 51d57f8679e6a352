import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import { openJson, sealJson } from '#platform/crypto.ts'
import type { HouseContext, HouseEnv } from '#platform/http/house-env.ts'
import { limit } from '#platform/http/limit.ts'
import { Problem } from '#platform/http/problem.ts'
import { hashToken } from '#platform/http/session-cookie.ts'
import type { Keyring } from '#platform/keyring.ts'
import type { Language } from '#platform/language.ts'
import type { InTransaction, Work } from '#platform/work.ts'
import { asProgramOf } from './access.ts'
import { apiVersion } from './description.ts'
import type { Asked, Caller, Operation } from './operation.ts'
import { paths } from './paths.ts'
import { organisationOfToken } from './program.ts'
import { jsonIn } from './read-json.ts'
import { claimAnswer, findAnswer, keepAnswer } from './store-answers.ts'
import { findLiveToken } from './store-tokens.ts'

type Parts = {
  readonly inTransaction: InTransaction
  readonly keyring: Keyring
  readonly operations: readonly Operation[]
  /** requests of one program in a minute */
  readonly perMinute: number
}

type Read = Asked<undefined, undefined, undefined>
type Answered = { readonly status: number; readonly answer: unknown }

/** Every operation at its address. */
export function apiRoutes(parts: Parts): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.use('/api/*', alwaysSaid)
  const programs = new WeakMap<HouseContext, string>()
  const counted = limit({
    points: parts.perMinute,
    seconds: 60,
    key: (c) => programs.get(c) ?? 'unknown',
  })
  const count = async (c: HouseContext, { programId }: Caller) => {
    programs.set(c, programId)
    await counted(c, async () => {})
  }

  for (const one of parts.operations) {
    app.on(one.method.toUpperCase(), addressOf(one), async (c) => {
      const { status, answer } = await answerTo(c, one)
      // What was not described does not leave.
      const said = one.answer.parse(answer)
      return c.body(JSON.stringify(said), status as 200, {
        'Content-Type': one.contentType ?? 'application/json',
      })
    })
  }
  for (const address of new Set(parts.operations.map(addressOf))) {
    const allowed = parts.operations.filter((one) => addressOf(one) === address)
    const Allow = allowed.map(({ method }) => method.toUpperCase()).join(', ')
    app.all(address, () => {
      throw new Problem('method-not-allowed', { headers: { Allow } })
    })
  }
  return app

  async function answerTo(c: HouseContext, one: Operation): Promise<Answered> {
    const token = bearerIn(c)
    const organisationId = organisationOfToken(token) ?? unauthenticated('invalid_token')
    const act = <T>(verb: (work: Work) => Promise<T>) =>
      parts.inTransaction(asProgramOf(organisationId), one.purpose, verb, c.get('requestId'))
    const enter = async (work: Work): Promise<Caller> => {
      const live = (await findLiveToken(work, hashToken(token))) ?? unauthenticated('invalid_token')
      const caller = { organisationId, programId: live.programId }
      await count(c, caller)
      if (!live.scopes.includes(one.scope)) throw new Problem('scope-missing')
      return caller
    }
    const { does } = one
    if ('across' in does) {
      const caller = await act(enter)
      const asked = await read(c, one, caller)
      return { status: one.status, answer: await does.across(asked, c.get('requestId')) }
    }
    return act(async (work) => {
      const caller = await enter(work)
      const asked = await read(c, one, caller)
      const own = asProgram(work, caller)
      if (one.method === 'get') return { status: one.status, answer: await does.within(own, asked) }
      return once(c, own, asked, async () => ({
        status: one.status,
        answer: await does.within(own, asked),
      }))
    })
  }

  /** The same key again gets the same answer; what was refused was not done, and may be asked again. */
  async function once(
    c: HouseContext,
    work: Work,
    asked: Read,
    act: () => Promise<Answered>,
  ): Promise<Answered> {
    const { programId } = asked.caller
    const key = c.req.header('idempotency-key') ?? ''
    if (!/^[\w-]{8,100}$/.test(key)) throw new Problem('key-missing')
    const keyHash = sha256(key)
    const requestHash = sha256(JSON.stringify([c.req.method, c.req.path, asked.body ?? null]))
    const organisationKey = await parts.keyring.keyOf(work)
    const context = `partner-answer:${work.actor.organisationId}:${programId}:${keyHash.toString('hex')}`
    if (await claimAnswer(work, { programId, keyHash, requestHash })) {
      const done = await act()
      const answer = sealJson(organisationKey, done.answer, context)
      keepAnswer(work, { programId, keyHash, status: done.status, answer })
      return done
    }
    const before = await findAnswer(work, { programId, keyHash })
    if (!before?.answer || !before.request_hash.equals(requestHash)) throw new Problem('key-reused')
    work.audit({ act: 'partners.same-again' })
    return {
      status: before.status ?? 200,
      answer: openJson(organisationKey, before.answer, context),
    }
  }
}

export const addressOf = ({ path }: Pick<Operation, 'path'>): string =>
  paths.api + path.replace(/\{(\w+)\}/g, ':$1')

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Which program it was stands with everything that it did. */
const asProgram = (work: Work, { programId }: Caller): Work => ({
  ...work,
  audit: (event) => work.audit({ ...event, details: { ...event.details, program: programId } }),
})

const alwaysSaid = createMiddleware<HouseEnv>(async (c, next) => {
  c.header('API-Version', apiVersion)
  c.header('Content-Language', c.get('language'))
  c.header('Vary', 'Accept-Language')
  await next()
})

// source: RFC 6750 section 3: how to say that a token is needed, or is none
function unauthenticated(error: 'invalid_token' | 'invalid_request' | undefined): never {
  const because = error ? `, error="${error}"` : ''
  const headers = { 'WWW-Authenticate': `Bearer realm="oogmerk"${because}` }
  throw new Problem('unauthenticated', { headers })
}

function bearerIn(c: HouseContext): string {
  const said = c.req.header('authorization')
  const [, token] = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(said ?? '') ?? []
  return token ?? unauthenticated(said === undefined ? undefined : 'invalid_request')
}

/** The request as its operation describes it. Whatever else stands in it is refused. */
async function read(c: HouseContext, one: Operation, caller: Caller): Promise<Read> {
  const language = c.get('language')
  const part = (where: 'path' | 'query' | 'body', shape: z.ZodObject | undefined, given: unknown) =>
    checked(language, where, shape ?? z.strictObject({}), given)
  // An address that cannot be one of ours is not here: the same as one that is not yours.
  if (one.params && !one.params.safeParse(c.req.param()).success) throw new Problem('not-found')
  const params = one.params?.parse(c.req.param())
  const queries = Object.entries(c.req.queries()).map(([name, all]) => [
    name,
    all.length === 1 ? all[0] : all,
  ])
  const query = part('query', one.query, Object.fromEntries(queries))
  const body = one.method === 'get' ? undefined : part('body', one.body, await jsonIn(c))
  return { params, query, body, caller, language } as unknown as Read
}

const sentences = { nl: z.locales.nl().localeError, en: z.locales.en().localeError } as const

function checked(
  language: Language,
  where: 'path' | 'query' | 'body',
  shape: z.ZodObject,
  given: unknown,
): unknown {
  const result = shape.safeParse(given, { error: sentences[language] })
  if (result.success) return result.data
  const errors = result.error.issues.slice(0, 20).map(({ path, code, message }) => ({
    in: where,
    location: path.length > 0 ? `#/${path.map(String).join('/')}` : '#',
    code,
    detail: message.slice(0, 500),
  }))
  throw new Problem('invalid-input', { errors })
}
