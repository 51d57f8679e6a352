import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { openDossierKey, places } from '#capabilities/non-punishment/dossier-key.ts'
import { openDossier } from '#capabilities/non-punishment/open-dossier.ts'
import { findKeyRow } from '#capabilities/non-punishment/store.ts'
import { insertFact } from '#capabilities/non-punishment/store-contents.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { addMember } from './a-member.ts'
import { signIn, type Visitor } from './a-school.ts'
import { expectStatus, summary } from './load.ts'
import { machineLoad } from './machine.ts'
import { type Program, withProgram } from './program.ts'
import { ms, printAims, printTable, ratio, say, whisper, whole } from './report.ts'

/** Milliseconds of the server for the page of a dossier. */
const aim = 50
const sizes = [100, 200, 300, 400, 500] as const

type Found = { facts: number; p50: number; p95: number; busy: number; kilobytes: number }

type Options = { readonly turns: number }

/**
 * The page of a dossier by how many facts it holds, each with 400 signs of its own and what speaks against it,
 * sealed as the product seals them: one after another, from asking to the last byte.
 */
export const measureDossier = ({ turns }: Options): Promise<boolean> =>
  withProgram(async (program) => {
    const prosecutor = await aProsecutor(program)
    const found: Found[] = []
    for (const facts of sizes) {
      whisper(`dossier: ${facts} facts`)
      const id = await aDossierOf(program, prosecutor, facts)
      const times: number[] = []
      let bytes = 0
      let cpu = 0
      // The first ten warm what every server has warm after a minute.
      for (let turn = 0; turn < turns + 10; turn += 1) {
        const started = performance.now()
        const ask = { path: `/dossiers/${id}`, cookie: prosecutor.cookie }
        const answer = expectStatus(await program.sender.send(ask), 200)
        if (turn === 9) cpu = processorTime(program.pid)
        if (turn >= 10) times.push(performance.now() - started)
        bytes = answer.body.length
      }
      const busy = (processorTime(program.pid) - cpu) / turns
      found.push({ facts, ...summary(times), busy, kilobytes: bytes / 1000 })
    }
    // Others may be at work on this machine: how long the server was busy tells more than how long it took.
    say(`Load of the machine: ${ms(machineLoad())}.`)
    const few = found[0]?.busy ?? 0
    const full = found.at(-1)?.busy ?? 0
    printTable(
      'The page of a dossier, in ms',
      found.map(({ facts, p50, p95, busy, kilobytes }) => ({
        facts: whole(facts),
        p50: ms(p50),
        p95: ms(p95),
        'the server was busy': ms(busy),
        KB: whole(kilobytes),
        'beside 100': ratio(busy / few),
      })),
    )
    printAims('The page of a dossier: aims', [
      { aim: `500 facts: busy for under ${aim} ms`, found: `${ms(full)} ms`, met: full < aim },
      {
        aim: 'each 100 facts more cost at most a fifth of that',
        found: `${ms((full - few) / 4)} ms`,
        met: (full - few) / 4 < aim / 5,
      },
    ])
    return true
  })

/** Milliseconds for which the program was busy since it began, in hundredths of a second. The database is not in it. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

async function aProsecutor(program: Program): Promise<Visitor> {
  const [organisationId, personId] = [newId(), newId()]
  await program.pool.query(
    `insert into organisation (id, kind, name) values ($1, 'prosecution', 'Parket Voorbeeld (verzonnen)')`,
    [organisationId],
  )
  const actor: PersonActor = {
    ...{ kind: 'person', personId, organisationId, organisationKind: 'prosecution' },
    roles: ['youth-prosecutor'],
  }
  await addMember(program, actor)
  return signIn(program, actor)
}

async function aDossierOf(
  { keyring, inTransaction }: Program,
  { actor }: Visitor,
  facts: number,
): Promise<string> {
  const does = <T>(verb: (work: Work) => Promise<T>) =>
    inTransaction(actor, 'weigh-prosecution', verb)
  const words = { name: 'Noor Voorbeeld', born: '', question: 'Wat is er gebeurd?' }
  const id = await does((work) => openDossier(work, { keyring }, { words }))
  await does(async (work) => {
    work.audit({ act: 'bench.facts', subject: id })
    const row = await findKeyRow(work, id)
    if (!row) throw new Error('There is no such dossier.')
    const seal = await openDossierKey(work, keyring, row)
    for (let nth = 0; nth < facts; nth += 1) {
      const fact = newId()
      const text = `Feit ${nth}. ${'Noor had een tweede telefoon bij zich. '.repeat(10)}`
      const beside = ['Een telefoon kan van een vriend zijn.']
      const origin = { organisation: 'Politie Voorbeeld (verzonnen)', via: [] }
      await insertFact(work, {
        ...{ dossier_id: id, id: fact, kind: 'fact', happened_on: '2026-10-01' },
        added_at: work.now.toString(),
        ...{ received_id: null, recalled_at: null, withdrawn_at: null },
        content: seal.seal(places.fact(fact), {
          ...{ text, source: 'verbalisant', moment: '', beside, origin },
        }),
      })
    }
  })
  return id
}
