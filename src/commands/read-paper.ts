import {
  loadNames,
  paperWords,
  readPaperFile,
  UnreadablePaper,
} from '#capabilities/papers/index.ts'
import { type Command, commandConfig, optionsFrom, Usage } from './command.ts'

export const readPaper: Command = {
  usage: 'FILE…',
  about: {
    nl: 'Leest Kamerstukken (XML, HTML of tekst) en schrijft per bestand één regel JSON.',
    en: 'Reads parliamentary papers (XML, HTML or text) and writes one line of JSON for each file.',
  },
  async run(given, { write, complain }) {
    const { positionals } = optionsFrom(given, {}, Number.POSITIVE_INFINITY)
    if (positionals.length === 0) throw new Usage({ nl: 'Noem een bestand.', en: 'Name a file.' })
    const { language, knowledgeFolder } = commandConfig()
    const { unreadable } = paperWords(language)
    const names = loadNames(knowledgeFolder)
    let refused = 0
    for (const file of positionals) {
      try {
        write(`${JSON.stringify(await readPaperFile(file, names))}\n`)
      } catch (error) {
        if (!(error instanceof UnreadablePaper)) throw error
        refused += 1
        complain(`${file}: ${unreadable[error.why](error.detail)}\n`)
      }
    }
    return refused > 0 ? 1 : 0
  },
}
