import { verifyLetter as verify } from '#capabilities/letters/index.ts'
import { type Command, commandConfig, optionsFrom, Usage } from './command.ts'
import { givenFile } from './given-file.ts'

export const verifyLetter: Command = {
  usage: 'FILE…',
  about: {
    nl: 'Controleert een voortgangsbrief (pdf, docx, odt, html) met zijn bewijsbestand (json).',
    en: 'Checks a progress letter (pdf, docx, odt, html) by its evidence file (json).',
  },
  async run(given, { write }) {
    const { positionals } = optionsFrom(given, {}, Number.POSITIVE_INFINITY)
    if (positionals.length === 0) throw new Usage({ nl: 'Noem een bestand.', en: 'Name a file.' })
    const files = positionals.map((name) => ({ name, bytes: givenFile(name) }))
    const { ok, sentences } = await verify(files, commandConfig().language)
    write(`${sentences.join('\n')}\n`)
    return ok ? 0 : 1
  },
}
