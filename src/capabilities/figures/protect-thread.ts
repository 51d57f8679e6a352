// Runs beside the main thread: the solver stands still while it works, and pages would stand still with it.
import { parentPort } from 'node:worker_threads'
import { openSolver } from './linear-program.ts'
import { type Asked, protectTable } from './protect-table.ts'
import type { ToldCell } from './table.ts'

export type ThreadAnswer = { readonly told: readonly ToldCell[] } | { readonly problem: string }

const solving = openSolver()

const answer = async (asked: Asked): Promise<ThreadAnswer> => {
  try {
    return { told: protectTable(await solving, asked) }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

parentPort?.on('message', async (asked: Asked) => parentPort?.postMessage(await answer(asked)))
