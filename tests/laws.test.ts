import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parse } from 'yaml'
import { aRecording, aSignal } from '#capabilities/signals/a-recording.ts'
import { newId } from '#platform/ids.ts'
import type { Exchange } from '#tests/a-visitor.ts'
import { anApp, type Heard, somebody, type TestApp } from '#tests/an-app.ts'
import { everyAddress, impersonal, publicAddresses, shownElsewhere } from '#tests/every-address.ts'
import { provenanceFaults } from '#tests/provenance.ts'
import { filesLike, identifiersIn, read } from '#tests/words-in-code.ts'
import {
  allowed,
  isAllowed,
  judgingNames,
  judgingSentences,
  judgingWords,
} from '#tests/words-of-judgement.ts'
import { routesOf } from './promises/a-target.ts'
import { outsidersOf } from './promises/outsiders.ts'

let app: TestApp
before(async () => {
  app = await anApp({ demoRegion: true })
})
after(() => app?.close())

const sources = async () =>
  (await filesLike('src/**/*.ts', 'src/**/*.js', 'src/**/*.css')).filter(
    (file) => !/\.test\.ts$/.test(file),
  )

// Law 1: a child is never scored, ranked or labelled.

test('no name in the program scores, ranks or labels; every exception has its reason and is still needed', async () => {
  const needed = new Set<string>()
  for (const file of await sources()) {
    for (const name of judgingNames(file, read(file))) {
      assert.ok(isAllowed(file, name), `${file}: ${name}`)
      for (const one of allowed)
        if (one.where.test(file) && one.name.test(name)) needed.add(one.why)
    }
  }
  assert.deepEqual(
    allowed.filter(({ why }) => !needed.has(why)),
    [],
  )
})

test('the look at names sees what it looks for, and only names', () => {
  const names = (source: string) => judgingNames('a.ts', source)
  assert.deepEqual(names('const riskScore = child.priority'), ['riskScore', 'priority'])
  assert.deepEqual(names("// a risk\nconst a = 'score' /* rank */ + `rank`"), [])
  assert.deepEqual(names(`const a = \`\${row.suspicion}\``), ['suspicion'])
  assert.deepEqual(judgingNames('a.css', '.row--high-risk { color: red }'), ['.row--high-risk'])
})

test('the look at names reads every file to its end', async () => {
  for (const file of (await sources()).filter((one) => one.endsWith('.ts'))) {
    assert.ok(
      judgingNames(file, `${read(file)}\nconst riskOrder = 1\n`).includes('riskOrder'),
      file,
    )
  }
})

test('no column, no listed value and no type of the database scores, ranks or labels', async () => {
  const { rows } = await app.house.pool.query(
    `select table_name || '.' || column_name as text from information_schema.columns
       where table_schema = 'public'
     union all select conrelid::regclass || ': ' || pg_get_constraintdef(oid) from pg_constraint
       where connamespace = 'public'::regnamespace and contype = 'c'
     union all select typname from pg_type where typnamespace = 'public'::regnamespace`,
  )
  assert.ok(rows.length > 100)
  assert.deepEqual(
    rows.filter(({ text }) => judgingWords(text).length > 0),
    [],
  )
  assert.deepEqual(judgingWords('signal.risk_score'), ['risk', 'score'])
})

test('no sentence on screen scores, ranks or labels', async () => {
  for (const file of await filesLike('src/**/messages.*.ts')) {
    assert.deepEqual(judgingSentences(read(file)), [], file)
  }
  assert.equal(judgingSentences("a: 'Risico: hoog', b: 'Wij geven geen score.'").length, 1)
})

/** What rows may be ordered by: a term, a moment, a name, an identifier, a place in a tree, a version. */
const orders = new Set([
  'look_before',
  'due_on',
  'on_line',
  'on_day',
  'dated',
  'raised_on',
  'from_day',
  'id',
  'recorded_at',
  'joined_at',
  'saved_at',
  'started_at',
  'made_at',
  'noted_at',
  'made_on',
  'added_at',
  'written_at',
  'expires_at',
  'created_at',
  'code',
  'case_id',
  'dossier_id',
  'name',
  'version',
  'school',
  'stratum',
  'coordinator_id',
  'tree_size',
  'leaf_index',
  'entry_id',
  'other_id',
  'to_id',
  'number',
  'opened_at',
  'decision_id',
  'recipient',
  'end_on',
  'item_id',
  'person_id',
  'definition',
  'period',
  'edition',
  'from_id',
  'signed_at',
])

test('every list is ordered by term, moment, name or number', async () => {
  const wrong: string[] = []
  let seen = 0
  for (const file of (await filesLike('src/**/*.ts')).filter((one) => !one.endsWith('.test.ts'))) {
    const source = read(file)
    const built = [...source.matchAll(/\.orderBy\(\s*([^)]*)\)/g)].map(([, by = '']) =>
      (by.split(',')[0] ?? '').replaceAll("'", ''),
    )
    const written = [
      ...source.matchAll(/\border by ((?:\w+\.)?\w+(?: desc)?(?:, (?:\w+\.)?\w+)*)/g),
    ]
      .flatMap(([, by = '']) => by.split(','))
      .map((by) => by.trim().replace(/ desc$/, ''))
    for (const by of [...built, ...written]) {
      seen += 1
      if (!orders.has(by.replace(/^\w+\./, ''))) wrong.push(`${file}: ${by}`)
    }
  }
  assert.deepEqual(wrong, [])
  assert.ok(seen > 15)
})

test('how much was noticed changes nothing in the queue: not the order, not the line', async () => {
  const recording = aRecording(app.house)
  const mentor = somebody('milan-proefpersoon')
  const codes = recording.knowledge.signals.slice(0, 40).map(({ id: code }) => code)
  const observed = (list: readonly string[]) =>
    list.map((code) => ({ code, answer: 'observed', found: 'recognised' }) as const)
  // The heaviest in the middle: any order by weight would move it.
  const made: string[] = []
  for (const list of [[], codes, codes.slice(0, 1)]) {
    const change = { observations: observed(list), subject: 'Een Verzonnen Leerling' }
    made.push(await aSignal(app.house, recording, mentor, change))
  }
  const coordinator = await app.signedIn(somebody('samira-denkbeeld'))
  const { body } = await coordinator.get('/wachtrij')
  const rows = [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => row)
  const ours = rows.filter((row) => made.some((id) => row.includes(id)))
  const order = ours.map((row) => made.findIndex((id) => row.includes(id)))
  assert.deepEqual(order, [0, 1, 2])
  const masked = ours.map((row) =>
    row.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…').replaceAll(/S-\w{4}-\w{4}/g, '…'),
  )
  assert.equal(new Set(masked).size, 1)
  const mine = (await (await app.signedIn(mentor)).get('/signalen')).body
  for (const page of [body, mine]) {
    for (const signal of recording.knowledge.signals.slice(0, 40)) {
      assert.ok(!page.includes(signal.wording.nl), signal.id)
    }
  }
})

test('how strong the literature finds a signal stays on the page about that signal', async () => {
  const explaining =
    /^src\/capabilities\/knowledge\/(knowledge|load-knowledge|signal-pack|signal-page|check-signals|a-knowledge-folder)\.ts$/
  for (const file of await sources()) {
    if (!file.endsWith('.ts') || explaining.test(file)) continue
    const names = [...identifiersIn(read(file))].filter((name) => /strength|^grades?$/i.test(name))
    assert.deepEqual(names, [], file)
  }
})

const learning =
  /tensorflow|onnx|torch|transformers|xenova|huggingface|openai|anthropic|llama|langchain|brain\.js|\bml-|synaptic|natural$|compromise|fasttext|word2vec|xgboost|lightgbm|embedding|ollama|mistral/i

test('nothing learned from people decides anything: no model, and nothing that runs one', async () => {
  const packages = Object.keys(JSON.parse(read('package-lock.json')).packages)
  assert.ok(packages.length > 50)
  assert.deepEqual(
    packages.filter((name) => learning.test(name)),
    [],
  )
  assert.match('node_modules/onnxruntime-node', learning)
  const weights = await filesLike(
    '{src,knowledge,database,tests,bench}/**/*.{onnx,pt,pth,bin,gguf,safetensors,h5,pkl,tflite,npy}',
  )
  assert.deepEqual(weights, [])
})

// Law 7: absence of permission is refusal.

const filled = (path: string, id: string) =>
  path.replace(/:\w+(\{[^}]*\})?/g, id).replace('*', 'x.css')
/** The page to sign in, a page that is not here, or a refusal; to a program: that it must prove itself. */
const isClosed = ({ status, location }: Exchange) =>
  status === 404 ||
  status === 403 ||
  status === 401 ||
  (status === 303 && /^\/(en\/)?inloggen\?/.test(location))

test('whoever is not signed in is sent to sign in, or finds nothing, at every address that is not public', async () => {
  const id = await aSignal(app.house, aRecording(app.house), somebody('milan-proefpersoon'))
  const open: string[] = []
  let asked = 0
  for (const { method, path } of routesOf(app)) {
    if (publicAddresses[`${method} ${path}`]) continue
    // Another one each time: nobody may ask this much.
    const stranger = app.aStranger()
    for (const language of ['', '/en']) {
      const at = language + filled(path, id)
      const answer = await (method === 'GET' ? stranger.get(at) : stranger.post(at, { words: 'x' }))
      const chosen = path === '/kies-organisatie' && answer.location.endsWith('/kies-organisatie')
      if (!isClosed(answer) && !chosen) open.push(`${method} ${at}: ${answer.status}`)
      assert.ok(!answer.body.includes('Noor'), path)
      asked += 1
    }
  }
  assert.deepEqual(open, [])
  assert.ok(asked > 80)
})

test('whoever has no role for it finds nothing at any address about signals or colleagues', async () => {
  const id = await aSignal(app.house, aRecording(app.house), somebody('milan-proefpersoon'))
  for (const slug of ['pieter-privaat', 'wies-waarneming', 'agnes-agent', 'bas-brief']) {
    const visitor = await app.signedIn(somebody(slug))
    for (const { method, path } of routesOf(app)) {
      if (
        !/^\/(signalen|wachtrij|organisatie|aanbod|casussen|vandaag)/.test(path) ||
        impersonal[`${method} ${path}`]
      )
        continue
      const at = filled(path, id)
      const answer = await (method === 'GET' ? visitor.get(at) : visitor.post(at, complete))
      // A colleague who is not there is asked about first; that says nothing of the signal.
      const refusals = path.endsWith('/doorgeven') ? [403, 404, 422] : [403, 404]
      assert.ok(refusals.includes(answer.status), `${slug} ${method} ${path}: ${answer.status}`)
    }
  }
})

/** Enough for every form, so that not the form says no. */
const complete = {
  danger: 'no',
  words: 'Een verhaal.',
  outcome: 'explained',
  because: 'mistake',
  colleague: newId(),
  signal: [newId(), newId()],
}

// Law 6: what leaves a trace leaves it for good.

test('every address is public, drives an act below, or has its reason not to', async () => {
  const driven = everyAddress(app)
  const known = (key: string) =>
    publicAddresses[key] ?? driven[key] ?? impersonal[key] ?? shownElsewhere[key]
  const keys = routesOf(app).map(({ method, path }) => `${method} ${path}`)
  assert.deepEqual(
    keys.filter((key) => !known(key)),
    [],
  )
  for (const file of Object.values(shownElsewhere)) assert.match(read(file), /acts\(\)|trail/, file)
})

/** What went well in the walk along every address, to send it again. */
const walked = new Map<string, Heard>()

test('every act on something personal leaves an entry with its request, about what it was about, without a word of it', async () => {
  for (const [key, walk] of Object.entries(everyAddress(app))) {
    const { answer, subject } = await walk()
    const heard = app.exchanges.findLast(({ headers }) => headers === answer.headers)
    if (heard) walked.set(key, heard)
    assert.ok(answer.status >= 200 && answer.status < 400, `${key}: ${answer.status}`)
    const { rows } = await app.house.pool.query(
      'select act, subject, details::text as details from trail_entry where request = $1',
      [answer.headers.get('x-request-id')],
    )
    assert.ok(rows.length > 0, `${key} left no entry`)
    if (subject)
      assert.ok(
        rows.some((row) => row.subject === subject),
        `${key} is about another`,
      )
    assert.doesNotMatch(JSON.stringify(rows), /Noor|Verzonnen|telefoons|hoort/, key)
  }
})

// No organisation reads the rows of another; administering and the same role are no way in.

test('to whoever does the same work elsewhere, to who only administers, and outside the circle, none of it exists', async () => {
  const hearNothing = outsidersOf(app)
  let tried = 0
  for (const [key, heard] of walked) tried += await hearNothing(key, heard)
  assert.ok(tried > 600, `only ${tried} were tried`)
})

// Law 8: living knowledge, with its source or its mark.

test('every piece of knowledge names an existing source or says that it is our own', async () => {
  const known = new Set(Object.keys(parse(read('knowledge/sources.yaml')).sources))
  let pieces = 0
  for (const file of await filesLike('knowledge/**/*.yaml')) {
    const found = provenanceFaults(file, parse(read(file)), known)
    assert.deepEqual(found.faults, [], file)
    pieces += found.pieces
  }
  assert.ok(pieces > 150, `only ${pieces} pieces were looked at`)
})

test('an edition is told by its name and its day, never by the code that is kept with a record', async () => {
  const codes: string[] = []
  for (const file of await filesLike('knowledge/**/*.yaml')) {
    const { edition } = parse(read(file)) as { edition?: { id: string } }
    if (edition) codes.push(edition.id)
  }
  assert.ok(codes.length > 10)
  // Everything that every address above answered.
  const pages = app.exchanges.filter(({ body }) => body.includes('<main'))
  assert.ok(pages.length > 100)
  const told = pages.filter(({ body }) => {
    const text = body.replaceAll(/<[^>]*>/g, ' ')
    return codes.some((code) => text.includes(code))
  })
  assert.deepEqual([...new Set(told.map(({ url }) => url))], [])
})

test('knowledge without a source, with an unknown one, or in a file of a new kind is noticed', () => {
  const faults = (content: Record<string, unknown>, file = 'knowledge/terms/terms.yaml') =>
    provenanceFaults(file, content, new Set(['KST120'])).faults.length
  const term = { id: 'a', name: { nl: 'a' }, mark: 'sourced', sources: ['KST120'] }
  assert.equal(faults({ terms: [term] }), 0)
  assert.equal(faults({ terms: [{ ...term, sources: [] }] }), 1)
  assert.equal(faults({ terms: [{ ...term, sources: ['ELDERS'] }] }), 1)
  assert.equal(faults({ terms: [{ id: 'a', name: { nl: 'a' } }] }), 1)
  assert.equal(faults({ signals: [{ id: 'MON-01', basis: 'uk-graded', sources: [] }] }), 1)
  assert.equal(faults({ anything: 1 }, 'knowledge/new/new.yaml'), 1)
})
