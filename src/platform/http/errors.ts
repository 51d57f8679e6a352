import { html } from 'hono/html'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { places } from '#design/page/places.ts'
import { isApi } from '#platform/http/api-path.ts'
import { heldFields, heldFormPage, holdsAnything, mayHoldFile } from '#platform/http/held-form.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { TooMany } from '#platform/http/limit.ts'
import { Problem, type ProblemKind, problemDocument } from '#platform/http/problem.ts'
import { type Respond, SignInFirst } from '#platform/http/respond.ts'
import { words as t } from '#platform/http/words.ts'
import { link } from '#platform/language.ts'
import { type Log, loggable } from '#platform/log.ts'
import { Refusal, type RefusalKind } from '#platform/refusal.ts'

type Answer = {
  status: ContentfulStatusCode
  title: string
  text: string
  /** the same for a program */
  kind: ProblemKind
  code?: string
}

/** Turns whatever was thrown into a plain page, or a problem document for the API. */
export function errorHandler(respond: Respond, log: Log) {
  return async (error: Error, c: HouseContext): Promise<Response> => {
    if (error instanceof Problem) return problemDocument(c, error.kind, error.more)
    if (error instanceof SignInFirst) return askToProve(c, respond, 'sign-in')
    if (error instanceof Refusal && error.kind === 'step-up') {
      return askToProve(c, respond, 'step-up')
    }
    const answer = answerTo(error, c)
    if (answer.status === 500)
      log.error({ requestId: c.get('requestId'), ...loggable(error) }, 'defect')
    if (error instanceof TooMany) c.header('Retry-After', String(error.seconds))
    return send(c, respond, answer)
  }
}

export const notFoundHandler = (respond: Respond) => (c: HouseContext) =>
  send(c, respond, answerTo(new Refusal('not-found', 'no-such-page'), c))

async function send(c: HouseContext, respond: Respond, answer: Answer): Promise<Response> {
  if (isApi(c.req.path)) {
    return problemDocument(c, answer.kind, answer.code ? { code: answer.code } : {})
  }
  const words = t(c.get('language'))
  return respond(c, {
    status: answer.status,
    title: answer.title,
    content: html`<h1 class="heading-1">${answer.title}</h1>
<p>${answer.text}</p>${answer.status === 500 ? html`\n<p>${words.reference}: <strong>${c.get('requestId')}</strong></p>` : ''}
<p><a class="link" href="${link(c.get('language'), '/')}">${words.home}</a></p>`,
  })
}

function answerTo(error: Error, c: HouseContext): Answer {
  const words = t(c.get('language'))
  if (error instanceof Refusal) {
    const by: Record<RefusalKind, [ContentfulStatusCode, string, string]> = {
      'not-found': [404, words.notFound, words.notFoundText],
      'not-allowed': [403, words.notAllowed, words.notAllowedText],
      'step-up': [403, words.notAllowed, words.notAllowedText],
      conflict: [409, words.conflict, words.conflictText],
      invalid: [422, words.invalid, words.invalidText],
    }
    const [status, title, text] = by[error.kind]
    const kind = error.kind === 'step-up' ? 'not-allowed' : error.kind
    return { status, kind, code: error.because, title, text }
  }
  if (error instanceof TooMany) {
    const text = words.tooManyText(error.seconds)
    return { status: 429, kind: 'too-many-requests', title: words.tooMany, text }
  }
  if (error instanceof HTTPException) {
    if (error.status === 413) {
      return { status: 413, kind: 'too-large', title: words.tooLarge, text: words.tooLargeText }
    }
    if (error.status === 403) {
      return { status: 403, kind: 'other-site', title: words.otherSite, text: words.otherSiteText }
    }
    if (error.status < 500) {
      return { status: 400, kind: 'invalid-input', title: words.invalid, text: words.invalidText }
    }
  }
  return { status: 500, kind: 'defect', title: words.broken, text: words.brokenText }
}

/**
 * A page is shown after proving who one is; a form comes back at once with everything in it. Somebody
 * who is not signed in and sent nothing worth keeping is just led to the door.
 */
async function askToProve(
  c: HouseContext,
  respond: Respond,
  why: 'sign-in' | 'step-up',
): Promise<Response> {
  const language = c.get('language')
  const held = await heldFields(c)
  const path = c.req.path + new URL(c.req.url).search
  const withFile = held !== undefined && mayHoldFile(c)
  if (held && (why === 'step-up' || withFile || holdsAnything(held.typed))) {
    return respond(c, { ...heldFormPage(language, { why, path, ...held, withFile }), status: 403 })
  }
  const to = why === 'sign-in' ? places.signIn : places.confirm
  const back = c.req.method === 'GET' ? path : '/'
  return c.redirect(link(language, `${to}?naar=${encodeURIComponent(back)}`), 303)
}
