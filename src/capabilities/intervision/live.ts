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

  function heard(payload: string | undefined): void {
    if (payload === undefined) {
      void look()
      return
    }
    const [organisationId = '', id = '', revision = '', personId = ''] = payload.split(':')
    if (!isId(organisationId) || !isId(id)) return
    if (revision === 'gone') streams.gone(organisationId, id, personId)
    else streams.changed(organisationId, id, Number(revision))
  }

  /** What a notice would have told, for the tables that somebody follows here. */
  const look = oneAtATime(lookOnce, failed)
  const leaveOut = oneAtATime(leaveOutWhoLeft, failed)

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

  /** Asked in one go: together they go to the database as one. */
  async function leaveOutWhoLeft(): Promise<void> {
    const tokens = [...new Set(streams.followers().map((one) => one.token))]
    const holds = await Promise.all(tokens.map(stillSignedIn))
    for (const [index, token] of tokens.entries()) if (!holds[index]) streams.endOf(token)
  }

  const pulse = (): void => {
    streams.beat()
    void look()
    void leaveOut()
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
      // There is nobody left to look for: this waits for what goes on.
      await Promise.all([look(), leaveOut()])
      await notices.close()
    },
  }
}

/** Asked for again while it goes on, it is not begun a second time: a slow database gets no pile of the same. */
function oneAtATime(act: () => Promise<void>, failed: (error: unknown) => void) {
  let going: Promise<void> | undefined
  return (): Promise<void> => {
    going ??= act()
      .catch(failed)
      .finally(() => {
        going = undefined
      })
    return going
  }
}
