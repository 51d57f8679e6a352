import assert from 'node:assert/strict'
import { anApp, type TestApp } from '#tests/an-app.ts'
import { aWorldBetween, type WorldBetween } from './a-world-between.ts'
import { askAsPrograms, askAtAddresses, readPages, readRows } from './addresses-between.ts'
import {
  askForLists,
  askForWhatWasTaken,
  askOneByOne,
  askWhoFollows,
  type Met,
} from './ask-between.ts'
import { type FactsBetween, factsBetween } from './facts-between.ts'

/** A world as it is when nothing happens in it any more. */
export type Standing = {
  readonly app: TestApp
  readonly world: WorldBetween
  readonly facts: FactsBetween
}

type Size = { readonly seed: number; readonly happenings: number }

export async function aStandingWorld(app: TestApp, size: Size): Promise<Standing> {
  const world = await aWorldBetween(app, size)
  return { app, world, facts: await factsBetween(app.house) }
}

/** How much is asked where not everything is. */
type Much = { readonly addresses: number; readonly pages: number }

type Question = {
  readonly promise: string
  readonly ask: (standing: Standing, much: Much) => Promise<Met>
  /** what a world must have in it for the question to mean anything */
  readonly meets: readonly string[]
}

const circled = ['arrest', 'protection', 'dossier', 'received', 'asked question', 'table joined']

/** What every world keeps, whoever is in it and whatever happened. */
export const questions: readonly Question[] = [
  {
    promise:
      'whoever asks for whichever file, table, question or delivery gets what the rules say, and to all others it never was',
    ask: ({ world, facts }) => askOneByOne(world, facts),
    meets: [
      ...circled.flatMap((what) => [`${what} there`, `${what} hidden from the same work`]),
      ...['task of a table there', 'task of a table hidden'],
      ...['suspect-file', 'dossier', 'case'].flatMap((from) => [
        `sent from ${from} there`,
        `sent from ${from} hidden`,
      ]),
      ...['table invited hidden', 'table invited there', 'received question there'],
      ...['an act done', 'an act refused to who sees it'],
    ],
  },
  {
    promise: 'a list, and a search by a reference, holds exactly what the rules give this person',
    ask: ({ world, facts }) => askForLists(world, facts),
    meets: [
      ...['arrests', 'protections', 'dossiers', 'tables', 'asked questions', 'received questions'],
      ...['received', 'received and over', 'sent', 'suspect-file by reference'],
    ],
  },
  {
    promise: 'whoever hears what becomes of what left a file may share from that file now',
    ask: ({ world, facts }) => askWhoFollows(world, facts),
    meets: ['case', 'suspect-file', 'dossier', 'round-table'],
  },
  {
    promise:
      'of something received everybody reads where it was taken only of files that they may know of, and only their own answer',
    ask: ({ world, facts }) => askForWhatWasTaken(world, facts),
    meets: ['taken', 'taken out of sight', 'own answer', 'word of an own answer'],
  },
  {
    promise: 'at an address of what one may not see nothing is told, and nothing changes',
    ask: ({ app, world, facts }, { addresses: questions }) =>
      askAtAddresses(app, world, { facts, questions }),
    meets: [
      ...['/aanhoudingen', '/beschermdossiers', '/dossiers', '/overleg', '/delen', '/ontvangen'],
      '/advies',
    ].flatMap((root) => [`${root} there`, `${root} hidden`]),
  },
  {
    promise:
      'no page where much comes together shows a word, or names a file, of which its reader may not know',
    ask: ({ app, world, facts }, { pages: perPerson }) =>
      readPages(app, world, { facts, perPerson }),
    meets: ['a case with words', 'a list with words'],
  },
  {
    promise:
      'a program reads what came for any role, and nothing that only the circle of a case reads',
    ask: ({ app, world, facts }) => askAsPrograms(app, world, facts),
    meets: ['there', 'elsewhere', 'of a case'],
  },
  {
    promise: 'as the application role, each organisation finds its own rows only',
    ask: ({ app, world }) => readRows(app, world),
    meets: [
      ...['police_file', 'police_file_circle', 'police_file_note', 'dossier', 'dossier_circle'],
      ...['round_table', 'round_table_item', 'disclosure', 'received_disclosure', 'received_taken'],
      ...['advice_question', 'advice_step', 'consultation_answer'],
    ],
  },
]

/** Of so many worlds it is asked that chance met every kind of answer; few may miss one and are still right. */
const manyWorlds = 20

/** Worlds by the seeds from this one on, as many as asked; stops at the first in which a promise is broken. */
export async function tryWorlds(
  { worlds, seed: first }: { readonly worlds: number; readonly seed: number },
  say: (line: string) => void,
): Promise<void> {
  const met = new Set<string>()
  for (let seed = first; seed < first + worlds; seed += 1) {
    const app = await anApp()
    try {
      const standing = await aStandingWorld(app, { seed, happenings: 1_200 })
      for (const { promise, ask } of questions) {
        for (const one of await inWorld(seed, () => ask(standing, { addresses: 600, pages: 12 }))) {
          met.add(`${promise}: ${one[0]}`)
        }
      }
    } finally {
      await app.close()
    }
  }
  const missed = questions.flatMap(({ promise, meets }) =>
    meets.filter((one) => !met.has(`${promise}: ${one}`)),
  )
  if (worlds >= manyWorlds) assert.deepEqual(missed, [], 'chance must have met these')
  const unmet = missed.length > 0 ? ` Not met: ${missed.join(', ')}.` : ''
  say(`${worlds} worlds kept their promises; ${met.size} kinds of answers.${unmet}`)
}

/** Whatever goes wrong says in which world. */
export async function inWorld<T>(seed: number, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new Error(`In the world of seed ${seed}: ${(error as Error).message}`, { cause: error })
  }
}
