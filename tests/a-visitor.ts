import { randomInt } from 'node:crypto'

/** One request and everything that came back, as somebody who looks over the shoulder would see it. */
export type Exchange = {
  readonly method: string
  readonly url: string
  readonly status: number
  readonly headers: Headers
  readonly location: string
  readonly cookies: readonly string[]
  readonly body: string
  /** what was sent along, to send it again; nothing when it was not text */
  readonly request: { readonly headers: Headers; readonly body: string | undefined }
}

export type Visitor = {
  readonly origin: string
  get(path: string, headers?: Record<string, string>): Promise<Exchange>
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Exchange>
  send(path: string, init?: RequestInit): Promise<Exchange>
  /** cookies by name, as this browser holds them */
  readonly jar: Map<string, string>
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

type Options = {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly origin: string
  readonly heard?: (exchange: Exchange) => void
}

/** A browser without eyes: keeps cookies, sends forms, follows nothing by itself. Each has its own address. */
export function aVisitor({ fetch, origin, heard }: Options): Visitor {
  const jar = new Map<string, string>()
  const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`

  async function send(path: string, init: RequestInit = {}): Promise<Exchange> {
    const url = new URL(path, origin).href
    const headers = new Headers(init.headers)
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    if (cookies && !headers.has('cookie')) headers.set('cookie', cookies)
    if (!headers.has('x-forwarded-for')) headers.set('x-forwarded-for', address)
    const response = await fetch(new Request(url, { ...init, headers }))
    for (const line of response.headers.getSetCookie()) keep(line)
    const exchange = {
      method: init.method ?? 'GET',
      url,
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location') ?? '',
      cookies: response.headers.getSetCookie(),
      body: await response.text(),
      request: { headers, body: typeof init.body === 'string' ? init.body : undefined },
    }
    heard?.(exchange)
    return exchange
  }

  function keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (name === undefined) return
    if (!value || /max-age=0/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }

  return {
    origin,
    jar,
    send,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, fields = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
        body: bodyOf(fields),
      }),
  }
}

export function bodyOf(fields: Fields): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) body.append(name, each)
  }
  return body.toString()
}
