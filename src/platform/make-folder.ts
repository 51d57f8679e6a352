import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A folder that cannot be made or used; `why` is the system's code, such as EACCES. */
export class FolderProblem extends Error {
  readonly path: string
  readonly why: string

  constructor(path: string, why: string, cause?: unknown) {
    super(`${path}: ${why}`, { cause })
    this.path = path
    this.why = why
  }
}

/**
 * Makes a folder and those above it. Not with `recursive`: that goes on trying for ever where a file
 * system says that an existing folder is not there, such as /proc.
 */
export async function makeFolder(path: string): Promise<void> {
  const refused = await tryToMake(path)
  if (refused === 'ENOENT' && dirname(path) !== path && !(await exists(dirname(path)))) {
    await makeFolder(dirname(path))
    return makeFolder(path)
  }
  if (refused === 'EEXIST' && (await isFolder(path))) return
  if (refused) throw new FolderProblem(path, refused)
}

const tryToMake = (path: string): Promise<string | undefined> =>
  mkdir(path).then(
    () => undefined,
    (error: NodeJS.ErrnoException) => error.code ?? 'unknown',
  )

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
