import { fullDay } from '#platform/dates.ts'

/** A letter to the Dutch Parliament is in Dutch, in whatever language somebody reads the page around it. */
export const letterWords = {
  to: 'Aan',
  toParliament: 'de Voorzitter van de Tweede Kamer der Staten-Generaal',
  from: 'Van',
  along: 'Mede namens',
  date: 'Datum',
  draft: 'concept',
  dossiers: 'Dossier',
  head: 'Kop van de brief',
  corrects: (day: string) => `Deze brief verbetert de brief die op ${day} is gepubliceerd: `,
  follows: 'Deze brief volgt op ',
  discharged: 'Wat met deze brief is afgedaan',
  dischargedHere: 'afgedaan met deze brief',
  notTold: '[niet bekend te maken]',
  next: (step: string) => `Volgende stap: ${step}`,
  annexActions: 'Bijlage: alle acties',
  noActions: 'Er staan geen acties in het register.',
  actionColumns: [
    'Actielijn',
    'Actie',
    'Van wie en met wie',
    'Begin / af op',
    'Stand',
    'Ontwikkeling',
  ],
  annexItems: 'Bijlage: moties, toezeggingen en vragen',
  noItems: 'Er staan geen moties, toezeggingen of vragen in het register.',
  itemColumns: ['Punt', 'Soort', 'Van', 'Vindplaats', 'Stand'],
  annexFigures: 'Bijlage: herkomst van de cijfers',
  rounded:
    'De cijfers uit tellingen in deze brief zijn afgerond op vijf. In de bijlage over hun herkomst staat bij elk cijfer tussen welke getallen het echte aantal ligt.',
  figuresLead:
    'Elk cijfer hieronder is gebonden aan een gepubliceerde telling, en afgerond op vijf. Het echte aantal ligt binnen de grenzen die erbij staan. Afgeronde cijfers bij elkaar opgeteld kunnen daardoor iets anders uitkomen. De naam leidt naar wat er is geteld, van wie en wanneer.',
  annexNumbers: 'Bijlage: waar overgenomen getallen staan',
  cited: (said: string) => `“${said}”: `,
  figureColumns: ['Nr.', 'Cijfer', 'Periode', 'Waarde', 'Echt aantal', 'Uitgave', 'Wie telden mee'],
  // The two that follow belong to the format of the evidence: letters that are published hold them as they are.
  check: 'Deze brief nagaan',
  code: (hash: string) =>
    `Bij deze brief hoort een bewijsbestand met de definities, de gepubliceerde tellingen en hun codes. Code van de tekst (SHA-256): ${hash.match(/.{8}/g)?.join(' ') ?? hash}`,
  footer: 'Brief aan de Tweede Kamer',
  between: (least: string, most: string) => `${least} tot en met ${most}`,
  edition: (version: number, edition: number, day: string) =>
    `definitie versie ${version}, uitgave ${edition} van ${day}`,
  organisations: (published: number, of: number) => `${published} van ${of} organisaties`,
} as const

/** `day` is an ISO date. */
export const dayInLetter = (day: string): string => fullDay('nl', day)
