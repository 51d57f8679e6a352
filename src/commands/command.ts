import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type Config, readConfig } from '#platform/config.ts'
import type { Bilingual } from '#platform/language.ts'

/** One command of the command line. */
export type Command = {
  /** the words after its name, such as `[--file FILE]` */
  readonly usage: string
  readonly about: Bilingual
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
export class Usage extends Error {
  readonly sentence: Bilingual

  constructor(sentence: Bilingual) {
    super(sentence.en)
    this.sentence = sentence
  }
}

/** Reads options strictly; anything unknown or too much is a `Usage` error with a sentence. */
export function optionsFrom<T extends ParseArgsOptionsConfig>(
  given: readonly string[],
  options: T,
  mostPositionals = 0,
) {
  const read = parse(given, options)
  const left = read.positionals[mostPositionals]
  if (left !== undefined) {
    throw new Usage({
      nl: `"${left}" hoort niet bij deze opdracht.`,
      en: `"${left}" is not something this command takes.`,
    })
  }
  return read
}

function parse<T extends ParseArgsOptionsConfig>(given: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...given], options, strict: true, allowPositionals: true })
  } catch (error) {
    const { message } = error as Error
    throw new Usage({ nl: `Dit klopt niet: ${message}`, en: message })
  }
}

/** A command writes answers; the log of the server stays out of its way. */
export const commandConfig = (): Config => ({ ...readConfig(), logLevel: 'error' })
