import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { withKnowledgeFolder } from './a-knowledge-folder.ts'
import { checkKnowledge, formatProblem, loadKnowledge } from './index.ts'

const shipped = loadKnowledge(fileURLToPath(new URL('../../../knowledge', import.meta.url)))

const method = (change: (text: string) => string = (text) => text): Record<string, string> => ({
  'methods/proef.yaml': change(`edition:
  id: method-proef-1
  title: { nl: Proef, en: Trial }
  published: "2026-11-01"
  validFrom: "2026-11-01"
  validUntil: null
id: proef
name: { nl: Proef, en: Trial }
summary: { nl: Kort, en: Short }
ends: yield
notes:
  - { id: own, text: { nl: Van ons, en: Ours }, mark: own, sources: [] }
phases:
  - id: one
    name: { nl: Eén, en: One }
    text: { nl: Doe iets, en: Do something }
    whoSpeaks: { nl: Iedereen, en: Everybody }
    yields: { nl: Iets, en: Something }
    time: { minutes: 5, mark: sourced, sources: [KRANT] }
    inbrenger: speaks
    silent: true
    asks: [fact]
    mark: sourced
    sources: [KRANT]
  - id: two
    name: { nl: Twee, en: Two }
    text: { nl: Doe iets, en: Do something }
    whoSpeaks: { nl: Iedereen, en: Everybody }
    yields: { nl: Iets, en: Something }
    inbrenger: outside
    silent: false
    asks: []
    mark: own
    sources: []
`),
})

const problemsWith = (change: (text: string) => string): string[] =>
  withKnowledgeFolder(method(change), (folder) => checkKnowledge(folder).map(formatProblem))

test('a method in which nothing is wrong has no problem', () => {
  assert.deepEqual(
    problemsWith((text) => text),
    [],
  )
})

const wrongs: readonly [string, (text: string) => string, RegExp][] = [
  [
    'minutes with a source that nobody knows',
    (text) => text.replace('sourced, sources: [KRANT] }', 'sourced, sources: [ELDERS] }'),
    /^methods\/proef\.yaml:19:\d+ phases\[0\]\.time\.sources\[0\]: the source 'ELDERS' is not known/,
  ],
  [
    'a phase that is silent about nothing',
    (text) => text.replace('asks: [fact]', 'asks: []'),
    /phases\[0\]\.silent: people write in silence, but nothing is asked/,
  ],
  [
    'a map that is not there',
    (text) => text.replace('asks: [fact]', 'asks: [mark]'),
    /phases\[0\]\.asks: this asks for the map, and there is no methods\/map\.yaml/,
  ],
  [
    'two phases with one name',
    (text) => text.replace('id: two', 'id: one'),
    /phases\[1\]\.id: 'one' is used twice/,
  ],
  [
    'a source that is promised and not given',
    (text) => text.replace('    mark: own\n', '    mark: sourced\n'),
    /phases\[1\]\.sources: this says it has a source, but names none/,
  ],
  [
    'a kind of card that does not exist',
    (text) => text.replace('asks: [fact]', 'asks: [rumour]'),
    /phases\[0\]\.asks\[0\]: this value is not one of the choices/,
  ],
]

for (const [what, change, told] of wrongs) {
  test(`${what} is told with its file, line and field`, () => {
    const [first, ...more] = problemsWith(change)
    assert.match(first ?? '', told)
    assert.deepEqual(more, [])
  })
}

test('the incident method takes 65 minutes, in the seven parts of its source', () => {
  // source: school.md 1.2, FOTO
  const minutes = shipped.findMethod('incident')?.phases.map(({ time }) => time?.minutes ?? 0)
  assert.deepEqual(minutes, [5, 10, 5, 15, 10, 10, 10])
})

test('no method gives a minute that has neither a source nor our mark, and Balint gives none', () => {
  for (const { phases } of shipped.methods) {
    for (const { time } of phases) {
      if (time?.mark === 'sourced') assert.notDeepEqual(time.sources, [])
    }
  }
  const balint = shipped.findMethod('balint')?.phases ?? []
  assert.equal(balint.length, 11)
  assert.equal(balint.filter(({ time }) => time).length, 0)
})

test('our five steps say that they are not those of Stichting School & Veiligheid', () => {
  const own = shipped.findMethod('niet-pluis')
  assert.deepEqual(
    own?.phases.map(({ id, mark }) => [id, mark]),
    ['occasion', 'viewpoints', 'map', 'reading', 'decision'].map((id) => [id, 'own']),
  )
  assert.match(own?.notes[0]?.text.nl ?? '', /niet de stappen van het Niet-pluisinstrument/)
})

test('the map has six domains by four lenses, and an example of our own in each cell', () => {
  const { domains, lenses, examples } = shipped.map
  assert.deepEqual([domains.length, lenses.length, examples.length], [6, 4, 24])
  assert.ok(examples.every(({ mark }) => mark === 'own'))
  assert.equal(new Set(examples.map(({ domain, lens }) => `${domain}.${lens}`)).size, 24)
})
