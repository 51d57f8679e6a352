import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aCase, aSchool, doing } from '#capabilities/cases/a-case.ts'
import { editEntry } from '#capabilities/cases/edit-entry.ts'
import { closeCase } from '#capabilities/cases/end-case.ts'
import { readCase } from '#capabilities/cases/read-case.ts'
import type { PersonActor } from '#platform/actor.ts'
import { dutchDayOf } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import {
  aConversationDesk,
  aHeld,
  anAccount,
  aPreparation,
  aPrepared,
  aShown,
  noWords,
} from './a-conversation.ts'
import type { ConversationDesk, Place } from './desk.ts'
import { callOffConversation, closeConversation } from './end-conversation.ts'
import { addToConversation, editAccount, holdConversation } from './hold-conversation.ts'
import { editPreparation, prepareConversation } from './prepare-conversation.ts'
import { latest, listConversations, readConversation } from './read-conversation.ts'
import {
  correctConversation,
  readForPupil,
  showConversation,
  takeBack,
} from './show-conversation.ts'

let house: TestHouse
let desk: ConversationDesk
let people: Awaited<ReturnType<typeof aSchool>>
let caseId: string

before(async () => {
  house = await aHouse()
  desk = aConversationDesk(house)
  people = await aSchool(house)
  const { careCoordinator, mentor, safetyCoordinator } = people
  caseId = await aCase(house, desk.cases, careCoordinator, { circle: [mentor, safetyCoordinator] })
})
after(() => house.close())

const does: ReturnType<typeof doing> = (actor, verb) => doing(house)(actor, verb)
const read = (place: Place, actor: PersonActor = people.mentor) =>
  does(actor, (work) => readConversation(work, desk, place))
const refused = (because: string) => (error: unknown) =>
  error instanceof Refusal && error.because === because
const language = 'nl' as const

/** Every verb about a conversation. A new verb belongs in this list. */
const verbs: Record<string, (work: Work, place: Place) => Promise<unknown>> = {
  read: (work, place) => readConversation(work, desk, place),
  edit: (work, place) =>
    editPreparation(work, desk, place, {
      preparation: aPreparation(people.mentor),
      language,
      after: 1,
    }),
  hold: (work, place) =>
    holdConversation(work, desk, place, {
      account: anAccount(),
      summary: 'X',
      words: noWords,
      language,
    }),
  'edit the account of': (work, place) =>
    editAccount(work, desk, place, { account: anAccount(), summary: 'X', language, after: 1 }),
  'add to': (work, place) =>
    addToConversation(work, desk, place, { words: { ...noWords, quotes: ['X'] }, language }),
  show: (work, place) => showConversation(work, desk, place, { present: 'X' }),
  'read to the pupil': (work, place) => readForPupil(work, desk, place),
  correct: (work, place) =>
    correctConversation(work, desk, place, { corrections: new Map(), addition: 'X' }),
  'take back': (work, place) => takeBack(work, desk, place),
  close: (work, place) =>
    closeConversation(work, desk, place, { chosen: [], unread: 'X', language }),
  'call off': (work, place) =>
    callOffConversation(work, desk, place, { because: 'other', note: '' }),
}

const tables = [
  'conversation',
  'conversation_writing',
  'conversation_passage',
  'conversation_event',
]
const snapshot = async () => {
  const all = await Promise.all(
    [...tables, 'case_entry', 'case_task'].map((table) =>
      house.pool.query(`select t::text from ${table} t order by 1`),
    ),
  )
  return all.map(({ rows }) => rows)
}

const refusalOf = async (actor: PersonActor, verb: (work: Work) => Promise<unknown>) => {
  const thrown = await does(actor, verb).then(
    () => undefined,
    (error: unknown) => error,
  )
  return thrown instanceof Refusal ? `${thrown.kind}: ${thrown.because}` : `not refused: ${thrown}`
}

for (const [name, verb] of Object.entries(verbs)) {
  test(`nobody outside the circle can ${name} a conversation, or tell it from one that does not exist`, async () => {
    const place = await aShown(house, desk, people.mentor, caseId)
    const none = { caseId, id: newId() }
    const nowhere = { caseId: newId(), id: place.id }
    const before = await snapshot()
    for (const actor of [people.outsider, people.colleague, people.leader]) {
      const heard = await refusalOf(actor, (work) => verb(work, place))
      assert.equal(heard, 'not-found: no-such-case')
      assert.equal(await refusalOf(actor, (work) => verb(work, none)), heard)
    }
    // In the circle of this case, but the conversation is asked for under another.
    const elsewhere = await aCase(house, desk.cases, people.careCoordinator)
    assert.match(await refusalOf(people.mentor, (work) => verb(work, nowhere)), /^not-found: /)
    assert.match(
      await refusalOf(people.careCoordinator, (work) =>
        verb(work, { caseId: elsewhere, id: place.id }),
      ),
      /^not-found: no-such-conversation/,
    )
    assert.deepEqual((await snapshot()).slice(0, 4), before.slice(0, 4))
  })
}

test('somebody of the circle who neither prepared nor holds it only reads it', async () => {
  const place = await aShown(house, desk, people.mentor, caseId)
  const before = await snapshot()
  for (const [name, verb] of Object.entries(verbs)) {
    if (name === 'read') continue
    const heard = await refusalOf(people.safetyCoordinator, (work) => verb(work, place))
    assert.match(heard, /^not-allowed: /, name)
  }
  assert.deepEqual(await snapshot(), before)
  assert.equal((await read(place, people.safetyCoordinator)).mayCarry, false)
  assert.equal((await read(place, people.careCoordinator)).mayCarry, true)
})

test('a conversation is held by somebody in the circle, and by nobody else', async () => {
  for (const other of [people.colleague, people.outsider]) {
    await assert.rejects(
      does(people.mentor, (work) =>
        prepareConversation(work, desk, caseId, {
          preparation: aPreparation(other),
          language,
        }),
      ),
      refused('choose-holder'),
    )
  }
})

test('whoever holds it carries it further, with the task in their day until it was held', async () => {
  const place = await aPrepared(house, desk, people.mentor, caseId, {
    holderId: people.safetyCoordinator.personId,
    plannedOn: '2026-11-25',
  })
  const tasks = async () => {
    const { rows } = await house.pool.query(
      'select owner_id as owner, due_on::text as due, state, clock from case_task where from_id = $1 order by id',
      [place.id],
    )
    return rows.map(({ owner, due, state, clock }) => [owner, due, state, clock])
  }
  const { personId: holder } = people.safetyCoordinator
  assert.deepEqual(await tasks(), [[holder, '2026-11-25', 'open', 'agreement']])
  await does(people.safetyCoordinator, (work) =>
    editPreparation(work, desk, place, {
      preparation: aPreparation(people.safetyCoordinator, { plannedOn: '2026-11-26' }),
      language,
      after: 1,
    }),
  )
  await does(people.safetyCoordinator, (work) => verbs.hold?.(work, place) ?? Promise.resolve())
  assert.deepEqual(await tasks(), [
    [holder, '2026-11-25', 'dropped', 'agreement'],
    [holder, '2026-11-26', 'done', 'agreement'],
  ])
})

test('two people who prepare at once: the second hears it, and both texts stay', async () => {
  const place = await aPrepared(house, desk, people.mentor, caseId)
  const edit = (actor: PersonActor, goal: string, after: number) =>
    does(actor, (work) =>
      editPreparation(work, desk, place, {
        preparation: aPreparation(people.mentor, { goal }),
        language,
        after,
      }),
    )
  const both = await Promise.allSettled([
    edit(people.mentor, 'Van de mentor.', 1),
    edit(people.careCoordinator, 'Van de coördinator.', 1),
  ])
  const failed = both.filter((one) => one.status === 'rejected')
  assert.equal(failed.length, 1)
  assert.ok(refused('written-meanwhile')(failed[0]?.reason))
  await edit(people.careCoordinator, 'Van allebei.', 2)
  const { preparations } = await read(place)
  assert.equal(preparations.length, 3)
  assert.equal(latest(preparations).content.goal, 'Van allebei.')
})

test('own words cannot be changed or taken away, not even by the program itself', async () => {
  const place = await aHeld(house, desk, people.mentor, caseId)
  for (const sql of [
    `update conversation_passage set words = '\\x00'`,
    `update conversation_passage set kind = 'remark', about_id = id`,
    'delete from conversation_passage',
    'delete from conversation_writing',
    `update conversation_writing set words = '\\x00'`,
    'delete from conversation_event',
  ]) {
    const client = await house.pool.connect()
    try {
      await client.query('begin; set local role oogmerk_app')
      await client.query(`set local oogmerk.organisation_id = '${people.school}'`)
      await assert.rejects(client.query(sql), /permission denied/)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const { passages } = await read(place)
  assert.equal(passages[0]?.text, 'Ik moest die tas wegbrengen.')
})

test('a correction stands beside the own words and the summary, also one that was rewritten meanwhile', async () => {
  const place = await aShown(house, desk, people.mentor, caseId)
  const { passages } = await does(people.mentor, (work) => readForPupil(work, desk, place))
  const [quote, summary] = passages
  assert.ok(quote && summary)
  await does(people.careCoordinator, (work) =>
    editAccount(work, desk, place, {
      account: anAccount(),
      summary: 'Je bracht een tas weg.',
      language,
      after: 1,
    }),
  )
  await does(people.mentor, (work) =>
    correctConversation(work, desk, place, {
      corrections: new Map([
        [quote.id, 'Ik wilde het niet.'],
        [summary.id, 'Het was niet mijn tas.'],
      ]),
      addition: 'Mijn zus weet het ook.',
    }),
  )
  const after = await read(place)
  const told = after.passages.map(({ kind, text, aboutId }) => [kind, text, aboutId])
  assert.deepEqual(told, [
    ['quote', 'Ik moest die tas wegbrengen.', undefined],
    ['summary', 'Je vertelde over een tas.', undefined],
    ['summary', 'Je bracht een tas weg.', summary.id],
    ['correction', 'Ik wilde het niet.', quote.id],
    ['correction', 'Het was niet mijn tas.', summary.id],
    ['addition', 'Mijn zus weet het ook.', undefined],
  ])
  // The rewritten summary was not read yet.
  assert.equal(after.state, 'held')
})

test('nothing goes into the file by itself, and what was chosen goes there literally and once', async () => {
  const own = await aCase(house, desk.cases, people.careCoordinator, { circle: [people.mentor] })
  const place = await aShown(house, desk, people.mentor, own, {
    quotes: ['Ik moest die tas wegbrengen.', 'Niet opschrijven.'],
    interpretation: { text: 'Misschien onder druk.', innocent: 'een klus voor een oom' },
    agreements: [
      { kind: 'next-contact', text: 'in de stille kamer', dueOn: '2026-11-27', ownerId: undefined },
    ],
  })
  const { passages } = await read(place)
  const idOf = (text: string) => passages.find((one) => one.text === text)?.id ?? ''
  await does(people.mentor, (work) =>
    correctConversation(work, desk, place, {
      corrections: new Map([[idOf('Ik moest die tas wegbrengen.'), 'Van een jongen.']]),
      addition: '',
    }),
  )
  const entries = async () => {
    const { rows } = await house.pool.query(
      `select count(*)::int as n from case_entry where case_id = $1 and kind <> 'event'`,
      [own],
    )
    return rows[0]?.n
  }
  assert.equal(await entries(), 0)
  const chosen = [
    idOf('Ik moest die tas wegbrengen.'),
    idOf('Misschien onder druk.'),
    idOf('Je vertelde over een tas.'),
    idOf('in de stille kamer'),
  ]
  const key = newId()
  const close = () =>
    does(people.mentor, (work) =>
      closeConversation(work, desk, place, { chosen, unread: '', key, language }),
    )
  await Promise.all([close(), close()])
  assert.equal(await entries(), 4)
  const { line } = await does(people.careCoordinator, (work) => readCase(work, desk.cases, own))
  const told = JSON.stringify(line)
  for (const text of [
    'De jongere zei: “Ik moest die tas wegbrengen.”',
    'De jongere zette er zelf bij: “Van een jongen.”',
    'de jongere zelf, eigen woorden',
    'een klus voor een oom',
    'Je vertelde over een tas.',
    'Afgesproken: in de stille kamer\\nOp 27 november 2026.',
  ]) {
    assert.ok(told.includes(text), text)
  }
  assert.equal(told.includes('Niet opschrijven'), false)
  const { rows } = await house.pool.query(
    `select due_on::text as due, clock from case_task where case_id = $1`,
    [own],
  )
  assert.deepEqual(rows, [{ due: '2026-11-27', clock: 'agreement' }])
})

test('what the young person did not read is closed only with the reason why', async () => {
  const place = await aHeld(house, desk, people.mentor, caseId)
  const close = (unread: string) =>
    does(people.mentor, (work) =>
      closeConversation(work, desk, place, { chosen: [], unread, language }),
    )
  await assert.rejects(close(' '), refused('unread-missing'))
  await close('De jongere wilde het niet lezen.')
  const { happenings, state } = await read(place)
  assert.equal(state, 'closed')
  assert.equal(happenings.at(-1)?.words, 'De jongere wilde het niet lezen.')
})

test('what the young person reads names its fields: no interpretation, no remark, no earlier summary', async () => {
  const place = await aShown(house, desk, people.mentor, caseId, {
    quotes: ['Ik moest die tas wegbrengen.'],
    interpretation: { text: 'Misschien onder druk.', innocent: 'een klus' },
  })
  const { passages } = await read(place)
  const about = passages[0]?.id ?? ''
  await does(people.mentor, (work) =>
    addToConversation(work, desk, place, {
      words: { ...noWords, remark: { aboutId: about, text: 'Slecht verstaan.' } },
      language,
    }),
  )
  const shown = await does(people.mentor, (work) => readForPupil(work, desk, place))
  assert.deepEqual(Object.keys(shown).sort(), ['finished', 'heldOn', 'passages', 'spoken'])
  assert.deepEqual(
    shown.passages.map(({ kind }) => kind),
    ['quote', 'summary'],
  )
  // A remark makes nothing unread: the young person does not read it.
  assert.equal((await read(place)).state, 'shown')
})

test('a passage of another conversation cannot be corrected or chosen', async () => {
  const one = await aShown(house, desk, people.mentor, caseId)
  const other = await aShown(house, desk, people.mentor, caseId)
  const id = (await read(one)).passages[0]?.id ?? ''
  await assert.rejects(
    does(people.mentor, (work) =>
      correctConversation(work, desk, other, { corrections: new Map([[id, 'X']]), addition: '' }),
    ),
    refused('no-such-passage'),
  )
  await assert.rejects(
    does(people.mentor, (work) =>
      closeConversation(work, desk, other, { chosen: [id], unread: '', language }),
    ),
    refused('choose-passage'),
  )
})

test('every act leaves an entry about the conversation, without a word of it', async () => {
  const place = await aShown(house, desk, people.mentor, caseId)
  await read(place)
  const trail = (await house.trailOf(people.school)).filter(({ subject }) => subject === place.id)
  assert.deepEqual(
    trail.map(({ act }) => act),
    ['conversation.prepare', 'conversation.hold', 'conversation.show', 'conversation.read'],
  )
  assert.doesNotMatch(JSON.stringify(trail), /tas|mentor\./)
})

test('in a closed case nothing is prepared or changed, and what is there can be read', async () => {
  const own = await aCase(house, desk.cases, people.careCoordinator, { circle: [people.mentor] })
  const place = await aShown(house, desk, people.mentor, own)
  await does(people.careCoordinator, (work) =>
    closeCase(work, desk.cases, own, {
      outcome: 'explained',
      words: 'Er is een gewone verklaring.',
      told: 'We zeiden dat we klaar zijn.',
    }),
  )
  await assert.rejects(
    does(people.mentor, (work) =>
      prepareConversation(work, desk, own, {
        preparation: aPreparation(people.mentor),
        language,
      }),
    ),
    refused('case-is-closed'),
  )
  for (const [name, verb] of Object.entries(verbs)) {
    if (name.startsWith('read')) continue
    const heard = await refusalOf(people.mentor, (work) => verb(work, place))
    assert.equal(heard, 'conflict: case-is-closed', name)
  }
  assert.equal((await read(place)).caseOpen, false)
  const { conversations } = await does(people.mentor, (work) => listConversations(work, own))
  assert.deepEqual(
    conversations.map(({ id, state }) => [id, state]),
    [[place.id, 'shown']],
  )
})

test('what a colleague closes into the file stays of who wrote it, on the day it was said or put there', async () => {
  const { mentor, careCoordinator } = people
  const own = await aCase(house, desk.cases, careCoordinator, { circle: [mentor] })
  const place = await aShown(house, desk, mentor, own, {
    quotes: ['Ik moest die tas wegbrengen.'],
    interpretation: { text: 'Misschien onder druk.', innocent: 'een klus' },
  })
  house.moveClock({ hours: 24 * 7 })
  await does(mentor, (work) =>
    correctConversation(work, desk, place, {
      corrections: new Map(),
      addition: 'Mijn zus weet het.',
    }),
  )
  const agreement = { kind: 'agreement', text: 'Milan belt.', ownerId: undefined } as const
  await does(mentor, (work) =>
    addToConversation(work, desk, place, {
      words: { ...noWords, agreements: [{ ...agreement, dueOn: '2026-12-02' }] },
      language,
    }),
  )
  house.moveClock({ hours: 24 })
  const chosen = (await read(place)).passages.map(({ id }) => id)
  await does(careCoordinator, (work) =>
    closeConversation(work, desk, place, { chosen, unread: 'De jongere is ziek.', language }),
  )
  const { line } = await does(careCoordinator, (work) => readCase(work, desk.cases, own))
  const written = line.items.filter(({ kind }) => kind !== 'event')
  assert.deepEqual(new Set(written.map(({ writtenBy }) => writtenBy)), new Set([mentor.personId]))
  const days = written.map((one) => [
    one.words?.text.split('\n').join(' '),
    one.happenedOn,
    one.kind === 'fact' ? one.words?.moment : undefined,
    dutchDayOf(one.writtenAt),
  ])
  const later = 'erbij gezet na het gesprek van 23 november 2026'
  const [atTheTalk, afterwards] = ['2026-11-23', '2026-11-30']
  assert.deepEqual(
    new Set(days.map((one) => JSON.stringify(one))),
    new Set(
      [
        ['De jongere zei: “Ik moest die tas wegbrengen.”', atTheTalk, '', atTheTalk],
        ['Misschien onder druk.', atTheTalk, undefined, atTheTalk],
        ['Je vertelde over een tas.', atTheTalk, undefined, atTheTalk],
        ['De jongere zei: “Mijn zus weet het.”', afterwards, later, afterwards],
        ['Afgesproken: Milan belt. Vóór of op 2 december 2026.', afterwards, later, afterwards],
      ].map((one) => JSON.stringify(one)),
    ),
  )
  const thought = written.find(({ kind }) => kind === 'interpretation')
  assert.ok(thought)
  const edit = (actor: PersonActor) =>
    does(actor, (work) =>
      editEntry(
        work,
        desk.cases,
        { caseId: own, id: thought.id },
        {
          version: 1,
          entry: { kind: 'interpretation', text: 'Toch niet.', innocent: ['een klus'] },
        },
      ),
    )
  await assert.rejects(edit(careCoordinator), refused('not-your-entry'))
  assert.deepEqual(await edit(mentor), { saved: true })
})
