import type { AtWork, Finding } from './at-work.ts'
import { casesAtWork } from './cases-at-work.ts'
import { documentsAtWork } from './documents-at-work.ts'
import { intervisionAtWork } from './intervision-at-work.ts'
import { placementsAtWork } from './placements-at-work.ts'
import { protocolsAtWork } from './protocols-at-work.ts'
import { sentForms } from './sent-forms.ts'
import { signalsAtWork } from './signals-at-work.ts'

export type People = {
  /** Until the server is gone. */
  work(origin: string): Promise<void>
  /** Whether every kind of work has been acknowledged at least once. */
  haveBegun(): boolean
  acknowledged(): Readonly<Record<string, number>>
  /** After the restart: looks, sends again what got no answer, and looks for everything. */
  lookAgain(origin: string): Promise<{ sentAgain: number; findings: readonly Finding[] }>
}

/** Everybody at once, each at their own work. `writers`: how many write down signals, and how many cases. */
export function peopleAtWork(writers: { signals: number; cases: number }): People {
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
  ]
  const acknowledged = () => Object.assign({}, ...all.map((one) => one.acknowledged()))
  return {
    async work(origin) {
      await Promise.all(all.map((one) => one.work(origin)))
    },
    haveBegun() {
      const { drafts: _, ...rest } = acknowledged() as Record<string, number>
      return Object.values(rest).every((count) => count > 0)
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
