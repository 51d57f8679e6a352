import type { Lexicon } from './lexicon.ts'
import { type Group, type Part, readGroup } from './pattern.ts'
import { WordIndex } from './word-index.ts'

/** Words in a row that make up a word class; a negative number is a gap of at most that many words. */
export type Phrase = { readonly parts: readonly number[]; readonly makes: number }

export const anyWord = 0

/** All word classes of one language, by number, ready to be looked up. */
export class Vocabulary {
  readonly index = new WordIndex()
  /** The classes that a class is part of. */
  readonly partOf: number[][] = [[]]
  /** The phrases that begin with a class. */
  readonly phrases: (Phrase[] | undefined)[] = []
  /** Words that a class would take by their beginning or ending, but must not. */
  readonly exceptions = new Map<string, number[]>()
  /** The classes that a phrase, a pattern or a cue looks for; the others only lead to these. */
  private readonly wanted: boolean[] = []
  private readonly leads: (readonly number[] | undefined)[] = []
  private readonly numbers = new Map<string, number>([['_', anyWord]])
  /** For each class the last word it was found for, as a number: cheaper than a set per word. */
  private lastFor = new Uint32Array(0)
  private wordNumber = 0

  constructor(lexicon: Lexicon) {
    lexicon.words.forEach((entries, name) => {
      const wordClass = this.numberOf(`<${name}>`)
      for (const entry of entries.split(',')) this.addEntry(entry.trim(), wordClass)
    })
  }

  want(wordClass: number): number {
    this.wanted[wordClass] = true
    return wordClass
  }

  /** Classes that words in a row can make, beside those that a single word is in. */
  madeOfPhrases(): ReadonlySet<number> {
    const made = new Set<number>()
    for (const phrases of this.phrases) {
      for (const { makes } of phrases ?? []) for (const one of this.leadsTo(makes)) made.add(one)
    }
    return made
  }

  /** How many classes there are; their numbers are lower. */
  get size(): number {
    return this.partOf.length
  }

  /** The wanted classes that a word is in, itself or through classes that are part of others. */
  classesOf(word: string): readonly number[] {
    if (this.lastFor.length < this.size) this.lastFor = new Uint32Array(this.size)
    const refused = this.exceptions.get(word) ?? []
    const found: number[] = []
    this.wordNumber++
    this.index.forEachClass(word, (wordClass) => {
      if (refused.includes(wordClass)) return
      for (const one of this.leadsTo(wordClass)) {
        if (this.lastFor[one] === this.wordNumber || refused.includes(one)) continue
        this.lastFor[one] = this.wordNumber
        found.push(one)
      }
    })
    return found
  }

  /** The wanted classes among a class and all it is part of. */
  leadsTo(wordClass: number): readonly number[] {
    const known = this.leads[wordClass]
    if (known) return known
    const reached = new Set([wordClass])
    for (const one of reached) for (const larger of this.partOf[one] ?? []) reached.add(larger)
    const wanted = [...reached].filter((one) => this.wanted[one])
    this.leads[wordClass] = wanted
    return wanted
  }

  /** The class that stands for one group of a pattern. */
  groupClass(group: Group): number {
    const only = group[0]
    if (group.length === 1 && only) return this.partClass(only)
    const parts = group.map((part) => (part.kind === 'gap' ? -part.most : this.partClass(part)))
    const key = parts.join(' ')
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const makes = this.numberOf(key)
    this.addPhrase(parts, makes)
    return makes
  }

  numberOf(key: string): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.partOf.push([]) - 1
    this.numbers.set(key, number)
    return number
  }

  private addEntry(entry: string, wordClass: number): void {
    if (entry.startsWith('-')) {
      const word = entry.slice(1)
      this.exceptions.set(word, [...(this.exceptions.get(word) ?? []), wordClass])
      return
    }
    const group = readGroup(entry)
    const only = group[0]
    if (group.length === 1 && only?.kind === 'word') this.index.add(only.text, wordClass)
    else this.include(this.groupClass(group), wordClass)
  }

  private addPhrase(parts: readonly number[], makes: number): void {
    for (const part of parts) if (part > anyWord) this.want(part)
    const first = parts[0] ?? anyWord
    const known = this.phrases[first]
    if (known) known.push({ parts, makes })
    else this.phrases[first] = [{ parts, makes }]
  }

  private partClass(part: Part): number {
    if (part.kind === 'class') return this.numberOf(`<${part.name}>`)
    if (part.kind === 'gap') return anyWord
    const key = part.kind === 'word' ? part.text : JSON.stringify(part.options)
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const wordClass = this.numberOf(key)
    if (part.kind === 'word') this.index.add(part.text, wordClass)
    else for (const option of part.options) this.include(this.groupClass(option), wordClass)
    return wordClass
  }

  private include(member: number, wordClass: number): void {
    const known = this.partOf[member]
    if (known && !known.includes(wordClass)) known.push(wordClass)
  }
}
