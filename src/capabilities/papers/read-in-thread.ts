import { Worker } from 'node:worker_threads'
import type { KnownNames } from './known-name.ts'
import type { Paper } from './paper.ts'
import type { ThreadAnswer, ThreadGiven } from './paper-thread.ts'
import { UnreadablePaper } from './unreadable.ts'

/** Milliseconds and megabytes that one paper may cost; real ones take less than a second. */
const patience = 30_000
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 }

/**
 * `readPaper` beside everything else that the server does, with a bound to time and memory: a paper that costs more
 * is refused, whatever it is. The thread ends with the paper.
 */
export function readPaperInThread(bytes: Uint8Array, names: KnownNames): Promise<Paper> {
  const worker = new Worker(new URL('paper-thread.ts', import.meta.url), {
    workerData: { bytes, names } satisfies ThreadGiven,
    resourceLimits: memory,
    // Nothing of the program's own settings is needed to read.
    env: {},
  })
  return new Promise<Paper>((resolve, reject) => {
    const tooMuch = () => reject(new UnreadablePaper('too-much'))
    const late = setTimeout(tooMuch, patience)
    worker.once('message', (answer: ThreadAnswer) => {
      if ('paper' in answer) resolve(answer.paper)
      else reject(new UnreadablePaper(answer.why, answer.detail))
    })
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : reject(error),
    )
    worker.once('exit', () => {
      clearTimeout(late)
      reject(new Error('the thread that reads papers ended'))
    })
  }).finally(() => worker.terminate())
}
