// Runs beside the main thread: making a long document takes seconds in which nothing else could happen.
import { readdirSync, readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfDocument } from './document.ts'
import { fontNames, printableDocument } from './printable.ts'

export type PdfOrder = {
  readonly number: number
  readonly document: Omit<PdfDocument, 'made'>
  readonly made: Readonly<Record<string, number>>
  readonly words: Readonly<Record<string, string>>
}
export type PdfAnswer =
  | { readonly number: number; readonly pdf: Uint8Array }
  | { readonly number: number; readonly problem: string }

const template = readFileSync(new URL('template.typ', import.meta.url), 'utf8')
const folder = new URL('fonts/', import.meta.url)
const fontBlobs = readdirSync(folder)
  .filter((name) => name.endsWith('.ttf'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder)))

/** A folder with nothing in it: all that a document could ever read. */
const { workspace } = workerData as { workspace: string }
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] })

/** Which rules were broken; a message may quote the text, and the text stays here. */
const withoutQuotes = (message: string): string => message.replaceAll(/["`].*["`]/gs, '…')

function make({ number, document, made, words }: PdfOrder): PdfAnswer {
  try {
    const inputs = {
      doc: printableDocument(document),
      made: JSON.stringify(made),
      words: JSON.stringify(words),
      fonts: JSON.stringify(fontNames),
    }
    const compiled = compiler.compile({ mainFileContent: template, inputs, resetRead: true })
    if (!compiled.result) {
      const told = compiled.takeError()?.shortDiagnostics ?? []
      const problems = told.map((one: { message?: string }) => withoutQuotes(one.message ?? ''))
      return { number, problem: problems.join('; ') || 'the template does not compile' }
    }
    return { number, pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) }
  } catch (error) {
    return { number, problem: withoutQuotes((error as Error).message) }
  } finally {
    // What it remembers of one person's document has no use for the next.
    compiler.evictCache(0)
  }
}

// The compiler's own memory cannot be handed over, so the answer is copied.
parentPort?.on('message', (order: PdfOrder) => parentPort?.postMessage(make(order)))
