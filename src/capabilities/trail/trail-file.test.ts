import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { open } from '#platform/crypto.ts'
import type { Pool } from '#platform/database.ts'
import { aPool, aSchool, type School } from './a-school.ts'
import { anEntry, anId, aTrail, signer, sourceOf } from './a-trail.ts'
import { exportProcessingLog, exportTrail } from './export-trail.ts'
import { subjectContext } from './processing-log.ts'
import { describeReport } from './report-text.ts'
import { printNoteKey } from './signed-note.ts'
import { linesOf, openTrailFile } from './trail-file.ts'
import { verifyTrail } from './verify-trail.ts'

let pool: Pool
let close: () => Promise<void>
before(async () => {
  ;({ pool, close } = await aPool())
})
after(() => close())

async function collect(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

async function aFile(t: TestContext, lines: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trail-'))
  t.after(() => rm(folder, { recursive: true }))
  const path = join(folder, 'trail.jsonl')
  await writeFile(path, lines.join(''))
  return path
}

const verifyFile = async (path: string) =>
  verifyTrail(await openTrailFile(path), { keys: [signer.key] })

const exported = (school: School) =>
  school.inTransaction(school.actor, 'oversight', (work) => collect(exportTrail(work)))

test('something else than an exported trail is refused with its name', async (t) => {
  for (const text of ['', 'hello\n', '{"format":"other"}\n', '[]\n']) {
    await assert.rejects(openTrailFile(await aFile(t, [text])), /trail/)
  }
  const broken = await aFile(t, [...(await collect(linesOf(sourceOf(aTrail(2))))), '{"entry":\n'])
  await assert.rejects(verifyFile(broken), /line 5/)
  const endless = await aFile(t, ['{"format":"oogmerk-trail/1",', ' '.repeat(2_000_000)])
  await assert.rejects(openTrailFile(endless), /line 1 is too long/)
})

test('a line changed, removed, moved or added in the file is named', async (t) => {
  const lines = await collect(linesOf(sourceOf(aTrail(3, 3))))
  const edits: [how: string, place: number, lines: string[]][] = [
    [
      'changed',
      1,
      lines.map((line, index) => (index === 3 ? line.replace('mentor', 'nentor') : line)),
    ],
    ['removed', 2, lines.toSpliced(4, 1)],
    ['reordered', 0, lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '')],
    ['added', 3, lines.toSpliced(6, 0, `${JSON.stringify({ entry: anEntry(99) })}\n`)],
    ['added', 6, [...lines, `${JSON.stringify({ entry: anEntry(99) })}\n`]],
    ['removed', 5, lines.slice(0, -1)],
  ]
  for (const [how, place, edited] of edits) {
    const { misfit } = await verifyFile(await aFile(t, edited))
    assert.deepEqual([misfit?.how, misfit?.place], [how, place])
  }
})

test('one sign changed anywhere in the file is noticed, or changes nothing that the file says', async (t) => {
  const whole = (await collect(linesOf(sourceOf(aTrail(2, 1))))).join('')
  const said = async (path: string) => {
    const source = await openTrailFile(path)
    const entries = (await Array.fromAsync(source.leaves())).map(({ entry }) => entry)
    const notes = (await Array.fromAsync(source.checkpoints())).map(({ note }) => note)
    return [source.organisation, entries, notes]
  }
  const honest = await said(await aFile(t, [whole]))
  const signs = fc.constantFrom('x', '7', ' ', '"', '\n')
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), signs, async (at, sign) => {
      fc.pre(whole[at] !== sign)
      const path = await aFile(t, [whole.slice(0, at) + sign + whole.slice(at + 1)])
      const report = await verifyFile(path).catch(() => 'unreadable' as const)
      if (report !== 'unreadable' && !report.misfit) assert.deepEqual(await said(path), honest)
    }),
    { numRuns: 150 },
  )
})

test('an exported trail verifies like the database it came from', async (t) => {
  const school = await aSchool(t, pool)
  const ids = await school.record(6)
  await school.sealAll()
  await school.record(1)
  const lines = await exported(school)
  const report = await verifyFile(await aFile(t, lines))
  assert.deepEqual([report.misfit, report.proved, report.waiting.count], [undefined, 6, 1])
  assert.match(describeReport(report), /^FITS .*: 6 entries stand as they were sealed/)
  const changed = lines.map((line) =>
    line.includes(`"id":"${ids[4]}"`) ? line.replace('"number":4', '"number":5') : line,
  )
  const said = describeReport(await verifyFile(await aFile(t, changed)))
  assert.match(
    said,
    new RegExp(`^DOES NOT FIT .*entry 5 \\(${ids[4]}\\) was changed after it was sealed`),
  )
})

test('exporting the trail leaves an entry in the trail', async (t) => {
  const school = await aSchool(t, pool)
  await exported(school)
  const { rows } = await pool.query('select act from trail_entry where organisation_id = $1', [
    school.organisation,
  ])
  assert.deepEqual(rows, [{ act: 'trail.export' }])
})

/** What an outsider would write who has the README, the file and the public key, and none of our code. */
function outsiderSays(lines: string[], printedKey: string): boolean {
  const raw = Buffer.from(printedKey.split('+').slice(2).join('+'), 'base64').subarray(1)
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  })
  const sha256 = (...parts: Uint8Array[]) =>
    createHash('sha256').update(Buffer.concat(parts)).digest()
  const treeHash = (leaves: Buffer[]): Buffer => {
    if (leaves.length < 2) return sha256(...leaves)
    let split = 1
    while (split * 2 < leaves.length) split *= 2
    const side = (part: Buffer[]) =>
      part.length === 1 ? sha256(Buffer.of(0), part[0] as Buffer) : treeHash(part)
    return sha256(Buffer.of(1), side(leaves.slice(0, split)), side(leaves.slice(split)))
  }
  const sorted = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
  const read = lines.map((line) => JSON.parse(line))
  const leaves = read
    .filter((line) => line.entry)
    .map((line) => Buffer.from(JSON.stringify(sorted(line.entry))))
  let before = 0
  for (const { checkpoint } of read.filter((line) => line.checkpoint)) {
    const [text, signatureLine] = checkpoint.split('\n\n')
    const signature = Buffer.from(signatureLine.trim().split(' ')[2], 'base64').subarray(4)
    if (!verifySignature(null, Buffer.from(`${text}\n`), publicKey, signature)) return false
    const [origin, size, root, behind] = text.split('\n')
    if (origin !== `oogmerk-trail/${read[0].organisation}` || behind !== `after ${before}`)
      return false
    const part = leaves.slice(0, Number(size))
    const found = part.length === 1 ? sha256(Buffer.of(0), part[0] as Buffer) : treeHash(part)
    if (found.toString('base64') !== root) return false
    before = Number(size)
  }
  return before === leaves.length
}

test('a verifier written from the README alone agrees', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(9)
  await school.sealAll()
  const lines = await exported(school)
  const key = printNoteKey(signer.key)
  assert.equal(outsiderSays(lines, key), true)
  assert.equal(
    outsiderSays(
      lines.map((line) => line.replace('"number":7', '"number":6')),
      key,
    ),
    false,
  )
  assert.equal(outsiderSays(lines.toSpliced(3, 1), key), false)
})

test('the processing log names the processing and the encrypted subject, never the person who acted', async (t) => {
  const school = await aSchool(t, pool)
  await school.record(2)
  await school.sealAll()
  const subjectKey = Buffer.alloc(32, 9)
  const register = {
    subjectKey,
    activityOf: (purpose: string) => `https://register.example/${purpose}/1`,
  }
  const lines = await school.inTransaction(school.actor, 'oversight', (work) =>
    collect(exportProcessingLog(work, register)),
  )
  const { rows } = await pool.query(
    'select subject, recorded_at from trail_entry where organisation_id = $1 and act = $2 order by id',
    [school.organisation, 'signal.record'],
  )
  assert.equal(lines.length, 2)
  for (const [index, text] of lines.entries()) {
    const line = JSON.parse(text)
    assert.deepEqual(Object.keys(line), [
      'trace_id',
      'operation_id',
      'status_code',
      'name',
      'start_time',
      'end_time',
      'attributes',
    ])
    assert.match(line.trace_id, /^[0-9a-f]{32}$/)
    assert.match(line.operation_id, /^[0-9a-f]{16}$/)
    assert.deepEqual([line.status_code, line.name], [1, 'signal.record'])
    assert.equal(line.start_time, Date.parse(rows[index].recorded_at))
    assert.equal(
      line.attributes['dpl.core.processing_activity_id'],
      'https://register.example/recognise-exploitation/1',
    )
    const sealed = Buffer.from(line.attributes['dpl.core.data_subject_id'], 'base64')
    assert.equal(
      open(subjectKey, sealed, subjectContext(school.organisation)).toString(),
      rows[index].subject,
    )
    assert.ok(!text.includes(school.actor.personId))
    assert.ok(!text.includes(rows[index].subject))
  }
  assert.ok(!lines.join('').includes(anId(1)))
})
