// Runs beside the main thread: reading a long paper takes seconds in which nothing else could happen.
import { parentPort, workerData } from 'node:worker_threads'
import type { Paper } from './paper.ts'
import { readPaper } from './read-paper.ts'
import { UnreadablePaper, type WhyUnreadable } from './unreadable.ts'

export type ThreadAnswer =
  | { readonly paper: Paper }
  | { readonly why: WhyUnreadable; readonly detail: string }

function answer(): ThreadAnswer {
  try {
    return { paper: readPaper(workerData as Uint8Array) }
  } catch (error) {
    if (!(error instanceof UnreadablePaper)) throw error
    return { why: error.why, detail: error.detail }
  }
}

parentPort?.postMessage(answer())
