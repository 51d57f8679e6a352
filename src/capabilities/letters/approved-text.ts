import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/canonical-json.ts'
import type { LetterContent } from './letter.ts'
import { calledFigures } from './letter-document.ts'

/**
 * What another ministry approves, as a SHA-256: the words, the papers and which figures are called. Not what a figure is
 * today, which goes on until the letter is fixed.
 */
export function digestOf(content: LetterContent): string {
  const called = calledFigures(content)
  const text = {
    ...{ title: content.title, dossiers: content.dossiers, previous: content.previous },
    discharged: content.discharged,
    blocks: content.blocks.map(({ part, heading, text }) => ({ part, heading, text })),
    figures: content.figures.filter(({ number }) => called.includes(number)),
  }
  return createHash('sha256').update(canonicalJson(text)).digest('hex')
}
