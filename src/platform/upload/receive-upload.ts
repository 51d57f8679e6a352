import type { Typed } from '#platform/form.ts'
import type { HouseContext } from '#platform/http/house-env.ts'
import { bySession, TooMany } from '#platform/http/limit.ts'
import { type Accepted, acceptFile, type TakenFile } from './accept-file.ts'
import { openGate } from './gate.ts'
import { readParts, type SentFile } from './read-parts.ts'

/** Bytes that a file may have when it is sent. */
export const largestFile = 10 * 1024 * 1024

/** What was sent: the fields, and the file or why it is not taken; nothing when none was chosen. */
export type Received<File = TakenFile> = {
  readonly typed: Typed
  readonly sent: Accepted<File> | undefined
}

export type ReceiveUpload<File = TakenFile> = <T>(
  c: HouseContext,
  fallback: string,
  use: (received: Received<File>) => Promise<T>,
) => Promise<T>

/** Says whether a file is taken, and as what; `fallback` names one of which no name is left. */
type Judge<File> = (sent: SentFile, fallback: string) => Promise<Accepted<File>>

type Places = { readonly open: number; readonly waiting: number }

/** Files that are in memory at once, and people who wait for that; one person takes two places at most. */
const places: Places = { open: 4, waiting: 12 }
const perPerson = 2

/** The way in for what people add to their own files: judged by `acceptFile`. */
export const openUploads = (proxies: number): ReceiveUpload =>
  openUploadsFor(acceptFile, places, proxies)

/**
 * Makes a way in for files: received, judged and used while a place is held, so that memory has
 * a bound. Only for somebody who may send one here: ask that first, because reading takes minutes on a
 * slow line.
 */
export function openUploadsFor<File>(
  judge: Judge<File>,
  places: Places,
  proxies: number,
): ReceiveUpload<File> {
  const gate = openGate(places)
  const holding = new Map<string, number>()
  const who = bySession(proxies)
  return async (c, fallback, use) => {
    const person = who(c)
    const held = holding.get(person) ?? 0
    if (held >= perPerson) throw new TooMany(10)
    holding.set(person, held + 1)
    try {
      return await gate.pass(async () => use(await receive(c, (file) => judge(file, fallback))))
    } finally {
      const left = (holding.get(person) ?? 1) - 1
      if (left > 0) holding.set(person, left)
      else holding.delete(person)
    }
  }
}

async function receive<File>(
  c: HouseContext,
  judge: (file: SentFile) => Promise<Accepted<File>>,
): Promise<Received<File>> {
  const { typed, file, without } = await readParts(c, { file: largestFile })
  if (without) return { typed, sent: { ok: false, because: without } }
  return { typed, sent: file && (await judge(file)) }
}
