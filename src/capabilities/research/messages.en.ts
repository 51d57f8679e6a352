import type { nl } from './messages.nl.ts'
import { answeringEn } from './messages-answering.en.ts'
import { wavesEn } from './messages-waves.en.ts'

const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`)

export const en: typeof nl = {
  kinds: { po: 'primary schools', vo: 'secondary schools', mbo: 'vocational schools (mbo)' },
  list: {
    title: 'Surveys among schools',
    lead: 'What do we ask schools about criminal exploitation, and what was published on it before?',
    results: 'Results',
    resultsLead: 'What schools answered, as researchers published it.',
    published: (organisation, day) => `${organisation}, ${day}.`,
    questionnaires: 'Questionnaires',
    about: (version, day, count) =>
      `Version ${version} of ${day}. Filling it in takes about ${minutes(count)}.`,
  },
  figures: {
    title: 'What was published before',
    lead: 'Beside each figure stands which question was asked, of whom, and when it was published.',
    first: 'Read this before you compare figures',
    caption: (year) => `Published in ${year}`,
    question: 'Question',
    figure: 'Figure',
    population: 'Who were asked',
    asked: 'How many answered',
    source: 'Where it stands',
  },
  reading: {
    version: 'Version',
    versionOf: (version, day) => `${version}, of ${day}`,
    schools: 'For',
    answeredBy: 'Who answers',
    takes: 'Takes',
    minutes: (count) => `about ${minutes(count)}`,
    wording: 'Wording of the questions',
    open: 'No question is obligatory.',
    choose: { one: 'One answer:', many: 'More answers may be chosen:' },
    alone: 'then no other answer',
    inWords: (longest) => `In own words, at most ${longest} characters.`,
    onlyAfter: (question, answers) =>
      `Only after “${question}” with the answer: ${answers.join(' or ')}.`,
    near: (year, question, figure, population) =>
      `Published before (${year}), another question: “${question}”: ${figure}. Asked of: ${population}. Do not just compare these.`,
  },
  ...answeringEn,
  ...wavesEn,
}
