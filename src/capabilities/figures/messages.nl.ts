export const nl = {
  quarter: (number: number, year: string) => `${number}e kwartaal van ${year}`,
  secret: 'geheim',
  list: {
    title: 'Cijfers',
    lead: 'Wat er in dit programma is vastgelegd, bij elkaar geteld van veel organisaties. Nooit van één organisatie, en nooit over één persoon.',
    beside: 'Lees dit erbij',
    how: 'Hoe een cijfer hier komt',
    steps: [
      'Een organisatie kiest zelf of ze haar aantallen deelt. Daarin staat geen persoon en geen casus.',
      'Het ministerie dat de cijfers maakt, bewaart die aantallen op slot. Geen medewerker ziet ze.',
      'Als vijf of meer organisaties hebben gedeeld, maakt het programma een landelijk cijfer. Kleine getallen blijven geheim, de andere zijn afgerond op vijf.',
      'Een cijfer dat hier staat, verandert nooit meer. Delen er later vijf of meer organisaties, dan komt er een nieuwe uitgave bij. Dat gebeurt alleen als je uit de twee uitgaven samen geen klein getal kunt uitrekenen.',
    ],
    counted: 'Wat er geteld wordt',
    counts: 'Eén telt als',
    of: 'Van wie',
    when: 'Wanneer',
    excludes: 'Niet meegeteld',
    dividedBy: 'Verdeeld naar',
    notDivided: 'Niet verdeeld',
    publishedBy: 'Gedeeld door',
    origin: 'Herkomst van deze omschrijving',
    version: (version: number) => `Versie ${version} van deze omschrijving.`,
    periods: 'Periodes',
    period: 'Periode',
    state: 'Stand',
    inAll: 'Alles samen',
    none: 'Er is nog niets van gedeeld.',
    told: (published: number, of: number) => `Cijfer van ${published} van de ${of} organisaties`,
    tooFew: (published: number, of: number, least: number) =>
      `Nog te weinig: ${published} van de ${of} organisaties ${published === 1 ? 'heeft' : 'hebben'} gedeeld. Vanaf ${least} is er een cijfer.`,
    notYet: (published: number, of: number, day: string) =>
      `${published} van de ${of} organisaties ${published === 1 ? 'heeft' : 'hebben'} gedeeld. Het cijfer komt op zijn vroegst op ${day}.`,
    waiting: (published: number, of: number) =>
      `${published} van de ${of} organisaties ${published === 1 ? 'heeft' : 'hebben'} gedeeld. Het cijfer wordt nog gemaakt.`,
  },
  figure: {
    lead: (published: number, of: number) =>
      `${published} van de ${of} organisaties die dit bijhouden hebben gedeeld.`,
    gap: (missing: number) =>
      missing === 0
        ? 'Ze doen allemaal mee.'
        : missing === 1
          ? 'Van één organisatie weten we het niet. Zij zit niet in het cijfer.'
          : `Van ${missing} organisaties weten we het niet. Zij zitten niet in het cijfer.`,
    later: (more: number) =>
      more === 1
        ? 'Sindsdien deelde nog één organisatie. Een nieuwe uitgave komt er pas als dat veilig kan.'
        : `Sindsdien deelden nog ${more} organisaties. Een nieuwe uitgave komt er pas als dat veilig kan.`,
    none: 'Er is nog geen cijfer',
    noneLead: 'Van deze periode is wel iets gedeeld, maar er is nog geen landelijk cijfer.',
    edition: (edition: number, day: string) => `Uitgave ${edition}, van ${day}.`,
    chart: (title: string, period: string) => `${title}, ${period}`,
    chartText: 'Liggende balken. Dezelfde getallen staan in de tabel hieronder.',
    table: 'De getallen',
    number: 'Aantal',
    between: 'Het echte aantal ligt tussen',
    betweenOf: (least: number, most: number) => `${least} en ${most}`,
    share: 'Deel van het geheel',
    shareOf: (percentage: number) => `ongeveer ${percentage}%`,
    noShare: 'niet te zeggen',
    all: 'samen',
    uncertain: 'Hoe zeker is dit?',
    uncertainText: (secretUpTo: number, roundedTo: number) =>
      `Elk getal is afgerond op ${roundedTo}: het echte aantal kan 2 hoger of lager zijn. Daardoor kunnen de delen samen anders zijn dan het geheel. Geheim is een getal van 0 tot en met ${secretUpTo}, of een groter getal waaruit je een geheim getal zou kunnen uitrekenen, of waarin bijna alles van één organisatie komt.`,
    sharesText: (from: number) =>
      `Een percentage staat er alleen als het geheel zeker ${from} of meer is.`,
    meaning: 'Wat dit cijfer betekent',
    check: 'Zelf nagaan',
    checkText:
      'Deze uitgave is bewaard als één tekst (JSON, RFC 8785). Reken de SHA-256 van het bestand uit: dan zie je of er iets aan veranderd is.',
    evidence: 'Download de uitgave als JSON',
    hash: 'SHA-256',
    editions: 'Alle uitgaven van deze periode',
    editionOf: (edition: number, day: string, published: number, of: number) =>
      `Uitgave ${edition} van ${day}: ${published} van de ${of} organisaties`,
  },
  menu: 'Cijfers',
  own: {
    menu: 'Cijfers delen',
    title: 'Cijfers die jullie delen',
    lead: 'Jullie kunnen aantallen delen met het ministerie. Daaruit komen landelijke cijfers. Hier zie je precies wat er weggaat.',
    publicLink: 'Naar de landelijke cijfers',
    on: (ministry: string, since: string) =>
      `Jullie delen met ${ministry}, van periodes vanaf ${since}.`,
    off: 'Jullie delen nu niets.',
    offBefore: (ministry: string) =>
      `Jullie delen nu niets. Jullie kozen eerder voor ${ministry}; er is nog niets weggegaan.`,
    offBut: (ministry: string) =>
      `Jullie delen nu niets nieuws. Wat jullie al deelden met ${ministry}, telt mee, ook in een uitgave die nog komt.`,
    whatHappens: 'Wat er gebeurt als je dit aanzet',
    facts: [
      'Van elke periode die voorbij is, gaat twee weken later één keer een rij aantallen naar het ministerie. Onderaan deze pagina staat welke.',
      'Er gaat geen naam, geen casus en geen tekst mee.',
      'Bij het ministerie staan de aantallen op slot. Niemand daar ziet ze, ook niet in een export. Alleen het programma opent ze, om er landelijke cijfers van te maken.',
      'Een landelijk cijfer komt er pas met vijf of meer organisaties. Er staat niet bij welke dat zijn.',
      'Je kunt op elk moment stoppen. Wat jullie al deelden, blijft meetellen, ook in een uitgave die nog komt.',
    ],
    ministry: 'Met welk ministerie delen jullie?',
    ministryHint:
      'Eén ministerie maakt de landelijke cijfers. Weet je niet welk? Vraag het aan wie jullie vroeg om mee te doen.',
    turnOn: 'Delen aanzetten',
    turnOnAgain: 'Delen weer aanzetten',
    turnOff: 'Stoppen met delen',
    noMinistry: 'Er is nog geen ministerie waarmee je kunt delen.',
    chooseMinistry: 'Kies een ministerie.',
    published: 'Wat jullie deelden',
    nothingPublished: 'Nog niets.',
    next: 'Wat er weggaat als het aan staat',
    nextOn: 'Wat er hierna weggaat',
    nextOnLead: 'Deze aantallen gaan vanzelf weg, binnen een dag.',
    following: (day: string) => `De eerstvolgende periode wordt geteld op ${day}.`,
    nextLead: 'Dit zijn de aantallen zoals ze nu geteld zouden worden.',
    nothingNext: 'Er is geen periode die nog geteld moet worden.',
    division: 'Wat',
    number: 'Aantal',
    caption: (title: string, period: string) => `${title}, ${period}`,
    counted: (number: number, day: string) =>
      number === 1 ? `Geteld op ${day}.` : `Telling ${number}, van ${day}.`,
    states: {
      sent: 'Onderweg naar het ministerie.',
      received: 'Aangekomen bij het ministerie.',
      refused: 'Niet aangenomen:',
    },
    refusals: {
      'no-national-figures-here':
        'dit ministerie maakt geen landelijke cijfers. Is er een dat dat wel doet? Stop dan met delen en kies dat.',
      'other-definition': 'het ministerie werkt met een andere versie van deze omschrijving.',
      'not-asked': 'dit cijfer wordt van jullie soort organisatie niet gevraagd.',
      'other-period': 'het ministerie kent deze periode niet.',
      'period-not-over': 'deze periode is nog niet lang genoeg voorbij.',
      'other-cells': 'het ministerie verdeelt dit cijfer anders.',
      'number-taken': 'er is al een latere telling.',
    },
    again: 'Opnieuw tellen',
    againOf: (title: string, period: string) => ` van ${title}, ${period}`,
    againText:
      'Stond er iets verkeerd in jullie gegevens? Verbeter het daar, en tel opnieuw. Andere aantallen gaan als verbetering naar het ministerie. Dat kan tot een half jaar na de periode.',
    changed: 'Opnieuw geteld: de aantallen zijn anders en gaan naar het ministerie.',
    same: 'Opnieuw geteld: de aantallen zijn hetzelfde. Er gaat niets weg.',
    refused: {
      'publishing-off': 'Zet het delen eerst aan.',
      'too-long-ago': 'Deze periode is te lang geleden om nog te verbeteren.',
      'other-version':
        'De omschrijving van dit cijfer is intussen veranderd. Wat geteld is, blijft staan.',
      'at-the-same-time': 'Iemand anders telde net opnieuw.',
      'other-ministry':
        'Jullie deelden eerder met een ander ministerie. Dat blijft zo: niemand telt bij twee.',
    },
  },
}
