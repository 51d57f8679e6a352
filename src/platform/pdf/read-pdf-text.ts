/** A file that is no PDF, or that is broken. */
export class UnreadablePdf extends Error {}

/**
 * The words of a tagged PDF, page by page, as software reads them aloud: without what repeats on each page, such as
 * headers and the columns of a table that goes on. The library is only loaded when somebody asks.
 */
export async function readPdfText(bytes: Uint8Array): Promise<readonly string[]> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // It takes what it is given; the bytes stay ours.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 })
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      pages.push(wordsOf(items))
    }
    await document.loadingTask.destroy()
    return pages
  } catch (error) {
    throw new UnreadablePdf((error as Error).message)
  }
}

/** A word of the page, or the beginning or end of a part with a tag. */
type Item =
  | { readonly str: string; readonly hasEOL: boolean }
  | { readonly type: string; readonly tag?: string }

function wordsOf(items: readonly Item[]): string {
  const inside: boolean[] = []
  let words = ''
  for (const item of items) {
    if ('str' in item) {
      if (!inside.at(-1)) words += item.hasEOL ? `${item.str} ` : item.str
    } else if (item.type === 'endMarkedContent') inside.pop()
    else inside.push(inside.at(-1) === true || item.tag === 'Artifact')
  }
  return words
}
