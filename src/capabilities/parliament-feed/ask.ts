import type { Temporal } from '#platform/clock.ts'
import { InnerAddress } from '#platform/public-fetch.ts'
import { readRetryAfter } from './pace.ts'

type Asked = {
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** How this server goes out: public addresses only, nothing followed. */
export type Reach = (address: string, asked: Asked) => Promise<Response>

/** What a server says of a page, to ask whether it changed. */
export type Validators = {
  readonly etag?: string | undefined
  readonly modified?: string | undefined
}

export type Answer =
  | { readonly kind: 'page'; readonly body: string; readonly validators: Validators }
  /** it did not change since we asked last */
  | { readonly kind: 'same' }
  /** may well go another time; `after`: seconds that were asked for */
  | { readonly kind: 'later'; readonly because: string; readonly after?: number | undefined }
  /** asking the same again makes no sense */
  | { readonly kind: 'stop'; readonly because: string }

type Question = Validators & {
  readonly address: string
  /** the mail address at which the House reaches who runs this program */
  readonly contact: string
  readonly signal: AbortSignal
  readonly now: Temporal.Instant
}

const mayGoLater: readonly number[] = [408, 429, 500, 502, 503, 504]

/** Asks for one page, once. */
export async function ask(
  reach: Reach,
  { address, contact, etag, modified, signal, now }: Question,
): Promise<Answer> {
  const headers = {
    accept: 'application/json, application/atom+xml',
    'user-agent': `Oogmerk (+mailto:${contact})`,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(modified ? { 'if-modified-since': modified } : {}),
  }
  try {
    const answer = await reach(address, { headers, signal })
    const { status } = answer
    if (status === 304) return { kind: 'same' }
    if (status === 200) {
      const validators = {
        etag: answer.headers.get('etag') ?? undefined,
        modified: answer.headers.get('last-modified') ?? undefined,
      }
      return { kind: 'page', body: await answer.text(), validators }
    }
    const because = `answered-${status}`
    if (!mayGoLater.includes(status)) return { kind: 'stop', because }
    return { kind: 'later', because, after: readRetryAfter(answer.headers.get('retry-after'), now) }
  } catch (error) {
    if (error instanceof InnerAddress) return { kind: 'stop', because: 'inner-address' }
    return { kind: 'later', because: signal.aborted ? 'too-slow' : 'not-reached' }
  }
}
