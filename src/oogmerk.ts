import { readConfig } from '#platform/config.ts'
import { consoleSentences } from '#platform/console-sentences.ts'
import type { Language } from '#platform/language.ts'
import { whyNot } from '#platform/why-not.ts'
import { checkKnowledge } from './commands/check-knowledge.ts'
import { checkProtocol } from './commands/check-protocol.ts'
import { type Command, type Out, Usage } from './commands/command.ts'
import { exportLog, exportTrail } from './commands/export-trail.ts'
import { addOrganisation, invite, organisations } from './commands/organisations.ts'
import { recognise } from './commands/recognise.ts'
import { trailKey } from './commands/trail-key.ts'
import { verifyTrail } from './commands/verify-trail.ts'

const commands: Readonly<Record<string, Command>> = {
  recognise,
  'check-knowledge': checkKnowledge,
  'check-protocol': checkProtocol,
  'verify-trail': verifyTrail,
  'export-trail': exportTrail,
  'export-log': exportLog,
  'trail-key': trailKey,
  organisations,
  'add-organisation': addOrganisation,
  invite,
}

const out: Out = {
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
}

function help(language: Language): string {
  const known = Object.entries(commands).map(([name, { usage, about }]) => ({
    call: `${name} ${usage}`.trim(),
    about: about[language],
  }))
  const all = [...known, { call: 'help', about: consoleSentences(language).helpAbout }]
  const lines = all.map(({ call, about }) => `  ${call}\n      ${about}`)
  return `npm run -s oogmerk -- COMMAND\n\n${lines.join('\n')}\n`
}

const wrongUse = 64
/** What a shell says of a program that ended because nobody read on: 128 and the number of SIGPIPE. */
const stoppedByPipe = 141

async function main([name = 'help', ...given]: readonly string[]): Promise<number> {
  const config = readConfig()
  const { language } = config
  if (name === 'help' || name === '--help' || name === '-h') {
    out.write(help(language))
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    out.complain(`${consoleSentences(language).noSuchCommand(name)}\n\n${help(language)}`)
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

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads along (`| head`) may stop reading: then what was not told yet is not "all is well".
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? stoppedByPipe)
})
try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  out.complain(`${(error as Error).message}\n`)
  process.exitCode = 1
}
