import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mayWorkOnArrests } from '#capabilities/arrests/access.ts'
import { aCase, aDesk, aFact, aPupil } from '#capabilities/cases/a-case.ts'
import { mayOpenCase } from '#capabilities/cases/access.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { readDemoRegion } from '#capabilities/identity/demo-region.ts'
import type { SharingLine, SharingQuestion } from '#capabilities/law/index.ts'
import { mayHaveDossiers } from '#capabilities/non-punishment/access.ts'
import { aSharingDesk, listFrom } from '#capabilities/sharing/a-disclosure.ts'
import { checkDisclosure } from '#capabilities/sharing/deliver-disclosure.ts'
import type { SharingDesk } from '#capabilities/sharing/desk.ts'
import { beginDisclosure, keepDraft } from '#capabilities/sharing/draft-disclosure.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { anApp, type TestApp } from '#tests/an-app.ts'

/** From these nobody can take a line out of a file here, and why. */
const withoutFile: Readonly<Record<string, string>> = {
  mayor:
    'a mayor keeps no file about a young person: what the police tell is for authority and public order',
}
/** Who can, but has nobody in the demo region. */
const notInTheRegion = ['probation', 'certified-institution', 'help-for-those-harmed']

let app: TestApp
let desk: SharingDesk
before(async () => {
  app = await anApp({ demoRegion: true })
  desk = aSharingDesk(app.house)
})
after(() => app?.close())

type Somebody = { readonly actor: PersonActor; readonly role: Role }

/** Everybody of the demo region who belongs to this party of the table. */
const peopleOf = (party: string): Somebody[] =>
  (desk.law.sharing.findParty(party)?.members ?? []).flatMap(({ kind, roles }) =>
    readDemoRegion()
      .filter((one) => one.kind === kind)
      .flatMap(({ id, people }) =>
        people.flatMap((one) => {
          const role = roles.find((each) => one.roles.includes(each))
          if (!role) return []
          const by = { kind: 'person', personId: one.id, organisationId: id } as const
          return [{ actor: { ...by, organisationKind: kind, roles: one.roles }, role }]
        }),
      ),
  )

const nobody = { kind: 'person', personId: newId(), organisationId: newId() } as const

const does = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
  app.app.inTransaction(actor, 'share', verb)

/** What a page asks for before its own entry in the trail. */
const asks = <T>(actor: PersonActor, verb: (work: Work) => Promise<T>) =>
  does(actor, async (work) => {
    work.audit({ act: 'case.find' })
    return verb(work)
  })

/** Lines on which something about somebody leaves a file. */
const carrying = (): SharingLine[] =>
  desk.law.sharing.lines.filter(({ facts, only }) => !only && facts.some((one) => one !== 'count'))

function answerTo(question: SharingQuestion): string {
  if (question.answer === 'words') return 'Verzonnen woorden.'
  if (question.answer === 'yes-no') return 'yes'
  const { choices, forbids = [] } = question
  return choices.find(({ id }) => !forbids.includes(id))?.id ?? ''
}

const files = new Map<string, Promise<{ readonly id: string; readonly refs: readonly string[] }>>()

/** One case of this person, with something of each kind that a case can hold. */
const caseOf = (actor: PersonActor) => {
  const made = files.get(actor.personId) ?? makeCase(actor)
  files.set(actor.personId, made)
  return made
}

async function makeCase(actor: PersonActor) {
  const cases = aDesk(app.house)
  const identity = aPupil({ name: `Iemand ${newId()}`, number: '' })
  const id = await aCase(app.house, cases, actor, { identity })
  await does(actor, async (work) => {
    await writeEntry(work, cases, id, aFact())
    await writeEntry(work, cases, id, {
      ...{ kind: 'interpretation', text: 'Iemand betaalt.', innocent: ['Een bijbaan.'] },
    })
    await writeEntry(work, cases, id, {
      ...{ kind: 'decision', text: 'We helpen.', reasons: 'Het is nodig.', not: false },
    })
  })
  const [source] = desk.sources
  const all = await asks(actor, (work) => listFrom(source, work, id))
  return { id, refs: all.map(({ ref, kind }) => `${kind}/${ref}`) }
}

/** What is still wrong when this person takes this line out of their own case to that recipient. */
async function faultsOf(line: SharingLine, from: Somebody, to: Somebody): Promise<unknown> {
  const file = await caseOf(from.actor)
  const [first] = file.refs
    .map((one) => one.split('/'))
    .filter(([kind]) => line.facts.some((each) => each === kind))
  if (!first) return 'nothing in the file that this line carries'
  const which = { kind: 'case', fileId: file.id, language: 'nl' } as const
  const id = await does(from.actor, (work) => beginDisclosure(work, desk, which))
  const questions = desk.law.sharing.questionsOf(line)
  const change = {
    ...{ refs: [first[1] ?? ''], aim: line.aims[0] ?? '', road: line.id, question: '' },
    ...{ toId: to.actor.organisationId, toRole: to.role },
    answers: Object.fromEntries(questions.map((one) => [one.id, answerTo(one)])),
  }
  await does(from.actor, (work) => keepDraft(work, desk, { id, language: 'nl' }, change))
  const { composed } = await does(from.actor, (work) =>
    checkDisclosure(work, desk, { id, language: 'nl' }),
  )
  return composed.ok ? undefined : composed.faults
}

test('whoever may take a line of the sharing table has a file to take it from, but for who is named here', () => {
  const without = new Set<string>()
  for (const party of new Set(carrying().flatMap(({ from }) => from))) {
    const members = desk.law.sharing.findParty(party)?.members ?? []
    const has = members.flatMap(({ kind, roles }) =>
      roles.map((role): PersonActor => ({ ...nobody, organisationKind: kind, roles: [role] })),
    )
    const keeps = (who: PersonActor) =>
      mayOpenCase(who) || mayWorkOnArrests(who) || mayHaveDossiers(who)
    if (!has.some(keeps)) without.add(party)
    else if (peopleOf(party).length === 0) assert.ok(notInTheRegion.includes(party), party)
  }
  assert.deepEqual([...without], Object.keys(withoutFile))
})

test('each line that begins at who keeps cases can really be taken out of a case', async () => {
  const taken = new Set<string>()
  for (const line of carrying()) {
    const to = line.to.flatMap(peopleOf)
    for (const from of line.from.flatMap(peopleOf)) {
      const other = to.find(({ actor }) => actor.organisationId !== from.actor.organisationId)
      if (!mayOpenCase(from.actor) || !other) continue
      assert.deepEqual(await faultsOf(line, from, other), undefined, `${line.id}, ${from.role}`)
      taken.add(line.id)
    }
  }
  const fromCases = carrying().filter(({ from }) =>
    from.flatMap(peopleOf).some(({ actor }) => mayOpenCase(actor)),
  )
  assert.deepEqual(
    fromCases.map(({ id }) => id).filter((id) => !taken.has(id)),
    [],
  )
})
