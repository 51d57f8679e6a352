import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'

export type Tag = { readonly role: string; readonly children: readonly Tag[] }

/** What a reader's software finds in a PDF: words as they stand on each page, and the tags over them. */
export async function readPdf(pdf: Uint8Array) {
  const raw = Buffer.from(pdf).toString('latin1')
  const document = await getDocumentProxy(Uint8Array.from(pdf))
  const pages: string[] = []
  const tags: Tag[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    // A line that goes on below is one text for whoever reads it.
    pages.push(
      items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replaceAll('\u200b ', '')
        .replaceAll(/\u200b/g, '')
        .replaceAll(/\s+/g, ' '),
    )
    const tree = await page.getStructTree()
    if (tree) tags.push(tree as unknown as Tag)
  }
  const { info, metadata } = await document.getMetadata()
  const marked = await document.getMarkInfo()
  await document.loadingTask.destroy()
  return {
    raw: `${raw}${unpacked(pdf)}`,
    pages,
    text: pages.join(' '),
    tags,
    info,
    metadata,
    marked,
  }
}

/** The parts that are packed, opened: object streams hold the catalogue. */
function unpacked(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const parts: string[] = []
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue
    const start = at + (bytes[at + 6] === 13 ? 8 : 7)
    try {
      parts.push(
        inflateSync(bytes.subarray(start, bytes.indexOf('endstream', start))).toString('latin1'),
      )
    } catch {
      // Not packed like this: its bytes stand in the file already.
    }
  }
  return parts.join('\n')
}

/** The roles of all tags, each as often as it stands there. */
export const rolesOf = (tags: readonly Tag[]): string[] =>
  tags.flatMap((tag) => (tag.role ? [tag.role, ...rolesOf(tag.children ?? [])] : []))
