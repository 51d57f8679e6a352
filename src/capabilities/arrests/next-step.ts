import type { ReadFile } from './read-file.ts'

export type NextStep =
  | 'rights'
  | 'look'
  | 'full'
  | 'fullMine'
  | 'tell'
  | 'ready'
  | 'readyNow'
  | 'closed'
  | 'protection'

type Asked = Pick<ReadFile, 'kind' | 'state' | 'clocks' | 'looks' | 'tellings' | 'certified'>

/** The one thing to do next: the look comes before everything but the rights of the young person. Pure. */
export function nextStep({ kind, state, clocks, looks, tellings, certified }: Asked): NextStep {
  if (state === 'closed') return 'closed'
  if (kind === 'protection') return 'protection'
  if (state === 'ready') return 'readyNow'
  const rightsOpen = clocks.some((one) => one.rule.id === 'rights' && one.state === 'open')
  if (rightsOpen) return 'rights'
  if (looks.length === 0) return 'look'
  const full = looks.some(({ part }) => part === 'full')
  if (looks.some(({ further }) => further) && !full) return certified ? 'fullMine' : 'full'
  return tellings.some(({ answer }) => !answer) ? 'tell' : 'ready'
}
