/**
 * The map: each capability, the noun it owns, and the doors of others that it may open.
 * `architecture.test.ts` holds the code to it. A new edge is a decision, not an import.
 */
export const capabilities = {
  knowledge: {
    owns: 'the packs: signals, help lines, terms, advice',
    opens: [],
  },
  law: {
    owns: 'the law as dated data: what a rule says, where it stands, since when, and how sure we are of its wording',
    opens: ['knowledge'],
  },
  calendar: {
    owns: 'school days: which days count where terms are counted',
    opens: [],
  },
  recognition: {
    owns: 'what words may point to, and Verken: exploring without a trace',
    opens: ['knowledge'],
  },
  identity: {
    owns: 'organisations, people who work for them, and their sessions',
    opens: [],
  },
  trail: {
    owns: 'what happened to whose record, sealed so that nobody can unwrite it',
    opens: [],
  },
  signals: {
    owns: 'the signal: what somebody noticed, and what happened with it',
    opens: ['calendar', 'knowledge', 'recognition'],
  },
  cases: {
    owns: 'the case: the organisation’s own file on a young person, its circle, its line of time and what is due',
    opens: ['signals'],
  },
  conversations: {
    owns: 'the conversation with the young person of a case: prepared, held, read along, closed into the file',
    opens: ['cases', 'knowledge'],
  },
  intervision: {
    owns: 'the intervision: colleagues who think together, first in silence, and what it came to',
    opens: ['cases', 'knowledge'],
  },
  protocols: {
    owns: 'the protocol of a school, its editions, its runs in cases, and drills',
    opens: ['calendar', 'cases', 'identity', 'knowledge'],
  },
  support: {
    owns: 'help: the catalogue of interventions, what is on offer where, and the placement of a young person',
    opens: ['cases', 'knowledge'],
  },
  sharing: {
    owns: 'the delivery: what one organisation brings to another, from the message to what was chosen and why',
    opens: ['cases', 'knowledge', 'law'],
  },
  training: {
    owns: 'practising: stories that stop where a signal shows, who read them, and the request of the film',
    opens: ['knowledge', 'sharing'],
  },
  arrests: {
    owns: 'the arrested minor: the clocks, the look at exploitation, who must be told, and two files apart',
    opens: ['knowledge', 'law', 'sharing'],
  },
  research: {
    owns: 'the survey among schools: what is asked, of which schools, and what the answers say of all',
    opens: ['knowledge', 'post'],
  },
  advice: {
    owns: 'the question to another organisation without the young person, and what was said on it',
    opens: ['cases', 'knowledge', 'sharing'],
  },
  'non-punishment': {
    owns: 'the dossier of a prosecutor: what is known, the assessment, the worksheet and the decision',
    opens: ['knowledge', 'law', 'sharing'],
  },
  partners: {
    owns: 'the program that works for an organisation: what lets it in, what it may ask, and what it is told',
    opens: ['sharing'],
  },
  'round-tables': {
    owns: 'the round table: organisations around one question, and what each brought, agreed and wrote down',
    opens: ['advice', 'cases', 'law', 'sharing'],
  },
  'working-together': {
    owns: 'one place for what crosses between organisations: what waits in each of its parts',
    opens: ['advice', 'round-tables', 'sharing'],
  },
  accountability: {
    owns: 'what Parliament asked and was promised, and what came of it, with the papers in which it stands',
    opens: ['knowledge', 'papers'],
  },
  'parliament-feed': {
    owns: 'what the House publishes as open data, as far as a ministry reads along: rows, how far, what was missed',
    opens: ['knowledge', 'papers'],
  },
  figures: {
    owns: 'the figure: what may be told of a count when everything that was told before lies beside it',
    opens: ['knowledge', 'sharing'],
  },
  letters: {
    owns: 'the progress letter to Parliament: written in pieces, with figures bound to their source',
    opens: ['figures', 'papers', 'sharing'],
  },
  papers: {
    owns: 'the parliamentary paper as read: what one text says, and where it says it',
    opens: ['knowledge'],
  },
  post: {
    owns: 'the letter that there is something new, and its way to a mailbox',
    opens: [],
  },
  privacy: {
    owns: 'what we say about what is kept, and forgetting it in time',
    opens: [
      'advice',
      'figures',
      'identity',
      'intervision',
      'post',
      'round-tables',
      'sharing',
      'signals',
      'training',
    ],
  },
} as const satisfies Readonly<Record<string, { owns: string; opens: readonly string[] }>>

export type Capability = keyof typeof capabilities

/** Files of a capability that others may import: its door, and its door for browser modules. */
export const doors = ['index.ts', 'in-browser.ts'] as const

/** Where everything meets: only these see all capabilities. */
export const meetingPlaces = [
  'src/main.ts',
  'src/app.ts',
  'src/demo.ts',
  'src/oogmerk.ts',
  'src/commands/',
] as const

/** Rooms that would hold anything: a helper belongs to a noun, or is a platform module with its own name. */
export const forbiddenRooms = [
  'utils',
  'helpers',
  'common',
  'misc',
  'shared',
  'lib',
  'types',
] as const
