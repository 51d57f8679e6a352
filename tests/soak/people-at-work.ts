import { adviceAtWork } from './advice-at-work.ts'
import { arrestsAtWork } from './arrests-at-work.ts'
import type { AtWork, Finding } from './at-work.ts'
import { casesAtWork } from './cases-at-work.ts'
import { deliveriesAtWork } from './deliveries-at-work.ts'
import { documentsAtWork } from './documents-at-work.ts'
import { dossiersAtWork } from './dossiers-at-work.ts'
import { intervisionAtWork } from './intervision-at-work.ts'
import type { OpenedCases } from './open-a-case.ts'
import { placementsAtWork } from './placements-at-work.ts'
import { protocolsAtWork } from './protocols-at-work.ts'
import { type SentForms, sentForms } from './sent-forms.ts'
import { signalsAtWork } from './signals-at-work.ts'
import { tablesAtWork } from './tables-at-work.ts'

export type People = {
  /** Until the server is gone. */
  work(origin: string): Promise<void>
  /** What they do and was not acknowledged once since they went to work. */
  notBegun(): readonly string[]
  acknowledged(): Readonly<Record<string, number>>
  /** After the restart: looks, sends again what got no answer, and looks for everything. */
  lookAgain(origin: string): Promise<{ sentAgain: number; findings: readonly Finding[] }>
}

export type Writers = {
  readonly signals: number
  readonly cases: number
  /** whether people of several organisations are at work too; they are unless told */
  readonly between?: boolean
}

/**
 * Everybody at once, each at their own work. `writers`: how many write down signals, and how many cases; `folder`:
 * where the server keeps everything, for what is looked for beside the pages.
 */
export function peopleAtWork(writers: Writers, folder: string): People {
  const forms = sentForms()
  const opened = new Map<string, string>()
  const all: readonly AtWork[] = [
    signalsAtWork(writers.signals),
    // The list of cases is looked at for all that others open too.
    casesAtWork(forms, opened, writers.cases),
    documentsAtWork(forms, opened),
    intervisionAtWork(forms),
    protocolsAtWork(forms, opened),
    placementsAtWork(forms, opened),
    ...(writers.between === false ? [] : between(forms, opened, folder)),
  ]
  const acknowledged = (): Readonly<Record<string, number>> =>
    Object.assign({}, ...all.map((one) => one.acknowledged()))
  let before = acknowledged()
  return {
    async work(origin) {
      before = acknowledged()
      await Promise.all(all.map((one) => one.work(origin)))
    },
    notBegun() {
      // A draft is sent in at once: at most moments there is none.
      const { drafts: _, ...rest } = acknowledged()
      const names = Object.entries(rest).filter(([name, count]) => count <= (before[name] ?? 0))
      return names.map(([name]) => name)
    },
    acknowledged,
    async lookAgain(origin) {
      const findings: Finding[] = []
      for (const one of all) findings.push(...((await one.between?.(origin)) ?? []))
      const again = await forms.sendAgain(origin)
      findings.push(...again.findings)
      for (const one of all) findings.push(...(await one.afterwards(origin)))
      return { sentAgain: again.count, findings }
    },
  }
}

const between = (forms: SentForms, opened: OpenedCases, folder: string): readonly AtWork[] => [
  adviceAtWork(forms, folder),
  deliveriesAtWork(forms, opened, folder),
  tablesAtWork(forms, folder),
  arrestsAtWork(forms),
  dossiersAtWork(forms),
]
