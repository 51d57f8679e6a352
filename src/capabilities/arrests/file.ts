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

/** Where a step leads from here; nothing when it cannot be taken. */
export const stateAfter = (
  kind: FileKind,
  step: FileStep,
  state: FileState,
): FileState | undefined => flow[kind][step]?.[state]

export type LookPart = 'first' | 'full'
type Look = { readonly id: string; readonly part: LookPart; readonly further: boolean }

type Ready =
  | { readonly ok: true; readonly look: string | undefined }
  | { readonly ok: false; readonly because: 'look-first' }

/**
 * Nothing against a minor is ready for a decision on prosecution before a qualified person has looked at
 * exploitation, or somebody wrote why that could not be had.
 * source: ECtHR V.C.L. and A.N. v. the United Kingdom, 16 February 2021
 */
export function readyOn(looks: readonly Pick<Look, 'id' | 'part'>[], whyWithout: string): Ready {
  const look = looks.findLast(({ part }) => part === 'full')?.id
  if (look) return { ok: true, look }
  return whyWithout.trim() === ''
    ? { ok: false, because: 'look-first' }
    : { ok: true, look: undefined }
}

/**
 * What stands before a referral to Halt, in the order in which looks were taken. Halt asks for a full confession,
 * which can protect whoever is behind it: so first a look, and when it says that further looking is needed, that.
 */
export function beforeHalt(
  looks: readonly Pick<Look, 'part' | 'further'>[],
): 'look' | 'look-further' | undefined {
  if (looks.length === 0) return 'look'
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
