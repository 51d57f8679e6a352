import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '#platform/language.ts'
import { readOnce } from '#platform/read-once.ts'
import { compileLexicon, type LexiconSources } from './compile-lexicon.ts'
import type { Lexicon } from './lexicon.ts'
import { readLexiconSource } from './lexicon-source.ts'

const knowledge = fileURLToPath(new URL('../../../knowledge/recognition', import.meta.url))

/** Reads and checks the lexicon files of one language; throws a `LexiconError` with file and line. */
export function readLexiconSources(language: Language, folder: string = knowledge): LexiconSources {
  const names = readdirSync(join(folder, language)).filter((name) => name.endsWith('.yaml'))
  return new Map(
    names.sort().map((name) => {
      const file = `${language}/${name}`
      return [file, readLexiconSource(file, readFileSync(join(folder, file), 'utf8'))]
    }),
  )
}

const compiled = {
  nl: readOnce((folder) => compileLexicon('nl', readLexiconSources('nl', folder))),
  en: readOnce((folder) => compileLexicon('en', readLexiconSources('en', folder))),
}

/** The lexicon of one language as plain JSON, ready to be prepared or sent to a browser. */
export const loadLexicon = (language: Language, folder: string = knowledge): Lexicon =>
  compiled[language](folder)
