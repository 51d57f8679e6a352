import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'

/** Stores add their own tables: `work.db.withTables<SignalTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: a database that knows no table yet
export type Tables = {}
export type Db = Kysely<Tables>

// Instants stay text until a store makes them a Temporal.Instant: no Date with its lost microseconds.
const timestamptz = 1184
const date = 1082
const bigint = 20
pg.types.setTypeParser(timestamptz, (text) => text)
pg.types.setTypeParser(date, (text) => text)
pg.types.setTypeParser(bigint, Number)

export type Pool = pg.Pool

/** Of what PostgreSQL refused: its five signs (SQLSTATE). */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

/** PostgreSQL ended this transaction because two wanted the same in another order: the same again may well go. */
const collisions: readonly unknown[] = ['40001', '40P01']
export const collided = (error: unknown): boolean => collisions.includes(codeOf(error))

/** The same, or it waited for a lock too long: nothing is wrong with what was asked. */
export const waitedForOthers = (error: unknown): boolean =>
  collided(error) || codeOf(error) === '55P03'

/** It was ended for how long it took: a slow moment, or what was asked is too much. */
export const tookTooLong = (error: unknown): boolean => codeOf(error) === '57014'

/**
 * Every question here has an index, so tables are never read whole: a plan that was made while a
 * table was still empty must not stay a walk through all of it once there are rows.
 */
export function openPool(connection: pg.PoolConfig, size: number): Pool {
  const pool = new pg.Pool({
    ...connection,
    max: size,
    pipeline: true,
    options:
      '-c timezone=UTC -c enable_seqscan=off -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000',
  })
  // An idle connection that the server closes is replaced on next use; not a reason to stop.
  pool.on('error', () => {})
  // One that breaks while somebody uses it fails what they ask: there it is told, once.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * Statements keep one name each, so that PostgreSQL parses and plans them once per connection.
 * Past this many different texts (a caller that builds SQL with endless variants) they go unnamed.
 */
const mostNames = 1_500
const names = new Map<string, string>()

function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known || names.size >= mostNames) return known
  const name = `q${names.size}`
  names.set(sql, name)
  return name
}

/**
 * Asks the database. Whatever one turn of the event loop asks on this connection leaves in one
 * packet, in the order of asking: fewer system calls here, and one waking instead of two over there.
 */
export function ask(client: pg.Client, query: string | pg.QueryConfig): Promise<pg.QueryResult> {
  const { stream } = client.connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  return typeof query === 'string' ? client.query(query) : client.query(query)
}

export type Ask = (query: pg.QueryConfig) => Promise<pg.QueryResult>

/**
 * For the one short question that every request begins with. Who asks while another waits joins them
 * on the same connection: many requests wake one session of the database, not each their own.
 */
export function askTogether(pool: Pool): Ask {
  type Shared = { readonly client: Promise<pg.PoolClient>; waiting: number; broken: boolean }
  let shared: Shared | undefined

  return async (query) => {
    shared ??= { client: pool.connect(), waiting: 0, broken: false }
    const mine = shared
    const leave = () => {
      if (shared === mine) shared = undefined
    }
    mine.waiting += 1
    try {
      return await ask(await mine.client, query)
    } catch (error) {
      mine.broken = true
      // Nobody new joins a connection that may be broken.
      leave()
      throw error
    } finally {
      mine.waiting -= 1
      if (mine.waiting === 0) {
        leave()
        void mine.client.then((client) => client.release(mine.broken)).catch(() => {})
      }
    }
  }
}

class OneConnection implements DatabaseConnection {
  readonly #client: pg.Client
  #waiting: CompiledQuery[] = []
  /** the answers to what was left, as far as it was sent */
  readonly left: Promise<unknown>[] = []

  constructor(client: pg.Client) {
    this.#client = client
  }

  leave(query: CompiledQuery): void {
    this.#waiting.push(query)
  }

  sendLeft(): void {
    for (const query of this.#waiting.splice(0)) {
      const answer = this.#ask(query)
      // Whoever ends the transaction asks what became of it.
      answer.catch(() => {})
      this.left.push(answer)
    }
  }

  #ask(query: CompiledQuery): Promise<pg.QueryResult> {
    const name = nameOf(query.sql)
    return ask(this.#client, {
      text: query.sql,
      values: query.parameters as unknown[],
      ...(name ? { name } : {}),
    })
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.sendLeft()
    const result = await this.#ask(query)
    return {
      rows: result.rows,
      ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
    }
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for it; rows are always read whole
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not used: page through with a key instead.')
  }
}

// Made once: a compiler begins anew with each query, and every transaction would make its own.
const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/** A way of asking within a transaction that somebody else began, and will end. */
export type Asking = {
  readonly db: Db
  /** A statement whose answer nobody needs: it waits for the next one, or for `sendLeft`. */
  leave(query: CompiledQuery): void
  sendLeft(): void
  readonly left: readonly Promise<unknown>[]
}

export function askingOn(client: pg.Client): Asking {
  const connection = new OneConnection(client)
  const refuse = async () => {
    throw new Error('The transaction belongs to inTransaction(); a verb does not begin or end one.')
  }
  const dialect: Dialect = {
    createAdapter: () => adapter,
    createQueryCompiler: () => compiler,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => {},
      destroy: async () => {},
    }),
  }
  return {
    db: new Kysely<Tables>({ dialect }),
    leave: (query) => connection.leave(query),
    sendLeft: () => connection.sendLeft(),
    left: connection.left,
  }
}
