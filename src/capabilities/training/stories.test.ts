import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { formatProblem, loadKnowledge } from '#capabilities/knowledge/index.ts'
import { checkStories } from './check-stories.ts'
import { loadStories } from './load-stories.ts'
import { storyRoles } from './story.ts'

const folder = fileURLToPath(new URL('../../../knowledge', import.meta.url))
const knowledge = loadKnowledge(folder)
const practice = loadStories(folder, knowledge)

/** The problems of the shipped stories after one text in one file was replaced. */
function afterChanging(file: string, from: string | RegExp, to: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'stories-'))
  try {
    cpSync(folder, copy, { recursive: true })
    const path = join(copy, 'training', file)
    const text = readFileSync(path, 'utf8')
    const changed = text.replace(from, to)
    assert.notEqual(changed, text, `${file} does not hold ${from}`)
    writeFileSync(path, changed)
    return checkStories(copy, knowledge).map(formatProblem).join('\n')
  } finally {
    rmSync(copy, { recursive: true })
  }
}

const faults: readonly (readonly [string, string, string | RegExp, string, RegExp])[] = [
  [
    'a signal that the list does not have',
    'teacher-bank-card.yaml',
    'signals: [TEL-02]',
    'signals: [TEL-99]',
    /passages\[2\]\.signals\[0\]: there is no signal 'TEL-99'/,
  ],
  [
    'a signal that shows and cannot be chosen',
    'teacher-bank-card.yaml',
    'TEL-01, TEL-02, SCH-02',
    'TEL-01, SCH-02',
    /'TEL-02' shows here, and cannot be chosen/,
  ],
  [
    'a signal without feedback',
    'teacher-bank-card.yaml',
    'signals: []',
    'signals: [MON-01]',
    /passages\[0\]\.signals: a signal shows, and stop is missing/,
  ],
  [
    'feedback on an ordinary passage',
    'mentor-sneakers.yaml',
    'signals: [SCH-01]',
    'signals: []',
    /stop is written, and no signal shows/,
  ],
  [
    'only one innocent explanation',
    'teacher-bank-card.yaml',
    / {8}- \{ nl: "verkering of ruzie.*\n/,
    '',
    /stop\.innocent/,
  ],
  [
    'a story that learns to suspect everything',
    'mentor-sneakers.yaml',
    'turnsOut: explained',
    'turnsOut: open',
    /the innocent explanation is the true one in 1 of the stories/,
  ],
  [
    'a kind of work without a story',
    'caretaker-bike-shed.yaml',
    'role: caretaker',
    'role: mentor',
    /there is no story for 'caretaker'/,
  ],
  [
    'a word that judges',
    'youth-worker-square.yaml',
    'Het plein is leeg.',
    'De ronselaar is er niet.',
    /passages\[3\]\.text\.nl: 'ronselaar' judges a young person/,
  ],
  [
    'a pattern without a source',
    'teacher-bank-card.yaml',
    'sources: [TROU, VKGE, HALT]',
    'sources: []',
    /pattern\.sources: sourced, and no source is named/,
  ],
  [
    'a source that nobody knows',
    'edition.yaml',
    'sources: [BRIG]',
    'sources: [ELDERS]',
    /the source 'ELDERS' is not known/,
  ],
  [
    'a term that nobody may set',
    'edition.yaml',
    'months: 12',
    'months: 40',
    /refresh\.months: 40 months lie outside 3 to 36/,
  ],
  [
    'a text that is not in English',
    'edition.yaml',
    /, en: Beforehand/,
    '',
    /viewing\[0\]\.title\.en: the English text is missing/,
  ],
  [
    'another name than its file',
    'teacher-bank-card.yaml',
    'id: teacher-bank-card',
    'id: another',
    /'another' is not the name of the file/,
  ],
]

for (const [name, file, from, to, told] of faults) {
  test(`the check finds ${name}`, () => assert.match(afterChanging(file, from, to), told))
}

test('nothing is wrong in the shipped stories, and there is one for every kind of work', () => {
  assert.deepEqual(checkStories(folder, knowledge), [])
  assert.deepEqual(
    practice.stories.map(({ role }) => role),
    storyRoles,
  )
  assert.ok(practice.find('teacher-bank-card'))
})

test('in two stories the innocent explanation is the true one, and they say so in both languages', () => {
  const explained = practice.stories.filter(({ turnsOut }) => turnsOut === 'explained')
  assert.equal(explained.length, 2)
  for (const { ending } of explained) {
    assert.match(ending.nl, /De onschuldige uitleg was de ware/)
    assert.match(ending.en, /The innocent explanation was the true one/)
  }
})

test('a folder that is not right is not served', () => {
  assert.throws(() => loadStories('/nowhere', knowledge), /The stories in \/nowhere are not right/)
})
