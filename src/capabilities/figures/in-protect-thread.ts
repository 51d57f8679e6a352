import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Asked } from './protect-table.ts'
import type { ThreadAnswer } from './protect-thread.ts'
import type { ToldCell } from './table.ts'

/** What of a table may be told; throws when nothing may be. */
export type Protect = (asked: Asked) => Promise<readonly ToldCell[]>

/** A thread of its own that is there from the first table until everything is done; one table after the other. */
export async function withProtectThread<T>(act: (protect: Protect) => Promise<T>): Promise<T> {
  let worker: Worker | undefined
  try {
    return await act(async (asked) => {
      // Nothing of the program's own settings is needed to solve.
      worker ??= new Worker(new URL('protect-thread.ts', import.meta.url), { env: {} })
      worker.postMessage(asked)
      const [answer] = (await once(worker, 'message')) as [ThreadAnswer]
      if ('problem' in answer) throw new Error(answer.problem)
      return answer.told
    })
  } finally {
    await worker?.terminate()
  }
}
