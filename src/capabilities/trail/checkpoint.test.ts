import assert from 'node:assert/strict'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { keyName, openCheckpoint, signCheckpoint } from './checkpoint.ts'
import { noteKey, noteSigner, openNote, printNoteKey, readNoteKey } from './signed-note.ts'

// The worked example of golang.org/x/mod/sumdb/note: key pair, text and signature.
const exampleKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const exampleSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(
  1,
)
const exampleText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const exampleNote = `${exampleText}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`

const signer = noteSigner(keyName, generateKeyPairSync('ed25519').privateKey)
const stranger = noteSigner(keyName, generateKeyPairSync('ed25519').privateKey)

const checkpoint = {
  organisation: '01990000-0000-7000-8000-000000000001',
  size: 512,
  root: Buffer.alloc(32, 7),
  after: 500,
  sealedAt: '2026-09-01T08:30:00.000250Z',
}

test('a signature by another key, or under another text, opens nothing', () => {
  const note = signCheckpoint(checkpoint, signer)
  assert.equal(openCheckpoint(note, [stranger.key]), undefined)
  assert.equal(openCheckpoint(signCheckpoint(checkpoint, stranger), [signer.key]), undefined)
  assert.equal(openCheckpoint(note.replace('\n512\n', '\n511\n'), [signer.key]), undefined)
  assert.equal(openCheckpoint(note.replace('\n\n', '\n'), [signer.key]), undefined)
})

test('a note with any single sign changed opens nothing', () => {
  const note = signCheckpoint(checkpoint, signer)
  fc.assert(
    fc.property(
      fc.nat({ max: note.length - 1 }),
      fc.string({ minLength: 1, maxLength: 1 }),
      (at, sign) => {
        fc.pre(note[at] !== sign)
        const changed = note.slice(0, at) + sign + note.slice(at + 1)
        assert.equal(openCheckpoint(changed, [signer.key]), undefined)
      },
    ),
    { numRuns: 500 },
  )
})

test('a signed text that is no checkpoint, or says what cannot be, is no checkpoint', () => {
  for (const text of [
    'oogmerk-trail\n',
    `${keyName}/${checkpoint.organisation}\n5\nAAAA\nafter 4\nsealed-at 2026-09-01T08:30:00.000250Z\n`,
  ]) {
    assert.equal(openCheckpoint(signer.sign(text), [signer.key]), undefined)
  }
  assert.equal(
    openCheckpoint(signCheckpoint({ ...checkpoint, after: 512 }, signer), [signer.key]),
    undefined,
  )
  assert.equal(
    openCheckpoint(signCheckpoint({ ...checkpoint, size: 0, after: 0 }, signer), [signer.key]),
    undefined,
  )
})

test('a key with a typing error is refused', () => {
  const line = printNoteKey(signer.key)
  assert.throws(() => readNoteKey(line.slice(0, -2)), /not a public key/)
  assert.throws(() => readNoteKey(line.replace(keyName, 'oogmerk-trial')), /typing error/)
  assert.throws(() => readNoteKey(''), /not a public key/)
  assert.throws(() => noteSigner('a key', createPrivateKey(derOf(exampleSeed))), /white space/)
  assert.throws(
    () => noteKey('rsa', generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey),
    /Ed25519/,
  )
  assert.throws(() => signer.sign('a bell \u0007\n'), /control characters/)
})

test('the example of the Go implementation opens with its key', () => {
  assert.equal(openNote(exampleNote, [readNoteKey(exampleKey)]), exampleText)
  assert.equal(
    openNote(exampleNote.replace('answer', 'Answer'), [readNoteKey(exampleKey)]),
    undefined,
  )
})

test('signing the text of the Go example gives the same bytes, and its key prints the same', () => {
  const peter = noteSigner('PeterNeumann', createPrivateKey(derOf(exampleSeed)))
  assert.equal(peter.sign(exampleText), exampleNote)
  assert.equal(printNoteKey(peter.key), exampleKey)
})

test('what was signed is what is read, also with a signature of somebody unknown under it', () => {
  const note = signCheckpoint(checkpoint, signer)
  assert.deepEqual(openCheckpoint(note, [stranger.key, signer.key]), checkpoint)
  const witness = noteSigner('witness.example', generateKeyPairSync('ed25519').privateKey)
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
  const witnessLine = witness.sign(text).slice(text.length + 1)
  assert.deepEqual(
    openCheckpoint(note + witnessLine, [readNoteKey(printNoteKey(signer.key))]),
    checkpoint,
  )
})

/** A private key from its 32 bytes. Source: RFC 8410, 7. */
function derOf(seed: Buffer) {
  const key = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return { key, format: 'der', type: 'pkcs8' } as const
}
