import { SaxesParser } from 'saxes'
import { readPdfText } from '#platform/pdf/read-pdf-text.ts'
import { readZip } from '#platform/read-zip.ts'
import type { FileFormat } from './evidence.ts'

/** Which file it is, by the end of its name. */
export function formatOf(name: string): FileFormat | 'html' | 'json' | undefined {
  const end = /\.(pdf|docx|odt|html?|json)$/i.exec(name)?.[1]?.toLowerCase()
  return end === 'htm' ? 'html' : (end as ReturnType<typeof formatOf>)
}

/** Parts and bytes of a file of a letter, at most. */
const most = { parts: 200, bytes: 64 * 1024 * 1024 }
const bodies = { docx: 'word/document.xml', odt: 'content.xml' } as const

/** The words of a file: in order, or of a PDF by page. On a page the order is that of drawing, not that of reading. */
export type FileText = string | readonly string[]

export async function readFileText(format: FileFormat | 'html', bytes: Buffer): Promise<FileText> {
  if (format === 'pdf') return readPdfText(bytes)
  if (format === 'html') return textOfPage(bytes.toString())
  const parts = await readZip(bytes, most)
  return textOfXml(parts.get(bodies[format])?.toString() ?? '')
}

function textOfXml(xml: string): string {
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('text', (one) => {
    text += one
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return text
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

/**
 * A saved page of this program; whatever it is, nothing of it runs. What stands above a table is left out: it says the
 * heading again, for who listens.
 */
const textOfPage = (page: string): string =>
  page
    .replaceAll(/<(script|style|head|caption)\b.*?<\/\1>/gis, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&([a-z]+|#39);/g, (all, name: string) => entities[name] ?? all)
