import { aSchool } from './a-school.ts'
import { addCases } from './bulk-cases.ts'
import { type Ask, expectStatus, summary } from './load.ts'
import { machineLoad, memoryNow, peakMemory } from './machine.ts'
import { type Program, withProgram } from './program.ts'
import { ms, printAims, printTable, say, whisper, whole } from './report.ts'

const cases = 1_000
const entries = 10
const laterSearches = 40
const schools = 3

/**
 * Searching in a circle of 1,000 cases with ten entries of about 400 signs each, for a word that stands in
 * one of them: every case is looked through. First in a school where nobody searched, then again, then each
 * time after something was written. Meanwhile somebody else asks for the home page.
 */
export const measureSearch = (): Promise<boolean> =>
  withProgram(async (program) => {
    const first: number[] = []
    const later: number[] = []
    const afterChange: number[] = []
    const others: number[] = []
    const memory: number[] = []
    for (let turn = 0; turn < schools; turn += 1) {
      whisper(`cases: searching, school ${turn + 1} of ${schools}`)
      const school = await aSchool(program, 50)
      const ids = await addCases(program, school, cases, { entries, ofFirstTeacher: 20 })
      await program.pool.query('vacuum analyze')
      const cookie = school.coordinators[0]?.cookie ?? ''
      const search = (word: string) =>
        timed(program, { path: '/casussen/zoek', cookie, form: { q: word } })
      const write = async (at: number) => {
        const form = { text: 'Noor was er weer.', source: 'mentor', origin: 'own', moment: '' }
        const path = `/casussen/${ids[(at * 10) % ids.length]}/feit`
        expectStatus(await program.sender.send({ path, cookie, form }), 303)
      }
      const before = memoryNow(program.pid)
      const neighbour = disturbed(program)
      first.push(await search('kenmerk7x3'))
      others.push(await neighbour())
      memory.push(memoryNow(program.pid) - before)
      for (let at = 0; at < laterSearches; at += 1) later.push(await search(`kenmerk${at}x5`))
      for (let at = 0; at < laterSearches; at += 1) {
        await write(at)
        afterChange.push(await search(`kenmerk${at}x6`))
      }
    }
    tell({ first, later, afterChange })
    say(`
Somebody else's home page waited at most ${ms(Math.max(...others))} ms while a first search went on.
Memory grew with the first searches by ${memory.map(whole).join(', ')} MB, and peaked at ${whole(peakMemory(program.pid))} MB.
Load of the machine: ${ms(machineLoad())}.`)
    return true
  })

/** One search, in milliseconds; a page without the case that was looked for is a defect. */
async function timed({ sender }: Program, ask: Ask): Promise<number> {
  const started = performance.now()
  const answer = expectStatus(await sender.send(ask), 200)
  const elapsed = performance.now() - started
  if (!/casussen\/[0-9a-f-]{36}/.test(answer.body.toString())) throw new Error('Nothing was found.')
  return elapsed
}

/** Asks for the home page all the time; answers the longest wait in milliseconds. */
function disturbed({ sender }: Program): () => Promise<number> {
  const until = { over: false }
  const asking = (async () => {
    let longest = 0
    while (!until.over) {
      const started = performance.now()
      await sender.send({ path: '/' })
      longest = Math.max(longest, performance.now() - started)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    return longest
  })()
  return () => {
    until.over = true
    return asking
  }
}

function tell(found: Readonly<Record<'first' | 'later' | 'afterChange', number[]>>): void {
  const names = {
    first: 'the first',
    later: 'later',
    afterChange: 'later, one case changed',
  } as const
  const rows = Object.entries(names).map(([key, search]) => ({
    search,
    ...summary(found[key as keyof typeof found]),
  }))
  printTable(
    `Searching ${cases.toLocaleString('en')} cases with ${entries} entries each, in ms`,
    rows.map(({ search, p50, p95, done }) => ({
      search,
      p50: ms(p50),
      p95: ms(p95),
      times: whole(done),
    })),
  )
  printAims(
    'Searching: aims',
    rows.slice(1).map(({ search, p95 }) => ({
      aim: `${search}: p95 under 100 ms`,
      found: `${ms(p95)} ms`,
      met: p95 < 100,
    })),
  )
}
