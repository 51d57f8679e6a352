import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { Refused } from './accept-file.ts'

/** A document has far fewer parts and bytes than this; a bomb has more. */
const mostEntries = 3_000
const largestWhole = 128 * 1024 * 1024
/** Bytes of a part with words, and of a list of parts: they are looked at whole, or not taken. */
const largestWords = 16 * 1024 * 1024
const largestList = 1024 * 1024

type Opened =
  | { readonly ok: true; readonly kind: 'docx' | 'odt' }
  | { readonly ok: false; readonly because: Refused }

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const oasis = 'application/vnd.oasis.opendocument.text'

/** Parts that hold programs or other programs' objects. */
const acting =
  /(?:^|\/)(?:vba[^/]*\.(?:bin|xml)|activeX\/|Basic\/|Scripts\/)|\.(?:bin|exe|dll|js|vbs|jar|class|ps1|bat|cmd|com|scr|lnk|hta|html?|svg)$/i
/** Words with which the lists of parts name a program. */
const programs = /macroEnabled|vbaProject/i

const lock = /encryption-data/

/** Whether this zip really is a text document, whole, without programs in it, and no bomb. */
export async function checkZip(bytes: Buffer): Promise<Opened> {
  const no = (because: Refused): Opened => ({ ok: false, because })
  let zip: ZipFile
  try {
    zip = await open(bytes)
  } catch {
    return no('file-broken')
  }
  if (zip.entryCount > mostEntries) return no('file-bomb')
  const found = new Map<string, string>()
  let left = largestWhole
  try {
    for await (const entry of entriesOf(zip)) {
      if (entry.isEncrypted()) return no('file-locked')
      if (entry.fileName.endsWith('/')) continue
      if (acting.test(entry.fileName)) return no('file-acts')
      if (entry.uncompressedSize > left) return no('file-bomb')
      const read = await readEntry(zip, entry, left)
      left -= read.length
      if (left <= 0) return no('file-bomb')
      if (acts(entry.fileName, read.words)) return no('file-acts')
      found.set(entry.fileName, read.words)
    }
  } catch {
    return no('file-broken')
  } finally {
    zip.close()
  }
  if (lock.test(found.get('META-INF/manifest.xml') ?? '')) return no('file-locked')
  if (found.get('mimetype')?.trim() === oasis && found.has('content.xml')) {
    return { ok: true, kind: 'odt' }
  }
  const types = found.get('[Content_Types].xml') ?? ''
  if (types.includes(office) && found.has('word/document.xml')) return { ok: true, kind: 'docx' }
  return no('kind-not-taken')
}

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    )
  })

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      zip.once('entry', resolve)
      zip.once('end', () => resolve(undefined))
      zip.once('error', reject)
      zip.readEntry()
    })
    zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error')
    if (!entry) return
    yield entry
  }
}

/**
 * Whether a part calls a program, fetches one, or describes itself to whoever reads it. No pattern
 * looks further than a tag is long, because it could take for ever.
 */
function acts(name: string, words: string): boolean {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(words) || words.includes('vnd.sun.star.script:')) return true
  if (!isList(name)) return /<w:instrText\b[^>]{0,60}>\s{0,5}"?DDE/i.test(words)
  if (programs.test(words)) return true
  return words
    .split('<')
    .some((tag) => /External/i.test(tag) && /attachedTemplate|oleObject/i.test(tag))
}

const isList = (name: string): boolean => name === '[Content_Types].xml' || /\.rels$/i.test(name)

const isWords = (name: string): boolean => /\.(?:xml|rels)$/i.test(name) || name === 'mimetype'

/** Unpacks one part to count it; keeps its words only where they mean something. */
async function readEntry(
  zip: ZipFile,
  entry: Entry,
  most: number,
): Promise<{ length: number; words: string }> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  const keep = isWords(entry.fileName)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) break
    if (!keep) continue
    if (length > (isList(entry.fileName) ? largestList : largestWords)) throw new Error('too long')
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  // Words in another encoding would pass unread.
  if (keep && bytes.includes(0)) throw new Error('not UTF-8')
  return { length, words: bytes.toString('utf8') }
}
