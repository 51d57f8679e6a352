import { readConfig } from '#platform/config.ts'
import { consoleSentences } from '#platform/console-sentences.ts'
import type { Language } from '#platform/language.ts'
import { whyNot } from '#platform/why-not.ts'
import { type Command, type Out, Usage } from './command.ts'

/** Each is read when it is asked for: most need little of the program. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  recognise: async () => (await import('./recognise.ts')).recognise,
  'check-knowledge': async () => (await import('./check-knowledge.ts')).checkKnowledge,
  'check-protocol': async () => (await import('./check-protocol.ts')).checkProtocol,
  'read-paper': async () => (await import('./read-paper.ts')).readPaper,
  'verify-letter': async () => (await import('./verify-letter.ts')).verifyLetter,
  'verify-trail': async () => (await import('./verify-trail.ts')).verifyTrail,
  'export-trail': async () => (await import('./export-trail.ts')).exportTrail,
  'export-log': async () => (await import('./export-trail.ts')).exportLog,
  'trail-key': async () => (await import('./trail-key.ts')).trailKey,
  organisations: async () => (await import('./organisations.ts')).organisations,
  'add-organisation': async () => (await import('./organisations.ts')).addOrganisation,
  'add-peer': async () => (await import('./peers.ts')).addPeer,
  'end-peer': async () => (await import('./peers.ts')).endPeer,
  'national-figures': async () => (await import('./national-figures.ts')).nationalFigures,
  'survey-sample': async () => (await import('./survey-sample.ts')).surveySample,
  'survey-results': async () => (await import('./survey-results.ts')).surveyResults,
  invite: async () => (await import('./organisations.ts')).invite,
}

async function help(language: Language): Promise<string> {
  const known = await Promise.all(
    Object.entries(commands).map(async ([name, read]) => {
      const { usage, about } = await read()
      return { call: `${name} ${usage}`.trim(), about: about[language] }
    }),
  )
  const all = [...known, { call: 'help', about: consoleSentences(language).helpAbout }]
  const lines = all.map(({ call, about }) => `  ${call}\n      ${about}`)
  return `npm run -s oogmerk -- COMMAND\n\n${lines.join('\n')}\n`
}

const wrongUse = 64

/** What somebody typed after `oogmerk`; answers the exit status. */
export async function runCommand(
  [name = 'help', ...given]: readonly string[],
  out: Out,
): Promise<number> {
  const config = readConfig()
  const { language } = config
  if (name === 'help' || name === '--help' || name === '-h') {
    out.write(await help(language))
    return 0
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
  if (!command) {
    out.complain(`${consoleSentences(language).noSuchCommand(name)}\n\n${await help(language)}`)
    return wrongUse
  }
  try {
    return await command.run(given, out)
  } catch (error) {
    if (error instanceof Usage) {
      out.complain(`${error.sentence[language]}\n\n  ${name} ${command.usage}\n`)
      return wrongUse
    }
    out.complain(`${whyNot(error, config)}\n`)
    return 1
  }
}
