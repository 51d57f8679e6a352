export const nl = {
  statusShort: {
    bill: 'voorstel, nog geen wet',
    repealed: 'geldt niet meer',
    'proposed-by-motion': 'wens van de Kamer, geen wet',
  },
  lastStep: (date: string) => `laatste stap die we vonden: ${date}`,
  olderText: (date: string) => `tekst van ${date}: kijk na wat nu geldt`,
  readElsewhere: 'gelezen bij anderen: kijk de tekst na',
  factKinds: {
    fact: 'een feit: wat iemand zag of hoorde',
    interpretation: 'wat iemand ervan denkt',
    decision: 'een besluit',
    'own-words': 'eigen woorden van de jongere',
    identity: 'wie het is',
    count: 'een aantal zonder personen',
  },
  whyNot: {
    'no-road': 'Tussen deze twee vonden we geen weg om iets over een persoon te delen.',
    'no-such-line': 'Deze grond loopt niet tussen deze twee.',
    'nothing-to-share': 'Kies eerst wat je wilt delen.',
    'not-your-role': (line: string) => `${line}: dat doet iemand met een andere rol.`,
    'not-their-role': (line: string) => `${line}: dat gaat naar iemand met een andere rol.`,
    'not-on-this-day': (line: string) => `${line}: die regel gold niet op deze dag.`,
    kindOfFact: (line: string, kinds: string) => `${line}: dit mag er niet mee: ${kinds}.`,
    notAnswered: (question: string) => `Nog niet beantwoord: ${question}`,
    answerCloses: (question: string) => `Met dit antwoord is de weg dicht: ${question}`,
  },
} as const
