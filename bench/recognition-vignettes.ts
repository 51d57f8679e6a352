import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

const vignette = z.object({
  id: z.string(),
  language: z.enum(['nl', 'en']),
  kind: z.enum(['exploited', 'recruiter-around-school', 'ordinary']),
  text: z.string(),
  gold: z.array(z.string()),
  plausible: z.array(z.string()).default([]),
  must_not: z.array(z.string()).default([]),
})

type VignetteSet = 'shared' | 'own-' | 'retold-' | 'told-'

/** A case retold, with the signals its text supports. */
export type Vignette = z.infer<typeof vignette> & { readonly set: VignetteSet }

const root = new URL('../', import.meta.url)

function readVignettes(file: string, set: VignetteSet): Vignette[] {
  const read = z.object({ vignettes: z.array(vignette) }).parse(parse(readFileSync(file, 'utf8')))
  return read.vignettes.map((one) => ({ ...one, set }))
}

/** The shared development set; empty where the shared material is absent. */
export function sharedVignettes(): Vignette[] {
  const file = fileURLToPath(new URL('../shared/data/vignettes-dev.yaml', root))
  return existsSync(file) ? readVignettes(file, 'shared') : []
}

/** The sets in this repository, written by people who did not see the lexicon. */
export const ownVignettes = (): Vignette[] => vignettesNamed('own-')

/** Longer cases, retold from public stories; harder than the others. */
export const retoldVignettes = (): Vignette[] => vignettesNamed('retold-')

function vignettesNamed(beginning: Exclude<VignetteSet, 'shared'>): Vignette[] {
  const folder = fileURLToPath(new URL('tests/vignettes/', root))
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.startsWith(beginning))
  return names.sort().flatMap((name) => readVignettes(`${folder}${name}`, beginning))
}

/** Sets of which a third was kept unread; of the other sets of our own it is half. */
export const toldVignettes = (): Vignette[] => vignettesNamed('told-')

const keptUnread: Partial<Record<VignetteSet, number>> = { 'own-': 2, 'retold-': 2, 'told-': 3 }

/**
 * Whether nobody who widens the words has read this text: what is measured on these is worth
 * something. The number in the id decides, so that both parts hold every kind.
 */
export function isUnread(one: Vignette): boolean {
  const everyNth = keptUnread[one.set]
  return everyNth !== undefined && Number(one.id.match(/\d+$/)?.[0]) % everyNth === 0
}

/** What was found in one text, without what the text denies. */
export type Finder = (one: Vignette) => readonly string[]

export type Quality = {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Mean number of signals on the text of an ordinary pupil. */
  readonly ordinary: number
  readonly texts: number
}

/** Micro-averaged; plausible signals count as neither right nor wrong. */
export function measureQuality(vignettes: readonly Vignette[], find: Finder): Quality {
  let right = 0
  let wrong = 0
  let missed = 0
  let ordinaryTexts = 0
  let ordinarySignals = 0
  for (const one of vignettes) {
    const found = new Set(find(one))
    for (const signal of found) {
      if (one.gold.includes(signal)) right++
      else if (!one.plausible.includes(signal)) wrong++
    }
    missed += one.gold.filter((signal) => !found.has(signal)).length
    if (one.kind !== 'ordinary') continue
    ordinaryTexts++
    ordinarySignals += found.size
  }
  const precision = right / Math.max(right + wrong, 1)
  const recall = right / Math.max(right + missed, 1)
  const f1 = (2 * precision * recall) / Math.max(precision + recall, 1e-9)
  const ordinary = ordinarySignals / Math.max(ordinaryTexts, 1)
  return { precision, recall, f1, ordinary, texts: vignettes.length }
}
