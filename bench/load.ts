import { Agent, request as httpRequest } from 'node:http'

/** One request as a browser would send it: a page, or a form with its fields. */
export type Ask = {
  readonly path: string
  readonly cookie?: string
  readonly form?: Readonly<Record<string, string>>
  readonly accept?: string
}

export type Answer = {
  readonly status: number
  readonly location: string
  readonly encoding: string
  readonly body: Buffer
}

export type Send = (ask: Ask) => Promise<Answer>

export type Sender = { readonly send: Send; close(): void }

/** Keeps its connections open between requests, as browsers do. Loopback only. */
export function openSender(port: number, connections: number): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const origin = `http://127.0.0.1:${port}`
  const send: Send = ({ path, cookie, form, accept }) =>
    new Promise((resolve, reject) => {
      const body = form && new URLSearchParams(form).toString()
      const headers: Record<string, string | number> = {
        ...(cookie ? { cookie } : {}),
        ...(accept ? { 'accept-encoding': accept } : {}),
        ...(body === undefined
          ? {}
          : {
              origin,
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': Buffer.byteLength(body),
            }),
      }
      const method = body === undefined ? 'GET' : 'POST'
      const sent = httpRequest({ agent, host: '127.0.0.1', port, path, method, headers })
      sent.on('error', reject)
      sent.on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location ?? '',
            encoding: response.headers['content-encoding'] ?? '',
            body: Buffer.concat(parts),
          }),
        )
      })
      sent.end(body)
    })
  return { send, close: () => agent.destroy() }
}

export type Load = {
  readonly clients: number
  readonly seconds: number
  /** One operation; throws when it did not do what it should. `turn` counts up over all clients. */
  readonly act: (turn: number) => Promise<void>
  /** ends the load early when there is nothing left to do */
  readonly most?: number
}

export type Measured = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly done: number
  readonly errors: number
  readonly firstError: string | undefined
}

/** Each client asks again as soon as it was answered, until the time is up. Times in milliseconds. */
export async function load({ clients, seconds, act, most = Infinity }: Load): Promise<Measured> {
  const times: number[] = []
  let turn = 0
  let errors = 0
  let firstError: string | undefined
  const started = performance.now()
  const end = started + seconds * 1000
  const client = async () => {
    while (turn < most && performance.now() < end) {
      const mine = turn++
      const begun = performance.now()
      try {
        await act(mine)
        times.push(performance.now() - begun)
      } catch (error) {
        errors += 1
        firstError ??= (error as Error).message
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const elapsed = (performance.now() - started) / 1000
  return { ...summary(times), perSecond: times.length / elapsed, errors, firstError }
}

export function summary(times: number[]) {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), done: sorted.length }
}

/** The middle one: a neighbour's busy second on a shared machine does not decide it. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** Refuses any other answer, with enough of it to see what went wrong. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer
  const title = /<title>([^<]*)/.exec(answer.body.toString())?.[1] ?? ''
  throw new Error(`${answer.status} instead of ${status} ${answer.location}${title}`)
}
