import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { PostgresProblem, startEmbeddedPostgres } from './embedded-postgres.ts'

// A small disk in memory; only root may make one.
let disk = ''
let mounted = false

before(async () => {
  disk = await mkdtemp(join(tmpdir(), 'oogmerk-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'oogmerk-test', disk], {
      stdio: 'ignore',
    })
    mounted = true
  } catch {
    // Not root, or a container that may not mount.
  }
})

after(async () => {
  if (mounted) execFileSync('umount', [disk])
  await rm(disk, { recursive: true, force: true })
})

const problemIn = (folder: string): Promise<unknown> =>
  startEmbeddedPostgres({ folder, fast: true }).then(
    async (server) => await server.stop(),
    (error) => (error instanceof PostgresProblem ? error.code : error),
  )

/** Fills the disk up to the given number of bytes. */
async function fill(allBut: number): Promise<void> {
  const { bavail, bsize } = await statfs(disk)
  await writeFile(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - allBut))
}

test('a full disk is called a full disk, and the next start works once there is room', async (context) => {
  if (!mounted) return context.skip('needs root and the right to mount')
  const folder = join(disk, 'database')
  await fill(10_000_000)
  assert.equal(await problemIn(folder), 'disk-full')
  await rm(join(disk, 'ballast'))
  assert.equal(await problemIn(folder), undefined)
  await fill(0)
  assert.equal(await problemIn(folder), 'disk-full')
  await rm(join(disk, 'ballast'))
  assert.equal(await problemIn(folder), undefined)
})

test('a disk that may not be written is called a lack of permission', async (context) => {
  if (!mounted) return context.skip('needs root and the right to mount')
  execFileSync('mount', ['-o', 'remount,ro', disk])
  assert.equal(await problemIn(join(disk, 'another')), 'no-permission')
})
