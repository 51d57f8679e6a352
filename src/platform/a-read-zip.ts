import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

/** The parts of a zip as another reader finds them: name and content, in order. Checks sums and sizes. */
export function aReadZip(bytes: Buffer): Promise<[name: string, content: string][]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (broken, zip) => {
      if (broken) return reject(broken)
      const found: [string, string][] = []
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (error, stream: Readable) => {
          if (error) return reject(error)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(chunk)
          found.push([entry.fileName, Buffer.concat(chunks).toString()])
          zip.readEntry()
        })
      })
      zip.on('end', () => resolve(found)).on('error', reject)
      zip.readEntry()
    })
  })
}
