import { someArrest, someLook } from '#capabilities/arrests/an-arrest.ts'
import { endAccess, letIn } from '#capabilities/arrests/circle.ts'
import { fileSteps } from '#capabilities/arrests/file.ts'
import { keepLook } from '#capabilities/arrests/look.ts'
import { openArrest } from '#capabilities/arrests/open-arrest.ts'
import { openProtection } from '#capabilities/arrests/open-protection.ts'
import { sharedKinds } from '#capabilities/arrests/sharing-kinds.ts'
import { takeStep } from '#capabilities/arrests/take-step.ts'
import { writeNote } from '#capabilities/arrests/write-note.ts'
import { aFact, aPupil } from '#capabilities/cases/a-case.ts'
import { addToCircle, endInCircle, handOverCase } from '#capabilities/cases/change-circle.ts'
import { closeCase, reopenCase, takeOverCase } from '#capabilities/cases/end-case.ts'
import { openCase } from '#capabilities/cases/open-case.ts'
import { writeEntry } from '#capabilities/cases/write-entry.ts'
import { factWords } from '#capabilities/non-punishment/a-dossier.ts'
import { considerExploitation } from '#capabilities/non-punishment/assess.ts'
import {
  endAccess as endInDossier,
  handOver,
  letIn as letIntoDossier,
} from '#capabilities/non-punishment/change-circle.ts'
import { openDossier } from '#capabilities/non-punishment/open-dossier.ts'
import { addFact } from '#capabilities/non-punishment/write-in-dossier.ts'
import type { OrganisationKind } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import type { Happening, PoliceFile, Ref, WorldBetween } from './a-world-between.ts'

const reason = 'Verzonnen reden.'
const because = reason

const anyoneAt = ({ chance, staffOf }: WorldBetween, ref: Ref | undefined) =>
  chance.one(staffOf(ref?.organisation))

/** At a random organisation of these kinds, what somebody there makes; nothing when they may not. */
const makerAt = (world: WorldBetween, ...kinds: readonly OrganisationKind[]) =>
  world.chance.one(world.staffOf(world.chance.one(world.organisationsOf(...kinds))))

const arrested: Happening = async (world) => {
  const actor = makerAt(world, 'police')
  const word = world.words.at('nowhere')
  const arrest = someArrest({ fact: { text: `Gezien: ${word}.`, source: 'Bo' } })
  const id = await world.attempt(actor, (work) => openArrest(work, world.desks.arrests, arrest))
  if (!actor || !id) return
  world.words.lies(word, `suspect-file:${id}`)
  world.files.push({ kind: 'arrest', organisation: actor.organisationId, id })
}

const protectedApart: Happening = async (world) => {
  const file = world.chance.one(world.files.filter(({ kind }) => kind === 'arrest'))
  const word = world.words.at('nowhere')
  const id = await world.attempt(anyoneAt(world, file), (work) =>
    openProtection(work, world.desks.arrests, file?.id ?? '', { reason: `Omdat: ${word}.` }),
  )
  if (!file || !id) return
  world.words.lies(word, `victim-file:${id}`)
  world.files.push({ kind: 'protection', organisation: file.organisation, id })
}

/** Of both kinds about as often, of which there are not as many. */
const aPoliceFile = ({ chance, files }: WorldBetween): PoliceFile | undefined => {
  const kind = chance.in100(50) ? 'arrest' : 'protection'
  return chance.one(files.filter((file) => file.kind === kind))
}

const noted: Happening = async (world) => {
  const file = aPoliceFile(world)
  if (!file) return
  const word = world.words.at(`${sharedKinds[file.kind]}:${file.id}`)
  const words = { text: `Ook: ${word}.`, source: 'Bo' }
  const at = world.house.clock().subtract({ minutes: 1 })
  await world.attempt(anyoneAt(world, file), (work) =>
    writeNote(work, world.desks.arrests, file, { kind: 'fact', at, words }),
  )
}

const looked: Happening = async (world) => {
  const file = world.chance.one(world.files)
  if (file?.kind !== 'arrest') return
  const { arrests } = world.desks
  const part = world.chance.in100(50) ? 'first' : 'full'
  const look = someLook(arrests, { part, further: world.chance.in100(50) })
  await world.attempt(anyoneAt(world, file), (work) => keepLook(work, arrests, file.id, look))
}

const stepped: Happening = async (world) => {
  const file = aPoliceFile(world)
  const step = world.chance.one(fileSteps)
  if (!file || !step) return
  const taken = { step, reasons: reason, without: reason }
  await world.attempt(anyoneAt(world, file), (work) =>
    takeStep(work, world.desks.arrests, file, taken),
  )
}

const circled: Happening = async (world) => {
  const file = aPoliceFile(world)
  const change = { personId: anyoneAt(world, file)?.personId ?? newId(), reason }
  const verb = world.chance.in100(65) ? letIn : endAccess
  if (!file) return
  await world.attempt(anyoneAt(world, file), (work) =>
    verb(work, world.desks.arrests, file, change),
  )
}

const dossierOpened: Happening = async (world) => {
  const actor = makerAt(world, 'prosecution')
  const word = world.words.at('nowhere')
  const words = { name: `Noor ${word}`, born: '2010-05-04', question: 'Is er iets?' }
  const id = await world.attempt(actor, (work) =>
    openDossier(work, world.desks.dossiers, { words }),
  )
  if (!actor || !id) return
  world.words.lies(word, `dossier:${id}`)
  world.dossiers.push({ organisation: actor.organisationId, id })
}

const dossierWritten: Happening = async (world) => {
  const dossier = world.chance.one(world.dossiers)
  if (!dossier) return
  const { dossiers } = world.desks
  const words = factWords({ text: `Er is: ${world.words.at(`dossier:${dossier.id}`)}.` })
  const answer = { answer: 'yes', because } as const
  await world.attempt(anyoneAt(world, dossier), async (work) => {
    await addFact(work, dossiers, dossier.id, { kind: 'fact', words, on: '2026-10-02' })
    await considerExploitation(work, dossiers, dossier.id, answer)
  })
}

const dossierCircled: Happening = async (world) => {
  const dossier = world.chance.one(world.dossiers)
  const change = { personId: anyoneAt(world, dossier)?.personId ?? newId(), because }
  const verb = world.chance.one([letIntoDossier, letIntoDossier, endInDossier, handOver])
  if (!dossier || !verb) return
  await world.attempt(anyoneAt(world, dossier), (work) =>
    verb(work, world.desks.dossiers, dossier.id, change),
  )
}

const caseOpened: Happening = async (world) => {
  const kinds = ['secondary-school', 'municipality', 'youth-help', 'safe-home'] as const
  const actor = makerAt(world, ...kinds, 'secondary-school')
  const { cases } = world.desks
  const [name, seen] = [world.words.at('nowhere'), world.words.at('nowhere')]
  const identity = aPupil({ name: `Bas ${name}`, number: '' })
  const id = await world.attempt(actor, async (work) => {
    const opened = await openCase(work, cases, { identity, question: 'Wat is er?', knowing: true })
    await writeEntry(work, cases, opened, aFact({ text: `Gezien: ${seen}.` }))
    return opened
  })
  if (!actor || !id) return
  for (const word of [name, seen]) world.words.lies(word, `case:${id}`)
  world.cases.push({ organisation: actor.organisationId, id })
}

const caseCircled: Happening = async (world) => {
  const one = world.chance.one(world.cases)
  if (!one) return
  const personId = anyoneAt(world, one)?.personId ?? newId()
  const until = world.chance.in100(30)
    ? world.house.clock().add({ hours: 2 }).toString()
    : undefined
  const change = { personId, reason, until }
  const verb = world.chance.one([addToCircle, addToCircle, endInCircle, handOverCase])
  if (!verb) return
  await world.attempt(anyoneAt(world, one), (work) => verb(work, world.desks.cases, one.id, change))
}

const caseEnded: Happening = async (world) => {
  const one = world.chance.one(world.cases)
  if (!one) return
  const { cases } = world.desks
  const ending = { outcome: 'explained', words: 'Klaar.', told: 'Alles.' } as const
  const acts = [
    (work: Work) => closeCase(work, cases, one.id, ending),
    (work: Work) => reopenCase(work, cases, one.id, { reason }),
    (work: Work) => takeOverCase(work, cases, one.id, { reason }),
  ]
  await world.attempt(anyoneAt(world, one), (work) => world.chance.one(acts)?.(work) ?? nothing)
}
const nothing = Promise.resolve()

/** What happens within one organisation; what comes first in a world is there more often. */
export const happenInFiles: readonly Happening[] = [
  ...[arrested, arrested, arrested, protectedApart, protectedApart, noted, looked, stepped],
  ...[circled, circled, dossierOpened, dossierOpened, dossierWritten, dossierWritten],
  ...[dossierCircled, caseOpened, caseOpened, caseOpened, caseCircled, caseCircled, caseEnded],
]
