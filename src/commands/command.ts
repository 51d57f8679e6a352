import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type Config, readConfig } from '#platform/config.ts'
import type { Language } from '#platform/language.ts'

/** One command of the command line. */
export type Command = {
  /** the words after its name, such as `[--file FILE]` */
  readonly usage: string
  readonly about: Readonly<Record<Language, string>>
  /** what it is given is everything after its name; answers the exit status */
  run(given: readonly string[], out: Out): Promise<number>
}

export type Out = {
  /** to standard output */
  readonly write: (text: string) => void
  /** to standard error */
  readonly complain: (text: string) => void
}

/** The caller gave something this command does not take. */
export class Usage extends Error {}

/** Reads options strictly; anything unknown or too much is a `Usage` error with a sentence. */
export function optionsFrom<T extends ParseArgsOptionsConfig>(
  given: readonly string[],
  options: T,
  mostPositionals = 0,
) {
  const read = parse(given, options)
  const left = read.positionals[mostPositionals]
  if (left !== undefined) throw new Usage(`"${left}" is not something this command takes.`)
  return read
}

function parse<T extends ParseArgsOptionsConfig>(given: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...given], options, strict: true, allowPositionals: true })
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

/** A command writes answers; the log of the server stays out of its way. */
export const commandConfig = (): Config => ({ ...readConfig(), logLevel: 'error' })
