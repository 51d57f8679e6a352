import { createReadStream } from 'node:fs'
import { hashLength } from './merkle-tree.ts'
import type { FoundCheckpoint, TrailSource } from './trail-source.ts'

/**
 * An exported trail is JSON lines: a head, then every checkpoint followed by the entries that it
 * sealed, then the entries that have no place in the tree. The order of the lines is the tree's.
 */
const fileFormat = 'oogmerk-trail/1'

/** The lines of a file that verifies on its own, each ending in a line feed. */
export async function* linesOf(source: TrailSource): AsyncGenerator<string> {
  yield line({ format: fileFormat, organisation: source.organisation })
  const checkpoints = source.checkpoints()[Symbol.asyncIterator]()
  let sealed = 0
  let written = 0
  for await (const { entry } of source.leaves()) {
    while (written === sealed) {
      const { value: checkpoint, done } = await checkpoints.next()
      if (done) break
      yield checkpointLine(checkpoint)
      sealed += checkpoint.leafHashes.length / hashLength
    }
    yield line({ entry: entry ?? null })
    written += 1
  }
  // Only a damaged trail has checkpoints left: they go along, so that the damage shows in the file.
  for (;;) {
    const { value: checkpoint, done } = await checkpoints.next()
    if (done) break
    yield checkpointLine(checkpoint)
  }
  for await (const { id, entry, waiting } of source.loose()) {
    yield line({ [waiting ? 'waiting' : 'loose']: id, content: entry ?? null })
  }
}

const checkpointLine = ({ note, leafHashes }: FoundCheckpoint): string =>
  line({ checkpoint: note, leafHashes: leafHashes.toString('base64') })

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** Opens an exported file. Throws when it is not one; what is wrong inside is for the verifier. */
export async function openTrailFile(path: string): Promise<TrailSource> {
  const head = await firstOf(readLines(path))
  if (head?.format !== fileFormat || typeof head.organisation !== 'string') {
    throw new Error(`${path} is not an exported trail.`)
  }
  return {
    organisation: head.organisation,
    async *checkpoints() {
      for await (const { checkpoint, leafHashes } of readLines(path, 'checkpoint')) {
        yield { note: String(checkpoint), leafHashes: Buffer.from(String(leafHashes), 'base64') }
      }
    },
    async *leaves() {
      let place = 0
      for await (const { entry } of readLines(path, 'entry')) {
        yield { place, id: idOf(entry), entry: entry ?? undefined }
        place += 1
      }
    },
    async *loose() {
      for await (const { waiting, loose, content } of readLines(path, 'waiting', 'loose')) {
        const id = String(waiting ?? loose)
        yield { id, entry: content ?? undefined, waiting: waiting !== undefined }
      }
    },
  }
}

type Line = Record<string, unknown>

// Far more than a checkpoint with its hashes needs; a longer line is not ours.
const longestLine = 1_000_000

/** Lines that begin with one of these members; every line when none is named. */
async function* readLines(path: string, ...members: string[]): AsyncGenerator<Line> {
  const beginnings = members.map((member) => `{"${member}":`)
  const input = createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })
  const wanted = (text: string) =>
    text !== '' && (members.length === 0 || beginnings.some((one) => text.startsWith(one)))
  let number = 0
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw new Error(`${path}, line ${number + 1} is too long.`)
    for (const text of lines) {
      number += 1
      if (wanted(text)) yield parseLine(text, `${path}, line ${number}`)
    }
  }
  if (wanted(rest)) yield parseLine(rest, `${path}, line ${number + 1}`)
}

function parseLine(text: string, where: string): Line {
  try {
    const value = JSON.parse(text)
    if (value && typeof value === 'object') return value
  } catch {
    // Falls through to the sentence below, which says where.
  }
  throw new Error(`${where} is not a line of an exported trail.`)
}

async function firstOf(lines: AsyncGenerator<Line>): Promise<Line | undefined> {
  for await (const first of lines) return first
  return undefined
}

function idOf(entry: unknown): string | undefined {
  const id = (entry as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : undefined
}
