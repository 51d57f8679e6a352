import { answeringNl } from './messages-answering.nl.ts'
import { wavesNl } from './messages-waves.nl.ts'

const minutes = (count: number) => (count === 1 ? '1 minuut' : `${count} minuten`)

export const nl = {
  kinds: { po: 'primair onderwijs', vo: 'voortgezet onderwijs', mbo: 'mbo' },
  list: {
    title: 'Onderzoek onder scholen',
    lead: 'Wat vragen we scholen over criminele uitbuiting, en wat is er eerder over gepubliceerd?',
    results: 'Uitkomsten',
    resultsLead: 'Wat scholen antwoordden, zoals onderzoekers het publiceerden.',
    published: (organisation: string, day: string) => `${organisation}, ${day}.`,
    questionnaires: 'Vragenlijsten',
    about: (version: number, day: string, count: number) =>
      `Versie ${version} van ${day}. Invullen duurt ongeveer ${minutes(count)}.`,
  },
  figures: {
    title: 'Wat eerder is gepubliceerd',
    lead: 'Bij elk cijfer staat welke vraag is gesteld, aan wie en wanneer het is gepubliceerd.',
    first: 'Lees dit voor je cijfers vergelijkt',
    caption: (year: number) => `Gepubliceerd in ${year}`,
    question: 'Vraag',
    figure: 'Cijfer',
    population: 'Aan wie gevraagd',
    asked: 'Hoeveel antwoordden',
    source: 'Waar het staat',
  },
  reading: {
    version: 'Versie',
    versionOf: (version: number, day: string) => `${version}, van ${day}`,
    schools: 'Voor',
    answeredBy: 'Wie antwoordt',
    takes: 'Duurt',
    minutes: (count: number) => `ongeveer ${minutes(count)}`,
    wording: 'Woorden van de vragen',
    open: 'Geen enkele vraag is verplicht.',
    choose: { one: 'Eén antwoord:', many: 'Meer antwoorden mogen:' },
    alone: 'dan geen ander antwoord',
    inWords: (longest: number) => `In eigen woorden, ten hoogste ${longest} tekens.`,
    onlyAfter: (question: string, answers: readonly string[]) =>
      `Alleen na “${question}” met als antwoord: ${answers.join(' of ')}.`,
    near: (year: number, question: string, figure: string, population: string) =>
      `Eerder gepubliceerd (${year}), een andere vraag: “${question}”: ${figure}. Gevraagd aan: ${population}. Vergelijk dit niet zomaar.`,
  },
  ...answeringNl,
  ...wavesNl,
}
