import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Asked } from './protect-table.ts'
import type { ThreadAnswer } from './protect-thread.ts'
import type { ToldCell } from './table.ts'

/** What of a table may be told; throws when nothing may be. */
export type Protect = (asked: Asked) => Promise<readonly ToldCell[]>

type Options = {
  /** milliseconds for one table; another one would be a slower machine, or a table that nobody solves */
  readonly patience?: number
  /** ends what is being solved */
  readonly stop?: AbortSignal
}

/**
 * A thread of its own that is there from the first table until everything is done; one table after the other. What takes
 * too long, or longer than the server runs, has no answer, and never another one: time is no limit of the solver
 * (decision 218), but nobody waits for it for ever. The next table is for a new thread.
 */
export async function withProtectThread<T>(
  act: (protect: Protect) => Promise<T>,
  { patience = 120_000, stop }: Options = {},
): Promise<T> {
  let worker: Worker | undefined
  const end = async () => {
    const ended = worker
    worker = undefined
    await ended?.terminate()
  }
  try {
    return await act(async (asked) => {
      // Nothing of the program's own settings is needed to solve.
      worker ??= new Worker(new URL('protect-thread.ts', import.meta.url), { env: {} })
      worker.postMessage(asked)
      const answer = await answerOf(worker, patience, stop).catch(async (cause) => {
        await end()
        throw new Error('the table was not solved', { cause })
      })
      if ('problem' in answer) throw new Error(answer.problem)
      return answer.told
    })
  } finally {
    await end()
  }
}

/** Throws when the thread breaks, ends, or is not done in time. */
async function answerOf(
  worker: Worker,
  patience: number,
  stop: AbortSignal | undefined,
): Promise<ThreadAnswer> {
  const done = new AbortController()
  const late = AbortSignal.timeout(patience)
  const signal = AbortSignal.any([late, done.signal, ...(stop ? [stop] : [])])
  try {
    const ended = once(worker, 'exit', { signal }).then(([code]) => {
      throw new Error(`its thread ended with code ${code}`)
    })
    const [answer] = await Promise.race([once(worker, 'message', { signal }), ended])
    return answer as ThreadAnswer
  } finally {
    done.abort()
  }
}
