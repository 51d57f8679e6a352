import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'

/** Zips by hand, so that a test can lie in one: `said` is the size that the zip claims. */
export type ZipPart = {
  readonly name: string
  readonly content: string | Buffer
  readonly said?: number
}

// source: PKWARE APPNOTE 6.3, local header, central directory and its end
export function aZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const central: Buffer[] = []
  let start = 0
  for (const { name, content, said } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(said ?? plain.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(start, 10)
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.from([20, 0]),
        facts,
        more,
        Buffer.from(name),
      ]),
    )
    bodies.push(body)
    start += body.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(start, 12)
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end])
}

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export const aDocx = (more: readonly ZipPart[] = []): Buffer =>
  aZip([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    },
    { name: 'word/document.xml', content: '<w:document>Verslag</w:document>' },
    ...more,
  ])

export const anOdt = (more: readonly ZipPart[] = []): Buffer =>
  aZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: '<office:document-content>Verslag</office:document-content>' },
    ...more,
  ])

export const aPdf = (inside = '', after = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\n${after}trailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  )

type Size = { readonly width?: number; readonly height?: number }

const canvas = ({ width = 8, height = 4 }: Size) =>
  sharp({ create: { width, height, channels: 3, background: '#a06030' } })

export const aPicture = (kind: 'jpeg' | 'png' | 'webp', size: Size = {}): Promise<Buffer> =>
  canvas(size)[kind]().toBuffer()

/** A picture that tells where and with what it was taken, and that it lies on its side. */
export const aTellingPicture = (kind: 'jpeg' | 'png' | 'webp'): Promise<Buffer> =>
  canvas({})
    .withExif({
      IFD0: { Artist: 'Milan Voorbeeld', Model: 'Verzonnen Telefoon 12', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 4/1 0/1', GPSLongitude: '4/1 18/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withIccProfile('p3')
    [kind]()
    .toBuffer()

export type FormPart =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly file: string; readonly bytes: Buffer; readonly type?: string }

/** A form with parts as a browser sends it. */
export function aFormWithParts(parts: readonly FormPart[], boundary = 'grens') {
  const written = parts.flatMap((part) => {
    const named = `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"`
    if ('value' in part) return [Buffer.from(`${named}\r\n\r\n${part.value}\r\n`)]
    const type = part.type ?? 'application/octet-stream'
    const head = `${named}; filename="${part.file}"\r\nContent-Type: ${type}\r\n\r\n`
    return [Buffer.from(head), part.bytes, Buffer.from('\r\n')]
  })
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...written, Buffer.from(`--${boundary}--\r\n`)]),
  }
}
