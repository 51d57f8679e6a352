import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

export const en: Messages<typeof nl> = {
  knowledge: 'Signals and help',
  guideTitle: 'Recognising signals',
  guideLead:
    'A child is used for crime and nobody sees the whole picture. This list helps you find words for what you saw. A list decides nothing.',
  toSignals: 'See the signals',
  toSignalsText: 'Search or browse, and read what else it can be',
  toLines: 'What you can do now',
  toLinesText: 'In danger, talking it over, whom to call',
  toWords: 'Words and their meaning',
  toWordsText: 'From attendance officer to Veilig Thuis',
  howToUse: 'How to use the list',
  notSignals: 'What makes someone vulnerable',
  notSignalsText:
    'These are not signals. They say something about a life, not about what happens to a person. So do not tick them anywhere.',
  protects: 'What makes someone stronger',
  protectsText: 'Look at this just as well. It helps you find a way out together.',
  conversation: 'Talking with a young person',
  cards: 'Card to print',
  cardsText: 'Choose who you are. You get the signals that you often see first, on one sheet.',
  edition: (title, published) => `${title} (${published})`,
  source: 'Source',
  sources: 'Sources',
  own: 'our own reading',
  ownAfter: 'Our own reading, after',
  generalKnowledge: 'General knowledge, not checked by us',

  signalsTitle: 'Signals of criminal exploitation',
  signalsLead: 'Every signal can also be something quite ordinary. Open a signal to read that.',
  searchLabel: 'Search for a word, such as phone or scooter',
  category: 'Subject',
  observer: 'Who sees it',
  form: 'Form of exploitation',
  formHint: 'This includes the signals that can occur with every form.',
  show: 'Search',
  showAll: 'All signals',
  found: (count) => (count === 1 ? '1 signal found' : `${count} signals found`),
  noneFound: 'No signal found',
  noneFoundText:
    'Search for another word or choose less. Is what you saw not here? Discuss it with a colleague all the same.',

  oneIsNoConclusion: 'One signal is a reason to ask, never a conclusion.',
  innocentTitle: 'What else can it be?',
  attention: 'Mind',
  formsTitle: 'With which forms can this occur?',
  observersTitle: 'Who often sees this?',
  basisTitle: 'What does this signal rest on?',
  gradedBy: (tool, level) => `${tool} calls this: ${level}.`,
  readingTitle: 'How we read this observation',
  readingNote:
    'This is about the observation, never about a child. We order or count nothing by it.',
  whatNow: 'What you can do now',
  moreIn: (category) => `More signals about ${category.toLowerCase()}`,

  cardTitle: (observer) => `Signal card: ${observer}`,
  cardPrint: 'Print this page with the print menu of your browser.',
  couldAlsoBe: 'Can also be',

  linesTitle: 'Help and help lines',
  dangerTitle: 'Danger now?',
  dangerCall: 'Call 112',
  linesHeading: 'Whom can you call?',
  linesLead: 'With each line we say how sure we are that it is still right.',
  lineStatus: {
    sourced: '',
    undated: 'We do not know from when the source is.',
    'not-verified': 'Make sure before you rely on it.',
  },
  checked: (date) => `Compared with the source on ${date}.`,
  neverChecked: 'Not yet compared with the source.',
  stepsFor: {
    teacher: 'For teachers and other professionals',
    parent: 'For parents',
    'young-person': 'For young people',
  },

  wordsTitle: 'Words and their meaning',
  wordsLead: 'Words you meet here. On other pages they are underlined with dots.',
  law: 'Law',
}
