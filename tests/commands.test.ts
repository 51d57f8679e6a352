import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { aMotionInXml } from '#capabilities/papers/a-paper.ts'
import {
  checkpointFolder,
  sealTrail,
  trailSigner,
  writeTrailEntries,
} from '#capabilities/trail/index.ts'
import { systemClock } from '#platform/clock.ts'
import { openPool } from '#platform/database.ts'
import { workMaker } from '#platform/work.ts'
import { type Answer, commandHere } from '#tests/a-command.ts'
import { aDatabase, type TestDatabase } from '#tests/database.ts'

// The command line as an operator meets it: what it writes and how it ends.

const root = new URL('..', import.meta.url).pathname
const wrongUse = 64

let database: TestDatabase
let folder: string
let environment: NodeJS.ProcessEnv
let privateKey: KeyObject

before(async () => {
  database = await aDatabase()
  folder = await mkdtemp(join(tmpdir(), 'oogmerk-commands-'))
  privateKey = generateKeyPairSync('ed25519').privateKey
  environment = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    LANG: 'en_GB.UTF-8',
    DATABASE_URL: database.url,
    OOGMERK_DATA: folder,
    OOGMERK_KEY: randomBytes(32).toString('base64'),
    OOGMERK_TRAIL_KEY: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
})

after(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

/** In this process, which takes a tenth of the time of one of its own. */
const oogmerk = (given: readonly string[]): Promise<Answer> => commandHere(given, environment)

/** A process of its own, as an operator has, for what only that has: what it is given to read, and how it ends. */
function aProcess(given: readonly string[], input = ''): Promise<Answer> {
  const child = spawn(process.execPath, ['src/oogmerk.ts', ...given], {
    cwd: root,
    env: environment,
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (data) => {
    said += data
  })
  child.stderr.on('data', (data) => {
    complained += data
  })
  child.stdin.end(input)
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, said, complained }))
  })
}

/** What a running server does within a quarter of a second. */
async function seal(organisationId: string): Promise<void> {
  const pool = openPool(database.connection, 1)
  const make = workMaker({ pool, clock: systemClock, writeTrail: writeTrailEntries })
  const kept = checkpointFolder(join(folder, 'checkpoints'))
  await sealTrail(make, organisationId, { signer: trailSigner(privateKey), kept })
  await pool.end()
}

describe('a command that is given something it does not take', () => {
  const nobody = '00000000-0000-7000-8000-000000000000'
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['fly'], /no command "fly"/],
    [['verify-trail', 'trail.jsonl'], /"trail.jsonl" is not something/],
    [['verify-trail', '--file', 'trail.jsonl'], /--key/],
    [['verify-trail', '--organisation', nobody], /no organisation "00000000/],
    [['verify-trail', '--organisation', 'De Zandbak'], /no organisation "De Zandbak"/],
    [['export-trail'], /--organisation/],
    [['export-trail', '--organisation', nobody], /no organisation/],
    [['export-log', '--organisation', nobody], /no organisation/],
    [['invite', '--organisation', nobody, '--name', 'Nina Nergens'], /no organisation/],
    [['invite', '--organisation', nobody, '--name', 'Nina', '--role', 'king'], /no role "king"/],
    [['add-organisation', '--kind', 'circus', '--name', 'X'], /--kind must be one of/],
    [['organisations', 'all'], /"all" is not something/],
    [['trail-key', 'mine'], /"mine" is not something/],
    [['recognise', '--fast'], /--fast/],
    [['check-knowledge', '/nergens'], /no folder "\/nergens"/],
    [['add-organisation', '--kind', 'police'], /--name is needed/],
    [['add-organisation', '--kind', 'police', '--name', 'X', '--brin', '9'], /four characters/],
    [['check-knowledge', 'knowledge', 'more'], /"more" is not something/],
    [['check-protocol'], /Name a file/],
    [['check-protocol', '/nergens.yaml'], /no file "\/nergens.yaml"/],
    [['read-paper'], /Name a file/],
    [['read-paper', '--all', 'a.xml'], /--all/],
    [['check-protocol', 'a.yaml', 'b.yaml'], /"b.yaml" is not something/],
  ]
  for (const [given, sentence] of wrong) {
    it(`${given.join(' ')}: says so, shows how it is used, and does nothing`, async () => {
      const { status, said, complained } = await oogmerk(given)
      assert.match(complained, sentence)
      assert.equal(status, wrongUse)
      assert.equal(said, '')
    })
  }
})

it('the process ends with the status of its command, and complains where nobody reads the answer', async () => {
  const { status, said, complained } = await aProcess(['fly'])
  assert.match(complained, /no command "fly"/)
  assert.deepEqual([status, said], [wrongUse, ''])
})

it('help names every command, in Dutch where the machine speaks Dutch', async () => {
  const english = await oogmerk(['help'])
  assert.equal(english.status, 0)
  for (const name of ['recognise', 'read-paper', 'verify-trail', 'export-log', 'invite']) {
    assert.match(english.said, new RegExp(`^ {2}${name}`, 'm'))
  }
  environment = { ...environment, LANG: 'nl_NL.UTF-8' }
  const dutch = await oogmerk(['help'])
  environment = { ...environment, LANG: 'en_GB.UTF-8' }
  assert.match(dutch.said, /Controleert het logboek/)
  assert.match(dutch.said, /help\n +Toont deze lijst/)
  environment = { ...environment, LANG: 'nl_NL.UTF-8', OOGMERK_PORT: 'abc' }
  const wrong = await aProcess(['help'])
  const { OOGMERK_PORT: _, ...rest } = environment
  environment = { ...rest, LANG: 'en_GB.UTF-8' }
  assert.match(wrong.complained, /^Settings that cannot be used:\nOOGMERK_PORT[^\n]*\n$/)
})

describe('a protocol in a file', () => {
  const example = 'knowledge/protocols/meldcode-and-exploitation.yaml'
  const changed = async (from: string, to: string) => {
    const text = await readFile(join(root, example), 'utf8')
    assert.ok(text.includes(from))
    const file = join(folder, 'protocol.yaml')
    await writeFile(file, text.replace(from, to))
    return oogmerk(['check-protocol', file])
  }

  it('is told what it lacks', async () => {
    const { status, said, complained } = await oogmerk(['check-protocol', example])
    assert.deepEqual([status, complained], [1, ''])
    assert.match(said, /^Cannot be reached: Bring in the municipality\. [^\n]+\n1 finding\n$/)
    environment = { ...environment, LANG: 'nl_NL.UTF-8' }
    const dutch = await oogmerk(['check-protocol', example])
    environment = { ...environment, LANG: 'en_GB.UTF-8' }
    assert.match(dutch.said, /^Niet te bereiken: Haal de gemeente erbij\. [^\n]+\n1 punt\n$/)
  })

  it('without a step, a role and a term is told all three', async () => {
    const step = /covers: \[absence\]/
    const bare = await changed('roles: [mentor, care-coordinator]', 'roles: []')
    assert.match(bare.said, /Nobody who does it: Look at the absence/)
    const text = await readFile(join(root, example), 'utf8')
    assert.match(text, step)
    const uncovered = await changed('covers: [review]', 'covers: []')
    assert.match(uncovered.said, /Missing: When you look again/)
    const timeless = await changed(
      'term: { unit: weeks, count: 6, from: opening, mark: own, sources: [] }\n    when:',
      'term: null\n    when:',
    )
    assert.match(timeless.said, /No term: Look again how things are/)
  })

  it('that is not right is told file, line and field, and nothing is found', async () => {
    const { status, said, complained } = await changed('unit: same-day', 'unit: sometime')
    assert.equal(status, 1)
    assert.match(complained, /^protocol\.yaml:\d+:\d+ steps\[0\]\.term\.unit: /)
    assert.equal(said, '1 problem\n')
    const unknown = await changed('step: triage, field: go-on', 'step: triage, field: go-off')
    assert.match(unknown.complained, /steps\[\d+\]\.when\[0\]: 'triage' asks no choice 'go-off'/)
  })
})

it('a line that is no text gets an error of its own, and the lines after it are read', async () => {
  const lines = [
    '{"id":"1","text":"Hij heeft ineens twee telefoons."}',
    'not json',
    '{"id":"3"}',
    '{"id":"4","lang":"en","text":"He was told to hand over the money."}',
  ]
  const { said } = await aProcess(['recognise'], `${lines.join('\n')}\n`)
  const answers = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.equal(answers.length, 4)
  assert.ok(answers[0].signals.some((one: { signal: string }) => one.signal === 'TEL-01'))
  assert.ok(answers[1].error && answers[2].error)
  assert.equal(answers[2].id, '3')
  assert.equal(answers[3].lang, 'en')
})

it('a paper is one line of JSON; a file that gives none is named in one’s own language, and nothing of it is written', async () => {
  const paper = join(folder, 'paper.xml')
  const broken = join(folder, 'broken.xml')
  await writeFile(paper, aMotionInXml())
  await writeFile(broken, aMotionInXml().slice(0, 900))
  const { status, said, complained } = await oogmerk(['read-paper', broken, paper, '/nergens.txt'])
  assert.equal(status, 1)
  assert.match(
    complained,
    /^[^\n]+broken\.xml: its XML is not right or ends halfway \([^\n]+\)\.\n/,
  )
  assert.match(complained, /\/nergens\.txt: there is no such file\.\n$/)
  assert.match(said, /^\{[^\n]+\}\n$/)
  const { id, date, dossiers } = JSON.parse(said)
  assert.deepEqual([id, date, dossiers.length], ['kst-91240-17', '2032-03-04', 1])
  environment = { ...environment, LANG: 'nl_NL.UTF-8' }
  const dutch = await oogmerk(['read-paper', broken])
  environment = { ...environment, LANG: 'en_GB.UTF-8' }
  assert.deepEqual([dutch.status, dutch.said], [1, ''])
  assert.match(dutch.complained, /de XML klopt niet of houdt halverwege op/)
})

it('an organisation begins at the command line, and its trail is verified from a file', async () => {
  const added = await oogmerk([
    ...['add-organisation', '--kind', 'secondary-school'],
    ...['--name', 'Lyceum De Proef (verzonnen)', '--municipality', 'Verzonnen'],
  ])
  assert.equal(added.status, 0)
  const id = added.said.trim()
  const listed = await oogmerk(['organisations'])
  assert.match(listed.said, new RegExp(`${id} {2}secondary-school {2}Lyceum De Proef`))
  const invited = await oogmerk(['invite', '--organisation', id, '--name', 'Anja Proefpersoon'])
  assert.match(invited.said, /\/uitnodiging\/[\w-]{24}\n/)
  assert.match(invited.complained, /address of the link is a guess/)

  await seal(id)

  const key = (await oogmerk(['trail-key'])).said.trim()
  const exported = await aProcess(['export-trail', '--organisation', id])
  assert.match(exported.said, /identity\.invite/)
  const file = join(folder, 'trail.jsonl')
  await writeFile(file, exported.said)
  const verified = await aProcess(['verify-trail', '--file', file, '--key', key])
  assert.deepEqual([verified.status, verified.complained], [0, ''])
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replace('identity.invite', 'identity.invitx'),
  )
  const tampered = await oogmerk(['verify-trail', '--file', file, '--key', key])
  assert.equal(tampered.status, 1)
  assert.match(tampered.said, /DOES NOT FIT .* entry 1 .* was changed/)
})

describe('a checkpoint that was kept elsewhere', () => {
  const anOrganisation = async (name: string) => {
    const { said } = await oogmerk(['add-organisation', '--kind', 'police', '--name', name])
    const id = said.trim()
    await oogmerk(['invite', '--organisation', id, '--name', 'Anja Proefpersoon'])
    await seal(id)
    return { id, checkpoint: join(folder, 'checkpoints', `${id}.checkpoint`) }
  }
  let one: { id: string; checkpoint: string }
  let other: { id: string; checkpoint: string }
  let strange: string

  before(async () => {
    one = await anOrganisation('Team Een (verzonnen)')
    other = await anOrganisation('Team Twee (verzonnen)')
    strange = join(folder, 'strange.checkpoint')
    const note = await readFile(one.checkpoint, 'utf8')
    await writeFile(strange, note.replace(/\n1\n/, '\n2\n'))
  })

  it('that nobody we trust signed is named once, whatever the trails say', async () => {
    const { status, complained } = await oogmerk(['verify-trail', '--checkpoint', strange])
    assert.equal(status, 1)
    assert.equal(complained, `${strange} is not a checkpoint signed by a key you trust.\n`)
  })

  it('and was held against nothing is named', async () => {
    const { status, said, complained } = await oogmerk([
      ...['verify-trail', '--organisation', other.id],
      ...['--checkpoint', one.checkpoint],
    ])
    assert.match(said, /FITS/)
    assert.match(complained, new RegExp(`is of organisation ${one.id}, which was not verified`))
    assert.equal(status, 1)
  })

  it('that is not there is wrong use', async () => {
    const { status, complained } = await oogmerk(['verify-trail', '--checkpoint', '/nergens'])
    assert.match(complained, /no checkpoint "\/nergens"/)
    assert.equal(status, wrongUse)
  })

  it('counts for its own organisation and for no other', async () => {
    const { status, said, complained } = await oogmerk([
      ...['verify-trail', '--checkpoint', one.checkpoint, '--checkpoint', other.checkpoint],
    ])
    assert.doesNotMatch(said, /DOES NOT FIT/)
    assert.deepEqual([status, complained], [0, ''])
  })
})

it('a command whose answer nobody reads on does not end as if all were well', async () => {
  const child = spawn(process.execPath, ['src/oogmerk.ts', 'recognise'], {
    cwd: root,
    env: environment,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdout.destroy()
  child.stdin.on('error', () => {})
  child.stdin.end('{"id":"1","text":"Hij heeft ineens twee telefoons."}\n'.repeat(5000))
  const status = await new Promise((resolve) => child.once('close', resolve))
  assert.equal(status, 141)
})
