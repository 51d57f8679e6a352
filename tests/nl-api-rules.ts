import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** The ruleset that developer.overheid.nl publishes for Spectral; it stands beside this repository. */
export const rulesetFile = '../shared/data/nl-api-design-rules/linter.yaml'

/** Its text, from the main folder or from a worktree that lies one deeper; nothing where it is not. */
export function officialRules(): string | undefined {
  for (const up of ['../', '../../']) {
    try {
      return readFileSync(fileURLToPath(new URL(up + rulesetFile, import.meta.url)), 'utf8')
    } catch {
      // Not there: the next place.
    }
  }
  return undefined
}

type Spectral = {
  setRuleset(ruleset: unknown): void
  run(
    text: string,
  ): Promise<{ code: string | number; path: (string | number)[]; message: string }[]>
}
type Package = { readonly default: Record<string, unknown> }
type Then = { readonly function: unknown }

/** A package of Spectral, by its last word: so that looking at types does not read theirs. */
const part = (name: string): Promise<Package> => import(`@stoplight/spectral-${name}`)

/** What the ruleset finds in an OpenAPI document, one line each. Its YAML names functions; we hand it those. */
export async function lintApi(document: unknown): Promise<string[]> {
  const [core, functions, sets] = await Promise.all([
    part('core'),
    part('functions'),
    part('rulesets'),
  ])
  const source = parse(officialRules() ?? '') as { rules: Record<string, unknown> }
  const rules = Object.entries(source.rules).map(([name, rule]) => {
    if (typeof rule === 'string') return [name, rule]
    const read = rule as { then: Then | Then[] }
    const made = [read.then].flat().map((one) => {
      const found = functions.default[String(one.function)]
      assert.ok(found, `${name} asks for ${one.function}`)
      return { ...one, function: found }
    })
    return [name, Object.assign({}, rule, Object.fromEntries([['then', made]]))]
  })
  const spectral = new (core.default.Spectral as new () => Spectral)()
  spectral.setRuleset({
    extends: [[sets.default.oas, 'off']],
    rules: Object.fromEntries(rules),
  })
  const found = await spectral.run(JSON.stringify(document))
  return found.map(({ code, path, message }) => `${code} at ${path.join('.')}: ${message}`)
}
