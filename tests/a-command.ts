import { runCommand } from '../src/commands/run-command.ts'

/** How a command ended and what it wrote. */
export type Answer = {
  readonly status: number | null
  readonly said: string
  readonly complained: string
}

/** A command in this very process, in this environment and no other: quicker than a new process each time. */
export async function commandHere(
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Answer> {
  const heard = { said: '', complained: '' }
  const own = process.env
  process.env = { ...environment }
  try {
    const status = await runCommand(given, {
      write: (text) => {
        heard.said += text
      },
      complain: (text) => {
        heard.complained += text
      },
    })
    return { status, ...heard }
  } finally {
    process.env = own
  }
}
