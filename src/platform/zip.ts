import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  readonly name: string
  readonly content: string | Uint8Array
  /** as it is, not pressed together: what must be readable at a fixed place, such as `mimetype` */
  readonly stored?: boolean
}

/** Numbers in it are 16 and 32 bits; more parts or bytes need the larger form, which this does not write. */
const mostParts = 65_535
const mostBytes = 0xffff_ffff
const version = 20
/** Bit 11: the names are UTF-8. */
const namesInUtf8 = 0x800
/** 1 January 1980, the first day that the form has: the same parts are always the same bytes. */
const day = 0x0021

/**
 * Writes a zip with these parts, in this order. Refuses with a RangeError what does not fit.
 * source: PKWARE APPNOTE 6.3.10, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
 */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  if (parts.length > mostParts) throw new RangeError('too many parts for a zip')
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let start = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const { facts, packed } = pack(part, name.length)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, name, packed])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(start, 10)
    const made = Buffer.from([version, 0])
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), made, facts, where, name]))
    bodies.push(body)
    start += body.length
    if (start > mostBytes) throw new RangeError('too many bytes for a zip')
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...bodies, list, endOf(parts.length, list.length, start)])
}

/** What both headers say of a part, and its bytes. */
function pack({ content, stored = false }: ZipPart, nameLength: number) {
  const plain = Buffer.from(content)
  const packed = stored ? plain : deflateRawSync(plain)
  if (nameLength > 0xffff || plain.length > mostBytes) throw new RangeError('too long for a zip')
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(version, 0)
  facts.writeUInt16LE(namesInUtf8, 2)
  facts.writeUInt16LE(stored ? 0 : 8, 4)
  facts.writeUInt16LE(day, 8)
  facts.writeUInt32LE(crc32(plain), 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(plain.length, 18)
  facts.writeUInt16LE(nameLength, 22)
  return { facts, packed }
}

function endOf(parts: number, listBytes: number, listStart: number): Buffer {
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts, 4)
  end.writeUInt16LE(parts, 6)
  end.writeUInt32LE(listBytes, 8)
  end.writeUInt32LE(listStart, 12)
  return Buffer.concat([Buffer.from('PK\x05\x06'), end])
}
