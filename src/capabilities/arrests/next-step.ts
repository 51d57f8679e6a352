import { beforeReady } from './file.ts'
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
  const rightsOpen = clocks.some(
    ({ rule, state: now }) => rule.id === 'rights' && (now === 'open' || now === 'unknown'),
  )
  if (rightsOpen) return 'rights'
  if (looks.length === 0) return 'look'
  const lookOn = certified ? 'fullMine' : 'full'
  const asked = beforeReady(looks)
  // Its own answer that further looking is needed waits until who must know does.
  const byFull = looks.findLast(({ part, further }) => part === 'full' || further)?.part === 'full'
  if (looks.some(({ further }) => further) && asked && !byFull) return lookOn
  if (tellings.some(({ answer }) => !answer)) return 'tell'
  // source: art. 486 Sv
  if (ageGroup === 'under-12') return 'noProsecution'
  return asked === 'look-further' ? lookOn : 'ready'
}
