import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { differences } from '#capabilities/sharing/a-comparison.ts'
import { readConfig } from '#platform/config.ts'
import type { Exchange, Visitor } from '#tests/a-visitor.ts'
import { type CommandHouse, withHouse } from '../../src/commands/command-house.ts'
import { environment } from './a-server.ts'
import { expect, type Finding } from './at-work.ts'

/** Milliseconds after which somebody looks again, and for how long what crosses may take. */
const again = 100
const patience = 180_000

/** Words that were never written before, and that look like no name and no number of anybody. */
export const someWords = (what: string): string =>
  `${what} ${[...randomBytes(24)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`

/** Looks at a page until it shows what another organisation did; ends with the server. */
export async function whenShown(
  visitor: Visitor,
  path: string,
  shows: (page: Exchange) => boolean,
): Promise<Exchange> {
  const until = performance.now() + patience
  for (;;) {
    const page = await visitor.get(path)
    if (shows(page)) return page
    if (performance.now() > until) throw new Error(`It never came to ${path}.`)
    await after(again)
  }
}

/** A step that leads on and that nobody counts. */
export async function goOn(visitor: Visitor, path: string, fields: object): Promise<string> {
  const { status, location } = await visitor.post(path, fields as Record<string, string>)
  expect(status, 303)
  return location
}

const inDatabase = <T>(folder: string, act: (house: CommandHouse) => Promise<T>): Promise<T> =>
  withHouse(readConfig(environment(folder)), act)

/**
 * Until nothing waits between organisations. A carrier that was killed holds its post for minutes: for us that time
 * is over now.
 */
export const untilCarried = (folder: string): Promise<Finding[]> =>
  inDatabase(folder, async ({ pool }) => {
    const until = performance.now() + patience
    for (;;) {
      const { rowCount } = await pool.query(
        `update message_channel set due_at = least(due_at, now())
         where last_settled < last_sent`,
      )
      if (rowCount === 0) return []
      if (performance.now() > until) {
        return [{ kind: 'lost', what: `${rowCount} channels wait for ever` }]
      }
      await after(500)
    }
  })

type Between = { readonly sender: string; readonly recipient: string }

/** Whatever both sides do not say alike of what was delivered. */
export const disagreements = (folder: string, { sender, recipient }: Between): Promise<Finding[]> =>
  inDatabase(folder, async ({ pool }) => {
    const house = {
      pool,
      trailOf: async (organisation: string) =>
        (
          await pool.query(
            `select act, subject, actor_id as actor, details from trail_entry
             where organisation_id = $1 order by id`,
            [organisation],
          )
        ).rows,
    }
    const found = await differences(
      { house, organisation: sender },
      { house, organisation: recipient },
    )
    return found.map((what) => ({ kind: 'half' as const, what }))
  })

/** How often each act stands in the trail about this subject. */
export const actsAbout = (
  folder: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, number>> =>
  inDatabase(folder, async ({ pool }) => {
    const { rows } = await pool.query(
      `select subject, act, count(*)::int as n from trail_entry
       where subject = any($1) group by subject, act`,
      [subjects],
    )
    return new Map(rows.map(({ subject, act, n }) => [`${subject} ${act}`, n]))
  })

/** The sealed words and wrapped keys of what lies at recipients now, by its id there. */
export const sealedNow = (folder: string): Promise<ReadonlyMap<string, readonly Buffer[]>> =>
  inDatabase(folder, async ({ pool }) => {
    const { rows } = await pool.query(
      'select id, content, content_key from received_disclosure where content is not null',
    )
    return new Map(rows.map(({ id, content, content_key }) => [id, [content, content_key]]))
  })

/**
 * Looks in the files of the database for what was erased. The tables themselves are written anew first, as the
 * database does with time: what is then found lies in another place, and that is a copy that nobody meant. What
 * lives must be found, or the search finds nothing at all.
 */
export const stillOnDisk = (
  folder: string,
  { erased, live }: Record<'erased' | 'live', ReadonlyMap<string, readonly Buffer[]>>,
): Promise<Finding[]> =>
  inDatabase(folder, async ({ pool }) => {
    await pool.query('vacuum full received_disclosure')
    await pool.query('checkpoint')
    const base = join(folder, 'postgres', 'cluster', 'base')
    const files = await readdir(base, { recursive: true, withFileTypes: true })
    const findings: Finding[] = []
    const unseen = new Set(live.keys())
    for (const file of files.filter((one) => one.isFile())) {
      const bytes = await readFile(join(file.parentPath, file.name)).catch(() => Buffer.alloc(0))
      const lies = (parts: readonly Buffer[]) =>
        parts.some((part) => bytes.includes(part.subarray(0, 64)))
      for (const [id, parts] of erased) {
        if (!lies(parts)) continue
        findings.push({ kind: 'half', what: `the erased words of ${id} lie in ${file.name}` })
      }
      for (const id of unseen) if (lies(live.get(id) ?? [])) unseen.delete(id)
    }
    for (const id of unseen) findings.push({ kind: 'lost', what: `${id} lies in no file` })
    return findings
  })
