import assert from 'node:assert/strict'
import { readAdvices } from '#capabilities/advice/read-advice.ts'
import { listFiles } from '#capabilities/arrests/list-files.ts'
import { listDossiers } from '#capabilities/non-punishment/list-dossiers.ts'
import { readTables } from '#capabilities/round-tables/read-table.ts'
import { whoShares } from '#capabilities/sharing/a-disclosure.ts'
import { readConsultation } from '#capabilities/sharing/answer-consultation.ts'
import { sourceOf } from '#capabilities/sharing/desk.ts'
import { readApart, readOwnDisclosures } from '#capabilities/sharing/read-disclosure.ts'
import { readReceived, readReceivedList } from '#capabilities/sharing/received.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Work } from '#platform/work.ts'
import type { Dweller, WorldBetween } from './a-world-between.ts'
import type { FactsBetween, ReceivedFacts } from './facts-between.ts'
import { type Act, thingsIn } from './things-between.ts'
import type { Somebody } from './who-may.ts'
import {
  finds,
  followsSent,
  hasDossiers,
  isCertified,
  isKept,
  knowsFile,
  mayShareFrom,
  readsAt,
  seesDossier,
  seesFile,
  seesQuestion,
  seesTable,
  takesPart,
} from './who-may-between.ts'

/** How often something was there, and how often it was not, by what was asked for. */
export type Met = Map<string, number>

export const meet = (met: Met, what: string): void => void met.set(what, (met.get(what) ?? 0) + 1)

export const asSomebody = ({ actor, active }: Dweller): Somebody => ({
  person: actor.personId,
  organisation: actor.organisationId,
  kind: actor.organisationKind,
  roles: actor.roles,
  active,
})

export const toldOf = (who: Somebody): string => `${who.roles.join('+')} of ${who.kind}`

const language = 'nl'

type Outcome = { readonly read: unknown } | { readonly refused: string }

/** What came of it: what was read, or with which refusal. */
async function outcome(
  { house }: WorldBetween,
  { actor }: Dweller,
  verb: (work: Work) => Promise<unknown>,
): Promise<Outcome> {
  try {
    return { read: await house.inTransaction(actor, 'share', verb) }
  } catch (error) {
    if (error instanceof Refusal) return { refused: `${error.kind}: ${error.because}` }
    throw error
  }
}

class Undone extends Error {}

/** What would come of it: nothing of it stays. */
async function outcomeUndone(...[world, one, verb]: Parameters<typeof outcome>): Promise<Outcome> {
  try {
    return await outcome(world, one, async (work) => {
      await verb(work)
      throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return { read: undefined }
    throw error
  }
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const shared = { arrest: 'suspect-file', protection: 'victim-file' } as const

/** No word of others, and no number of a file that this person may not know of, stands in what they were shown. */
export function holdsNothingOfOthers(
  { words }: WorldBetween,
  facts: FactsBetween,
  { who, shown, told }: { who: Somebody; shown: string; told: string },
): void {
  for (const word of words.in(shown)) {
    const places = [...words.placesOf(word)]
    assert.ok(
      places.some((place) => readsAt(who, place, facts)),
      `${told}, and was shown ${word} of ${places.join(' and ')}`,
    )
  }
  const numbers = new Set(shown.match(uuid))
  const files = [
    ...facts.files.map(({ kind, id, reference }) => ({ kind: shared[kind], id, reference })),
    ...facts.dossiers.map(({ id, code }) => ({ kind: 'dossier', id, reference: code })),
    ...facts.cases.map(({ id }) => ({ kind: 'case', id, reference: id })),
  ]
  for (const { kind, id, reference } of files) {
    if (!numbers.has(id) && !shown.includes(reference)) continue
    assert.ok(knowsFile(who, kind, id, facts), `${told} names a ${kind}`)
  }
}

/**
 * Everybody of an organisation, and some who work elsewhere, ask for each thing that is there, and try something that
 * can be done with it. To whom it is not there it is as what never was.
 */
export async function askOneByOne(world: WorldBetween, facts: FactsBetween): Promise<Met> {
  const met: Met = new Map()
  const never = new Map<string, Outcome>()
  const neverWas = async (one: Dweller, what: string, verb: Act['verb']) => {
    const same = `${what} ${one.actor.personId} ${one.actor.organisationId}`
    const before = never.get(same)
    if (before) return before
    const answer = await outcomeUndone(world, one, (work) => verb(work, newId()))
    never.set(same, answer)
    return answer
  }
  const active = world.people.filter((one) => one.active)
  const things = thingsIn(world, facts)
  for (const { what, organisation, id, isThere, worksOnIt, read, acts } of things) {
    const here = ({ actor }: Dweller) => actor.organisationId === organisation
    // A table and a question are there in more than one organisation, by the same number.
    const sides = things.filter((one) => one.id === id).map((one) => one.organisation)
    const elsewhere = world.chance.one(
      active.filter(({ actor }) => !sides.includes(actor.organisationId)),
    )
    for (const one of [...active.filter(here), ...(elsewhere ? [elsewhere] : [])]) {
      const who = asSomebody(one)
      const told = `${what} by ${toldOf(who)}${here(one) ? '' : ' elsewhere'}`
      const { act, verb, may = () => true } = world.chance.one(acts) ?? assert.fail(what)
      const answer = await outcome(world, one, (work) => read(work, id))
      const done = await outcomeUndone(world, one, (work) => verb(work, id))
      if (isThere(who)) {
        meet(met, `${what} there`)
        assert.ok('read' in answer, `${told}: ${JSON.stringify(answer)}`)
        holdsNothingOfOthers(world, facts, { who, shown: JSON.stringify(answer.read), told })
        assert.ok(may(who) || 'refused' in done, `${act} of ${told} was done`)
        if ('read' in done) meet(met, 'an act done')
        else if (!may(who)) meet(met, 'an act refused to who sees it')
        continue
      }
      meet(met, `${what} hidden`)
      if (here(one) && worksOnIt(who)) meet(met, `${what} hidden from the same work`)
      assert.ok('refused' in answer, `${told} was read`)
      assert.deepEqual(answer, await neverWas(one, what, read), told)
      assert.ok('refused' in done, `${act} of ${told} was done`)
      assert.deepEqual(done, await neverWas(one, `${what}, ${act}`, verb), `${act} of ${told}`)
    }
  }
  return met
}

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).sort()

/** All that a list gives, page after page. */
async function allPages(
  page: (
    before: string | undefined,
  ) => Promise<{ ids: readonly string[]; next?: string | undefined }>,
): Promise<string[]> {
  const found: string[] = []
  let before: string | undefined
  do {
    const { ids: more, next } = await page(before)
    found.push(...more)
    before = next
  } while (before !== undefined)
  return found.sort()
}

/** Each list, and each search by a reference, holds exactly what the rules give this person. */
export async function askForLists(world: WorldBetween, facts: FactsBetween): Promise<Met> {
  const met: Met = new Map()
  const { arrests, dossiers, tables, advice, sharing } = world.desks
  for (const one of world.people.filter(({ active }) => active)) {
    const who = asSomebody(one)
    const told = toldOf(who)
    const does = <T>(verb: (work: Work) => Promise<T>) =>
      world.house.inTransaction(one.actor, 'share', verb)
    const holds = async (
      list: string,
      due: readonly string[],
      shown: Promise<readonly string[]>,
    ) => {
      assert.deepEqual([...(await shown)].sort(), [...due].sort(), `${list} for ${told}`)
      if (due.length > 0) meet(met, list)
    }
    for (const kind of ['arrest', 'protection'] as const) {
      if (who.kind !== 'police' || (kind === 'protection' && !isCertified(who))) continue
      const due = facts.files.filter((file) => file.kind === kind && seesFile(who, file, facts))
      const page = async (before: string | undefined) => {
        const { files, after } = await does((work) => listFiles(work, arrests, kind, before))
        return { ids: files.map(({ id }) => id), next: after }
      }
      const mayList = who.roles.some((role) => ['officer', 'trafficking-detective'].includes(role))
      if (mayList) await holds(`${kind}s`, ids(due), allPages(page))
    }
    if (hasDossiers(who)) {
      const due = facts.dossiers.filter((dossier) => seesDossier(who, dossier, facts))
      const page = async (before: string | undefined) => {
        const { lines, next } = await does((work) => listDossiers(work, dossiers, { before }))
        return { ids: lines.map(({ id }) => id), next }
      }
      await holds('dossiers', ids(due), allPages(page))
      const sought = world.chance.one(facts.dossiers)
      const reference = sought?.code ?? ''
      const found = does((work) => listDossiers(work, dossiers, { reference }))
      const theirs = sought && seesDossier(who, sought, facts) ? [sought.id] : []
      await holds(
        'dossiers by reference',
        theirs,
        found.then(({ lines }) => ids(lines)),
      )
    }
    const mayOpen = [
      ...facts.files.map(({ id, kind, reference, state }) => ({
        ...{ id, reference, open: state !== 'closed' },
        kind: kind === 'arrest' ? 'suspect-file' : 'victim-file',
      })),
      ...facts.dossiers.map(({ id, code }) => ({
        ...{ id, reference: code, open: true, kind: 'dossier' },
      })),
    ]
    for (const { id, kind, reference, open } of world.chance.some(mayOpen, 4)) {
      const intake = sharing.intakes.find((each) => each.kind === kind)
      const due = open && knowsFile(who, kind, id, facts) ? [id] : []
      const found = does(async (work) => {
        work.audit({ act: 'test.seek' })
        return (await intake?.findByReference?.(work, reference)) ?? ''
      })
      await holds(
        `${kind} by reference`,
        due,
        found.then((got) => (got === '' ? [] : [got])),
      )
    }
    const seen = await outcome(world, one, (work) => readTables(work, tables))
    const sitting = facts.tables.filter((table) => seesTable(who, table, facts))
    const listed = 'read' in seen ? (seen.read as readonly { id: string }[]) : []
    await holds('tables', ids(sitting), Promise.resolve(ids(listed)))
    const asked = await outcome(world, one, (work) => readAdvices(work, advice))
    const { lists } =
      'read' in asked ? (asked.read as Awaited<ReturnType<typeof readAdvices>>) : { lists: [] }
    for (const side of ['asked', 'received'] as const) {
      const due = facts.questions.filter(
        (question) => question.side === side && seesQuestion(who, question, facts),
      )
      const shown = lists
        .filter((list) => list.side === side)
        .flatMap(({ goingOn, over }) => ids([...goingOn, ...over]))
      await holds(`${side} questions`, ids(due), Promise.resolve(shown))
    }
    const came = await outcome(world, one, readReceivedList)
    const arrived = facts.received.filter((each) => finds(who, each, facts))
    const { open, over } =
      'read' in came
        ? (came.read as Awaited<ReturnType<typeof readReceivedList>>)
        : { open: [], over: [] }
    const kept = (each: ReceivedFacts) => isKept(each, facts)
    await holds('received', ids(arrived.filter(kept)), Promise.resolve(ids(open)))
    await holds(
      'received and over',
      ids(arrived.filter((each) => !kept(each))),
      Promise.resolve(ids(over)),
    )
    const left = await outcome(world, one, async (work) => [
      ...(await readOwnDisclosures(work, sharing, 'nl')),
      ...(await readApart(work, sharing, 'nl')),
    ])
    const own = facts.sent.filter((each) => followsSent(who, each, facts))
    const lines = 'read' in left ? (left.read as readonly { id: string }[]) : []
    await holds('sent', ids(own), Promise.resolve(ids(lines)))
  }
  return met
}

/** Of each file from which something left: who may share from it, as the program reads that for all at once. */
export async function askWhoFollows(
  { desks, house, people }: WorldBetween,
  facts: FactsBetween,
): Promise<Met> {
  const met: Met = new Map()
  for (const one of facts.sent) {
    const { organisation: organisationId, file: fileId, fileKind } = one
    const { sharers } = await whoShares(house, sourceOf(desks.sharing, fileKind), {
      ...{ fileId, organisationId },
    })
    const due = people.filter((dweller) => mayShareFrom(asSomebody(dweller), one, facts))
    // Who takes no part in sharing is left out of them afterwards.
    const here = sharers.filter((id) =>
      people.some(
        (each) =>
          each.actor.personId === id &&
          each.actor.organisationId === organisationId &&
          takesPart(asSomebody(each)),
      ),
    )
    assert.deepEqual(here.sort(), due.map(({ actor }) => actor.personId).sort(), fileKind)
    if (due.length > 0) meet(met, fileKind)
  }
  return met
}

/**
 * Whoever reads something received learns of what was taken only into files that they may know of, is offered only
 * those, and of an answer somebody writes only their own.
 */
export async function askForWhatWasTaken(world: WorldBetween, facts: FactsBetween): Promise<Met> {
  const met: Met = new Map()
  const { sharing, answerForms } = world.desks
  for (const one of facts.received) {
    const inOrganisation = world.people.filter(
      ({ actor, active }) => active && actor.organisationId === one.organisation,
    )
    for (const dweller of inOrganisation) {
      const who = asSomebody(dweller)
      if (!finds(who, one, facts)) continue
      const told = `received by ${toldOf(who)}`
      const answer = await outcome(world, dweller, (work) =>
        readReceived(work, sharing, { id: one.id, language }),
      )
      assert.ok('read' in answer, told)
      const read = answer.read as Awaited<ReturnType<typeof readReceived>>
      assert.equal(read.body !== undefined, isKept(one, facts), told)
      const takes = world.takes.filter(({ id, organisation }) => {
        return id === one.id && organisation === one.organisation
      })
      const inSight = takes.filter(({ file }) => knowsFile(who, file.kind, file.id, facts))
      const pathOf = ({ file }: (typeof takes)[number]) =>
        sharing.intakes.find(({ kind }) => kind === file.kind)?.path(file.id)
      const lines = (all: readonly (string | undefined)[]) => [...new Set(all)].sort()
      assert.deepEqual(lines(read.taken.map(({ path }) => path)), lines(inSight.map(pathOf)), told)
      const happened = read.happenings.filter(({ kind }) => kind === 'taken').length
      assert.equal(happened, read.taken.length, told)
      for (const take of takes) meet(met, inSight.includes(take) ? 'taken' : 'taken out of sight')
      for (const { kind, id } of read.files) {
        assert.ok(knowsFile(who, kind, id, facts), `${told} is offered a ${kind}`)
        meet(met, `${kind} to take into`)
      }
      for (const form of answerForms) {
        const own = await outcome(world, dweller, (work) =>
          readConsultation(work, sharing, { id: one.id, form }),
        )
        if (!('read' in own)) continue
        meet(met, 'own answer')
        const { words: typed } = own.read as { words: unknown }
        for (const word of world.words.in(JSON.stringify(typed ?? ''))) {
          meet(met, 'word of an own answer')
          const place = `answer:${one.id}:${who.person}`
          assert.ok(world.words.placesOf(word).has(place), `${told} reads another's answer`)
        }
      }
    }
  }
  return met
}
