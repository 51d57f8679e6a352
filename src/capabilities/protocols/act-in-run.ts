import { type NewEntry, writeEntry } from '#capabilities/cases/index.ts'
import { refuse } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { ProtocolDesk } from './desk.ts'
import { moveRun, type RunAct } from './move-run.ts'
import type { OpenRun } from './open-run.ts'
import { type Answers, doStep, resume, skipStep, stop, takeImmediateRoute } from './run.ts'

/** What a form said: entries for the case, and the answers on which other steps depend. */
export type Filled = {
  readonly entries: readonly NewEntry[]
  readonly answers: Answers[string]
  readonly again: boolean
}

type Acted = { readonly again: boolean }

/** The words of an event: why, or in a drill everything that was written. */
export type EventWords = { readonly reason?: string; readonly written?: readonly string[] }

/** Does a step: its form becomes entries of the case, and what depends on it opens. */
export const finishStep = (
  work: Work,
  desk: ProtocolDesk,
  act: RunAct,
  step: string,
  { entries, answers, again }: Filled,
): Promise<Acted> =>
  moveRun(work, desk, act, {
    kind: 'done',
    step,
    move: ({ steps, run }) => doStep(steps, run, { id: step, answers, again }),
    write: (open) => writeAll(work, desk, open, entries),
    ...(act.home === 'drill' ? { words: writtenIn(entries) } : {}),
  })

/** Not doing a step is a decision: it stands in the case with its reason. */
export const leaveStep = (
  work: Work,
  desk: ProtocolDesk,
  act: RunAct,
  step: string,
  reason: string,
): Promise<Acted> =>
  moveRun(work, desk, act, {
    kind: 'skipped',
    step,
    move: ({ steps, run }) => skipStep(steps, run, step),
    write: (open) => {
      const title = open.steps.find(({ id }) => id === step)?.title[act.language] ?? step
      return writeAll(work, desk, open, [decision({ text: title, reasons: reason, not: true })])
    },
    words: { reason } satisfies EventWords,
  })

/** Danger now. Whoever sees the run may take this route: nobody waits for somebody who may decide. */
export const beginImmediate = (work: Work, desk: ProtocolDesk, act: RunAct): Promise<Acted> =>
  moveRun(work, desk, act, {
    kind: 'immediate',
    move: ({ steps, run }) => takeImmediateRoute(steps, run),
  })

/** The danger is over and written down; what was set aside is open again. */
export const endImmediate = (
  work: Work,
  desk: ProtocolDesk,
  act: RunAct,
  entries: readonly NewEntry[],
): Promise<Acted> =>
  moveRun(work, desk, act, {
    kind: 'resumed',
    move: ({ steps, run }) => resume(steps, run),
    write: (open) => writeAll(work, desk, open, entries),
    ...(act.home === 'drill' ? { words: writtenIn(entries) } : {}),
  })

/** Ends the run before its last step, with a reason. */
export const stopRun = (
  work: Work,
  desk: ProtocolDesk,
  act: RunAct,
  { title, reason }: { readonly title: string; readonly reason: string },
): Promise<Acted> =>
  moveRun(work, desk, act, {
    kind: 'stopped',
    move: ({ run }) => stop(run),
    write: (open) =>
      writeAll(work, desk, open, [decision({ text: title, reasons: reason, not: true })]),
    words: { reason } satisfies EventWords,
  })

const decision = (words: { text: string; reasons: string; not: boolean }): NewEntry => ({
  kind: 'decision',
  ...words,
})

async function writeAll(
  work: Work,
  desk: ProtocolDesk,
  { head, row, mayDecide }: OpenRun,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.some(({ kind }) => kind === 'decision') && !mayDecide) {
    refuse('not-allowed', 'may-not-decide')
  }
  if (!head) return
  for (const entry of entries) {
    await writeEntry(work, desk.cases, head.id, {
      ...entry,
      from: { capability: 'protocols', id: row.id },
    })
  }
}

const writtenIn = (entries: readonly NewEntry[]): EventWords => ({
  written: entries.map(({ text }) => text),
})
