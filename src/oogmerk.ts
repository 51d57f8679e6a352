import { readConfig } from '#platform/config.ts'
import { PostgresProblem } from '#platform/postgres/embedded-postgres.ts'
import { sentenceFor } from '#platform/postgres/sentences.ts'
import { checkKnowledge } from './commands/check-knowledge.ts'
import { type Command, type Out, Usage } from './commands/command.ts'
import { exportLog, exportTrail } from './commands/export-trail.ts'
import { addOrganisation, invite, organisations } from './commands/organisations.ts'
import { recognise } from './commands/recognise.ts'
import { trailKey } from './commands/trail-key.ts'
import { verifyTrail } from './commands/verify-trail.ts'

const commands: Readonly<Record<string, Command>> = {
  recognise,
  'check-knowledge': checkKnowledge,
  'verify-trail': verifyTrail,
  'export-trail': exportTrail,
  'export-log': exportLog,
  'trail-key': trailKey,
  organisations,
  'add-organisation': addOrganisation,
  invite,
}

const { language } = readConfig()
const out: Out = {
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, about }]) => `  ${`${name} ${usage}`.trim()}\n      ${about[language]}`,
  )
  return `npm run -s oogmerk -- COMMAND\n\n${lines.join('\n')}\n`
}

const wrongUse = 64
/** What a shell says of a program that ended because nobody read on: 128 and the number of SIGPIPE. */
const stoppedByPipe = 141

async function main([name = 'help', ...given]: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    out.write(help())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    out.complain(`There is no command "${name}".\n\n${help()}`)
    return wrongUse
  }
  try {
    return await command.run(given, out)
  } catch (error) {
    if (error instanceof Usage) {
      out.complain(`${error.message}\n\n  ${name} ${command.usage}\n`)
      return wrongUse
    }
    if (error instanceof PostgresProblem) out.complain(`${sentenceFor(error, language)}\n`)
    else out.complain(`${(error as Error).message}\n`)
    return 1
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads along (`| head`) may stop reading: then what was not told yet is not "all is well".
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? stoppedByPipe)
})
process.exitCode = await main(process.argv.slice(2))
