/** A text cut into words; parallel arrays, because a text of a megabyte has 200,000 of them. */
export type Tokens = {
  /** Folded: lower case, without accents and apostrophes. */
  readonly words: readonly string[]
  /** UTF-16 offsets of each word in the original text, end exclusive. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Number of the sentence and of the clause each word stands in, counted from 0. */
  readonly sentences: readonly number[]
  readonly clauses: readonly number[]
}

/** Longer texts are read up to here; spans stay right. */
export const longestText = 1_048_576
const longestWord = 40
/** A "sentence" of a list or a text without full stops is cut here, so that no window grows. */
const longestSentence = 80

const abbreviations = new Set(
  'bv bijv evt dhr mevr mw nr ca etc enz oa resp vs mr mrs ms dr st tel jl'.split(' '),
)

const symbol = new Set(['€', '£', '$'])

function isWordCharacter(code: number): boolean {
  if (code < 128) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  }
  if (code < 0xc0) return code === 0xad
  if (code === 0xd7 || code === 0xf7) return false
  if (code >= 0x2000 && code <= 0x2bff) return code >= 0x200b && code <= 0x200d
  return !(code >= 0x3000 && code <= 0x303f) && code !== 0xfeff
}

const isApostrophe = (code: number) => code === 39 || code === 0x2019 || code === 0x60
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0

/** The form a word is looked up in. */
export function foldWord(word: string): string {
  const short = word.length > longestWord ? word.slice(0, longestWord) : word
  let plain = true
  for (let index = 0; index < short.length; index++) {
    const code = short.charCodeAt(index)
    if (code < 48 || code > 122) plain = false
  }
  const lower = short.toLowerCase()
  return plain ? lower : lower.normalize('NFKD').replace(/[^\p{L}\p{N}€£$]/gu, '')
}

/** What the signs between two words mean: nothing, a new clause or a new sentence. */
type Break = 'none' | 'clause' | 'sentence'

function breakAt(text: string, index: number, code: number, lastWord: string): Break {
  const next = index + 1 < text.length ? text.charCodeAt(index + 1) : 32
  if (code === 33 || code === 63) return 'sentence'
  if (code === 46 || code === 0x2026) {
    if (!isSpace(next) && next !== 34 && next !== 41 && next !== 39) {
      return next === 0x2019 || next === 0x201d ? 'sentence' : 'none'
    }
    return abbreviations.has(lastWord) ? 'none' : 'sentence'
  }
  if (code === 10) {
    const character = text[index + 1] ?? '\n'
    const newLine = character === '\n' || character === '\r' || '-*•'.includes(character)
    return newLine || character !== character.toLowerCase() ? 'sentence' : 'none'
  }
  // Comma, semicolon, colon, brackets, dashes between spaces.
  if (code === 44 || code === 58 || code === 59 || code === 40 || code === 41) return 'clause'
  if (code === 0x2013 || code === 0x2014) return 'clause'
  return code === 45 && isSpace(next) ? 'clause' : 'none'
}

export function tokenise(text: string): Tokens {
  const words: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const sentences: number[] = []
  const clauses: number[] = []
  const length = Math.min(text.length, longestText)
  let sentence = 0
  let clause = 0
  let inSentence = 0
  let inClause = 0

  const close = (kind: Break) => {
    if (kind === 'none') return
    if (inClause > 0) clause++
    inClause = 0
    if (kind === 'clause' || inSentence === 0) return
    sentence++
    inSentence = 0
  }
  const push = (start: number, end: number, word: string) => {
    if (word === '') return
    if (inSentence >= longestSentence) close('sentence')
    words.push(word)
    starts.push(start)
    ends.push(end)
    sentences.push(sentence)
    clauses.push(clause)
    inSentence++
    inClause++
  }

  let index = 0
  while (index < length) {
    const code = text.charCodeAt(index)
    if (isWordCharacter(code)) {
      const start = index
      index++
      while (index < length) {
        const inner = text.charCodeAt(index)
        const joins =
          isApostrophe(inner) && index + 1 < length && isWordCharacter(text.charCodeAt(index + 1))
        if (!isWordCharacter(inner) && !joins) break
        index++
      }
      push(start, index, foldWord(text.slice(start, index)))
      continue
    }
    const character = text[index] ?? ''
    if (symbol.has(character)) push(index, index + 1, character)
    else close(breakAt(text, index, code, words[words.length - 1] ?? ''))
    index++
  }
  return { words, starts, ends, sentences, clauses }
}
