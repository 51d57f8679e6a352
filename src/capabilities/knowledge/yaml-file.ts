import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { readPlainYaml } from '#platform/plain-yaml.ts'
import { fieldName, type Path, type Problem } from './problem.ts'

/** A parsed pack file that still knows on which line everything stands. */
export type YamlFile = {
  readonly file: string
  readonly value: unknown
  readonly syntaxProblems: readonly Problem[]
  /** the problem at this field; where the field is missing, at the nearest thing around it */
  problem(path: Path, wrong: string, mend: string): Problem
  /** the same, but pointing at the key instead of its value */
  problemAtKey(path: Path, wrong: string, mend: string): Problem
  /** whether something is filled in here */
  has(path: Path): boolean
}

/** Where everything stands is looked for when something is wrong: nearly every file is right. */
export function parseYamlFile(file: string, text: string): YamlFile {
  const plain = readPlainYaml(text)
  if (!plain) return parseWithPlaces(file, text)
  const places = lazily(() => parseWithPlaces(file, text))
  return {
    file,
    value: plain.value,
    syntaxProblems: [],
    problem: (...about) => places().problem(...about),
    problemAtKey: (...about) => places().problemAtKey(...about),
    has: (path) => places().has(path),
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function parseWithPlaces(file: string, text: string): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const at = (offset: number, path: Path, wrong: string, mend: string): Problem => ({
    file,
    ...place(offset),
    field: fieldName(path),
    wrong,
    mend,
  })
  const syntaxProblems = document.errors.map((error) =>
    at(error.pos[0], [], `this is not valid YAML (${oneLine(error.message)})`, 'Correct the YAML'),
  )
  // An alias would make one entry depend on another; every entry of a pack stands on its own.
  visit(document, {
    Alias(_, alias) {
      const offset = alias.range?.[0] ?? 0
      syntaxProblems.push(at(offset, [], 'an alias (*name) is used', 'Write the text out here'))
    },
  })
  return {
    file,
    value: syntaxProblems.length === 0 ? document.toJS() : undefined,
    syntaxProblems,
    problem: (path, wrong, mend) => at(nearest(document.contents, path).value, path, wrong, mend),
    problemAtKey: (path, wrong, mend) =>
      at(nearest(document.contents, path).key, path, wrong, mend),
    has: (path) => nearest(document.contents, path).complete,
  }
}

type Found = { value: number; key: number; complete: boolean }

/** Walks as far along the path as the document goes. Offsets in characters. */
function nearest(root: Node | null, path: Path): Found {
  let node: unknown = root
  let found: Found = { value: offsetOf(root), key: offsetOf(root), complete: path.length === 0 }
  for (const [depth, step] of path.entries()) {
    const next = childOf(node, step)
    if (!next) return { ...found, complete: false }
    node = next.node
    const empty = isScalar(node) && node.value === null
    found = { ...next, complete: depth === path.length - 1 && !empty }
  }
  return found
}

function childOf(node: unknown, step: PropertyKey) {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step]
    return item ? { node: item, value: offsetOf(item), key: offsetOf(item) } : undefined
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === step)
  if (!pair) return undefined
  const key = offsetOf(pair.key)
  return { node: pair.value, value: pair.value ? offsetOf(pair.value) : key, key }
}

const offsetOf = (node: unknown): number =>
  (isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined) ?? 0

const oneLine = (message: string): string => message.split('\n')[0]?.trim() ?? ''
