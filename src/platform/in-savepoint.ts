import { CompiledQuery } from 'kysely'
import type { AuditEvent, Work } from '#platform/work.ts'

const savepoint = CompiledQuery.raw('savepoint apart')
const backTo = CompiledQuery.raw('rollback to savepoint apart')
const release = CompiledQuery.raw('release savepoint apart')

/**
 * Runs a verb within a transaction so that, when it throws, only what the verb did is undone: its
 * statements, its entries in the trail and what should have followed the commit. What it threw is thrown
 * on. One after another, never two at once on the same Work; the statements travel with others.
 */
export async function inSavepoint<T>(work: Work, verb: (work: Work) => Promise<T>): Promise<T> {
  const entries: AuditEvent[] = []
  const effects: (() => void)[] = []
  const left: Promise<unknown>[] = []
  work.leave(savepoint)
  let result: T
  try {
    result = await verb({
      ...work,
      // What was left is asked at once, in the same packet: what of it fails, fails within these bounds.
      leave: (statement) => {
        const answer = work.db.executeQuery(statement)
        answer.catch(() => {})
        left.push(answer)
      },
      audit: (event) => void entries.push(event),
      afterCommit: (effect) => void effects.push(effect),
    })
    await Promise.all(left)
  } catch (error) {
    work.leave(backTo)
    work.leave(release)
    throw error
  }
  work.leave(release)
  for (const event of entries) work.audit(event)
  for (const effect of effects) work.afterCommit(effect)
  return result
}
