import assert from 'node:assert/strict'
import { aCase, aDesk, aFact } from '#capabilities/cases/a-case.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { kindName, roleName } from '#capabilities/identity/index.ts'
import { loadLaw } from '#capabilities/law/index.ts'
import type { PersonActor, Role } from '#platform/actor.ts'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { TestHouse } from '#tests/a-house.ts'
import { aChannel } from './a-channel.ts'
import { answerReceived } from './answer-received.ts'
import { broughtSource } from './brought-source.ts'
import { caseIntake } from './case-intake.ts'
import { caseSource } from './case-source.ts'
import { checkDisclosure, deliverDisclosure } from './deliver-disclosure.ts'
import type { SharingDesk } from './desk.ts'
import type { DisclosureBody } from './disclosure-body.ts'
import { beginDisclosure, type DraftChange, keepDraft } from './draft-disclosure.ts'
import { answerHandlers } from './hear-answers.ts'
import { mayShareFrom, peopleHere } from './keepers.ts'
import { receivingHandlers } from './receive-disclosure.ts'
import type { FactSource } from './shareable-fact.ts'

let law: ReturnType<typeof loadLaw> | undefined

/** For tests: the real parts of this capability on a test house. */
export function aSharingDesk(house: Pick<TestHouse, 'keyring'>): SharingDesk {
  law ??= loadLaw(readConfig({}).knowledgeFolder)
  const cases = aDesk(house)
  const { keyring, namesOf, tell, colleagues } = cases
  const files = {
    sources: [caseSource(cases), broughtSource(cases, () => {})],
    intakes: [caseIntake(cases)],
    occasions: [],
  }
  return { ...{ keyring, namesOf, tell, colleagues, law, roleName, kindName }, ...files }
}

/** A school and a municipality that do not exist, with somebody who shares and somebody who receives. */
export async function aPair(house: TestHouse, desk: SharingDesk) {
  const school = await house.anOrganisation('secondary-school', 'Het Voorbeeldcollege (verzonnen)')
  const municipality = await house.anOrganisation('municipality', 'Gemeente Voorbeeld (verzonnen)')
  const sender = await house.aPerson(school, ['care-coordinator'], 'Zoë Voorbeeld')
  const colleague = await house.aPerson(school, ['safety-coordinator'], 'Vera Voorbeeld')
  const recipient = await house.aPerson(municipality, ['municipal-coordinator'], 'Rosa Verzonnen')
  const otherRole = await house.aPerson(
    municipality,
    ['trafficking-care-coordinator'],
    'Karim Verzonnen',
  )
  const channel = aChannel(house, [...receivingHandlers(desk), ...answerHandlers(desk)])
  return { school, municipality, sender, colleague, recipient, otherRole, channel }
}

export type Pair = Awaited<ReturnType<typeof aPair>>

/** What somebody needs who only sends: the recipient may work in another database. */
export type Sending = Pick<Pair, 'sender' | 'colleague' | 'municipality'>

/** Everything a person may do here as one word: `await does(sender, (work) => …)`. */
export const sharing =
  (house: TestHouse) =>
  <T>(actor: PersonActor, verb: (work: Work) => Promise<T>): Promise<T> =>
    house.inTransaction(actor, 'share', verb)

/** What the conditions of the road from a school to a municipality are answered with. */
export const consented = {
  consent: 'parents',
  'consent-words': 'Moeder, op 20 november, voor deze vraag.',
  free: 'yes',
  necessary: 'yes',
  'recipient-task': 'yes',
}

/** A word that stands in what is shared, so that it can be looked for. */
export const secretWord = 'Zeldzaamwoord'

/** A case of the sender with a fact and what somebody thinks of it. */
export async function aFile(
  house: TestHouse,
  { sender, colleague }: Omit<Sending, 'municipality'>,
) {
  const does = sharing(house)
  const cases = aDesk(house)
  const caseId = await aCase(house, cases, sender, { circle: [colleague] })
  const fact = await does(sender, (work) =>
    writeEntry(work, cases, caseId, aFact({ text: `${secretWord}: twee telefoons.` })),
  )
  const opinion = await does(sender, (work) =>
    writeEntry(work, cases, caseId, {
      ...{ kind: 'interpretation', text: 'Iemand betaalt voor haar.', innocent: ['Een bijbaan.'] },
    }),
  )
  return { caseId, fact, opinion }
}

/** A draft from a file of the sender, in which a fact is chosen and every condition answered. */
export async function aDraft(
  house: TestHouse,
  desk: SharingDesk,
  pair: Sending,
  change: DraftChange = {},
  given?: Awaited<ReturnType<typeof aFile>>,
) {
  const file = given ?? (await aFile(house, pair))
  const does = sharing(house)
  const { sender, municipality } = pair
  const begun = { kind: 'case', fileId: file.caseId, language: 'nl', key: newId() } as const
  const id = await does(sender, (work) => beginDisclosure(work, desk, begun))
  const draft: DraftChange = {
    ...{ refs: [file.fact], aim: 'help', road: 'school-municipality', answers: consented },
    ...{ question: 'Kunnen jullie helpen?', language: 'nl', toId: municipality },
    ...{ toRole: 'municipal-coordinator', ...change },
  }
  await does(sender, (work) => keepDraft(work, desk, { id, language: 'nl' }, draft))
  return { id, ...file }
}

/** Looked at and delivered, as the pages do it. */
export async function deliver(
  house: TestHouse,
  desk: SharingDesk,
  sender: PersonActor,
  id: string,
): Promise<void> {
  const which = { id, language: 'nl' } as const
  const does = sharing(house)
  const { composed } = await does(sender, (work) => checkDisclosure(work, desk, which))
  const hash = composed.ok ? composed.hash : JSON.stringify(composed.faults)
  await does(sender, (work) => deliverDisclosure(work, desk, which, { hash, key: newId() }))
}

/** Everything at the recipient's that is about this disclosure. */
export async function receivedOf(house: TestHouse, organisationId: string, disclosureId: string) {
  const { rows } = await house.pool.query(
    'select * from received_disclosure where organisation_id = $1 and disclosure_id = $2',
    [organisationId, disclosureId],
  )
  return rows[0]
}

/** Something that arrived for a role in the organisation of `to`, and was accepted by them; its facts too. */
export async function aReceived(
  house: TestHouse,
  to: PersonActor,
  role: Role,
  facts: readonly Partial<DisclosureBody['facts'][number]>[] = [{}],
  change: Partial<DisclosureBody> = {},
) {
  const desk = aSharingDesk(house)
  const from = await house.anOrganisation('secondary-school', 'Het Voorbeeldcollege (verzonnen)')
  const sender = {
    organisation: 'Het Voorbeeldcollege (verzonnen)',
    kind: 'secondary-school',
  } as const
  const body: DisclosureBody = {
    ...{ disclosure: newId(), reference: 'D-3333-4444', language: 'nl', salt: newId() },
    from: { ...sender, person: 'Zoë Voorbeeld', role: 'zorgcoördinator' },
    ...{ to: { organisation: 'verzonnen', role }, about: 'de jongere', aim: 'help' },
    basis: {
      ...{ road: 'school-police', edition: '2026-11', name: 'verzonnen', standing: 'law' },
      ...{ limits: '', rules: [], conditions: [] },
    },
    ...{ endOn: '2027-01-01', question: '' },
    facts: facts.map((each) => ({
      ...{ id: newId(), kind: 'fact', text: 'Twee telefoons.', source: 'mentor', beside: [] },
      ...{ origin: { ...sender, via: [] }, ...each },
    })),
    ...change,
  }
  const [handler] = receivingHandlers(desk)
  const delivery = { kind: 'system', name: 'delivery', organisationId: to.organisationId } as const
  const message = { from, body, id: newId(), kind: 'sharing.disclosure', number: 1 }
  await house.inTransaction(delivery, 'share', (work) =>
    Promise.resolve(handler?.receive(work, message as never)),
  )
  const { id } = await receivedOf(house, to.organisationId, body.disclosure)
  await sharing(house)(to, (work) => answerReceived(work, desk, id, { act: 'accept', words: '' }))
  return { id: String(id), items: body.facts.map((fact) => fact.id), from }
}

/** What can be shared from a file, as the pages show it. */
export const listFrom = async (source: FactSource | undefined, work: Work, id: string) =>
  (await (await source?.open(work, id))?.list('nl')) ?? []

/** Who shares from a file, read at once: that must be just for whom it opens, one by one. */
export async function whoShares(
  house: TestHouse,
  source: FactSource,
  { fileId, organisationId }: { readonly fileId: string; readonly organisationId: string },
): Promise<Awaited<ReturnType<FactSource['keepers']>>> {
  const delivery = { kind: 'system', name: 'delivery', organisationId } as const
  return house.inTransaction(delivery, 'share', async (work) => {
    const people = await peopleHere(work)
    const found = await source.keepers(work, fileId, people)
    const opens: string[] = []
    for (const actor of people) {
      if (await mayShareFrom({ ...work, actor }, source, fileId)) opens.push(actor.personId)
    }
    assert.deepEqual([...found.sharers].sort(), opens.sort())
    return found
  })
}
