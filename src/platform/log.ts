import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * One JSON line per event on standard error. A line holds request ids, codes, statuses and times;
 * never a body, a query string, a name or an address of a person.
 */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}

/**
 * What the log may know of a defect: what kind and where in the program. Never its message: a
 * database, a parser or a careless hand quotes in it what somebody typed.
 */
export function loggable(error: Error) {
  const { code, table, constraint } = error as Error & Record<string, unknown>
  return { name: error.name, code, table, constraint, stack: placesIn(error) }
}

/** The lines of the stack below the message, which itself may have lines that look like places. */
function placesIn({ stack = '', message }: Error): string {
  const below = stack.slice(Math.max(0, stack.indexOf(message)) + message.length)
  return below
    .split('\n')
    .filter((line) => /^\s+at .*\b(file:\/\/|node:|native|anonymous)/.test(line))
    .slice(0, 12)
    .join('\n')
}
