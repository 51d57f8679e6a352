import sharp from 'sharp'
import { type ZipPart as PlainPart, writeZip } from '#platform/zip.ts'

/** A part about which a test can lie: `said` is the size that the zip claims. */
export type ZipPart = PlainPart & { readonly said?: number }

export function aZip(parts: readonly ZipPart[]): Buffer {
  const zip = writeZip(parts)
  for (const { name, said } of parts) {
    if (said === undefined) continue
    // The size stands before the name in both headers; the second is in the directory at the end.
    zip.writeUInt32LE(said, zip.indexOf(name) - 8)
    zip.writeUInt32LE(said, zip.lastIndexOf(name) - 22)
  }
  return zip
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
