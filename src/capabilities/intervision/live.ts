import type { Pool } from '#platform/database.ts'
import { isId } from '#platform/ids.ts'
import { openNotices } from '#platform/notices.ts'
import type { InTransaction } from '#platform/work.ts'
import { channel, findRevisions } from './store.ts'
import { listSeats } from './store-table.ts'
import { type Follower, openStreams, type Streams } from './streams.ts'

export type Live = {
  follow: Streams['follow']
  /** Ends the streams, so that a server can stop; nobody starts a new one. */
  end(): void
  close(): Promise<void>
}

type Parts = {
  readonly pool: Pool
  readonly inTransaction: InTransaction
  /** whether the sign-in behind this token still holds, without making it last longer */
  readonly stillSignedIn: (token: string) => Promise<boolean>
  readonly failed: (error: unknown) => void
}

/** Milliseconds between two heartbeats; the same beat looks whether people are still signed in. */
const beat = 15_000

/**
 * Tells open pages that their table changed, also when another server process changed it. No stream holds
 * a connection to the database. A notice that was lost is made good by the beat, which asks once per
 * organisation how far its tables are.
 */
export function openLive({ pool, inTransaction, stillSignedIn, failed }: Parts): Live {
  const streams = openStreams()
  const notices = openNotices({ pool, channel, failed, heard })
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined

  function heard(payload: string | undefined): void {
    if (payload === undefined) {
      look()
      return
    }
    const [organisationId = '', id = '', revision = '', personId = ''] = payload.split(':')
    if (!isId(organisationId) || !isId(id)) return
    if (revision === 'gone') streams.gone(organisationId, id, personId)
    else streams.changed(organisationId, id, Number(revision))
  }

  /** What a notice would have told, for the tables that somebody follows here. */
  function look(): void {
    looking ??= lookOnce()
      .catch(failed)
      .finally(() => {
        looking = undefined
      })
  }

  async function lookOnce(): Promise<void> {
    const byOrganisation = Map.groupBy(streams.followers(), (one) => one.organisationId)
    for (const [organisationId, followers] of byOrganisation) {
      const ids = [...new Set(followers.map((one) => one.intervisionId))]
      await lookAt(organisationId, ids)
    }
  }

  async function lookAt(organisationId: string, ids: readonly string[]): Promise<void> {
    const actor = { kind: 'system', name: 'live', organisationId } as const
    const followers = streams
      .followers()
      .filter((one) => one.organisationId === organisationId && ids.includes(one.intervisionId))
    const [rows, seats] = await inTransaction(actor, 'hold-intervision', (work) =>
      Promise.all([findRevisions(work, ids), listSeats(work, ids)]),
    )
    const seated = new Set(seats.map((one) => `${one.intervision_id}:${one.person_id}`))
    for (const { intervisionId, personId } of followers) {
      if (!seated.has(`${intervisionId}:${personId}`)) {
        streams.gone(organisationId, intervisionId, personId)
      }
    }
    for (const { id, revision } of rows) streams.changed(organisationId, id, revision)
  }

  async function leaveOutWhoLeft(): Promise<void> {
    for (const token of new Set(streams.followers().map((one) => one.token))) {
      if (!(await stillSignedIn(token))) streams.endOf(token)
    }
  }

  const pulse = (): void => {
    streams.beat()
    look()
    leaveOutWhoLeft().catch(failed)
  }

  return {
    follow(follower: Follower, revision: number) {
      notices.listen()
      timer ??= setInterval(pulse, beat).unref()
      const stream = streams.follow(follower, revision)
      // What changed between reading the revision and this line was told to nobody here.
      if (stream) lookAt(follower.organisationId, [follower.intervisionId]).catch(failed)
      return stream
    },
    end() {
      clearInterval(timer)
      streams.close()
    },
    async close() {
      clearInterval(timer)
      streams.close()
      await looking
      await notices.close()
    },
  }
}
