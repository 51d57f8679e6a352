import type { PostgresStep } from './embedded-postgres.ts'
import type { PostgresProblemCode, PostgresProblemDetails } from './problem.ts'

type Details = PostgresProblemDetails

export const problems: Readonly<Record<PostgresProblemCode, (details: Details) => string>> = {
  'already-running': ({ folder, pid }) =>
    `Oogmerk already runs on this folder (process ${pid}): ${folder}. Use that one, stop it first, or start with another data folder.`,
  'left-over-will-not-stop': ({ folder, pid }) =>
    `A database server from an earlier run (process ${pid}) still uses ${folder} and does not stop. End that process, or restart the machine, and start again.`,
  'not-our-folder': ({ folder, reason }) =>
    `The database folder ${folder} holds something that is not ours (${reason}). Nothing was changed. Choose an empty data folder, or move those files away.`,
  'other-version': ({ folder, found, needed }) =>
    `The database in ${folder} was made by PostgreSQL ${found ?? 'of another version'}, and this edition of Oogmerk brings PostgreSQL ${needed ?? 'of another version'}. Nothing was changed. Start the edition that made it, or follow "Another version" in docs/operations.md.`,
  damaged: ({ folder, reason }) =>
    `The database in ${folder} is damaged (${reason}). Nothing was changed. Put back a backup of the folder; see docs/operations.md.`,
  'disk-full': ({ folder }) =>
    `The disk that holds ${folder} is full. Make room (at least 500 MB) and start again; what was saved is still there.`,
  'no-permission': ({ folder, reason }) =>
    `This user may not use the database folder ${folder} (${reason}). Start as the user that made it, or choose another data folder.`,
  'cannot-change-user': ({ reason }) =>
    `PostgreSQL refuses to run as root, and it could not be given another user (${reason}). Start Oogmerk as an ordinary user, or set DATABASE_URL.`,
  'not-supported': ({ reason }) =>
    `The PostgreSQL that Oogmerk brings does not run on this machine${reason ? ` (${reason})` : ''}. Set DATABASE_URL to a PostgreSQL 16, 17 or 18.`,
  'program-missing': ({ reason }) =>
    `The package ${reason} is not installed. Remove the folder node_modules and start again. If there is no package for this machine, set DATABASE_URL to a PostgreSQL 16, 17 or 18.`,
  'did-not-start': ({ folder, reason }) =>
    `PostgreSQL did not start in ${folder}: ${reason}. The file server.log in that folder tells more.`,
}

export const steps: Readonly<Record<PostgresStep, string>> = {
  'waiting-for-other': 'Checking whether another Oogmerk uses this folder (a few seconds)',
  'copying-program': 'Putting PostgreSQL in place (once)',
  'creating-database': 'Creating the database (once, a few seconds)',
  'stopping-left-over': 'Stopping the database server of an earlier run',
  starting: 'Starting the database',
  recovering: 'The database recovers from a crash; nothing that was saved is lost',
}
