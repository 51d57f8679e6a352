import { hashOf } from './evidence.ts'
import type { LetterContent } from './letter.ts'
import { calledFigures, citedNumbers } from './letter-document.ts'

/**
 * What another ministry approves, as a SHA-256: the words, the papers, where typed numbers were published, and which
 * figures are called. Not what a figure is
 * today, which goes on until the letter is fixed.
 */
export function digestOf(content: LetterContent): string {
  const called = calledFigures(content)
  return hashOf({
    ...{ title: content.title, dossiers: content.dossiers, previous: content.previous },
    discharged: content.discharged,
    blocks: content.blocks.map(({ part, heading, text }) => ({ part, heading, text })),
    cited: citedNumbers(content),
    figures: content.figures.filter(({ number }) => called.includes(number)),
  })
}
