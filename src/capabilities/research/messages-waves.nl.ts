/** With its sign: a minus as long as the plus. */
export const signed = (points: number): string =>
  points > 0 ? `+${points}` : points < 0 ? `\u2212${-points}` : '0'

/** What researchers read who lead a survey. */
export const wavesNl = {
  waves: {
    menu: 'Onderzoek',
    title: 'Metingen onder scholen',
    lead: 'Een meting is één keer dat scholen worden gevraagd: van de lijsten tot de uitkomsten.',
    empty: 'Er is nog geen meting',
    emptyText: 'Begin met een naam, een vragenlijst en een laatste dag.',
    add: 'Nieuwe meting',
    caption: (count: number) => (count === 1 ? '1 meting' : `${count} metingen`),
    name: 'Meting',
    questionnaire: 'Vragenlijst',
    state: 'Stand',
    closes: 'Laatste dag',
    telephone: 'Vul in voor een school, aan de telefoon',
    states: {
      prepared: 'lijsten en trekking',
      drawn: 'getrokken, nog niet begonnen',
      open: 'neemt antwoorden aan',
      closed: 'gesloten, enveloppen nog dicht',
      counted: 'enveloppen geopend',
    },
  },
  newWave: {
    lead: 'Daarna voeg je de lijsten van scholen toe en trek je de steekproef.',
    title: 'Naam van de meting',
    titleHint: 'Scholen lezen deze naam.',
    questionnaire: 'Vragenlijst',
    version: (title: string, version: number) => `${title}, versie ${version}`,
    closesOn: 'Laatste dag waarop scholen kunnen antwoorden',
    make: 'Begin deze meting',
  },
  wave: {
    sure: 'Weet je het zeker?',
    made: 'Aangemaakt op',
    opened: 'Open sinds',
    closed: 'Gesloten op',
    counted: 'Enveloppen geopend op',
    seed: 'Startwoorden van de loting',
    by: 'Verdeeld naar',
    parts: { kind: 'soort onderwijs', size: 'grootte', province: 'provincie' },
    unknown: 'onbekend',
    all: 'alles samen',
    others: 'de overige samen',
    lists: {
      title: 'Lijsten van scholen',
      lead: 'Gebruik de lijsten zoals DUO ze publiceert. Een lijst wordt helemaal gelezen of helemaal niet. Voeg je dezelfde soort nog een keer toe, dan komt die in de plaats van de vorige.',
      none: 'Er is nog geen lijst.',
      count: (count: number) => (count === 1 ? '1 vestiging' : `${count} vestigingen`),
      added: (count: number, before: number) =>
        `${count === 1 ? 'Er is 1 vestiging' : `Er zijn ${count} vestigingen`} toegevoegd${before > 0 ? `, in plaats van de ${before} die er stonden` : ''}. Kijk of de soort en het aantal kloppen. Zo niet: haal de lijst weg.`,
      sizesAdded: (count: number) =>
        count === 1
          ? 'Van 1 vestiging is nu de grootte bekend.'
          : `Van ${count} vestigingen is nu de grootte bekend.`,
      sizesKnown: 'Grootte bekend',
      sized: (known: number, of: number) => `van ${known} van de ${of}`,
      remove: (kind: string) => `Haal de lijst ${kind} weg`,
      removed: 'De lijst is weggehaald.',
      kind: 'Wat staat er in deze lijst?',
      sizes: 'examenkandidaten: de grootte van scholen die al in een lijst staan',
      file: 'Bestand',
      fileHint: 'Een tekstbestand met puntkomma’s of komma’s, ten hoogste 8 MB.',
      add: 'Voeg toe',
      wrong: {
        'kind-missing': 'Kies wat er in de lijst staat.',
        'file-missing': 'Kies een bestand.',
        'file-too-large': 'Dit bestand is groter dan 8 MB.',
        'one-file-only': 'Stuur één bestand tegelijk.',
        'no-list-yet': 'Geen van deze scholen staat in een lijst. Voeg eerst de lijst toe.',
      },
      unreadable: (line: number, fault: string) => `Regel ${line}: ${fault}`,
      faults: {
        text: (_: string) =>
          'dit is geen lijst in gewone tekst. Kies het CSV-bestand, geen PDF, afbeelding of werkblad.',
        quote: (_: string) => 'een aanhalingsteken gaat open of dicht waar dat niet kan.',
        cells: (_: string) => 'hier staan meer of minder vakken dan op de eerste regel.',
        column: (name: string) => `de kolom ${name} ontbreekt. Is dit de goede lijst?`,
        code: (cell: string) => `‘${cell}’ is geen code van een vestiging.`,
        twice: (code: string) => `vestiging ${code} staat er twee keer in.`,
        number: (cell: string) => `‘${cell}’ is geen getal.`,
      },
      twice: (codes: readonly string[]) =>
        `Deze vestigingen staan al in een lijst van een andere soort: ${codes.join(', ')}.`,
    },
    draw: {
      title: 'Trek de steekproef',
      lead: 'Dezelfde lijsten, keuzes en startwoorden geven altijd dezelfde steekproef. Trekken kan één keer: wie opnieuw mag tot het bevalt, heeft niet geloot.',
      seed: 'Startwoorden van de loting',
      seedHint: 'Spreek ze af voor iemand de uitkomst kan kennen, en bewaar ze bij het onderzoek.',
      size: 'Hoeveel scholen',
      least: 'Ten minste zoveel van elke groep',
      leastHint: (count: number) =>
        `Een groep met minder dan ${count} antwoorden wordt samen met andere gewogen. Dan telt niet meer mee dat je van een kleine groep meer scholen koos.`,
      by: 'Verdeel naar',
      byHint: 'Wat als eerste staat, blijft het langst apart als er weinig antwoorden zijn.',
      steps: 'Grenzen van grootte',
      stepsHint: 'Aantallen examenkandidaten, oplopend en met komma’s, zoals 100, 250.',
      draw: 'Trek',
      wrong: {
        'seed-missing': 'Geef startwoorden voor de loting.',
        'too-long': 'Dit is te lang.',
        'size-strange': 'Typ een heel getal van 1 of hoger.',
        'least-strange': 'Typ een heel getal van 0 of hoger.',
        'by-missing': 'Kies waarnaar je verdeelt.',
        'steps-missing': 'Typ de grenzen van grootte, of verdeel niet naar grootte.',
        'steps-strange': 'Typ oplopende getallen met komma’s ertussen.',
        'no-schools': 'Voeg eerst een lijst van scholen toe.',
        'size-impossible':
          'Zoveel kan niet: er zijn minder scholen, of elke groep vraagt er samen meer.',
        'too-many-strata': 'Dit geeft meer dan 200 groepen. Verdeel naar minder.',
      },
    },
    key: {
      title: 'De sleutel van de enveloppen',
      before:
        'Twee onderzoekers maken en bewaren elk een helft, ieder op een eigen scherm. Tot de enveloppen open gaan, heeft zo niemand ze alle twee. Ben je de enige onderzoeker? Vraag de beheerder om een collega die rol te geven.',
      place: { first: 'De eerste helft', second: 'De tweede helft' },
      stand: (made: boolean, checked: boolean, mine: boolean) =>
        `${checked ? 'gemaakt en teruggetypt' : made ? 'gemaakt, nog niet teruggetypt' : 'nog niet gemaakt'}${mine ? ' (dit bewaar jij)' : ''}`,
      make: { first: 'Maak de eerste helft', second: 'Maak de tweede helft' },
      again: 'Maak mijn helft opnieuw',
      againFirst: 'Dan moet ook de tweede helft opnieuw.',
      second:
        'Een andere onderzoeker maakt nu de tweede helft: op een eigen scherm, op deze pagina.',
      yours: 'Jouw helft van de sleutel',
      lead: 'Deze helft staat nu op het scherm, deze ene keer. Het programma bewaart hem niet: is een van de twee weg, dan gaan de enveloppen nooit open.',
      copy: 'Schrijf hem over of druk hem af. Bewaar hem op een plek waar de ander niet bij kan, en laat hem aan niemand zien.',
      own: 'Jouw helft',
      check: 'Typ je helft terug',
      checkLead:
        'Typ je helft zoals je die bewaart. Zo is zeker dat de enveloppen later open kunnen. Als jullie het allebei deden, kunnen scholen antwoorden.',
      waits: 'De meting begint als beide helften zijn gemaakt en teruggetypt.',
      one: 'Helft van de eerste bewaarder',
      other: 'Helft van de tweede bewaarder',
      hint: '64 cijfers en letters van a tot en met f. Spaties en streepjes tellen niet mee.',
      wrong: {
        missing: 'Typ de helft van deze bewaarder.',
        length: (signs: number) =>
          `Dit ${signs === 1 ? 'is 1 teken' : `zijn ${signs} tekens`}, het moeten er 64 zijn.`,
        sign: (sign: string, at: number) =>
          `Teken ${at} is ‘${sign}’. Er staan alleen cijfers en de letters a tot en met f in een helft.`,
        'other-fits': 'De andere helft klopt, deze niet. Kijk of alle 64 tekens kloppen.',
        'key-does-not-fit': 'Deze helften passen niet. Kijk of alle 64 tekens kloppen.',
        'half-does-not-fit': 'Dit is niet jouw helft. Kijk of alle 64 tekens kloppen.',
      },
    },
    invite: {
      title: 'Scholen uitnodigen',
      addresses: 'Mailadressen toevoegen',
      addressesHint:
        'Twee kolommen: VESTIGINGSCODE en MAILADRES. Adressen van scholen die niet zijn gekozen worden niet bewaard. Alle adressen worden gewist als de meting sluit.',
      add: 'Voeg adressen toe',
      added: (count: number) =>
        count === 0
          ? 'Geen van deze scholen is gekozen. Er is geen adres toegevoegd.'
          : count === 1
            ? 'Er is 1 adres toegevoegd.'
            : `Er zijn ${count} adressen toegevoegd.`,
      noAddresses:
        'Er is nog geen mailadres van een gekozen school. Voeg adressen toe om per mail uit te nodigen, of maak codes voor brieven.',
      allMailed: 'Elke school met een mailadres is al uitgenodigd.',
      mail: 'Nodig uit per mail',
      mailText:
        'Elke school met een adres die nog niet is uitgenodigd, krijgt een mail met een eigen code. Kwam een mail niet aan? Voeg het goede adres toe, dan krijgt die school een nieuwe.',
      mailed: (count: number) =>
        count === 0
          ? 'Er was geen school om nu te mailen.'
          : count === 1
            ? '1 mail gaat op weg.'
            : `${count} mails gaan op weg.`,
      paper: 'Maak codes voor brieven',
      paperText:
        'Voor scholen zonder mailadres die nog niet antwoordden. Je krijgt één keer een bestand met namen en codes. Bewaar het tot de brieven weg zijn.',
      again: 'Maak alle codes opnieuw',
      againText: (count: number) =>
        count === 1
          ? 'Er is al een code voor een brief gemaakt. Die ligt misschien al op de post.'
          : `Er zijn al ${count} codes voor brieven gemaakt. Die liggen misschien al op de post.`,
      againKnown: (count: number) =>
        count === 1
          ? 'Ik weet dat de code in de brief dan niet meer werkt, en dat weg is wat die school al invulde.'
          : `Ik weet dat de ${count} codes in de brieven dan niet meer werken, en dat weg is wat die scholen al invulden.`,
      againMissing:
        'Er zijn al codes voor brieven. Kruis aan dat je weet dat die dan niet meer werken.',
      remind: 'Herinner',
      remindText:
        'Wie per mail is uitgenodigd en niet antwoordde, krijgt nog een mail. Ten hoogste één keer per dag. Er staat geen code in.',
      letters: (count: number) =>
        count === 1 ? '1 mail is nog onderweg.' : `${count} mails zijn nog onderweg.`,
      noMail: 'Deze server kan nu geen mail versturen. Mails wachten tot dat kan.',
      schools: 'Bekijk de gekozen scholen',
      wrong: {
        columns: 'Dit bestand heeft geen kolommen VESTIGINGSCODE en MAILADRES op de eerste regel.',
        address: (line: number) =>
          `Het adres op regel ${line} is geen mailadres. Er is nog geen adres toegevoegd.`,
      },
    },
    monitor: {
      title: 'Wie antwoordde',
      drawn: 'Wat is getrokken',
      drawnText: (sampled: number, population: number) =>
        `${sampled} van de ${population} scholen in de lijsten zijn gekozen.`,
      drawnCaption: 'Gekozen per groep',
      none: 'Er is nog geen steekproef.',
      said: (answered: number, sampled: number, share: string) =>
        `${answered} van de ${sampled} gekozen scholen antwoordden (${share}%). Van de andere ${sampled - answered} weten we niets: zij kunnen anders zijn.`,
      telephone: (count: number) => `Aan de telefoon: ${count}.`,
      caption: 'Antwoorden per groep',
      stratum: 'Groep',
      population: 'Scholen',
      sampled: 'Gekozen',
      answered: 'Antwoordden',
      silent: 'Niet',
      share: 'Aandeel',
      cell: 'Geteld in de groep',
    },
    close: {
      title: 'Sluit de meting',
      text: 'Daarna worden geen antwoorden meer aangenomen. Wat scholen niet afmaakten, mailadressen en mails die nog onderweg zijn worden gewist. Dit kan niet terug.',
      byItself: (day: string) => `Na ${day} sluit de meting vanzelf.`,
      known: 'Ik weet dat er dan geen antwoord meer bij komt, en dat dit niet terug kan.',
      missing: 'Kruis aan dat je weet dat sluiten niet terug kan.',
    },
    urn: {
      title: 'Open de enveloppen',
      text: 'Beide bewaarders typen hun helft, op één scherm. Alle antwoorden gaan één keer open en krijgen een nummer door toeval. Daarna is niet meer te zien welk antwoord van welke school is.',
      least: (count: number) =>
        `Groepen met minder dan ${count} antwoorden worden eerst samengevoegd, te beginnen bij wat als laatste is gekozen, en niet meer groepen dan nodig is. Zijn het er samen minder, dan blijven de enveloppen dicht.`,
      after:
        'Vernietig daarna beide helften. Wie ze alle twee heeft en een kopie van de database van voor de opening, kan antwoorden koppelen.',
      button: 'Open de enveloppen',
      tooFew: 'Er zijn te weinig antwoorden om samen te vertellen. De enveloppen blijven dicht.',
      demo: (one: string, other: string) =>
        `In deze oefenversie staan de helften van de oefenmeting van nu hier: ${one} en ${other}.`,
      opened: 'De enveloppen zijn geopend.',
    },
    schools: {
      title: 'Gekozen scholen',
      lead: 'Hier staat of een school is uitgenodigd en antwoordde. Wat een school antwoordde, staat nergens.',
      calling: 'Bel je een school die de brief of mail nog heeft? Laat de code voorlezen.',
      find: 'Naam, gemeente of code van de school',
      which: 'Welke scholen',
      every: 'alle gekozen scholen',
      only: { silent: 'die nog niet antwoordden', answered: 'die antwoordden' },
      show: 'Zoek',
      none: 'Geen gekozen school past hierbij.',
      caption: (count: number) => (count === 1 ? '1 school' : `${count} scholen`),
      name: 'School',
      stratum: 'Groep',
      invited: 'Uitgenodigd',
      way: { mail: 'per mail', paper: 'op papier', telephone: 'aan de telefoon' },
      not: 'nog niet',
      undelivered: 'de mail kwam niet aan',
      reminded: (day: string) => `herinnerd op ${day}`,
      answered: 'Antwoordde',
      by: { web: 'ja', telephone: 'ja, aan de telefoon' },
      no: 'nee',
      code: 'Nieuwe code',
      give: 'Geef een code',
      giveAgain: 'Maak een nieuwe code',
      replaceTitle: (name: string) => `Een nieuwe code voor ${name}?`,
      replaceLead: 'Deze school heeft al een code, in een brief, in een mail of aan de telefoon.',
      replaceAsk:
        'Vraag eerst of de school die nog heeft. Met een voorgelezen code kun je de vragen meteen aan de telefoon stellen.',
      replaceKnown:
        'Ik weet dat de code die de school heeft dan niet meer werkt, en dat weg is wat de school daarmee al invulde.',
      replaceMissing: 'Kruis aan dat je weet dat de oude code dan niet meer werkt.',
      giveFor: (name: string) => `voor ${name}`,
      given: (name: string) => `Code voor ${name}`,
      givenText:
        'Lees deze code voor, of typ hem zelf als je de vragen aan de telefoon stelt. Hij staat hier één keer.',
    },
    results: {
      title: 'Uitkomsten',
      of: (title: string) => `Uitkomsten: ${title}`,
      lead: (answered: number, sampled: number) =>
        `Een schatting voor alle scholen in de lijsten, uit de antwoorden van ${answered} van de ${sampled} gekozen scholen.`,
      to: 'Bekijk de uitkomsten',
      who: 'Wie antwoordde',
      silent: (answered: number, sampled: number, share: string) =>
        `Van de ${sampled} gekozen scholen antwoordden er ${answered} (${share}%). Van de andere ${sampled - answered} weten we niets. Zij kunnen anders zijn dan wie wel antwoordde.`,
      ofAll: (population: number, kinds: string) =>
        `In de lijsten staan ${population} scholen: ${kinds}.`,
      when: (from: string, until: string) => `Gevraagd van ${from} tot en met ${until}.`,
      cells: 'Groepen zoals ze zijn gewogen',
      cell: 'Groep',
      population: 'Scholen',
      sampled: 'Gekozen',
      answered: 'Antwoordden',
      how: 'Hoe je deze cijfers leest',
      reading: [
        'Een percentage is een schatting voor alle scholen in de lijsten. Scholen uit een groep waarin weinigen antwoordden tellen zwaarder mee.',
        'Bij de cijfers staat tussen welke percentages het echte percentage waarschijnlijk ligt (95 procent zeker). In de tekening is dat de dunne lijn.',
        'Antwoordde een groot deel van alle scholen, dan ligt het echte percentage dichter bij het onze dan die lijn laat zien. Daar rekenen we niet mee: wie niet antwoordde kan anders zijn.',
        'Het ontwerpeffect zegt hoeveel minder de antwoorden waard zijn doordat ze verschillend zwaar tellen: 1 is niets minder.',
        'Uitkomsten met heel weinig antwoorden staan er niet.',
      ],
      fewTitle: 'Weinig scholen antwoordden',
      few: (answered: number) =>
        `Minder dan de helft van de gekozen scholen antwoordde. Lees deze cijfers eerst als wat ${answered === 1 ? '1 school zegt' : `${answered} scholen zeggen`}. De andere scholen kunnen er heel anders voor staan, ook buiten de marges die erbij staan.`,
      contents: 'Ga naar een vraag',
      tooFew: (count: number) =>
        `Minder dan ${count} antwoorden: daar geven we geen percentages van.`,
      asked: (asked: number, answered: number) =>
        `${answered} van de ${asked} scholen die deze vraag kregen, gaven antwoord.`,
      ofSampled: (sampled: number) => `Gekozen waren er ${sampled}.`,
      written: (answered: number) =>
        answered === 0
          ? 'Niemand schreef hier iets op.'
          : `In eigen woorden, door ${answered}. De woorden zelf leest alleen een onderzoeker die ze indeelt.`,
      notSorted: 'De antwoorden in eigen woorden zijn nog niet genoeg ingedeeld.',
      neverSorted:
        'De antwoorden in eigen woorden zijn niet of te weinig ingedeeld. Daarom staan hier geen cijfers.',
      waits: (count: number) => (count === 0 ? 'alles is ingedeeld' : `nog ${count} in te delen`),
      figures: 'De cijfers bij deze tekening',
      option: 'Antwoord',
      percent: 'Percentage',
      range: 'Waarschijnlijk tussen',
      between: (low: number, high: number) => `${low}% en ${high}%`,
      effect: 'Ontwerpeffect',
      difference: (title: string) => `Verschil met ${title}`,
      points: (difference: number, low: number, high: number) =>
        `${signed(difference)} ${Math.abs(difference) === 1 ? 'procentpunt' : 'procentpunten'} (waarschijnlijk tussen ${signed(low)} en ${signed(high)})`,
      compared: (title: string) =>
        `Hieronder staat bij elke vraag ook het verschil met ${title}, in de tabel onder de tekening.`,
      drawn: (question: string) => `Percentages per antwoord op de vraag: ${question}`,
      near: 'Eerder gepubliceerd, een andere vraag',
      nearFigure: (year: number, question: string, figure: string, population: string) =>
        `${year}: “${question}”: ${figure}. Gevraagd aan: ${population}.`,
      compare: 'Vergelijk met een eerdere meting',
      compareWith: 'Eerdere meting',
      none: 'geen',
      show: 'Laat zien',
      sort: 'Antwoorden in eigen woorden indelen',
      publish: 'Publiceer',
      publishTitle: 'Publiceer de uitkomsten',
      publishText:
        'Daarna leest iedereen deze uitkomsten zoals ze hier staan, met dezelfde vergelijking. Dat kan één keer en niet terug. Antwoorden in eigen woorden kun je daarna niet meer indelen.',
      publishKnown: 'Ik weet dat iedereen deze uitkomsten dan leest, en dat dit niet terug kan.',
      publishMissing: 'Kruis aan dat je weet dat publiceren niet terug kan.',
      unsortedKnown: (count: number) =>
        count === 1
          ? 'Er is nog 1 antwoord in eigen woorden niet ingedeeld. Dat blijft er voor altijd buiten.'
          : `Er zijn nog ${count} antwoorden in eigen woorden niet ingedeeld. Die blijven er voor altijd buiten.`,
      unsortedMissing:
        'Deel eerst de antwoorden in eigen woorden in, of kruis aan dat ze er buiten blijven.',
      published: (day: string) => `Gepubliceerd op ${day}.`,
      toPublished: 'Bekijk de openbare pagina',
      by: (organisation: string, day: string) => `${organisation}, ${day}.`,
      toQuestions: 'Lees de hele vragenlijst',
    },
    words: {
      title: 'Antwoorden indelen',
      lead: 'Hier lees je wat scholen zelf schreven, één tekst tegelijk. Noem nergens een school, ook niet als je denkt te weten welke het is.',
      progress: (sorted: number, written: number) => `Ingedeeld: ${sorted} van ${written}.`,
      text: 'Wat iemand schreef',
      codes: 'Waar gaat dit over?',
      save: 'Bewaar en ga verder',
      done: 'Alles is ingedeeld.',
      missing: 'Kies ten minste één.',
      tooLate: (day: string) => `De uitkomsten zijn gepubliceerd op ${day}. Indelen kan niet meer.`,
    },
    paperFile: {
      name: 'codes-voor-brieven.csv',
      school: 'VESTIGINGSCODE',
      title: 'NAAM',
      municipality: 'GEMEENTE',
      code: 'CODE',
    },
    wrong: {
      'title-missing': 'Geef de meting een naam.',
      'too-long': 'Dit is te lang.',
      'questionnaire-missing': 'Kies een vragenlijst.',
      'date-missing': 'Vul dag, maand en jaar in.',
      'date-incomplete': 'Vul dag, maand en jaar in.',
      'date-impossible': 'Deze dag bestaat niet. Vul een andere in.',
      'day-past': 'Kies een dag die nog komt.',
    },
    stands: 'Intussen is de meting verder gegaan.',
    toWave: 'Bekijk hoe de meting ervoor staat',
  },
}
