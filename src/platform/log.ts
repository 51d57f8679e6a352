import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * One JSON line per event on standard error. A line holds request ids, codes, statuses and times;
 * never a body, a query string, a name or an address of a person.
 */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}

/** What the log may know of a defect. A database's message can quote a value, so only its codes go in. */
export function loggable(error: Error) {
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? []
  const fromDatabase = 'severity' in error
  const { code, table, constraint } = error as Error & Record<string, unknown>
  return {
    name: error.name,
    ...(fromDatabase ? { code, table, constraint } : { message: error.message }),
    stack: frames.slice(0, 12).join('\n'),
  }
}
