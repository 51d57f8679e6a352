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

/** The names in a TypeScript file: what stands in comments is left out, and what stands in strings too. */
export function identifiersIn(source: string): Set<string> {
  const bare = source
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, ' ')
    // Of a template only what is computed counts.
    .replace(/`(?:[^`\\$]|\\.|\$(?!\{))*`/g, ' ')
  return new Set(bare.match(/[A-Za-z_$][\w$]*/g) ?? [])
}

export const classesIn = (css: string): Set<string> =>
  new Set(css.replace(/\/\*[\s\S]*?\*\//g, '').match(/\.[A-Za-z_][\w-]*/g) ?? [])
