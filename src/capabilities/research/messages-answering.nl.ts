/** What a school reads: the letter, the code, the questions, the end. */
export const answeringNl = {
  letter: {
    subject: 'Vragenlijst voor je school',
    greeting: (school: string) => `Beste ${school},`,
    invited: (title: string, day: string) =>
      `We doen onderzoek onder scholen: ${title}. Jullie school is door loting gekozen. Eén collega kan tot en met ${day} antwoorden. Dat duurt een paar minuten.`,
    reminded: (title: string, day: string) =>
      `Eerder schreven we jullie over een onderzoek onder scholen: ${title}. We hebben nog geen antwoord. Het kan tot en met ${day}.`,
    way: (address: string) => `Ga naar ${address} en typ de code.`,
    code: (code: string) => `De code van jullie school: ${code}`,
    codeBefore:
      'De code staat in onze eerdere mail. Is die weg? Bel het onderzoek, dan krijg je een nieuwe.',
    unlinked:
      'Meedoen mag, het hoeft niet. We zien dát een school antwoordde, niet wat die school antwoordde.',
    noReply: 'Je kunt deze mail niet beantwoorden. Deze mail komt vanzelf uit Oogmerk.',
  },
  answer: {
    title: 'Vragenlijst voor scholen',
    lead: 'Kreeg je school een brief of mail met een code? Typ de code en begin. Eén collega antwoordt voor de school.',
    code: 'Code van je school',
    codeHint: 'Twaalf letters en cijfers, zoals 4G7K-9CDM-3RTW.',
    begin: 'Begin, of ga verder',
    demoCodes: (codes: readonly string[]) =>
      `In deze oefenversie kun je een van deze codes gebruiken: ${codes.join(', ')}.`,
    promise: 'Wat er met je antwoorden gebeurt',
    promises: [
      'We zien dat jullie school antwoordde. Wat jullie school antwoordde kan niemand later aan jullie school koppelen, ook niet met de hele database erbij.',
      'Je antwoorden gaan in een gesloten envelop. Twee mensen maakten elk apart een helft van de sleutel, en bewaren die. De enveloppen gaan één keer open, als het onderzoek is gesloten.',
      'Wat je in eigen woorden schrijft, leest degene die de antwoorden indeelt. Schrijf dus geen namen op, ook niet die van je school.',
      'Je kunt stoppen en later verder gaan met dezelfde code: kies dan ‘Bewaar en stop voor nu’. Niemand kan zonder de code lezen wat je tot dan toe invulde.',
    ],
    limits:
      'Wat we niet kunnen beloven: wie dit programma zelf stiekem zou veranderen, of wie de hele sleutel heeft én een kopie van de database van voor de opening, kan antwoorden wel koppelen.',
    of: (school: string) => `Je antwoordt voor ${school}.`,
    part: (at: number, all: number) => `Deel ${at} van ${all},`,
    page: (at: number, most: number) => `pagina ${at} van ten hoogste ${most}.`,
    noAnswer: 'toch geen antwoord',
    free: 'Geen enkele vraag is verplicht.',
    next: 'Verder',
    back: 'Vorige',
    later: 'Bewaar en stop voor nu',
    noNames: 'Schrijf geen namen op, ook niet die van je school.',
    most: (count: number) => `Ten hoogste ${count} tekens.`,
    wrong: {
      'code-strange':
        'Dit is geen code. Een code heeft twaalf letters en cijfers. Kijk nog eens in de brief of mail.',
      'code-unknown':
        'We kennen deze code niet. Misschien is er een typefout, of kreeg je school later een nieuwe.',
      'no-such-option': 'Kies een van de antwoorden die er staan.',
      'not-one-answer': 'Kies één antwoord.',
      'not-a-list': 'Kies uit de antwoorden die er staan.',
      twice: 'Kies elk antwoord één keer.',
      'goes-with-no-other': 'Bij dit antwoord kan geen ander. Haal het weg, of haal de andere weg.',
      'not-words': 'Schrijf je antwoord in gewone tekst.',
      'too-long': 'Dit is te lang. Maak het korter.',
      'no-such-question': 'Deze vraag hoort niet bij de vragenlijst.',
    },
    checkTitle: 'Kijk je antwoorden na',
    checkLead:
      'Klopt alles? Verstuur dan. Daarna kun je niets meer veranderen, en kunnen wij ze niet meer terugvinden.',
    open: 'niet beantwoord',
    change: 'Verander',
    changeWhat: (question: string) => `het antwoord op: ${question}`,
    submit: 'Verstuur de antwoorden',
    keptTitle: 'Je antwoorden zijn bewaard',
    keptText:
      'Ga later verder met dezelfde code, op dit of een ander apparaat. Er is nog niets verstuurd.',
    goOn: 'Ga verder met de code',
    doneTitle: 'Dank je wel',
    doneText:
      'De antwoorden van je school zijn verstuurd. De code opent nu niets meer. Je kunt deze pagina sluiten.',
    doneNext:
      'Als het onderzoek klaar is, staan de uitkomsten hier, voor iedereen en zonder namen van scholen.',
    toResults: 'Onderzoek onder scholen',
    nextCode: 'Volgende school',
    answeredTitle: 'Deze school heeft al geantwoord',
    answeredText:
      'Met deze code zijn al antwoorden verstuurd. Ze kunnen niet worden veranderd of teruggehaald. Deed je dat niet zelf? Dan deed een collega het.',
    closedTitle: 'Dit onderzoek is gesloten',
    closedText: 'Er worden geen antwoorden meer aangenomen. Bedankt dat je wilde meedoen.',
    againTitle: 'Typ de code nog een keer',
    againText: 'Het duurde lang, daarom vragen we de code opnieuw. Wat je invulde gaat gewoon mee.',
    telephone: 'Aan de telefoon',
    telephoneText: (school: string) =>
      `Je vult in voor ${school}, in de woorden van wie je spreekt. Lees voor wat er met de antwoorden gebeurt. In het logboek staat dat je een school aan de telefoon hielp, niet welke.`,
    telephoneBegin:
      'Je bent ingelogd als onderzoeker. Met de code van een school vul je in voor die school, aan de telefoon.',
  },
}
