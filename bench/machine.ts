import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, loadavg, platform, totalmem } from 'node:os'

/** What this run was measured on, in one line. */
export const machineFacts = (): string =>
  `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${platform()}`

/** Clock ticks per second in /proc; the same on every Linux that Node runs on. */
const ticks = 100

type Usage = { readonly program: number; readonly database: number; readonly driver: number }

/** Seconds of processor time since the start: the program, its database, and this process. */
function usage(program: number, postmaster: number): Usage {
  const { user, system } = process.cpuUsage()
  const driver = (user + system) / 1e6
  if (platform() !== 'linux') return { program: 0, database: 0, driver }
  const all = [...processes()]
  const database = all
    .filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
    .reduce((sum, one) => sum + one.seconds, 0)
  // Sessions that ended are counted with their postmaster.
  return { program: all.find(({ pid }) => pid === program)?.seconds ?? 0, database, driver }
}

function* processes() {
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const fields = statOf(name)
    if (!fields) continue
    const [, parent = '0'] = fields
    const own = Number(fields[11]) + Number(fields[12])
    const ended = Number(fields[13]) + Number(fields[14])
    yield { pid: Number(name), parent: Number(parent), seconds: (own + ended) / ticks }
  }
}

// The name in brackets may hold spaces; everything after it is plain numbers.
function statOf(pid: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Cores in use on average between two moments. */
export function watchUsage(program: number, postmaster: number): () => Usage {
  const before = usage(program, postmaster)
  const started = performance.now()
  return () => {
    const after = usage(program, postmaster)
    const seconds = (performance.now() - started) / 1000
    const share = (part: keyof Usage) => Math.max(0, after[part] - before[part]) / seconds
    return { program: share('program'), database: share('database'), driver: share('driver') }
  }
}

/** The most memory the process has held so far, in MB; 0 where the system does not tell. */
export const peakMemory = (pid: number): number => memoryOf(pid, 'VmHWM')

/** The memory that the process holds now, in MB; 0 where the system does not tell. */
export const memoryNow = (pid: number): number => memoryOf(pid, 'VmRSS')

function memoryOf(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** How many wanted a processor, on average over the last minute. */
export const machineLoad = (): number => loadavg()[0] ?? 0
