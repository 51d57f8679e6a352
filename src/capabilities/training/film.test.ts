import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aChannel } from '#capabilities/sharing/a-channel.ts'
import type { Actor } from '#platform/actor.ts'
import { Temporal } from '#platform/clock.ts'
import { newId } from '#platform/ids.ts'
import { tell } from '#platform/outbox.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import { aHouse, type TestHouse } from '#tests/a-house.ts'
import { answerFilm } from './answer-film.ts'
import { askForFilm } from './ask-for-film.ts'
import { lastLoanDay, missingIn } from './film.ts'
import { filmAnswerHandler, filmRequestHandler, filmReturnHandler } from './film-handlers.ts'
import { forgetFilmRequests } from './film-store.ts'
import { stateText } from './page-film-parts.ts'
import { readFilmLoan, readFilmLoans, readFilmRequests } from './read-film.ts'
import { takeFilmBack } from './take-film-back.ts'

let house: TestHouse

before(async () => {
  house = await aHouse()
})
after(() => house.close())

const does = <T>(who: Actor, verb: (work: Work) => Promise<T>) =>
  house.inTransaction(who, 'train', verb)

const refused = (kind: string) => (error: unknown) =>
  error instanceof Refusal && error.kind === kind

const mailTo = async (school: string, template: string) => {
  const { rows } = await house.pool.query(
    'select recipient_id from outbox where organisation_id = $1 and template = $2 order by id',
    [school, template],
  )
  return rows.map(({ recipient_id }) => String(recipient_id))
}

const question = {
  audience: 'Mentoren van de onderbouw',
  purpose: 'Een studiemiddag in het voorjaar.',
  contactFunction: 'Opleidingscoördinator',
  contactWay: 'scholing@voorbeeldcollege.example',
  wantedOn: '2027-02-01',
}

/** A school, an expert group with one expert, and the channel between them. */
async function aSchoolAndExperts() {
  const school = await house.anOrganisation()
  const leader = await house.aPerson(school, ['school-leader'])
  const teacher = await house.aPerson(school, ['teacher'])
  const group = await house.anOrganisation('expert-group', 'Expertgroep Luchtkasteel (verzonnen)')
  const expert = await house.aPerson(group, ['expert'])
  const parts = { keyring: house.keyring, tell }
  const channel = aChannel(house, [
    filmRequestHandler(parts),
    filmAnswerHandler(parts),
    filmReturnHandler,
  ])
  const ask = (key = newId()) =>
    does(leader, (work) => askForFilm(work, house, { expertGroup: group, question, key }))
  return { leader, teacher, school, group, expert, channel, ask }
}

test('who only administers does not ask for the film, and only an expert group is asked', async () => {
  const { school, group, leader, expert } = await aSchoolAndExperts()
  const administrator = await house.aPerson(school, ['administrator'])
  const asks = (who: typeof leader, expertGroup: string) =>
    does(who, (work) => askForFilm(work, house, { expertGroup, question, key: undefined }))
  await assert.rejects(asks(administrator, group), refused('not-found'))
  await assert.rejects(asks(expert, group), refused('not-found'))
  await assert.rejects(asks(leader, school), refused('invalid'))
  await assert.rejects(asks(leader, newId()), refused('invalid'))
  assert.deepEqual(await does(leader, (work) => readFilmRequests(work, house)), [])
})

test('a film that was lent comes back once, at who lent it and at who borrowed it', async () => {
  const { leader, expert, school, channel, ask } = await aSchoolAndExperts()
  await ask()
  await channel.settle()
  const [loan] = await does(expert, (work) => readFilmLoans(work, house))
  assert.ok(loan)
  const back = (who: typeof expert) => does(who, (work) => takeFilmBack(work, house, loan.id))
  await assert.rejects(back(expert), refused('conflict'))
  const given = { answer: 'lent', lentUntil: '2027-03-01', words: '' } as const
  await does(expert, (work) => answerFilm(work, house, loan.id, given))
  await channel.settle()
  await assert.rejects(back(leader), refused('not-found'))
  await assert.rejects(back((await aSchoolAndExperts()).expert), refused('not-found'))
  await Promise.all([back(expert), back(expert)])
  await back(expert)
  await channel.settle()
  const [request] = await does(leader, (work) => readFilmRequests(work, house))
  const [lent] = await does(expert, (work) => readFilmLoans(work, house))
  const { returnedOn } = request ?? {}
  assert.ok(returnedOn)
  assert.deepEqual(
    [request?.state, lent?.state, lent?.returnedOn],
    ['returned', 'returned', returnedOn],
  )
  assert.match(
    stateText('nl', { state: 'returned', lentUntil: '2027-03-01', returnedOn }, '2027-04-01'),
    /^terug op /,
  )
  const acts = (await house.trailOf(school)).map(({ act }) => act)
  assert.equal(acts.filter((act) => act === 'training.film-back').length, 1)
})

test('a film is lent for a year at most, also when another server says longer', async () => {
  const lent = { answer: 'lent', words: '' } as const
  assert.equal(lastLoanDay('2027-02-28'), '2028-02-28')
  assert.deepEqual(missingIn({ ...lent, until: '2028-02-28' }, '2027-02-28'), {})
  assert.deepEqual(missingIn({ ...lent, until: '2028-02-29' }, '2027-02-28'), {
    until: 'date-too-far',
  })
  const { leader, expert, channel, ask } = await aSchoolAndExperts()
  await ask()
  await channel.settle()
  const [loan] = await does(expert, (work) => readFilmLoans(work, house))
  const given = { ...lent, lentUntil: '2062-03-01' }
  await does(expert, (work) => answerFilm(work, house, loan?.id ?? '', given))
  await channel.settle()
  const [request] = await does(leader, (work) => readFilmRequests(work, house))
  assert.equal(request?.state, 'asked')
})

test('what is lent and never comes back goes as well, counted from its last day, at both sides', async () => {
  const { leader, expert, channel, ask } = await aSchoolAndExperts()
  await ask()
  await channel.settle()
  const [loan] = await does(expert, (work) => readFilmLoans(work, house))
  const given = { answer: 'lent', lentUntil: '2027-03-01', words: '' } as const
  await does(expert, (work) => answerFilm(work, house, loan?.id ?? '', given))
  await channel.settle()
  for (const { organisationId } of [leader, expert]) {
    const retention = { kind: 'system', name: 'retention', organisationId } as const
    const forget = (before: string) =>
      does(retention, (work) => forgetFilmRequests(work, Temporal.Instant.from(before), 10))
    assert.equal(await forget('2027-02-28T00:00:00Z'), 0)
    assert.equal(await forget('2027-03-02T00:00:00Z'), 1)
  }
})

test('a film that should be back reads as not back yet, from the day after', () => {
  const stand = { state: 'lent', lentUntil: '2027-03-01', returnedOn: undefined } as const
  assert.equal(stateText('nl', stand, '2027-03-01'), 'geleend tot en met 1 maart 2027')
  assert.match(stateText('nl', stand, '2027-03-02'), /nog niet terug$/)
})

test('a request of the film is read and answered by the experts that it was asked of, and by nobody else', async () => {
  const { leader, teacher, expert, group, school, channel, ask } = await aSchoolAndExperts()
  const key = newId()
  await ask(key)
  await ask(key)
  await channel.settle()
  const [loan, ...more] = await does(expert, (work) => readFilmLoans(work, house))
  assert.ok(loan)
  assert.deepEqual(more, [])
  assert.deepEqual(loan.question, question)
  assert.deepEqual(await mailTo(group, 'film-asked'), [expert.personId])
  const given = { answer: 'lent', lentUntil: '2027-03-01', words: 'Met de post.' } as const
  const others = [
    leader,
    teacher,
    await house.aPerson(group, ['administrator']),
    (await aSchoolAndExperts()).expert,
  ]
  for (const other of others) {
    await assert.rejects(
      does(other, (work) => readFilmLoan(work, house, loan.id)),
      refused('not-found'),
    )
    await assert.rejects(
      does(other, (work) => answerFilm(work, house, loan.id, given)),
      refused('not-found'),
    )
  }
  await does(expert, (work) => answerFilm(work, house, loan.id, given))
  await assert.rejects(
    does(expert, (work) => answerFilm(work, house, loan.id, given)),
    refused('conflict'),
  )
  await channel.settle()
  // A colleague sees it too: nobody needs to ask twice.
  const [request] = await does(teacher, (work) => readFilmRequests(work, house))
  assert.equal(request?.state, 'lent')
  assert.equal(request?.lentUntil, '2027-03-01')
  assert.equal(request?.words, 'Met de post.')
  assert.deepEqual(await mailTo(school, 'film-answered'), [leader.personId])
  const { rows } = await house.pool.query(
    'select content, answer from training_film_request where organisation_id = $1',
    [school],
  )
  assert.ok(!Buffer.concat([rows[0].content, rows[0].answer]).toString().includes('studiemiddag'))
  const trail = JSON.stringify([await house.trailOf(school), await house.trailOf(group)])
  assert.doesNotMatch(trail, /studiemiddag|Mentoren|post\./)
})

test('an answer of a group that was not asked changes nothing', async () => {
  const { leader, school, channel, ask } = await aSchoolAndExperts()
  await ask()
  await channel.settle()
  const other = await aSchoolAndExperts()
  const [request] = await does(leader, (work) => readFilmRequests(work, house))
  assert.ok(request)
  const body = { request: request.id, answer: 'not-now', lentUntil: null, words: 'Nee.' }
  await other.channel.send(other.group, school, body, 'training.film-answer')
  await other.channel.settle()
  const [still] = await does(leader, (work) => readFilmRequests(work, house))
  assert.equal(still?.state, 'asked')
  const { rows } = await house.pool.query(
    'select refused_because from outgoing_message where organisation_id = $1 and to_id = $2',
    [other.group, school],
  )
  assert.deepEqual(rows, [{ refused_because: 'no-such-request' }])
})

test('a request that comes where no expert group is goes back, and its asker hears that', async () => {
  const { leader, school, group, channel, ask } = await aSchoolAndExperts()
  await ask()
  await house.pool.query("update organisation set kind = 'youth-help' where id = $1", [group])
  await channel.settle()
  const [request] = await does(leader, (work) => readFilmRequests(work, house))
  assert.equal(request?.state, 'undelivered')
  assert.deepEqual(await mailTo(school, 'film-answered'), [leader.personId])
})
