import { newId } from '#platform/ids.ts'

/** Who follows which table over which connection; numbers only, no words. */
export type Follower = {
  readonly organisationId: string
  readonly intervisionId: string
  readonly personId: string
  /** the sign-in behind the connection */
  readonly token: string
}

/** Streams of one person at once; the oldest makes room, because it is most likely a dropped phone. */
const mostPerPerson = 4
/** Streams of one server process. */
const mostInAll = 20_000

type Open = Follower & {
  readonly id: string
  sent: number
  say(text: string): void
  isBehind(): boolean
  end(): void
}

export type Streams = {
  /** Nothing when the server holds as many as it can, or is stopping. */
  follow(follower: Follower, revision: number): ReadableStream<Uint8Array> | undefined
  /** A table is at this revision now. */
  changed(organisationId: string, intervisionId: string, revision: number): void
  /** Something to say that is no event, so that proxies keep the connection. */
  beat(): void
  endOf(token: string): void
  /** Somebody does not sit at this table any more. */
  gone(organisationId: string, intervisionId: string, personId: string): void
  followers(): readonly Follower[]
  close(): void
}

const encoder = new TextEncoder()

/** Milliseconds after which a browser tries again by itself. */
const retry = 2_000

const eventOf = (name: string, revision: number): string =>
  `event: ${name}\nid: ${revision}\ndata: ${revision}\n\n`

/** The open streams of this process. A stream says that something changed, and nothing else. */
export function openStreams(): Streams {
  const open = new Map<string, Open>()
  // By table, so that a change of one does not walk through all.
  const tables = new Map<string, Set<Open>>()
  let closed = false
  const tableOf = (organisationId: string, intervisionId: string) =>
    `${organisationId}:${intervisionId}`

  const forget = (stream: Open): void => {
    open.delete(stream.id)
    const name = tableOf(stream.organisationId, stream.intervisionId)
    const here = tables.get(name)
    here?.delete(stream)
    if (here?.size === 0) tables.delete(name)
  }
  const finish = (stream: Open, why: string): void => {
    forget(stream)
    stream.say(`event: ${why}\ndata: 0\n\n`)
    stream.end()
  }

  return {
    follow(follower, revision) {
      if (closed || open.size >= mostInAll) return undefined
      const mine = [...open.values()].filter(
        ({ personId, organisationId }) =>
          personId === follower.personId && organisationId === follower.organisationId,
      )
      for (const old of mine.slice(0, Math.max(0, mine.length - mostPerPerson + 1))) {
        finish(old, 'elsewhere')
      }
      let stream: Open | undefined
      return new ReadableStream<Uint8Array>({
        start(controller) {
          stream = {
            ...follower,
            id: newId(),
            sent: revision,
            say: (text) => controller.enqueue(encoder.encode(text)),
            isBehind: () => (controller.desiredSize ?? 0) < -64,
            end: () => controller.close(),
          }
          open.set(stream.id, stream)
          const name = tableOf(stream.organisationId, stream.intervisionId)
          tables.set(name, (tables.get(name) ?? new Set()).add(stream))
          stream.say(`retry: ${retry}\n${eventOf('changed', revision)}`)
        },
        cancel() {
          if (stream) forget(stream)
        },
      })
    },
    changed(organisationId, intervisionId, revision) {
      for (const stream of tables.get(tableOf(organisationId, intervisionId)) ?? []) {
        if (revision <= stream.sent) continue
        stream.sent = revision
        stream.say(eventOf('changed', revision))
      }
    },
    beat() {
      for (const stream of [...open.values()]) {
        // Whoever does not read is not worth an endless buffer: the browser begins again.
        if (stream.isBehind()) finish(stream, 'bye')
        else stream.say(': \n\n')
      }
    },
    endOf(token) {
      for (const stream of [...open.values()]) {
        if (stream.token === token) finish(stream, 'signed-out')
      }
    },
    gone(organisationId, intervisionId, personId) {
      for (const stream of [...(tables.get(tableOf(organisationId, intervisionId)) ?? [])]) {
        if (stream.personId === personId) finish(stream, 'gone')
      }
    },
    followers: () => [...open.values()],
    close() {
      closed = true
      for (const stream of [...open.values()]) finish(stream, 'bye')
    },
  }
}
