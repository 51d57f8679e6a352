import type { Extract } from './extract.ts'

export type Sentence = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** which block of the text it stands in */
  readonly block: number
  /** it stands in a question of somebody else, not in the words of who writes */
  readonly asked: boolean
}

/** After these a point does not end a sentence. */
const shortened =
  /(?:\b(?:nrs?|jl|art|artt|bijv|bv|c\.s|d\.d|a\.u\.b|o\.a|e\.g|i\.v\.m|t\.a\.v|m\.b\.t|resp|ca|mr|dr|drs|ir|prof|ing|St[bc]|Stcrt|Kamerst|Kst|blz|p|vgl|incl|excl|m\.n|z\.g|zgn|n\.a\.v|t\.b\.v|d\.w\.z)|\b[A-Z])\.$/

/** Longer than any sentence of a paper: what has no points is no text. In UTF-16 units. */
const longest = 3000

/** The sentences of every line that is no note, with whether they are asked or answered. */
export function sentencesOf({ text, blocks }: Extract): Sentence[] {
  let asked = false
  return blocks.flatMap((block, at) => {
    const line = text.slice(block.start, block.end)
    if (/^Vra(?:ag|gen)\s+\d/.test(line)) asked = true
    if (/^Antwoord/.test(line) || block.kind === 'note') asked = false
    if (block.kind !== 'line') return []
    const sentences = cut(line).filter(({ start, end }) => end - start <= longest)
    return sentences.map(({ start, end }) => ({
      text: line.slice(start, end),
      start: block.start + start,
      end: block.start + end,
      block: at,
      asked,
    }))
  })
}

function cut(line: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let start = 0
  for (const { index, 0: sign } of line.matchAll(
    /[.!?][»”"’')\]]*(?:\[\d{1,3}\])?(?=\s+[\p{Lu}\d«“"‘'([]|$)/gu,
  )) {
    const end = index + sign.length
    if (end < line.length && shortened.test(line.slice(Math.max(0, start, index - 12), index + 1)))
      continue
    found.push({ start, end })
    start = end + (line.slice(end).match(/^\s+/)?.[0].length ?? 0)
  }
  if (start < line.length) found.push({ start, end: line.length })
  return found
}
