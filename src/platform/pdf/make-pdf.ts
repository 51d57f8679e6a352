import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { speak } from '#platform/messages.ts'
import { checkDocument, type PdfDocument, PdfProblem } from './document.ts'
import type { PdfAnswer, PdfOrder } from './pdf-thread.ts'

const t = speak({ nl: { page: 'Pagina', of: 'van' }, en: { page: 'Page', of: 'of' } })

export type PdfMaker = {
  /**
   * A PDF/UA-1 document: tagged, with its language, its own fonts, and header and footer on every
   * page. Rejects with a PdfProblem when it cannot be made as asked, and with PdfBusy when too many
   * are being made.
   */
  makePdf(document: PdfDocument): Promise<Uint8Array>
  /** Ends the thread; what was still being made is not made. */
  close(): Promise<void>
}

/** Too many documents are being made at once; nothing is wrong with this one. */
export class PdfBusy extends Error {
  constructor() {
    super('too many documents are being made at once')
    this.name = 'PdfBusy'
  }
}

/** Documents that may wait for each other: one is made at a time. */
const longestQueue = 8
/** Milliseconds without work after which the thread and its memory are given back. */
const idle = 60_000

type Waiting = {
  readonly order: PdfOrder
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** One thread, started when the first document is asked for. */
export function openPdfMaker(): PdfMaker {
  const waiting: Waiting[] = []
  let running: { worker: Worker; workspace: string } | undefined
  let resting: NodeJS.Timeout | undefined
  let counted = 0
  let closed = false

  const start = () => {
    const workspace = mkdtempSync(join(tmpdir(), 'oogmerk-pdf-'))
    const worker = new Worker(new URL('pdf-thread.ts', import.meta.url), {
      workerData: { workspace },
      // Nothing of the program's own settings is needed to set type.
      env: {},
    })
    const mine = { worker, workspace }
    worker.unref()
    worker.on('message', (answer: PdfAnswer) => hear(answer))
    worker.once('error', (error) => broke(mine, error))
    worker.once('exit', () => broke(mine, new Error('the PDF thread ended')))
    return mine
  }

  const broke = (mine: typeof running, error: Error) => {
    if (mine) rmSync(mine.workspace, { recursive: true, force: true })
    if (running !== mine) return
    running = undefined
    // Only what was being made is lost with the thread; who waits gets a new one.
    waiting.shift()?.reject(error)
    next()
  }

  const hear = (answer: PdfAnswer) => {
    const [first] = waiting
    if (first?.order.number !== answer.number) return
    waiting.shift()
    if ('pdf' in answer) first.resolve(answer.pdf)
    else first.reject(new PdfProblem(answer.problem))
    next()
  }

  const next = () => {
    clearTimeout(resting)
    const [first] = waiting
    if (first) {
      running ??= start()
      running.worker.ref()
      running.worker.postMessage(first.order)
      return
    }
    running?.worker.unref()
    resting = setTimeout(() => void stop(), idle)
    resting.unref()
  }

  const stop = async () => {
    const mine = running
    running = undefined
    await mine?.worker.terminate()
  }

  return {
    async makePdf(document) {
      checkDocument(document)
      if (closed || waiting.length >= longestQueue) throw new PdfBusy()
      const order = orderOf(counted++, document)
      return new Promise((resolve, reject) => {
        waiting.push({ order, resolve, reject })
        if (waiting.length === 1) next()
      })
    },
    async close() {
      closed = true
      clearTimeout(resting)
      for (const { reject } of waiting.splice(0)) reject(new PdfBusy())
      await stop()
    },
  }
}

function orderOf(number: number, { made, ...document }: PdfDocument): PdfOrder {
  const { year, month, day, hour, minute, second } = made.toZonedDateTimeISO('UTC')
  const moment = { year, month, day, hour, minute, second }
  return { number, document, made: moment, words: t(document.language) }
}
