import { performance } from 'node:perf_hooks'
import { sealProfile } from '#capabilities/identity/professional.ts'
import { openDossierKey, places } from '#capabilities/non-punishment/dossier-key.ts'
import { openDossier } from '#capabilities/non-punishment/open-dossier.ts'
import { findKeyRow } from '#capabilities/non-punishment/store.ts'
import { insertFact } from '#capabilities/non-punishment/store-contents.ts'
import type { PersonActor } from '#platform/actor.ts'
import { newId } from '#platform/ids.ts'
import type { Work } from '#platform/work.ts'
import { signIn, type Visitor } from './a-school.ts'
import { expectStatus, summary } from './load.ts'
import { type Program, withProgram } from './program.ts'
import { ms, printAims, printTable, ratio, whisper, whole } from './report.ts'

/** The page of a dossier, in ms at p50. */
const aim = 50
const sizes = [0, 100, 200, 300, 400, 500] as const

type Options = { readonly turns: number }

/**
 * The page of a dossier by how many facts it holds, each with 400 signs of its own and what speaks against it,
 * sealed as the product seals them: one after another, from asking to the last byte.
 */
export const measureDossier = ({ turns }: Options): Promise<boolean> =>
  withProgram(async (program) => {
    const prosecutor = await aProsecutor(program)
    const found: { facts: number; p50: number; p95: number; kilobytes: number }[] = []
    for (const facts of sizes) {
      whisper(`dossier: ${facts} facts`)
      const id = await aDossierOf(program, prosecutor, facts)
      const times: number[] = []
      let bytes = 0
      // The first ten warm what every server has warm after a minute.
      for (let turn = 0; turn < turns + 10; turn += 1) {
        const started = performance.now()
        const ask = { path: `/dossiers/${id}`, cookie: prosecutor.cookie }
        const answer = expectStatus(await program.sender.send(ask), 200)
        if (turn >= 10) times.push(performance.now() - started)
        bytes = answer.body.length
      }
      found.push({ facts, ...summary(times), kilobytes: bytes / 1000 })
    }
    const empty = found[0]?.p50 ?? 0
    const full = found.at(-1)?.p50 ?? 0
    printTable(
      'The page of a dossier, in ms',
      found.map(({ facts, p50, p95, kilobytes }) => ({
        facts: whole(facts),
        p50: ms(p50),
        p95: ms(p95),
        KB: whole(kilobytes),
        'beside empty': ratio(p50 / empty),
      })),
    )
    printAims('The page of a dossier: aims', [
      { aim: `500 facts: p50 under ${aim} ms`, found: `${ms(full)} ms`, met: full < aim },
      {
        aim: 'each 100 facts more cost at most a fifth of that',
        found: `${ms((full - empty) / 5)} ms`,
        met: (full - empty) / 5 < aim / 5,
      },
    ])
    return true
  })

async function aProsecutor(program: Program): Promise<Visitor> {
  const { pool, keyring, inTransaction } = program
  const [organisationId, personId] = [newId(), newId()]
  await pool.query(
    `insert into organisation (id, kind, name) values ($1, 'prosecution', 'Parket Voorbeeld (verzonnen)')`,
    [organisationId],
  )
  const actor: PersonActor = {
    ...{ kind: 'person', personId, organisationId, organisationKind: 'prosecution' },
    roles: ['youth-prosecutor'],
  }
  const system = { kind: 'system', name: 'command-line', organisationId } as const
  const key = await inTransaction(system, 'maintenance', (work) => keyring.keyOf(work))
  await pool.query('insert into person values ($1)', [personId])
  await pool.query('insert into membership values ($1, $2, $3, $4)', [
    ...[organisationId, personId, actor.roles],
    sealProfile(key, organisationId, personId, { name: 'Olivier Voorbeeld' }),
  ])
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
