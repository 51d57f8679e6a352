import { statSync } from 'node:fs'
import { join } from 'node:path'
import { checkParliament } from '#capabilities/accountability/index.ts'
import { checkArrestKnowledge } from '#capabilities/arrests/index.ts'
import { loadDaysOff } from '#capabilities/calendar/index.ts'
import { checkDefinitions } from '#capabilities/figures/index.ts'
import {
  checkKnowledge as check,
  formatProblems,
  loadKnowledge,
} from '#capabilities/knowledge/index.ts'
import { checkLaw, loadLaw } from '#capabilities/law/index.ts'
import { checkWorksheet } from '#capabilities/non-punishment/index.ts'
import { checkNames } from '#capabilities/papers/index.ts'
import { checkFeed } from '#capabilities/parliament-feed/index.ts'
import { checkProtocols } from '#capabilities/protocols/index.ts'
import { loadLexicon, prepareLexicon } from '#capabilities/recognition/index.ts'
import { checkSurveys } from '#capabilities/research/index.ts'
import { loadFirstLook } from '#capabilities/signals/index.ts'
import { checkCatalogue } from '#capabilities/support/index.ts'
import { checkStories } from '#capabilities/training/index.ts'
import { languages } from '#platform/language.ts'
import { type Command, commandConfig, optionsFrom, Usage } from './command.ts'

export const checkKnowledge: Command = {
  usage: '[FOLDER]',
  about: {
    nl: 'Zegt precies wat er mis is in de kennis: bestand, regel, veld en hoe je het herstelt.',
    en: 'Says precisely what is wrong in the knowledge: file, line, field and how to mend it.',
  },
  async run(given, { write, complain }) {
    const { positionals } = optionsFrom(given, {}, 1)
    const folder = positionals[0] ?? commandConfig().knowledgeFolder
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Usage({ nl: `Er is geen map "${folder}".`, en: `There is no folder "${folder}".` })
    }
    const own = check(folder)
    const knowledge = own.length === 0 ? loadKnowledge(folder) : undefined
    const wrongLaw = checkLaw(folder)
    const problems = [
      ...own,
      ...wrongLaw,
      ...checkProtocols(folder, knowledge),
      ...checkCatalogue(folder),
      ...checkStories(folder, knowledge),
      ...(knowledge && wrongLaw.length === 0
        ? checkArrestKnowledge(folder, { knowledge, findRule: loadLaw(folder).findRule })
        : []),
      ...checkWorksheet(folder),
      ...checkDefinitions(folder),
      ...checkParliament(folder),
      ...checkFeed(folder),
      ...checkNames(folder),
      ...checkSurveys(folder),
    ]
    if (problems.length > 0) complain(`${formatProblems(problems)}\n`)
    const wrong = [
      ...languages.map(
        (language) => () => prepareLexicon(loadLexicon(language, join(folder, 'recognition'))),
      ),
      () => loadDaysOff(folder),
      () => loadFirstLook(folder),
    ].flatMap((load) => messageOf(load))
    for (const message of wrong) complain(`${message}\n`)
    const count = problems.length + wrong.length
    write(`${count} ${count === 1 ? 'problem' : 'problems'}\n`)
    return count > 0 ? 1 : 0
  },
}

function messageOf(load: () => unknown): string[] {
  try {
    load()
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}
