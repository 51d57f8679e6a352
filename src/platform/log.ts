import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * One JSON line per event on standard error. A line holds request ids, codes, statuses and times;
 * never a body, a query string, a name or an address of a person.
 */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}
