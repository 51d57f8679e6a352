// Runs beside the main thread: reading a long paper takes seconds in which nothing else could happen.
import { parentPort, workerData } from 'node:worker_threads'
import type { KnownNames } from './known-name.ts'
import type { Paper } from './paper.ts'
import { readPaper } from './read-paper.ts'
import { UnreadablePaper, type WhyUnreadable } from './unreadable.ts'

export type ThreadGiven = { readonly bytes: Uint8Array; readonly names: KnownNames }
export type ThreadAnswer =
  | { readonly paper: Paper }
  | { readonly why: WhyUnreadable; readonly detail: string }

function answer(): ThreadAnswer {
  try {
    const { bytes, names } = workerData as ThreadGiven
    return { paper: readPaper(bytes, names) }
  } catch (error) {
    if (!(error instanceof UnreadablePaper)) throw error
    return { why: error.why, detail: error.detail }
  }
}

parentPort?.postMessage(answer())
