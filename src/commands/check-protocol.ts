import { statSync } from 'node:fs'
import { formatProblems, loadKnowledge } from '#capabilities/knowledge/index.ts'
import { protocolFindings } from '#capabilities/protocols/index.ts'
import { type Command, commandConfig, optionsFrom, Usage } from './command.ts'

const one = { nl: 'punt', en: 'finding' }
const more = { nl: 'punten', en: 'findings' }

export const checkProtocol: Command = {
  usage: 'FILE',
  about: {
    nl: 'Zegt wat een protocol mist: wat ontbreekt, niet te bereiken is, niemand doet of geen termijn heeft.',
    en: 'Says what a protocol lacks: what is missing, out of reach, without an owner or without a term.',
  },
  async run(given, { write, complain }) {
    const [file] = optionsFrom(given, {}, 1).positionals
    if (file === undefined) {
      throw new Usage({ nl: 'Noem een bestand.', en: 'Name a file.' })
    }
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      throw new Usage({ nl: `Er is geen bestand "${file}".`, en: `There is no file "${file}".` })
    }
    const { knowledgeFolder, language } = commandConfig()
    const knowledge = loadKnowledge(knowledgeFolder)
    const { problems, findings } = protocolFindings(file, { knowledgeFolder, knowledge, language })
    if (problems.length > 0) {
      complain(`${formatProblems(problems)}\n`)
      write(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}\n`)
      return 1
    }
    for (const finding of findings) write(`${finding}\n`)
    const counted = findings.length === 1 ? one : more
    write(`${findings.length} ${counted[language]}\n`)
    return findings.length > 0 ? 1 : 0
  },
}
