import { open, seal } from '#platform/crypto.ts'

/** Bytes of a part: small enough to hold many at once, large enough to be few rows. */
export const chunkSize = 256 * 1024

export const chunksOf = (size: number): number => Math.max(1, Math.ceil(size / chunkSize))

/** A part knows its place and whether it is the last: leaving out, adding, swapping and moving are noticed. */
const contextOf = (context: string, nth: number, count: number): string =>
  `${context}:${nth}:${nth === count - 1 ? 'last' : 'more'}`

/** Seals part by part; holds one sealed part at a time. */
export function* sealChunks(key: Buffer, context: string, bytes: Buffer): Generator<Buffer> {
  const count = chunksOf(bytes.length)
  for (let nth = 0; nth < count; nth++) {
    const part = bytes.subarray(nth * chunkSize, (nth + 1) * chunkSize)
    yield seal(key, part, contextOf(context, nth, count))
  }
}

/**
 * Opens part by part, as somebody reads on. `fetch` answers parts from this place on, as many as it
 * likes. Throws when a part is missing, or is not the one that was sealed in this place.
 */
export async function* openChunks(
  key: Buffer,
  { context, count }: { context: string; count: number },
  fetch: (from: number) => Promise<readonly Buffer[]>,
): AsyncGenerator<Buffer> {
  for (let nth = 0; nth < count; ) {
    const parts = await fetch(nth)
    if (parts.length === 0) throw new Error('A part of a sealed file is gone.')
    for (const part of parts) {
      yield open(key, part, contextOf(context, nth, count))
      nth += 1
    }
  }
}
