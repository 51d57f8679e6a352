import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { formatProblem, loadKnowledge } from '#capabilities/knowledge/index.ts'
import { readConfig } from '#platform/config.ts'
import { checkProtocols, loadProtocols, readProtocolFile } from './read-protocols.ts'

const { knowledgeFolder } = readConfig({})
const knowledge = loadKnowledge(knowledgeFolder)
const { sufficiency } = loadProtocols(knowledgeFolder, knowledge)
const shipped = readFileSync(
  join(knowledgeFolder, 'protocols', 'meldcode-and-exploitation.yaml'),
  'utf8',
)
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oogmerk-protocol-'))
})
after(() => rm(folder, { recursive: true }))

async function problemsAfter(from: string, to: string): Promise<string[]> {
  assert.ok(shipped.includes(from), from)
  const file = join(folder, 'protocol.yaml')
  await writeFile(file, shipped.replace(from, to))
  const { findSource, findLine } = knowledge
  const requirements = sufficiency.requirements.map(({ id }) => id)
  return readProtocolFile(file, { findSource, findLine, requirements }).problems.map(formatProblem)
}

test('the shipped protocol, list and stories have nothing wrong', () => {
  assert.deepEqual(checkProtocols(knowledgeFolder, knowledge), [])
})

const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['part: talk\n', 'part: chat\n', /steps\[6\]\.part: the part 'chat' is not known/],
  ['after: [consult, advice]', 'after: [consult, tea]', /after\[1\]: the step 'tea' cannot come/],
  [
    'field: holds, is: ["yes"]',
    'field: holds, is: ["perhaps"]',
    /'perhaps' is not one of the choices/,
  ],
  ['field: reached-on }, law', 'field: reached }, law', /'absence' asks no date 'reached'/],
  ['lines: [police, meld', 'lines: [polise, meld', /the help line 'polise' is not known/],
  ['covers: [police]', 'covers: [firemen]', /the requirement 'firemen' is not known/],
  ['sources: [WEGM, VOSG, KST151]', 'sources: [ELDERS]', /the source 'ELDERS' is not known/],
  [
    'mark: sourced, sources: [INSP] }\n    when',
    'mark: sourced, sources: [] }\n    when',
    /names none/,
  ],
  ['unit: weeks, count: 6, from', 'unit: weeks, from', /term\.count: this field is missing/],
  [
    'roles: [teacher, mentor, caretaker]',
    'roles: [municipal-coordinator]',
    /steps\[0\]\.roles\[0\]/,
  ],
  ['after: [signal]', 'after: [question-2]', /the step 'question-2' waits for itself/],
]
for (const [from, to, said] of wrong) {
  test(`a protocol with ${to.trim().split('\n')[0]} is told where and how to mend it`, async () => {
    const problems = await problemsAfter(from, to)
    assert.ok(
      problems.some((one) => said.test(one) && /^protocol\.yaml:\d+:\d+ /.test(one)),
      problems.join('\n'),
    )
  })
}
