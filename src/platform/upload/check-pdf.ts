import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import type { Refused } from './accept-file.ts'

const unpack = promisify(inflate)

/** A sign of a name may be written as its number: `/J#61vaScript`. source: ISO 32000-1, 7.3.5 */
const spelled = (name: string): string =>
  [...name]
    .map((sign) => {
      const [high = '', low = ''] = sign.charCodeAt(0).toString(16).padStart(2, '0')
      const digit = (one: string) => `[${one}${one.toUpperCase()}]`
      return `(?:${sign}|#${digit(high)}${digit(low)})`
    })
    .join('')

/** What makes a PDF do something or carry something else. */
const acting = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
]
const acts = new RegExp(`/(?:${acting.map(spelled).join('|')})(?![a-rt-z])`)
const locked = new RegExp(`/${spelled('Encrypt')}(?![A-Za-z])`)

/** Bytes into which one packed part, and all of them together, may unpack. */
const largestPart = 16 * 1024 * 1024
const largestWhole = 64 * 1024 * 1024

/** More packed lists than any document has: looking for their ends would take long. */
const mostLists = 4_000
const list = spelled('ObjStm')

function hasTooManyLists(whole: string): boolean {
  const each = new RegExp(`/${list}`, 'g')
  for (let found = 0; each.test(whole); found += 1) if (found >= mostLists) return true
  return false
}

/**
 * Refuses a PDF that shows scripts, launching, attachments or a lock, also in the packed lists of
 * objects. It is no virus scanner: it sees names, not what somebody's reader does with a broken file.
 */
export async function checkPdf(bytes: Buffer): Promise<Refused | undefined> {
  const whole = bytes.toString('latin1')
  if (!/%%EOF\s*$/.test(whole.slice(-1100).replaceAll('\0', ''))) return 'file-broken'
  if (locked.test(whole)) return 'file-locked'
  if (acts.test(whole)) return 'file-acts'
  if (hasTooManyLists(whole)) return 'file-bomb'
  let left = largestWhole
  for (const part of packedObjects(bytes, whole)) {
    const opened = await unpack(part, { maxOutputLength: Math.min(left, largestPart) }).catch(
      (error: NodeJS.ErrnoException) => error,
    )
    if (opened instanceof Error)
      return opened.code === 'ERR_BUFFER_TOO_LARGE' ? 'file-bomb' : 'file-broken'
    left -= opened.length
    if (acts.test(opened.toString('latin1'))) return 'file-acts'
    if (left <= 0) return 'file-bomb'
  }
  return undefined
}

/** The packed lists of objects; pictures and pages are packed too, but hold no actions. */
function* packedObjects(bytes: Buffer, whole: string): Generator<Buffer> {
  const begin = new RegExp(`/${list}[^]{0,2000}?stream\\r?\\n`, 'g')
  for (const { index, 0: found } of whole.matchAll(begin)) {
    const start = index + found.length
    const end = bytes.indexOf('endstream', start)
    if (end > start) yield bytes.subarray(start, end)
  }
}
