/** Everything that answers are kept in is equally long, so that a length tells nothing of what is inside. */

/** In bytes, before sealing. */
export const room = 8192

/** JSON that was filled up with blanks, as JSON may end. Throws a `RangeError` when it is too long. */
export function filled(content: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(content))
  if (text.length > room) throw new RangeError(`an answer is at most ${room} bytes`)
  const whole = Buffer.alloc(room, 0x20)
  text.copy(whole)
  return whole
}

export const unfilled = (bytes: Buffer): unknown => JSON.parse(bytes.toString())
