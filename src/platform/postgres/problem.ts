/** Why the embedded PostgreSQL cannot be started; each has a sentence in messages.*.ts. */
export const postgresProblems = [
  'already-running',
  'left-over-will-not-stop',
  'not-our-folder',
  'other-version',
  'damaged',
  'disk-full',
  'no-permission',
  'cannot-change-user',
  'not-supported',
  'program-missing',
  'did-not-start',
] as const
export type PostgresProblemCode = (typeof postgresProblems)[number]

/** What a sentence about the problem may need; never data from the database. */
export type PostgresProblemDetails = {
  readonly folder: string
  /** The process that is in the way. */
  readonly pid?: number
  /** A version found in the folder, beside the version this program brings. */
  readonly found?: string
  readonly needed?: string
  /** The last thing PostgreSQL or the system said. */
  readonly reason?: string
}

/** The embedded PostgreSQL cannot be used. Everything a caller needs to say so in one sentence. */
export class PostgresProblem extends Error {
  readonly code: PostgresProblemCode
  readonly details: PostgresProblemDetails

  constructor(code: PostgresProblemCode, details: PostgresProblemDetails, cause?: unknown) {
    super(details.reason ? `${code}: ${details.reason}` : code, { cause })
    this.name = 'PostgresProblem'
    this.code = code
    this.details = details
  }
}

/** A failed system call as a problem with the folder; anything unknown is passed on as it is. */
export function problemOf(error: unknown, folder: string): unknown {
  if (error instanceof PostgresProblem) return error
  const failure = error as NodeJS.ErrnoException
  const details = { folder, reason: failure?.message ?? String(error) }
  switch (failure?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new PostgresProblem('disk-full', details, error)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT': // what Node makes of a folder on a disk that may only be read
      return new PostgresProblem('no-permission', details, error)
    case 'ENOTDIR':
    case 'EEXIST':
      return new PostgresProblem('not-our-folder', details, error)
    default:
      return error
  }
}

/** What PostgreSQL wrote before it gave up, as a problem. */
export function problemFromLog(log: string, folder: string): PostgresProblem {
  const complaints = log.split('\n').filter((line) => /FATAL|PANIC|rror:|could not/.test(line))
  const reason = (complaints.at(-1) ?? log.trim().split('\n').at(-1) ?? '').trim()
  const details = { folder, reason }
  if (/No space left on device|Disk quota exceeded/.test(log)) {
    return new PostgresProblem('disk-full', details)
  }
  if (/Permission denied|wrong ownership|Read-only file system/.test(log)) {
    return new PostgresProblem('no-permission', details)
  }
  if (
    /could not locate (a valid|required) checkpoint|pg_control|PANIC|corrupt|PG_VERSION|incompatible/.test(
      log,
    )
  ) {
    return new PostgresProblem('damaged', details)
  }
  return new PostgresProblem('did-not-start', details)
}
