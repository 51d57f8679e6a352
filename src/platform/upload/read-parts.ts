import { Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { HTTPException } from 'hono/http-exception'
import { type Typed, typedFrom } from '#platform/form.ts'
import type { HouseContext } from '#platform/http/house-env.ts'

/** A file as it arrived: nothing of it is believed yet, its name least of all. */
export type SentFile = { readonly name: string; readonly bytes: Buffer }

export type Parts = {
  readonly typed: Typed
  readonly file?: SentFile
  /** why there is no file though one was sent; the fields before it were read all the same */
  readonly without?: 'file-too-large' | 'one-file-only'
}

export const isPlainForm = (type = ''): boolean =>
  /^application\/x-www-form-urlencoded\b/i.test(type)

export const isFormWithParts = (type = ''): boolean => /^multipart\/form-data\b/i.test(type)

type Limits = {
  /** bytes a file may have; 0 when a form is read that should have none */
  readonly file: number
}

/** Bytes and number of the fields of a form: the house's own measure for what people type. */
const largestFields = 256 * 1024
const mostFields = 200
/** Bytes that are read away so that a browser gets its answer, and milliseconds for all of it. */
export const mostReadAway = 64 * 1024 * 1024
const patience = 120_000

/**
 * Reads a form with parts while it arrives; a file that is too large is read away, so that the browser
 * hears why instead of a broken line. What is broken, or is no form with parts, is refused as such.
 * The whole never is in memory, only the fields and one file within its limit.
 */
export async function readParts(c: HouseContext, limits: Limits): Promise<Parts> {
  const before = readBefore.get(c.req.raw)
  if (before) return { typed: await before }
  const reading = readOnce(c, limits)
  const fields = reading.then(({ typed }) => typed)
  // Whoever reads now hears what was wrong; perhaps nobody reads again.
  fields.catch(() => {})
  readBefore.set(c.req.raw, fields)
  return reading
}

/** Whoever reads the same request later, to give back what was typed, gets the fields only. */
const readBefore = new WeakMap<Request, Promise<Typed>>()

async function readOnce(c: HouseContext, limits: Limits): Promise<Parts> {
  // A form that was given back after signing in again has no file any more, and no parts.
  if (isPlainForm(c.req.header('content-type'))) {
    return { typed: typedFrom(new URLSearchParams(await c.req.text())) }
  }
  const { body } = c.req.raw
  if (!body) throw notReadable()
  const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
  const late = setTimeout(() => source.destroy(notReadable(408)), patience)
  try {
    return await partsOf(source, c.req.header('content-type') ?? '', limits)
  } finally {
    clearTimeout(late)
    // Nobody reads on, and an error that comes later has nobody to tell.
    source.on('error', () => {})
    source.destroy()
  }
}

const notReadable = (status: 400 | 408 = 400) => new HTTPException(status)

function partsOf(source: Readable, type: string, limits: Limits): Promise<Parts> {
  return new Promise((resolve, reject) => {
    const reader = readerOf(type, limits)
    const fields = new FormData()
    let typedBytes = 0
    let allBytes = 0
    let file: SentFile | undefined
    let without: Parts['without']
    const fail = (error?: unknown) => reject(error instanceof HTTPException ? error : notReadable())

    reader.on('field', (name, value, _nameCut, valueCut) => {
      typedBytes += Buffer.byteLength(value)
      if (valueCut || typedBytes > largestFields) return fail(new HTTPException(413))
      if (typeof name === 'string') fields.append(name, value)
    })
    reader.on('file', (_field, stream, name = '') => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        if (without === undefined && limits.file > 0) chunks.push(chunk)
      })
      stream.on('limit', () => {
        without ??= 'file-too-large'
        chunks.length = 0
      })
      stream.on('error', fail)
      stream.on('end', () => {
        // An input that was left empty is sent as a file without name or bytes.
        const bytes = Buffer.concat(chunks)
        if (without === undefined && (name !== '' || bytes.length > 0)) file = { name, bytes }
      })
    })
    reader.on('filesLimit', () => {
      without = 'one-file-only'
    })
    for (const many of ['fieldsLimit', 'partsLimit'] as const) {
      reader.on(many, () => fail(new HTTPException(413)))
    }
    reader.on('error', fail)
    reader.on('finish', () => {
      const typed = typedFrom(fields)
      if (without !== undefined) resolve({ typed, without })
      else resolve(file ? { typed, file } : { typed })
    })
    source.on('error', fail)
    source.on('data', (chunk: Buffer) => {
      allBytes += chunk.length
      if (allBytes > mostReadAway) fail(new HTTPException(413))
    })
    source.pipe(reader)
  })
}

function readerOf(type: string, { file }: Limits) {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: {
        fileSize: Math.max(1, file),
        files: 1,
        fields: mostFields,
        parts: mostFields + 2,
        fieldSize: largestFields,
        fieldNameSize: 200,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    })
  } catch {
    throw notReadable()
  }
}
