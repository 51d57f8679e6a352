import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PersonActor } from '#platform/actor.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { aCase, aDesk, aFact, aPupil, aSchool, doing, refusalOf } from './a-case.ts'
import { aDocument, aTakenFile } from './a-document.ts'
import { addDocument } from './add-document.ts'
import { type CaseMemory, caseMemory } from './case-memory.ts'
import { addToCircle, endInCircle } from './change-circle.ts'
import { changeIdentity } from './change-words.ts'
import type { CaseDesk } from './desk.ts'
import { editEntry, withdrawEntry } from './edit-entry.ts'
import { closeCase } from './end-case.ts'
import { judgeRole } from './judge-role.ts'
import { openCase } from './open-case.ts'
import { removeDocument } from './remove-document.ts'
import { searchCases } from './search-cases.ts'
import { addTask } from './tasks.ts'
import { writeEntry } from './write-entry.ts'

let house: TestHouse
let desk: CaseDesk
let memory: CaseMemory

before(async () => {
  house = await aHouse()
  desk = aDesk(house)
  // One for everybody, as in the program.
  memory = caseMemory(() => house.clock().epochMilliseconds)
})
after(() => house.close())

const does: ReturnType<typeof doing> = (actor, verb) => doing(house)(actor, verb)
/** `portion`: small, so that a walk meets several without a thousand cases. */
const search = (actor: PersonActor, text: string, before?: string) =>
  does(actor, (work) => searchCases(work, { desk, memory, portion: 45 }, { text, before }))
const found = async (actor: PersonActor, text: string): Promise<string[]> =>
  (await search(actor, text)).found.map(({ id }) => id)

async function aSearchableCase() {
  const people = await aSchool(house)
  const { careCoordinator, mentor } = people
  const identity = aPupil({ name: 'Zoë van der Bedacht', contacts: 'Oom Balthazar' })
  const caseId = await aCase(house, desk, careCoordinator, { identity, circle: [mentor] })
  const entryId = await does(careCoordinator, (work) =>
    writeEntry(work, desk, caseId, aFact({ text: 'Een knalgele bromfiets bij de conciërge.' })),
  )
  return { ...people, caseId, entryId }
}

test('nobody outside the circle finds anything, of another organisation least of all', async () => {
  const { careCoordinator, safetyCoordinator, leader, colleague, outsider, caseId } =
    await aSearchableCase()
  assert.deepEqual(await found(careCoordinator, 'bromfiets'), [caseId], 'now it is remembered')
  for (const actor of [safetyCoordinator, leader, colleague, outsider]) {
    assert.deepEqual(await found(actor, 'bromfiets'), [])
    assert.deepEqual(await found(actor, 'Zoë'), [])
  }
})

test('what one person searched is not remembered for somebody whose access ended', async () => {
  const { careCoordinator, mentor, caseId } = await aSearchableCase()
  assert.deepEqual(await found(mentor, 'bromfiets'), [caseId])
  const { personId } = mentor
  await does(careCoordinator, (work) =>
    endInCircle(work, desk, caseId, { personId, reason: 'Klaar.' }),
  )
  assert.deepEqual(await found(mentor, 'bromfiets'), [])
  assert.deepEqual(await found(careCoordinator, 'bromfiets'), [caseId])
})

test('searching for nothing, or for signs without a word, is refused', async () => {
  const { careCoordinator } = await aSearchableCase()
  for (const text of ['', '   ', '?!', '–']) {
    const refused = await refusalOf(house, careCoordinator, (work) =>
      searchCases(work, { desk, memory }, { text }),
    )
    assert.equal(refused, 'invalid: nothing-to-find')
  }
})

test('all words must be there, beginnings are enough, and accents and capitals do not matter', async () => {
  const { careCoordinator, caseId } = await aSearchableCase()
  for (const text of ['BROMFIETS', 'conciÈrge', 'concierge', 'knal brom', 'zoe bedacht', 'Balth']) {
    assert.deepEqual(await found(careCoordinator, text), [caseId], text)
  }
  const many = 'een knalgele bromfiets bij de concierge van der bedacht'
  assert.deepEqual(await found(careCoordinator, many), [caseId])
  for (const text of ['fiets', 'bromfiets scooter', `${many} scooter`, 'phone', 'own']) {
    assert.deepEqual(await found(careCoordinator, text), [], text)
  }
})

test('the question, a task, a role, an event and a closed case are found as well', async () => {
  const { careCoordinator, caseId, mentor } = await aSearchableCase()
  const words = { source: 'Proces-verbaal', evidence: 'Camerabeeld', against: 'Alibi' }
  await does(careCoordinator, async (work) => {
    const ownerId = careCoordinator.personId
    const task = { title: 'Telefoneer', ownerId, dueOn: '2026-12-01', clock: 'law' } as const
    await addTask(work, desk, caseId, task)
    await judgeRole(work, desk, caseId, { role: 'accused', fromOn: '2026-11-01', words })
  })
  const ending = { outcome: 'explained', words: 'Opgehelderd.', told: 'Uitgelegd.' } as const
  await does(careCoordinator, (work) => closeCase(work, desk, caseId, ending))
  const placeOf = async (text: string) => (await search(mentor, text)).found[0]?.excerpts[0]?.at
  assert.equal(await placeOf('camerabeeld'), 'rollen')
  assert.match((await placeOf('telefoneer')) ?? '', /^taken\//)
  assert.equal(await placeOf('uitgelegd'), undefined, 'what was done with the case has no page')
  assert.deepEqual(await found(mentor, 'explained'), [], 'a code is no word')
  for (const text of [
    'gaat goed noor',
    'telefoneer',
    'camerabeeld alibi',
    'uitgelegd',
    'dag elke',
  ]) {
    assert.deepEqual(await found(mentor, text), [caseId], text)
  }
  assert.equal((await search(mentor, 'camerabeeld')).found[0]?.state, 'closed')
})

test('what was changed, withdrawn or renamed is found as it is now, also within one moment', async () => {
  const { careCoordinator, caseId, entryId: id } = await aSearchableCase()
  const change = (version: number, text: string) =>
    does(careCoordinator, (work) =>
      editEntry(work, desk, { caseId, id }, { version, entry: aFact({ text }) }),
    )
  assert.deepEqual(await found(careCoordinator, 'bromfiets'), [caseId])
  await change(1, 'Een scooter.')
  assert.deepEqual(await found(careCoordinator, 'scooter'), [caseId])
  assert.deepEqual(await found(careCoordinator, 'bromfiets'), [])
  await change(2, 'Een skelter.')
  assert.deepEqual(await found(careCoordinator, 'scooter'), [])
  await does(careCoordinator, (work) => withdrawEntry(work, desk, { caseId, id }, 'mistake'))
  assert.deepEqual(await found(careCoordinator, 'skelter'), [])
  const identity = aPupil({ name: 'Wolfert Verzonnen' })
  await does(careCoordinator, (work) =>
    changeIdentity(work, desk, caseId, { identity, version: 1 }),
  )
  assert.deepEqual(await found(careCoordinator, 'Zoë'), [])
  assert.deepEqual(await found(careCoordinator, 'Wolfert'), [caseId])
})

test('an excerpt leads to the entry in which the words stand', async () => {
  const { careCoordinator, entryId } = await aSearchableCase()
  const { found } = await search(careCoordinator, 'knalgele')
  assert.deepEqual(found[0]?.excerpts, [
    { at: `regels/${entryId}`, text: 'Een knalgele bromfiets bij de conciërge. · mentor' },
  ])
  assert.equal(found[0]?.name, 'Zoë van der Bedacht')
})

test('searching leaves one entry with how many, one per case that was found, and no word of it', async () => {
  const { careCoordinator, school, caseId } = await aSearchableCase()
  const before = (await house.trailOf(school)).length
  await search(careCoordinator, 'knalgele bromfiets')
  const left = (await house.trailOf(school)).slice(before)
  assert.deepEqual(
    left.map(({ act, subject }) => [act, subject]),
    [
      ['case.found', caseId],
      ['case.search', null],
    ],
  )
  assert.equal(JSON.stringify(left).includes('knalgele'), false)
})

test('many finds are walked twenty at a time, and far ones past a portion, each once and newest first', async () => {
  const { school } = await aSearchableCase()
  const coordinator = await house.aPerson(school, ['care-coordinator'])
  const opened: { id: string; name: string }[] = []
  // In a few transactions: what is tested is the walk, not the opening.
  for (let start = 0; start < 150; start += 50) {
    await does(coordinator, async (work) => {
      for (let count = start; count < start + 50; count += 1) {
        // The first is found only past several portions, and a third of the others share a word.
        const name = count === 0 ? 'Eenling Verzonnen' : count % 3 === 0 ? 'Vaak' : 'Ander'
        const identity = aPupil({ name: `${name} ${count}`, number: '' })
        const id = await openCase(work, desk, { identity, question: 'Wat?', knowing: true })
        opened.push({ id, name })
      }
    })
  }
  const newestFirst = (name: string) =>
    opened
      .filter((one) => one.name.startsWith(name))
      .map(({ id }) => id)
      .toReversed()
  const walked: string[] = []
  const pages: number[] = []
  let before: string | undefined
  do {
    const page = await search(coordinator, 'vaak', before)
    pages.push(page.found.length)
    walked.push(...page.found.map(({ id }) => id))
    before = page.next
  } while (before)
  assert.deepEqual(walked, newestFirst('Vaak'))
  assert.deepEqual(pages.slice(0, 3), [20, 20, 9])
  assert.deepEqual(await found(coordinator, 'eenling'), newestFirst('Eenling'))
})

test('access that was given anew finds again', async () => {
  const { careCoordinator, colleague, caseId } = await aSearchableCase()
  assert.deepEqual(await found(colleague, 'bromfiets'), [])
  const { personId } = colleague
  await does(careCoordinator, (work) =>
    addToCircle(work, desk, caseId, { personId, reason: 'Geeft les.' }),
  )
  assert.deepEqual(await found(colleague, 'bromfiets'), [caseId])
})

test('a document is found by its name and by what was said about it, in the circle and until it is removed', async () => {
  const { careCoordinator, mentor, colleague, caseId } = await aSearchableCase()
  assert.deepEqual(await found(mentor, 'stationsplein'), [], 'now the case is remembered')
  const file = aTakenFile({ name: 'Rooster kwartaal.pdf' })
  const note = 'Foto van het stationsplein, van de conciërge'
  const id = await does(mentor, (work) => addDocument(work, desk, caseId, { file, note }))
  await aDocument(house, desk, { who: mentor, caseId })
  for (const word of ['stationsplein', 'kwartaal', 'foto kwartaal', 'gekregen']) {
    assert.deepEqual(await found(careCoordinator, word), [caseId], word)
    assert.deepEqual(await found(colleague, word), [], word)
  }
  const [find] = (await search(mentor, 'stationsplein')).found
  const [excerpt] = find?.excerpts ?? []
  assert.match(excerpt?.text ?? '', /Foto van het stationsplein/)
  assert.equal(excerpt?.at, 'documenten')
  assert.deepEqual((await search(mentor, 'kwartaal')).found[0]?.excerpts.length, 1)
  await does(careCoordinator, (work) =>
    removeDocument(work, desk, { caseId, id }, 'Van een andere leerling.'),
  )
  assert.deepEqual(await found(mentor, 'stationsplein'), [])
  assert.deepEqual(await found(mentor, 'kwartaal'), [])
  assert.deepEqual(await found(mentor, 'gekregen'), [caseId])
})
