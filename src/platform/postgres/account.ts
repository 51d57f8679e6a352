import { readFile, stat } from 'node:fs/promises'
import { PostgresProblem } from './problem.ts'

/** The user PostgreSQL runs as when this process is root; PostgreSQL refuses to run as root itself. */
export type Account = { readonly uid: number; readonly gid: number }

const nobody = 65534

/**
 * Nothing for an ordinary user. For root: the owner of an existing cluster, else an account without rights.
 * Root needs /proc, because the server then reaches its folder without a path (see server-process.ts).
 */
export async function accountFor(cluster: string, folder: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  if (process.platform !== 'linux') {
    const reason = 'on this system PostgreSQL cannot be started by root'
    throw new PostgresProblem('cannot-change-user', { folder, reason })
  }
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return await accountWithoutRights(folder)
}

/** initdb insists on a name for its user, so the number must be in /etc/passwd. */
async function accountWithoutRights(folder: string): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  const accounts = lines.map((line) => {
    const [name, , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
  const account =
    accounts.find(({ uid }) => uid === nobody) ??
    accounts.find(({ name }) => name === 'postgres' || name === 'nobody' || name === 'daemon')
  if (!account?.uid) {
    const reason = 'there is no account such as nobody in /etc/passwd'
    throw new PostgresProblem('cannot-change-user', { folder, reason })
  }
  return { uid: account.uid, gid: account.gid }
}
