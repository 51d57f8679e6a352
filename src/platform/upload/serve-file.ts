import { ReadableStream } from 'node:stream/web'
import type { HouseContext } from '#platform/http/house-env.ts'
import { attachment } from './file-name.ts'

type Served = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Hands a file over to be kept by the reader, never to be shown by the browser, with no copy left
 * behind on the way. That nothing in it can run is said by the house's own headers.
 */
export function serveFile(c: HouseContext, { name, mediaType, size, bytes }: Served): Response {
  c.header('Content-Type', mediaType)
  c.header('Content-Length', String(size))
  c.header('Content-Disposition', attachment(name))
  c.header('Cache-Control', 'no-store')
  return c.body(ReadableStream.from(bytes) as globalThis.ReadableStream<Uint8Array<ArrayBuffer>>)
}
