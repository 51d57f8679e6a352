import { type Compilable, type CompiledQuery, type OperationNodeSource, sql } from 'kysely'
import type { Work } from '#platform/work.ts'

type Change = Compilable & OperationNodeSource

/**
 * Two changes as one statement, which costs little more than one of them. For rows that neither finds through the
 * other: both see everything as it was before. What refers to what (foreign keys) is checked after both.
 */
export const asOne = ({ db }: Work, first: Change, second: Change): CompiledQuery =>
  sql`with first as (${first}) ${second}`.compile(db)
