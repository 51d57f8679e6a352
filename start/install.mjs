// Makes sure that what package-lock.json names is there, and a Node that runs TypeScript.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmInstall } from './npm.mjs'
import { sentences } from './sentences.mjs'
import { Trouble } from './trouble.mjs'

const neededNode = 24

/** Nothing to do, and nothing done, when the packages are those of the lockfile. */
export async function install(home) {
  if (isInstalled(home)) return
  await npmInstall(home, sentences.installing)
  stamp(home)
}

/** The path of a Node that is new enough: this one, or one from the package registry. */
export async function newEnoughNode(home) {
  if (Number(process.versions.node.split('.')[0]) >= neededNode) return process.execPath
  const runtime = join(home, 'runtime')
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${system}-${process.arch}`
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const node = join(runtime, 'node_modules', name, program)
  if (!packagesOf(runtime)[`node_modules/${name}`]) {
    throw new Trouble(sentences.installNode(process.versions.node))
  }
  if (!isInstalled(runtime) || !existsSync(node)) {
    await npmInstall(runtime, sentences.bringingNode(process.versions.node))
    stamp(runtime)
  }
  if (!existsSync(node)) throw new Trouble(sentences.installNode(process.versions.node))
  return node
}

const stampPath = (folder) => join(folder, 'node_modules', '.oogmerk-stamp')

const lockHash = (folder) =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')

function stamp(folder) {
  try {
    writeFileSync(stampPath(folder), `${lockHash(folder)}\n`)
  } catch {
    // A folder of someone else: looked at again the next time.
  }
}

function isInstalled(folder) {
  try {
    if (readFileSync(stampPath(folder), 'utf8').trim() === lockHash(folder)) return true
  } catch {
    // No stamp yet.
  }
  if (!holdsTheLockfile(folder)) return false
  stamp(folder)
  return true
}

/** Someone may have run npm themselves; npm keeps a list of what it installed. */
function holdsTheLockfile(folder) {
  const wanted = packagesOf(folder)
  const present = packagesOf(folder, 'node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || present[path]?.version === entry.version || !belongsHere(entry),
  )
}

function packagesOf(folder, file = 'package-lock.json') {
  try {
    return JSON.parse(readFileSync(join(folder, file), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

const belongsHere = ({ optional, os, cpu, libc }) =>
  !optional ||
  (allows(os, process.platform) && allows(cpu, process.arch) && allows(libc, libcHere()))

const allows = (list, value) => !list || list.includes(value)

function libcHere() {
  process.report.excludeNetwork = true // looking up names would take seconds
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}
