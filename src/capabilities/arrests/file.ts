import type { AgeGroup } from '#capabilities/law/index.ts'

/** The two kinds of file, their states, and what stands before a decision on prosecution. Pure. */

export const fileKinds = ['arrest', 'protection'] as const
export type FileKind = (typeof fileKinds)[number]

export type FileState = 'open' | 'ready' | 'closed'

/** `ready`: for a decision on prosecution; `halt`: a referral to Halt is written down. */
export const fileSteps = ['ready', 'back', 'halt', 'close', 'reopen'] as const
export type FileStep = (typeof fileSteps)[number]

const flow: Readonly<
  Record<FileKind, Partial<Record<FileStep, Partial<Record<FileState, FileState>>>>>
> = {
  arrest: {
    ready: { open: 'ready' },
    back: { ready: 'open' },
    halt: { open: 'open', ready: 'ready' },
    close: { open: 'closed', ready: 'closed' },
    reopen: { closed: 'open' },
  },
  protection: { close: { open: 'closed' }, reopen: { closed: 'open' } },
}

/**
 * Who is under twelve on the day of the fact is not prosecuted, so goes to no prosecutor and not to Halt.
 * source: art. 486 Sv
 */
const towardsProsecution: readonly FileStep[] = ['ready', 'halt']

/** Where a step leads from here; nothing when it cannot be taken. `age`: nothing for a file without an arrest. */
export const stateAfter = (
  kind: FileKind,
  step: FileStep,
  state: FileState,
  age: AgeGroup | undefined,
): FileState | undefined =>
  age === 'under-12' && towardsProsecution.includes(step) ? undefined : flow[kind][step]?.[state]

export type LookPart = 'first' | 'full'
type Look = { readonly id: string; readonly part: LookPart; readonly further: boolean }

type Ready =
  /** `departs`: what should stand before it does not, and somebody wrote why */
  | { readonly ok: true; readonly look: string | undefined; readonly departs: boolean }
  | { readonly ok: false; readonly because: 'look-first' }

/**
 * Nothing against a minor is ready for a decision on prosecution before a qualified person has looked at
 * exploitation, and nobody since says that further looking is needed; or somebody wrote why all the same.
 * source: ECtHR V.C.L. and A.N. v. the United Kingdom, 16 February 2021
 */
export function readyOn(looks: readonly Look[], whyWithout: string): Ready {
  const departs = beforeReady(looks) !== undefined
  if (departs && whyWithout.trim() === '') return { ok: false, because: 'look-first' }
  return { ok: true, look: looks.findLast(({ part }) => part === 'full')?.id, departs }
}

/** What still stands before the prosecutor, in the order in which looks were taken. */
export const beforeReady = (
  looks: readonly Pick<Look, 'part' | 'further'>[],
): 'full-look' | 'look-further' | undefined =>
  looks.some(({ part }) => part === 'full') ? furtherAsked(looks) : 'full-look'

/**
 * What stands before a referral to Halt, in the order in which looks were taken. Halt asks for a full confession,
 * which can protect whoever is behind it: so first a look, and when it says that further looking is needed, that.
 */
export function beforeHalt(
  looks: readonly Pick<Look, 'part' | 'further'>[],
): 'look' | 'look-further' | undefined {
  return looks.length === 0 ? 'look' : furtherAsked(looks)
}

/** The last full look says that further looking is needed, or a look since. */
function furtherAsked(
  looks: readonly Pick<Look, 'part' | 'further'>[],
): 'look-further' | undefined {
  const asked = looks.findLastIndex(({ further }) => further)
  return asked >= 0 && asked >= looks.findLastIndex(({ part }) => part === 'full')
    ? 'look-further'
    : undefined
}

/** What is sealed of who a file is about. */
export type Person = {
  readonly name: string
  /** ISO date; empty when it is not known */
  readonly born: string
  /** the age that was told, in years, when the day of birth is not known */
  readonly toldAge: number | undefined
  /** the language in which the young person understands best */
  readonly language: string
}
