import pg from 'pg'
import type { Pool } from '#platform/database.ts'

/** What a commit on any server process tells all of them, over one connection of our own. */
export type Notices = {
  /** Listens from the first call on. Calls again after each reconnection with nothing: look for yourself. */
  listen(): void
  close(): Promise<void>
}

type Options = {
  readonly pool: Pool
  readonly channel: string
  /** a payload; nothing when notices may have been missed */
  readonly heard: (payload: string | undefined) => void
  readonly failed: (error: unknown) => void
}

/** Milliseconds before trying again: at once after a hiccup, seldom while the database is away. */
const soonest = 250
const latest = 10_000

/** The connection is made with the settings of the pool, and is never one of its own. */
export function openNotices({ pool, channel, heard, failed }: Options): Notices {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let listening = false
  let closed = false
  let wait = soonest

  const again = (): void => {
    client = undefined
    if (closed) return
    timer = setTimeout(connect, wait)
    wait = Math.min(latest, wait * 2)
  }

  function connect(): void {
    const mine = new pg.Client({ ...pool.options, pipeline: false })
    client = mine
    let over = false
    const lost = (error?: unknown) => {
      if (over) return
      over = true
      if (error && !closed) failed(error)
      mine.end().catch(() => {})
      again()
    }
    mine.on('error', lost)
    mine.on('end', () => lost())
    mine.on('notification', ({ payload }) => heard(payload))
    mine
      .connect()
      .then(() => mine.query(`listen ${pg.escapeIdentifier(channel)}`))
      .then(() => {
        wait = soonest
        heard(undefined)
      })
      .catch(lost)
  }

  return {
    listen() {
      if (listening || closed) return
      listening = true
      connect()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
