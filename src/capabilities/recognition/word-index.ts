/** A tree of characters; walking it costs no more than the letters that match. */
type Branch = { readonly next: Map<number, Branch>; classes: number[] }

const branch = (): Branch => ({ next: new Map(), classes: [] })

/** Finds the word classes of a word: as a whole, by how it begins and by how it ends. */
export class WordIndex {
  private readonly whole = new Map<string, number[]>()
  private readonly beginnings = branch()
  private readonly endings = branch()
  private readonly numbers: number[] = []

  /** `text` is `word`, `begin*`, `*end` or `N` for any number. */
  add(text: string, wordClass: number): void {
    if (text === 'N') {
      this.numbers.push(wordClass)
    } else if (text.startsWith('*')) {
      this.grow(this.endings, [...text.slice(1)].reverse().join(''), wordClass)
    } else if (text.endsWith('*')) {
      this.grow(this.beginnings, text.slice(0, -1), wordClass)
    } else {
      const known = this.whole.get(text)
      if (known) known.push(wordClass)
      else this.whole.set(text, [wordClass])
    }
  }

  forEachClass(word: string, visit: (wordClass: number) => void): void {
    for (const wordClass of this.whole.get(word) ?? []) visit(wordClass)
    const first = word.charCodeAt(0)
    if (first >= 48 && first <= 57) for (const wordClass of this.numbers) visit(wordClass)
    let here: Branch | undefined = this.beginnings
    for (let index = 0; index < word.length; index++) {
      here = here.next.get(word.charCodeAt(index))
      if (!here) break
      for (const wordClass of here.classes) visit(wordClass)
    }
    here = this.endings
    for (let index = word.length - 1; index >= 0; index--) {
      here = here.next.get(word.charCodeAt(index))
      if (!here) break
      for (const wordClass of here.classes) visit(wordClass)
    }
  }

  private grow(root: Branch, letters: string, wordClass: number): void {
    let here = root
    for (let index = 0; index < letters.length; index++) {
      const code = letters.charCodeAt(index)
      let next = here.next.get(code)
      if (!next) {
        next = branch()
        here.next.set(code, next)
      }
      here = next
    }
    here.classes.push(wordClass)
  }
}
