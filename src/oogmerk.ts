import type { Out } from './commands/command.ts'
import { runCommand } from './commands/run-command.ts'

const out: Out = {
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
}

/** What a shell says of a program that ended because nobody read on: 128 and the number of SIGPIPE. */
const stoppedByPipe = 141

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads along (`| head`) may stop reading: then what was not told yet is not "all is well".
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? stoppedByPipe)
})
try {
  process.exitCode = await runCommand(process.argv.slice(2), out)
} catch (error) {
  out.complain(`${(error as Error).message}\n`)
  process.exitCode = 1
}
