export const nl = {
  statusShort: {
    bill: 'voorstel, nog geen wet',
    repealed: 'geldt niet meer',
    'proposed-by-motion': 'wens van de Kamer, geen wet',
  },
  lastStep: (date: string) => `laatste stap die we vonden: ${date}`,
  olderText: (date: string) => `tekst van ${date}: kijk na wat nu geldt`,
  readElsewhere: 'gelezen bij anderen: kijk de tekst na',
} as const
