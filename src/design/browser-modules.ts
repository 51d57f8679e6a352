import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assets } from '#design/assets.ts'

/** A module as browsers load it: one file, with everything it imports in it. */
export type BrowserModule = { readonly url: string }

// Two pages may ask for the same module; it is one file with one address.
const added = new WeakMap<Assets, Map<string, BrowserModule>>()

/**
 * Serves a TypeScript module and all it imports to browsers as one file, without a bundler: types
 * taken out, every imported module a scope of its own before those that import it. One file costs
 * one answer and compresses as a whole. `file` is a file URL; only what runs in a browser may be imported.
 */
export function addBrowserModule(assets: Assets, file: URL): BrowserModule {
  const known = added.get(assets) ?? new Map<string, BrowserModule>()
  added.set(assets, known)
  const found = known.get(file.href)
  if (found) return found
  const scopes = new Map<string, Scope>()
  const entry = withoutImports(file.href, scopes, [])
  const body =
    [...scopes.values()].map(({ written }) => written).join('') + withoutExports(entry).body
  const module = { url: assets.add(nameOf(file.href), 'text/javascript; charset=utf-8', body) }
  known.set(file.href, module)
  return module
}

/** An imported module as an expression: its own names stay inside, what it exports comes out. */
type Scope = {
  readonly name: string
  readonly exported: readonly string[]
  readonly written: string
}

function scopeOf(href: string, scopes: Map<string, Scope>, importers: readonly string[]): Scope {
  const found = scopes.get(href)
  if (found) return found
  if (!href.startsWith('file:')) {
    throw new Error(`A browser cannot load ${href}, imported by ${importers.at(-1)}.`)
  }
  if (importers.includes(href)) throw new Error(`The module ${href} imports itself.`)
  const { body, exported } = withoutExports(withoutImports(href, scopes, importers))
  const name = `$${scopes.size}`
  const written = `const ${name}=(()=>{\n${body}return{${exported.join()}}})()\n`
  const scope = { name, exported, written }
  scopes.set(href, scope)
  return scope
}

/** Static imports, which the formatter puts at the start of a line. */
const importing = /^import\b(?:\s*(\{[^}]*\})\s*from)?\s*(['"])([^'"\n]+)\2;?/gm
/** `export { one } from './other.ts'`: what comes in goes straight out. */
const passing = /^export\s*(\{[^}]*\})\s*from\s*(['"])([^'"\n]+)\2;?/gm

function withoutImports(
  href: string,
  scopes: Map<string, Scope>,
  importers: readonly string[],
): string {
  const taken = (names: string | undefined, wanted: string): string => {
    const { name, exported } = scopeOf(resolve(wanted, href), scopes, [...importers, href])
    for (const [, each = ''] of (names ?? '').matchAll(/([\w$]+)(?:\s+as\s+[\w$]+)?\s*[,}]/g)) {
      if (!exported.includes(each)) throw new Error(`${wanted} gives no ${each} to ${href}.`)
    }
    return names ? `const${names.replaceAll(/\s+as\s+/g, ':').replaceAll(/\s+/g, '')}=${name}` : ''
  }
  const source = plainSource(href)
    .replaceAll(passing, (_, names, quote, wanted) => {
      if (/\sas\s/.test(names)) throw new Error(`${href} gives an export another name.`)
      return `import ${names} from ${quote}${wanted}${quote}\nexport ${names}`
    })
    .replaceAll(importing, (_, names, __, wanted) => taken(names, wanted))
  const left = source.match(/^(?:import\b|export\s*(?:\*|default|let|var)).*/m)
  if (left) throw new Error(`${href} cannot be put in one file: ${left[0]}`)
  return source
}

function withoutExports(source: string): { body: string; exported: string[] } {
  const exported: string[] = []
  const body = source
    .replaceAll(/^export\s*\{([^}]*)\};?\n?/gm, (_, names: string) => {
      exported.push(
        ...names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      )
      return ''
    })
    .replaceAll(
      /^export\s+((?:async\s+)?function\*?|class|const)(\s+)([\w$]+)/gm,
      (_, kind: string, space: string, name: string) => {
        exported.push(name)
        return `${kind}${space}${name}`
      },
    )
  return { body, exported }
}

/** The JavaScript of one module without types, lines of comment, indents and empty lines; so no template in it may need an indent. */
export function plainSource(href: string): string {
  const source = readFileSync(fileURLToPath(href), 'utf8')
  return (href.endsWith('.ts') ? withoutTypes(source) : source)
    .replaceAll(/^[ \t]*(?:\/\/.*|\/\*\*[\s\S]*?\*\/[ \t]*)\n/gm, '')
    .replaceAll(/^[ \t]+|[ \t]+$/gm, '')
    .replaceAll(/\n{2,}/g, '\n')
    .trimStart()
}

/** Node tells once that taking types out is experimental; that is our choice, not the operator's worry. */
function withoutTypes(source: string): string {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return withoutBlanks(source, stripTypeScriptTypes(source))
  } finally {
    process.emitWarning = emitWarning
  }
}

/** Where a type stood are as many blanks: those go, and blanks that were there before stay. */
function withoutBlanks(source: string, stripped: string): string {
  if (source.length !== stripped.length) return stripped
  let plain = ''
  for (let at = 0; at < source.length; at++) {
    if (stripped[at] !== ' ' || source[at] === ' ') plain += stripped[at]
  }
  return plain
}

/** What browsers get instead of a module that does more than they need. */
const forBrowsers = new Map([[beside('html.ts'), beside('html-in-browser.ts')]])

function beside(name: string): string {
  return new URL(name, import.meta.url).href
}

/** As Node would resolve it from that file; Node itself only offers this from the running module. */
function resolve(wanted: string, from: string): string {
  const href = wanted.startsWith('.') ? new URL(wanted, from).href : import.meta.resolve(wanted)
  return forBrowsers.get(href) ?? href
}

/** `recognition/explore.ts` becomes recognition-explore.js: a file's folder keeps its name apart. */
function nameOf(href: string): string {
  const path = fileURLToPath(href)
  return `${basename(dirname(path))}-${basename(path).replace(/\.[jt]s$/, '')}.js`
}
