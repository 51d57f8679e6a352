// npm run bench: everything, or the benches that are named. `--long` lets growth go on to a million
// signals; `--seconds 2` and `--rounds 1` make it shorter.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCases } from './cases.ts'
import { measureDeliveries } from './deliveries.ts'
import { measureDossier } from './dossier.ts'
import { measureFigures } from './figures.ts'
import { measureGrowth } from './growth.ts'
import { measureIntervision } from './intervision.ts'
import { machineFacts } from './machine.ts'
import { measurePages } from './pages.ts'
import { measurePapers } from './papers.ts'
import { measurePartners } from './partners.ts'
import { measureRecording } from './record.ts'
import { say, whisper } from './report.ts'
import { measureSurvey } from './survey.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
  },
})
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)
const largest = values.long ? 1_000_000 : 100_000

/** A bench of the recogniser alone, as its own program: it needs no database and no server. */
const script = (name: string) => (): Promise<boolean> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, name)], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** Each answers whether everything that was asked was also answered; speed never makes a run fail. */
const benches: Record<string, () => Promise<boolean>> = {
  record: () => measureRecording({ seconds, rounds }),
  pages: () => measurePages({ seconds }),
  'recognition-quality': script('recognition-quality.ts'),
  'recognition-speed': script('recognition-speed.ts'),
  intervision: () => measureIntervision({ rounds }),
  growth: () => measureGrowth({ largest, turns: 200 }),
  cases: () => measureCases({ turns: 40 * rounds }),
  dossier: () => measureDossier({ turns: 30 * rounds }),
  survey: () => measureSurvey({ seconds, rounds }),
  figures: () => measureFigures({ rounds }),
  papers: () => measurePapers({ rounds }),
  deliveries: () => measureDeliveries({ rounds }),
  partners: () => measurePartners({ largest: 1_000_000, turns: 100 }),
}

const chosen = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = chosen.find((name) => !Object.hasOwn(benches, name))
if (unknown || !(seconds > 0) || !(rounds >= 1)) {
  whisper(`Choose from: ${Object.keys(benches).join(', ')}; seconds and rounds above zero.`)
  process.exit(64)
}
say(`Measured on ${machineFacts()}.`)
for (const name of chosen) {
  whisper(name)
  if (!(await benches[name]?.())) process.exitCode = 1
}
