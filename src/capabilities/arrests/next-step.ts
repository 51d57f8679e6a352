import type { ReadFile } from './read-file.ts'

export type NextStep =
  | 'rights'
  | 'look'
  | 'full'
  | 'fullMine'
  | 'tell'
  | 'ready'
  | 'noProsecution'
  | 'readyNow'
  | 'closed'
  | 'protection'

type Asked = Pick<
  ReadFile,
  'kind' | 'state' | 'clocks' | 'looks' | 'tellings' | 'certified' | 'ageGroup'
>

/** The one thing to do next: the look comes before everything but the rights of the young person. Pure. */
export function nextStep(file: Asked): NextStep {
  const { kind, state, clocks, looks, tellings, certified, ageGroup } = file
  if (state === 'closed') return 'closed'
  if (kind === 'protection') return 'protection'
  if (state === 'ready') return 'readyNow'
  const rightsOpen = clocks.some((one) => one.rule.id === 'rights' && one.state === 'open')
  if (rightsOpen) return 'rights'
  if (looks.length === 0) return 'look'
  const full = looks.some(({ part }) => part === 'full')
  if (looks.some(({ further }) => further) && !full) return certified ? 'fullMine' : 'full'
  if (tellings.some(({ answer }) => !answer)) return 'tell'
  // source: art. 486 Sv
  return ageGroup === 'under-12' ? 'noProsecution' : 'ready'
}
