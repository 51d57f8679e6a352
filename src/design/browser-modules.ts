import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Assets } from '#design/assets.ts'

/** A module as browsers load it: its own address, and those of everything it imports. */
export type BrowserModule = { readonly url: string; readonly imports: readonly string[] }

// Two pages may share a module; it is one file with one address.
const added = new WeakMap<Assets, Map<string, BrowserModule>>()

/**
 * Serves a TypeScript module to browsers without a bundler: types taken out, every import pointing
 * at the address of what it imports. `file` is a file URL. Only what runs in a browser may be imported.
 */
export function addBrowserModule(assets: Assets, file: URL): BrowserModule {
  const known = added.get(assets) ?? new Map<string, BrowserModule>()
  added.set(assets, known)
  return addModule(assets, known, file.href, [])
}

function addModule(
  assets: Assets,
  known: Map<string, BrowserModule>,
  href: string,
  importers: readonly string[],
): BrowserModule {
  const found = known.get(href)
  if (found) return found
  if (!href.startsWith('file:')) {
    throw new Error(`A browser cannot load ${href}, imported by ${importers.at(-1)}.`)
  }
  if (importers.includes(href)) throw new Error(`The module ${href} imports itself.`)
  const imports = new Set<string>()
  const body = plainSource(href).replaceAll(importing, (_, before, quote, wanted) => {
    const needed = addModule(assets, known, resolve(wanted, href), [...importers, href])
    for (const each of [...needed.imports, needed.url]) imports.add(each)
    return `${before}${quote}${needed.url}${quote}`
  })
  const url = assets.add(nameOf(href), 'text/javascript; charset=utf-8', body)
  const module = { url, imports: [...imports] }
  known.set(href, module)
  return module
}

/** Static imports and exports from another module, which the formatter puts at the start of a line. */
const importing = /^((?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*)(['"])([^'"\n]+)\2/gm

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
    return stripTypeScriptTypes(source)
  } finally {
    process.emitWarning = emitWarning
  }
}

/** As Node would resolve it from that file; Node itself only offers this from the running module. */
function resolve(wanted: string, from: string): string {
  return wanted.startsWith('.') ? new URL(wanted, from).href : import.meta.resolve(wanted)
}

/** `recognition/explore.ts` becomes recognition-explore.js: a file's folder keeps its name apart. */
function nameOf(href: string): string {
  const path = fileURLToPath(href)
  return `${basename(dirname(path))}-${basename(path).replace(/\.[jt]s$/, '')}.js`
}
