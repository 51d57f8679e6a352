import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export const read = (file: string): string => readFileSync(root + file, 'utf8')

export const filesLike = async (...patterns: string[]): Promise<string[]> =>
  (await Array.fromAsync(glob(patterns, { cwd: root }))).sort()

/** What a name is made of: `lookBefore` and `look_before` are "look" and "before". */
export const partsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/** One piece of a TypeScript file: a comment, a string, a regular expression, a name, or a sign. */
const piece =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|[^\s]/gu
const expression = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y
const templateText = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(`|\$\{)/y

/** After these a slash begins a regular expression; after anything else it divides. */
const beforeExpression = /^(?:[=(,:[!&|?{};+*%<>~^-]|return|typeof|case|of|in)$/

/** The names in a TypeScript file: comments and texts left out, what templates compute included. */
export function identifiersIn(source: string): Set<string> {
  const names = new Set<string>()
  // How many braces are open inside each ${…} that we are in.
  const computing: number[] = []
  let last = ';'
  piece.lastIndex = 0
  const skipText = () => {
    templateText.lastIndex = piece.lastIndex
    const [, end] = templateText.exec(source) ?? []
    piece.lastIndex = end ? templateText.lastIndex : source.length
    if (end === '${') computing.push(0)
  }
  for (let found = piece.exec(source); found; found = piece.exec(source)) {
    const [text] = found
    if (text.startsWith('//') || text.startsWith('/*')) continue
    if (text === '/' && beforeExpression.test(last)) {
      expression.lastIndex = found.index
      if (expression.test(source)) piece.lastIndex = expression.lastIndex
    } else if (text === '`') skipText()
    else if (text === '}' && computing.at(-1) === 0) {
      computing.pop()
      skipText()
    } else if (computing.length > 0 && (text === '{' || text === '}')) {
      computing.push((computing.pop() ?? 0) + (text === '{' ? 1 : -1))
    } else if (/^[\p{L}_$]/u.test(text)) names.add(text)
    last = text
  }
  return names
}

export const classesIn = (css: string): Set<string> =>
  new Set(css.replace(/\/\*[\s\S]*?\*\//g, '').match(/\.[A-Za-z_][\w-]*/g) ?? [])
