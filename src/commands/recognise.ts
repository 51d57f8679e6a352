import { createInterface } from 'node:readline'
import { loadLexicon, prepareLexicon, recogniseLines } from '#capabilities/recognition/index.ts'
import { consoleSentences } from '#platform/console-sentences.ts'
import { type Command, commandConfig, optionsFrom } from './command.ts'

export const recognise: Command = {
  usage: '< texts.jsonl',
  about: {
    nl: 'Leest regels {"id","text"} en schrijft per regel de herkende signalen met hun plaats in de tekst.',
    en: 'Reads lines {"id","text"} and writes the recognised signals of each with their place in the text.',
  },
  async run(given, { write, complain }) {
    optionsFrom(given, {})
    const { language } = commandConfig()
    if (process.stdin.isTTY) complain(`${consoleSentences(language).readsLines}\n`)
    const recogniser = prepareLexicon(loadLexicon('nl'), loadLexicon('en'))
    const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
    await recogniseLines(recogniser, lines, (line) => write(`${line}\n`))
    return 0
  },
}
