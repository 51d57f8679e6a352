import type { Block, Inline, Run } from '#platform/pdf/document.ts'

/** The same blocks for a file, which stands on no site: paths of this site become whole addresses. */
export const withWholeLinks = (blocks: readonly Block[], origin: string): readonly Block[] => {
  const run = ({ text, href }: Run): Run =>
    href === undefined ? { text } : { text, href: href.startsWith('/') ? `${origin}${href}` : href }
  const inline = (one: Inline): Inline => (typeof one === 'string' ? one : one.map(run))
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'linked':
        return { ...block, runs: block.runs.map(run) }
      case 'list':
        return { ...block, items: block.items.map(inline) }
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(inline)) }
      default:
        return block
    }
  })
}

/** A blank line begins a new paragraph. */
export const paragraphsOf = (text: string): readonly string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

export const runsOf = (inline: Inline): readonly Run[] =>
  typeof inline === 'string' ? [{ text: inline }] : inline
