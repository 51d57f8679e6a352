import { readFile, stat } from 'node:fs/promises'
import type { Extract } from './extract.ts'
import { readHtml } from './read-html.ts'
import { readText } from './read-text.ts'
import { readXml } from './read-xml.ts'
import { UnreadablePaper } from './unreadable.ts'

/** The largest real papers are a few megabytes. */
const mostMegabytes = 16
const mostBytes = mostMegabytes * 1024 * 1024

/** Reads the bytes of a file, after its size was looked at. Refuses with `UnreadablePaper`. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadablePaper(error.code === 'ENOENT' ? 'missing' : 'no-file')
  })
  if (!found.isFile()) throw new UnreadablePaper('no-file')
  if (found.size > mostBytes) throw new UnreadablePaper('too-large', String(mostMegabytes))
  return readFile(path).catch(() => {
    throw new UnreadablePaper('no-file')
  })
}

/** What the bytes of a paper say, in whichever of the three forms they are. */
export function extractOf(bytes: Uint8Array): Extract {
  if (bytes.length > mostBytes) throw new UnreadablePaper('too-large', String(mostMegabytes))
  const other = otherThanText(bytes)
  if (other) throw new UnreadablePaper(other)
  const source = decode(bytes)
  if (source.trim() === '') throw new UnreadablePaper('empty')
  const begin = source.slice(0, 2000).trimStart()
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!doctype\s+html|<html)\b/i.test(begin)) return readHtml(source)
  return begin.startsWith('<?xml') || /^<[a-z!][^>]*>/i.test(begin)
    ? readXml(source)
    : readText(source)
}

/** How other files begin that are chosen by mistake, in hexadecimal: an office file is a zip, the last an older one. */
const beginnings: readonly (readonly [begin: string, what: 'pdf' | 'not-text'])[] = [
  ['255044462d', 'pdf'],
  ['504b0304', 'not-text'],
  ['89504e47', 'not-text'],
  ['ffd8ff', 'not-text'],
  ['47494638', 'not-text'],
  ['d0cf11e0', 'not-text'],
]

function otherThanText(bytes: Uint8Array): 'pdf' | 'not-text' | undefined {
  const begin = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  return beginnings.find(([one]) => begin.startsWith(one))?.[1]
}

/** Encodings that official papers came in, as their own first lines name them. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
}

function decode(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const source = decodeAs(bytes, wide ? 'utf-16le' : encodingOf(bytes))
  // Signs that no text has, or letters that were decoded twice.
  const strange = /(?![\t\n\f\r\u0085])\p{Cc}|\ufffd|Ã[\u0080-\u00bf]|â€/u
  if (strange.test(source)) throw new UnreadablePaper('encoding')
  return source
}

function encodingOf(bytes: Uint8Array): string {
  const begin = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const said =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"'>]+)["']/.exec(begin)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(begin)?.[1] ??
    'utf-8'
  const name = Object.hasOwn(encodings, said.toLowerCase())
    ? encodings[said.toLowerCase()]
    : undefined
  if (!name) throw new UnreadablePaper('unknown-encoding', said.slice(0, 40))
  return name
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadablePaper('encoding')
  }
}
