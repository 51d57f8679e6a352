import type { Config } from '#platform/config.ts'
import { consoleSentences } from '#platform/console-sentences.ts'
import { ListenProblem } from '#platform/listen.ts'
import { FolderProblem } from '#platform/make-folder.ts'
import { PostgresProblem } from '#platform/postgres/embedded-postgres.ts'
import { sentenceFor } from '#platform/postgres/sentences.ts'

/** What went wrong at a start or in a command, and what can be done about it, in a sentence. */
export function whyNot(error: unknown, config: Config): string {
  const words = consoleSentences(config.language)
  const { code = '', message, stack } = error as NodeJS.ErrnoException
  if (error instanceof PostgresProblem) return sentenceFor(error, config.language)
  if (error instanceof FolderProblem) return words.folderUnusable(error.path, error.why)
  if (error instanceof ListenProblem) {
    if (error.code === 'EADDRINUSE') return words.portTaken(config.port)
    if (error.code === 'EACCES') return words.portRefused(config.port)
    return words.hostUnknown(config.host)
  }
  if (config.databaseUrl && /^(E[A-Z]+|28|3D|08)/.test(code)) {
    return words.noDatabase(message || code)
  }
  // A defect keeps its stack for whoever asks for it.
  return config.logLevel === 'debug' ? String(stack) : message
}
