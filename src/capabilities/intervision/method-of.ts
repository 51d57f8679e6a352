import type { Knowledge, Method, MethodPhase } from '#capabilities/knowledge/index.ts'
import type { Phase } from './intervision.ts'

export type HeldPhase = MethodPhase & Phase

type Row = {
  readonly method: string
  readonly phases: readonly string[]
  readonly silent: readonly string[]
}

/**
 * The phases under which an intervision is held, in the words of the edition that is here now. A phase
 * that a later edition dropped keeps its name and asks nothing more.
 */
export function phasesOf(
  { findMethod }: Knowledge,
  { method, phases, silent }: Row,
): readonly HeldPhase[] {
  const known = findMethod(method)?.phases ?? []
  return phases.map((id) => ({
    ...(known.find((one) => one.id === id) ?? droppedPhase(id)),
    silent: silent.includes(id),
  }))
}

const same = (text: string) => ({ nl: text, en: text })

const droppedPhase = (id: string): HeldPhase => ({
  id,
  name: same(id),
  text: same('-'),
  whoSpeaks: same('-'),
  yields: same('-'),
  inbrenger: 'speaks',
  silent: false,
  asks: [],
  mark: 'own',
  sources: [],
})

export const nameOfMethod = (knowledge: Knowledge, id: string): Method['name'] =>
  knowledge.findMethod(id)?.name ?? same(id)
