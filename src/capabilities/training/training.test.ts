import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { loadKnowledge } from '#capabilities/knowledge/index.ts'
import { faultsIn } from '#design/a-page.ts'
import { raw } from '#design/html.ts'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import { languages, link } from '#platform/language.ts'
import { tell } from '#platform/outbox.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Visitor } from '#tests/a-visitor.ts'
import { anApp, somebody, type TestApp } from '#tests/an-app.ts'
import { aFilmRequest } from './a-film-request.ts'
import { completeStory } from './complete-story.ts'
import type { TrainingDesk } from './desk.ts'
import { inviteTeam, readTeam, setTerm } from './lead-team.ts'
import { loadStories } from './load-stories.ts'
import { readOwnPractice } from './read-own-practice.ts'
import { discardReflection, keepReflection } from './reflections.ts'
import { remindToPractise } from './remind-to-practise.ts'
import { t } from './words.ts'

let app: TestApp
let desk: TrainingDesk
let stranger: Visitor
let caretaker: Visitor

before(async () => {
  app = await anApp({ demoRegion: true })
  const { knowledgeFolder } = readConfig({})
  const practice = loadStories(knowledgeFolder, loadKnowledge(knowledgeFolder))
  desk = { practice, keyring: app.house.keyring, tell }
  stranger = app.aStranger()
  caretaker = await app.signedIn(somebody('henk-verzonnen'))
})
after(() => app.close())

const does: <T>(
  who: Parameters<TestApp['app']['inTransaction']>[0],
  verb: Parameters<typeof app.app.inTransaction<T>>[2],
) => Promise<T> = (who, verb) => app.house.inTransaction(who, 'train', verb)

const refused = (kind: string) => (error: unknown) =>
  error instanceof Refusal && error.kind === kind

const storyOf = (id: string) => {
  const story = desk.practice.find(id)
  assert.ok(story)
  return story
}

async function sound(answer: Promise<{ status: number; body: string }>, status = 200) {
  const { status: given, body } = await answer
  assert.equal(given, status)
  assert.deepEqual(await faultsIn(raw(body)), [])
  return body
}

/** A school of its own: a leader and so many others. */
async function aSchool(others: number) {
  const { house } = app
  const school = await house.anOrganisation()
  const leader = await house.aPerson(school, ['school-leader'])
  const people = []
  for (let count = 0; count < others; count += 1) {
    people.push(await house.aPerson(school, ['teacher']))
  }
  return { school, leader, people }
}

const mailTo = async (school: string, template: string) => {
  const { rows } = await app.house.pool.query(
    'select recipient_id from outbox where organisation_id = $1 and template = $2 order by id',
    [school, template],
  )
  return rows.map(({ recipient_id }) => String(recipient_id))
}

const escaped = (text: string) => text.replaceAll("'", '&#39;')

/** The hidden fields of a page, as a browser would send them again. */
const hiddenIn = (body: string) =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

test('a story that is not there, and anything signed in for without signing in, is refused', async () => {
  assert.equal((await stranger.get('/oefenen/verhaal/no-such-story')).status, 404)
  for (const path of ['/oefenen/mijn', '/oefenen/team']) {
    assert.match((await stranger.get(path)).location, /^\/inloggen\?/)
  }
  const note = '/oefenen/verhaal/teacher-bank-card/notitie'
  const refusedNote = await stranger.post(note, { text: 'Onthoud dit.' })
  assert.ok(![200, 303].includes(refusedNote.status) || refusedNote.location.includes('inloggen'))
})

test('who does not lead a team finds no such page, and nothing changes', async () => {
  const { leader, people } = await aSchool(2)
  const [teacher] = people
  assert.ok(teacher)
  const story = storyOf('teacher-bank-card')
  for (const verb of [
    () => does(teacher, (work) => readTeam(work, desk)),
    () => does(teacher, (work) => setTerm(work, 6)),
    () => does(teacher, (work) => inviteTeam(work, desk, story)),
  ]) {
    await assert.rejects(verb, refused('not-found'))
  }
  const { term, invited } = await does(leader, (work) => readTeam(work, desk))
  assert.equal(term, 12)
  assert.deepEqual(invited(story.id), { on: undefined, may: true })
})

test('a note is read and thrown away by nobody but whoever wrote it, not even who leads', async () => {
  const { leader, people, school } = await aSchool(2)
  const [writer, colleague] = people
  assert.ok(writer && colleague)
  const words = 'Ik wil eerder vragen hoe het gaat.'
  const story = storyOf('teacher-bank-card')
  const key = newId()
  const note = { story, text: words, key }
  await does(writer, (work) => keepReflection(work, desk, note))
  await does(writer, (work) => keepReflection(work, desk, note))
  const [own, ...more] = (await does(writer, (work) => readOwnPractice(work, desk))).reflections
  assert.equal(own?.text, words)
  assert.deepEqual(more, [])
  for (const other of [leader, colleague, (await aSchool(1)).leader]) {
    assert.deepEqual((await does(other, (work) => readOwnPractice(work, desk))).reflections, [])
    await assert.rejects(
      does(other, (work) => discardReflection(work, own.id)),
      refused('not-found'),
    )
  }
  const { rows } = await app.house.pool.query('select * from training_reflection where id = $1', [
    own.id,
  ])
  assert.ok(!JSON.stringify(rows).includes('eerder vragen'))
  assert.ok(!Buffer.from(rows[0].content).toString('utf8').includes('eerder vragen'))
  assert.ok(!JSON.stringify(await app.house.trailOf(school)).includes('eerder'))
  await does(writer, (work) => discardReflection(work, own.id))
  assert.deepEqual((await does(writer, (work) => readOwnPractice(work, desk))).reflections, [])
})

test('reading without signing in keeps nothing; signed in, only that it was read to its end', async () => {
  const count = async () => {
    const { rows } = await app.house.pool.query(
      `select (select count(*) from training_completion)::int as completed,
        (select count(*) from trail_entry where actor_kind = 'person')::int as entries`,
    )
    return rows[0]
  }
  const words = 'Hij schrok toen ik zwaaide'
  const path = '/oefenen/verhaal/caretaker-bike-shed'
  const walk = async (visitor: Visitor) => {
    let page = await sound(visitor.get(path))
    page = await sound(visitor.post(path, { ...hiddenIn(page), do: 'next' }))
    page = await sound(visitor.post(path, { ...hiddenIn(page), do: 'stop' }))
    const said = { signals: ['SCH-08', 'REC-01'], words, do: 'keep' }
    page = await sound(visitor.post(path, { ...hiddenIn(page), ...said }))
    let last = {}
    for (let left = 3; left > 0; left -= 1) {
      last = { ...hiddenIn(page), do: 'next' }
      page = await sound(visitor.post(path, last))
    }
    return { page, last }
  }
  const before = await count()
  const anonymous = await walk(stranger)
  assert.ok(anonymous.page.includes(words))
  assert.ok(anonymous.page.includes(t('nl').feedback.how['stopped-at-signal']))
  assert.ok(anonymous.page.includes(t('nl').feedback.keptNothing))
  assert.deepEqual(await count(), before)
  const signedIn = await walk(caretaker)
  const after = await count()
  assert.equal(after.completed, before.completed + 1)
  // Sent twice: the same page, counted once.
  await sound(caretaker.post(path, signedIn.last))
  assert.equal((await count()).completed, after.completed)
  const { rows } = await app.house.pool.query(
    'select * from training_completion order by id desc limit 1',
  )
  assert.doesNotMatch(JSON.stringify(rows), /schrok|SCH-08|REC-01/)
  const trail = await app.house.trailOf(somebody('henk-verzonnen').organisationId)
  const [entry] = trail.filter(({ act }) => act === 'training.complete').slice(-1)
  assert.deepEqual(entry?.details, { story: 'caretaker-bike-shed' })
  const mine = await sound(caretaker.get('/oefenen/mijn'))
  assert.match(mine, /23 november 2026/)
  assert.ok(!mine.includes(words))
})

test('what somebody typed comes back as text, and travels on in the form', async () => {
  const path = '/oefenen/verhaal/teacher-bank-card'
  const strange = '"><script>alert(1)</script>'
  const first = await sound(
    stranger.post(path, { at: '2', stopping: 'yes', words: strange, do: 'keep' }),
  )
  assert.ok(!first.includes('<script>alert'))
  const again = await sound(
    stranger.post(path, {
      at: '3',
      do: 'back',
      'stop-phone': 'TEL-02',
      'words-phone': strange,
    }),
  )
  assert.ok(again.includes('&lt;script&gt;'))
  const missing = '/oefenen/verhaal/teacher-bank-card/notitie'
  const wrong = await sound(caretaker.post(missing, { text: '  ' }), 422)
  assert.ok(wrong.includes(t('nl').note.missing))
  const long = await sound(caretaker.post(missing, { text: 'x'.repeat(2001) }), 422)
  assert.ok(long.includes(t('nl').note.tooLong) && long.includes('x'.repeat(2001)))
})

test('a team is counted in people, within the term, and never below five', async () => {
  const { leader, people, school } = await aSchool(3)
  const story = storyOf('mentor-sneakers')
  const complete = (who: (typeof people)[number], of = story) =>
    does(who, (work) => completeStory(work, desk, of, newId()))
  const team = () => does(leader, async (work) => (await readTeam(work, desk)).coverage)
  for (const one of people) await complete(one)
  await app.house.aPerson(school, ['administrator'])
  await app.house.aPerson(school, ['privacy-officer'])
  assert.deepEqual(await team(), { tooSmall: true, smallest: 5 })
  const late = await app.house.aPerson(school, ['caretaker'])
  const counted = await team()
  assert.ok(!counted.tooSmall)
  assert.equal(counted.people, 5)
  assert.deepEqual(counted.of(story.id), { completed: 3, fresh: 3 })
  await complete(people[0] ?? late)
  await complete(people[0] ?? late, storyOf('officer-containers'))
  const more = await team()
  assert.ok(!more.tooSmall)
  assert.deepEqual(more.of(story.id), { completed: 3, fresh: 3 })
  assert.deepEqual(more.any, { completed: 3, fresh: 3 })
  await app.house.pool.query(
    "update training_completion set completed_on = '2025-11-23' where organisation_id = $1 and person_id = $2",
    [school, people[1]?.personId],
  )
  const aged = await team()
  assert.ok(!aged.tooSmall)
  assert.deepEqual(aged.of(story.id), { completed: 3, fresh: 2 })
  await does(leader, (work) => setTerm(work, 13))
  const longer = await team()
  assert.ok(!longer.tooSmall)
  assert.deepEqual(longer.of(story.id), { completed: 3, fresh: 3 })
})

test('inviting a team reaches who still has to read, once, and tells nobody who they are', async () => {
  const { leader, people, school } = await aSchool(4)
  const story = storyOf('mentor-sneakers')
  const [reader] = people
  assert.ok(reader)
  await does(reader, (work) => completeStory(work, desk, story, newId()))
  const invite = () => does(leader, (work) => inviteTeam(work, desk, story))
  await invite()
  await invite()
  const mailed = await mailTo(school, 'training-invited')
  assert.deepEqual(
    mailed.toSorted(),
    [leader, ...people.slice(1)].map(({ personId }) => personId).toSorted(),
  )
  await app.house.pool.query(
    "update training_invitation set invited_on = '2026-11-20' where organisation_id = $1",
    [school],
  )
  await assert.rejects(invite, refused('conflict'))
  assert.equal((await mailTo(school, 'training-invited')).length, mailed.length)
  const details = (await app.house.trailOf(school)).map((entry) => JSON.stringify(entry.details))
  for (const { personId } of people) assert.ok(!details.join().includes(personId))
})

test('whose term ran out gets one mail, and who read again in time gets none', async () => {
  const { people, school } = await aSchool(4)
  const [due, again, left, early] = people
  assert.ok(due && again && left && early)
  const story = storyOf('mentor-sneakers')
  const completedOn = async (who: typeof due, day: string, of = story) => {
    await does(who, (work) => completeStory(work, desk, of, newId()))
    await app.house.pool.query(
      `update training_completion set completed_on = $3 where organisation_id = $1 and person_id = $2
         and completed_on = '2026-11-23'`,
      [school, who.personId, day],
    )
  }
  await completedOn(due, '2025-11-23')
  await completedOn(due, '2025-06-01', storyOf('officer-containers'))
  await completedOn(again, '2025-01-01')
  await completedOn(again, '2026-01-01')
  await completedOn(left, '2025-01-01')
  await does(left, (work) =>
    keepReflection(work, desk, { story, text: 'Voor mezelf.', key: undefined }),
  )
  await completedOn(early, '2025-11-24')
  await app.house.pool.query(
    'update membership set active = false where organisation_id = $1 and person_id = $2',
    [school, left.personId],
  )
  const remind = () =>
    app.house.inTransaction(
      { kind: 'system', name: 'reminders', organisationId: school },
      'train',
      (work) => remindToPractise(work, desk),
    )
  // Another server is about to mark one of the two readings of this person: this one waits, and takes both or none.
  const other = await app.house.pool.connect()
  await other.query('begin')
  await other.query(
    `select from training_completion where organisation_id = $1 and person_id = $2
     order by id limit 1 for update`,
    [school, due.personId],
  )
  let done = false
  const reminding = remind().finally(() => {
    done = true
  })
  const waiting = `select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  while (!done && (await app.house.pool.query(waiting)).rowCount === 0);
  await other.query('rollback')
  other.release()
  await Promise.all([reminding, remind()])
  await remind()
  assert.deepEqual(await mailTo(school, 'training-due'), [due.personId])
  const { rows } = await app.house.pool.query(
    'select id from training_reflection where organisation_id = $1',
    [school],
  )
  assert.deepEqual(rows, [])
})

for (const language of languages) {
  const at = (path: string) => link(language, path)

  test(`every story, from its first passage to its feedback, is a valid page (${language})`, async () => {
    const list = await sound(stranger.get(at('/oefenen')))
    for (const { id, title, passages } of desk.practice.stories) {
      assert.ok(list.includes(at(`/oefenen/verhaal/${id}`)))
      await sound(stranger.get(at(`/oefenen/verhaal/${id}`)))
      const stop = { at: '1', do: 'stop', [`stop-${passages[0]?.id}`]: '' }
      await sound(stranger.post(at(`/oefenen/verhaal/${id}`), stop))
      const end = { at: String(passages.length - 1), do: 'next' }
      const feedback = await sound(stranger.post(at(`/oefenen/verhaal/${id}`), end))
      assert.ok(feedback.includes(escaped(t(language).feedback.title(title[language]))))
    }
  })

  test(`one’s own page and that of a team are valid, with and without errors (${language})`, async () => {
    const note = { text: 'Vraag eerst hoe het gaat.', key: newId() }
    await caretaker.post(at('/oefenen/verhaal/mentor-sneakers/notitie'), note)
    const mine = await sound(caretaker.get(at('/oefenen/mijn')))
    assert.ok(mine.includes(note.text))
    const leader = await app.signedIn(somebody('ingrid-fictie'))
    const team = await sound(leader.get(at('/oefenen/team')))
    assert.ok(!team.includes('Henk'))
    const wrong = await sound(
      leader.post(at('/oefenen/team/termijn'), { months: 'heel lang' }),
      422,
    )
    assert.ok(wrong.includes(t(language).team.termWrong(3, 36)) && wrong.includes('heel lang'))
    const small = await app.signedIn(somebody('ria-register'))
    assert.ok((await sound(small.get(at('/oefenen/team')))).includes(t(language).team.tooSmall))
    assert.equal((await caretaker.get(at('/oefenen/team'))).status, 404)
    const nowhere = { story: 'no-such-story' }
    assert.equal((await leader.post(at('/oefenen/team/uitnodigen'), nowhere)).status, 422)
    assert.equal((await caretaker.post(at('/oefenen/team/uitnodigen'), nowhere)).status, 404)
  })

  test(`asking for the film and answering are valid pages, with and without errors (${language})`, async () => {
    const { film } = t(language)
    const about = await sound(stranger.get(at('/oefenen/film')))
    assert.ok(about.includes(film.signIn) && !about.includes(film.requests))
    await sound(caretaker.get(at('/oefenen/film')))
    await sound(caretaker.get(at('/oefenen/film/aanvragen')))
    await sound(caretaker.get(at('/oefenen/film/aanvragen/nieuw')))
    const typed = { audience: 'x'.repeat(201), purpose: '<b>Waarvoor</b>', 'wantedOn-day': '31' }
    const wrong = await sound(caretaker.post(at('/oefenen/film/aanvragen/nieuw'), typed), 422)
    for (const code of [
      'expert-group-missing',
      'too-long',
      'contact-missing',
      'way-missing',
      'date-incomplete',
      'about-somebody',
    ] as const) {
      assert.ok(wrong.includes(film.errors[code]), code)
    }
    assert.ok(wrong.includes('&lt;b&gt;Waarvoor'))
    const expert = somebody('elif-expert')
    const { organisationId } = expert
    const { handler, message } = aFilmRequest(app.house, somebody('henk-verzonnen').organisationId)
    await app.house.inTransaction(
      { kind: 'system', name: 'delivery', organisationId },
      'share',
      (work) => handler.receive(work, message),
    )
    const signedIn = await app.signedIn(expert)
    await sound(signedIn.get(at('/oefenen/film')))
    const list = await sound(signedIn.get(at('/oefenen/film/vragen')))
    const id = [...list.matchAll(/film\/vragen\/([0-9a-f-]{36})/g)].at(-1)?.[1]
    const path = at(`/oefenen/film/vragen/${id}`)
    await sound(signedIn.get(path))
    assert.ok((await sound(signedIn.post(path, {}), 422)).includes(film.errors['answer-missing']))
    const past = { answer: 'lent', 'until-day': '1', 'until-month': '1', 'until-year': '2026' }
    assert.ok((await sound(signedIn.post(path, past), 422)).includes(film.errors['date-past']))
    const bare = await sound(signedIn.post(path, { answer: 'not-now' }), 422)
    assert.ok(bare.includes(film.errors['reason-missing']))
    const answer = { answer: 'not-now', words: 'Alle exemplaren zijn weg.' }
    assert.equal((await signedIn.post(path, answer)).status, 303)
    assert.ok((await sound(signedIn.get(path))).includes(answer.words))
    const late = await sound(signedIn.post(path, answer), 409)
    assert.ok(late.includes(film.answeredBefore) && late.includes(answer.words))
    assert.equal((await caretaker.post(path, answer)).status, 404)
  })
}
