import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import type { HouseEnv } from '#platform/http/house-env.ts'

export type Listening = {
  readonly port: number
  /** Ends kept-open connections; requests under way get their answer first. */
  close(): Promise<void>
}

type Options = { app: Pick<Hono<HouseEnv>, 'fetch'>; port: number; host: string }

/** The port could not be opened; `code` is the system's, such as EADDRINUSE for one that is taken. */
export class ListenProblem extends Error {
  readonly code: string

  constructor(cause: NodeJS.ErrnoException) {
    super(cause.message, { cause })
    this.code = cause.code ?? 'unknown'
  }
}

/** Opens the port. Rejects with a ListenProblem. */
export function listen({ app, port, host }: Options): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, port, hostname: host }, (address) => {
      resolve({ port: address.port, close: () => close(server) })
    })
    server.once('error', (error) => reject(new ListenProblem(error)))
  })
}

/** How long an answer under way may still take, in milliseconds. */
const patience = 5_000

function close(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    const impatient = setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, patience)
    impatient.unref()
  })
}
