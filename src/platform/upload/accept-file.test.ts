import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { anyText } from '#tests/any-text.ts'
import { aDocx, anOdt, aPdf, aPicture, aTellingPicture, aZip } from './a-file.ts'
import { acceptFile, type Refused } from './accept-file.ts'

const offered = (name: string, bytes: Buffer) => acceptFile({ name, bytes }, 'document')

async function refused(name: string, bytes: Buffer, because: Refused): Promise<void> {
  assert.deepEqual(await offered(name, bytes), { ok: false, because }, name)
}

async function taken(name: string, bytes: Buffer) {
  const answer = await offered(name, bytes)
  return answer.ok ? answer.file : assert.fail(`${name}: ${answer.because}`)
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
/** A script to a browser that believes it, and the head of a picture. */
const gifScript = 'GIF89a/*\x01\x00*/=1;alert(1)//'

test('nothing that is not on the list is taken, whatever it is called', async () => {
  const others: [string, Buffer][] = [
    ['vector.svg', Buffer.from(svg)],
    ['vector.txt', Buffer.from(svg)],
    ['pagina.html', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['pagina.txt', Buffer.from('  \n<HTML><body>')],
    ['pagina.pdf', Buffer.from('<html>')],
    ['script.txt', Buffer.from('#!/bin/sh\nrm -rf /')],
    ['opdracht.bat', Buffer.from('@echo off')],
    ['tabel.csv', Buffer.from('=1+1,2')],
    ['dier.gif', Buffer.from(gifScript, 'latin1')],
    ['dier.jpg', Buffer.from(gifScript, 'latin1')],
  ]
  for (const [name, bytes] of others) await refused(name, bytes, 'kind-not-taken')
  await refused('programma.txt', Buffer.from('MZ\x90\0\x03', 'latin1'), 'text-unreadable')
  await refused('oud.txt', Buffer.from('caf\xe9', 'latin1'), 'text-unreadable')
  await refused('archief.zip', aZip([{ name: 'a.txt', content: 'a' }]), 'kind-not-taken')
  await refused('leeg.pdf', Buffer.alloc(0), 'file-empty')
})

test('what is cut off or damaged is not taken', async () => {
  for (const kind of ['jpeg', 'png', 'webp'] as const) {
    const whole = await aPicture(kind, { width: 200, height: 200 })
    await refused('half', whole.subarray(0, whole.length >> 1), 'file-broken')
  }
  const docx = aDocx()
  await refused('half.docx', docx.subarray(0, docx.length - 30), 'file-broken')
  await refused('half.pdf', aPdf().subarray(0, 30), 'file-broken')
  const damaged = aDocx([{ name: 'word/styles.xml', content: 'x'.repeat(500), said: 20 }])
  await refused('liegt.docx', damaged, 'file-broken')
})

test('a picture comes back without place, device, maker and profile, and upright', async () => {
  for (const kind of ['jpeg', 'png', 'webp'] as const) {
    const telling = await aTellingPicture(kind)
    const before = await sharp(telling).metadata()
    assert.ok(before.exif && before.icc, `${kind}: the test has something to strip`)
    assert.ok(telling.includes('Verzonnen Telefoon'))
    const { bytes } = await taken(`foto.${kind}`, telling)
    const after = await sharp(bytes).metadata()
    for (const hidden of ['exif', 'icc', 'xmp', 'iptc', 'orientation', 'comments'] as const) {
      assert.equal(after[hidden], undefined, `${kind}: ${hidden}`)
    }
    for (const text of ['Verzonnen', 'Milan', 'GPS', 'Exif', 'ICC']) {
      assert.equal(bytes.includes(text), false, `${kind}: ${text}`)
    }
    assert.deepEqual([after.width, after.height], [4, 8])
  }
})

test('what hangs behind or within a picture is gone, and what comes out is a picture only', async () => {
  for (const kind of ['jpeg', 'png', 'webp'] as const) {
    const picture = await aPicture(kind)
    const behind = Buffer.concat([
      picture,
      aZip([{ name: 'a.js', content: 'alert(1)' }]),
      Buffer.from(svg),
    ])
    const { bytes } = await taken('twee.jpg', behind)
    for (const text of ['PK', 'svg', 'alert']) assert.equal(bytes.includes(text), false)
    assert.equal((await sharp(bytes).metadata()).format, kind)
  }
})

test('the content says what it is, and the name follows it', async () => {
  assert.equal((await taken('foto.png', await aPicture('jpeg'))).name, 'foto.jpg')
  assert.equal((await taken('rapport.exe', aPdf())).name, 'rapport.pdf')
  assert.equal((await taken('verslag', aDocx())).kind, 'docx')
  assert.equal((await taken('verslag.docx', anOdt())).name, 'verslag.odt')
  assert.equal((await taken('notitie.txt', Buffer.from('Zoë zei: “ja”.\n'))).kind, 'text')
})

test('a picture of too many dots is refused before it is opened', async () => {
  const wide = await aPicture('png', { width: 20_000, height: 2_500 })
  assert.ok(wide.length < 1_000_000)
  await refused('groot.png', wide, 'image-too-many-dots')
  // The head alone promises 65535 × 65535; there is nothing behind it.
  const small = await aPicture('png')
  const lying = Buffer.from(small)
  lying.writeUInt32BE(65_535, 16)
  lying.writeUInt32BE(65_535, 20)
  assert.equal((await offered('liegt.png', lying)).ok, false)
})

test('a document with programs in it is refused, however they are called', async () => {
  const calls: [string, string][] = [
    ['word/vbaProject.bin', 'x'],
    ['word/vbaData.xml', 'x'],
    ['word/activeX/activeX1.xml', 'x'],
    ['word/embeddings/oleObject1.bin', 'x'],
    ['extra.html', '<script>'],
    [
      'word/_rels/settings.xml.rels',
      '<R Type="…/attachedTemplate" Target="https://x" TargetMode="External"/>',
    ],
    ['word/settings.xml', '<!DOCTYPE x [<!ENTITY a "b">]>'],
    ['word/header1.xml', '<w:instrText xml:space="preserve"> DDEAUTO c:\\\\x.exe'],
  ]
  for (const [name, content] of calls)
    await refused('x.docx', aDocx([{ name, content }]), 'file-acts')
  const about = { name: 'word/notes.xml', content: '<w:t>vbaProject, DDE en macroEnabled</w:t>' }
  assert.equal((await taken('over.docx', aDocx([about]))).kind, 'docx')
  const macros = aZip([
    {
      name: '[Content_Types].xml',
      content: '<Types ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>',
    },
    { name: 'word/document.xml', content: 'x' },
  ])
  await refused('macro.docx', macros, 'file-acts')
  await refused('x.odt', anOdt([{ name: 'Basic/Standard/a.xml', content: 'x' }]), 'file-acts')
  await refused('x.odt', anOdt([{ name: 'Scripts/python/a.py', content: 'x' }]), 'file-acts')
  const hidden = Buffer.from('<a href="vnd.sun.star.script:x"/>', 'utf16le')
  await refused('x.odt', anOdt([{ name: 'styles.xml', content: hidden }]), 'file-broken')
  const lock = { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' }
  await refused('x.odt', anOdt([lock]), 'file-locked')
})

test('a zip that unpacks without end is refused, also when it lies about its size', async () => {
  const big = Buffer.alloc(130 * 1024 * 1024)
  await refused('bom.docx', aDocx([{ name: 'word/media/a.png', content: big }]), 'file-bomb')
  const lying = aDocx([{ name: 'word/media/a.png', content: big, said: 10 }])
  assert.ok(lying.length < 1_000_000)
  assert.equal((await offered('bom.docx', lying)).ok, false)
  const many = Array.from({ length: 3_100 }, (_, nth) => ({ name: `w/${nth}`, content: '' }))
  await refused('veel.docx', aDocx(many), 'file-bomb')
})

test('a PDF that runs, launches, carries or is locked is refused, also when it hides the word', async () => {
  for (const inside of [
    '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
    '/OpenAction << /S /J#61vaScript /JS (x) >>',
    '/OpenAction << /S /#4a#61#76#61#53#63#72#69#70#74 >>',
    '/OpenAction << /S /Launch /F (cmd.exe) >>',
    '/Names << /EmbeddedFiles 2 0 R >>',
    '/Type /EmbeddedFile',
    '/Subtype /RichMedia',
    '/AcroForm << /XFA 3 0 R >>',
  ]) {
    await refused('x.pdf', aPdf(inside), 'file-acts')
    const packed = deflateSync(Buffer.from(`1 0 2 9 << ${inside} >>`)).toString('latin1')
    const list = `3 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\n${packed}\nendstream\nendobj\n`
    await refused('verpakt.pdf', aPdf('', list), 'file-acts')
  }
  await refused('slot.pdf', aPdf('', 'trailer << /Encrypt 9 0 R >>\n'), 'file-locked')
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024)).toString('latin1')
  const list = `3 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${bomb}\nendstream\nendobj\n`
  await refused('bom.pdf', aPdf('', list), 'file-bomb')
  assert.equal((await taken('gewoon.pdf', aPdf('/OpenAction [3 0 R /Fit] /Lang (nl)'))).kind, 'pdf')
})

test('random bytes, also behind a known beginning, are an answer and never a defect', async () => {
  const heads = [
    '',
    '%PDF-1.7\n',
    '\xff\xd8\xff\xe0',
    '\x89PNG\r\n\x1a\n',
    'RIFF\0\0\0\0WEBP',
    'PK\x03\x04',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...heads),
      fc.uint8Array({ maxLength: 600 }),
      anyText(30),
      async (head, tail, name) => {
        const answer = await offered(name, Buffer.concat([Buffer.from(head, 'latin1'), tail]))
        if (answer.ok) assert.equal(answer.file.kind, 'text')
      },
    ),
    { seed: 20261123, numRuns: 300 },
  )
})

test('a true file with one part of it changed is an answer and never a defect', async () => {
  const files = [
    aDocx(),
    anOdt(),
    aPdf(),
    await aPicture('jpeg'),
    await aPicture('png'),
    await aPicture('webp'),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.nat(),
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      async (file, at, change) => {
        const bytes = Buffer.from(file)
        bytes.set(change.subarray(0, bytes.length - (at % bytes.length)), at % bytes.length)
        await offered('x.docx', bytes)
      },
    ),
    { seed: 20261124, numRuns: 300 },
  )
})
