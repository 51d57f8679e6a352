import { readFileSync, statSync } from 'node:fs'
import { Usage } from './command.ts'

/** The bytes of a file that somebody named; a `Usage` error where there is none. */
export function givenFile(name: string): Buffer {
  if (statSync(name, { throwIfNoEntry: false })?.isFile()) return readFileSync(name)
  throw new Usage({ nl: `Er is geen bestand "${name}".`, en: `There is no file "${name}".` })
}
