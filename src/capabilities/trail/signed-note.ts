import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'

/**
 * A text with signatures under it, as in the C2SP signed-note specification
 * (https://c2sp.org/signed-note), so that tools of other transparency logs can read ours.
 */
export type NoteKey = {
  readonly name: string
  /** the first four bytes of a hash over name, kind and key: tells keys apart, proves nothing */
  readonly id: Buffer
  readonly publicKey: KeyObject
}

export type NoteSigner = { readonly key: NoteKey; sign(text: string): string }

/** The byte that stands for Ed25519 in key numbers and printed keys. */
const ed25519 = Buffer.of(1)
// An Ed25519 public key in DER is this fixed beginning and the 32 bytes. Source: RFC 8410, 4.
const derBeginning = Buffer.from('302a300506032b6570032100', 'hex')
const signatureLine = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u
const mostSignatures = 16

export function noteKey(name: string, publicKey: KeyObject): NoteKey {
  if (!/^[^\s+]+$/u.test(name)) throw new Error('A key name has no white space and no plus.')
  const material = Buffer.concat([Buffer.from(`${name}\n`), ed25519, rawKey(publicKey)])
  return { name, id: hash('sha256', material, 'buffer').subarray(0, 4), publicKey }
}

/** One line that people can copy: name+number+key. */
export const printNoteKey = (key: NoteKey): string =>
  `${key.name}+${key.id.toString('hex')}+${Buffer.concat([ed25519, rawKey(key.publicKey)]).toString('base64')}`

/** Reads what printNoteKey wrote. Throws when a sign was lost or changed on the way. */
export function readNoteKey(line: string): NoteKey {
  const [, name = '', id, material = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(line.trim()) ?? []
  const bytes = Buffer.from(material, 'base64')
  if (bytes.length !== 33 || bytes[0] !== 1 || bytes.toString('base64') !== material) {
    throw new Error('This is not a public key of a trail.')
  }
  const key = noteKey(
    name,
    createPublicKey({
      key: Buffer.concat([derBeginning, bytes.subarray(1)]),
      format: 'der',
      type: 'spki',
    }),
  )
  if (key.id.toString('hex') !== id) throw new Error('The public key has a typing error in it.')
  return key
}

export function noteSigner(name: string, privateKey: KeyObject): NoteSigner {
  const key = noteKey(name, createPublicKey(privateKey))
  return {
    key,
    sign(text) {
      if (!isNoteText(text)) throw new Error('A note is whole lines without control characters.')
      const signature = Buffer.concat([key.id, sign(null, Buffer.from(text), privateKey)])
      return `${text}\n\u2014 ${name} ${signature.toString('base64')}\n`
    },
  }
}

/**
 * The text of a note, when one of the keys signed it and no signature in the name of one of the
 * keys is false; otherwise nothing. Signatures of others are passed over.
 */
export function openNote(note: string, keys: readonly NoteKey[]): string | undefined {
  const border = note.lastIndexOf('\n\n')
  const text = note.slice(0, border + 1)
  const lines = note.slice(border + 2).split('\n')
  if (border < 0 || lines.pop() !== '' || !isNoteText(text)) return undefined
  if (lines.length === 0 || lines.length > mostSignatures) return undefined
  let signed = false
  for (const line of lines) {
    const [, name, base64 = ''] = signatureLine.exec(line) ?? []
    const bytes = Buffer.from(base64, 'base64')
    if (!name || bytes.length < 5 || bytes.toString('base64') !== base64) return undefined
    const key = keys.find((one) => one.name === name && one.id.equals(bytes.subarray(0, 4)))
    if (!key) continue
    if (!verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4))) return undefined
    signed = true
  }
  return signed ? text : undefined
}

function rawKey(publicKey: KeyObject): Buffer {
  if (publicKey.asymmetricKeyType !== 'ed25519') throw new Error('The key is not an Ed25519 key.')
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(derBeginning.length)
}

const isNoteText = (text: string): boolean =>
  /^(?:\P{Cc}|\n)+\n$/u.test(text) && text.isWellFormed()
