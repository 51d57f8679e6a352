export const nl = {
  menu: 'Voortgangsbrief',
  list: {
    title: 'Voortgangsbrieven',
    lead: 'De brief waarmee jullie de Kamer vertellen hoe het staat. Je schrijft hem hier in stukken, met cijfers die gebonden zijn aan hun bron. Alleen wie bij jullie aan het programma werkt, ziet een concept.',
    begin: 'Begin een brief',
    empty: 'Er is nog geen brief',
    emptyText: 'Begin er een. Er komt meteen een stuk in voor elke actielijn uit jullie register.',
    count: (count: number) => (count === 1 ? '1 brief' : `${count} brieven`),
    letter: 'Brief',
    state: 'Stand',
    changed: 'Laatst gewijzigd',
    received: 'Van andere ministeries',
    receivedCount: (count: number) =>
      count === 1
        ? '1 concept waarover je iets kunt zeggen'
        : `${count} concepten waarover je iets kunt zeggen`,
    from: 'Van',
  },
  states: { draft: 'concept', fixed: 'vastgesteld', published: 'gepubliceerd' },
  begin: {
    title: 'Een brief beginnen',
    save: 'Begin de brief',
  },
  frame: {
    title: 'Kop van de brief',
    titleLabel: 'Waar de brief over gaat',
    dossiers: 'Dossiers',
    dossiersHint: 'Eén per regel, zoals 29240 of 36600-VI.',
    previous: 'De vorige brief',
    previousHint: 'De naam van het stuk, zoals kst-29240-120. Laat het leeg als er geen vorige is.',
    discharged: 'Wat deze brief afdoet',
    dischargedHint: 'Kies de moties en toezeggingen waarop de brief het laatste antwoord is.',
    noItems: 'Er staan nog geen punten van de Kamer in het register.',
    vouched: 'Stukken die niet in het register staan',
    vouchedHint:
      'Een verwijzing naar een stuk dat wij niet kennen, houden we tegen. Heb je het stuk zelf opgezocht, zet dan de naam hier: één per regel, zoals kst-29240-120.',
    save: 'Bewaar',
  },
  letter: {
    version: (version: number) => `Versie ${version}`,
    changeFrame: 'Wijzig de kop',
    pieces: 'De stukken van de brief',
    piecesLead: 'Twee mensen kunnen tegelijk aan verschillende stukken schrijven.',
    piece: 'Stuk',
    part: 'Deel',
    length: 'Lengte',
    words: (count: number) => (count === 1 ? '1 woord' : `${count} woorden`),
    noWords: 'nog leeg',
    write: 'Schrijf',
    earlier: 'Zet eerder',
    untitled: 'zonder kop',
    addPiece: 'Stuk toevoegen',
    figures: 'Cijfers',
    bound: (count: number) =>
      count === 0
        ? 'Er is nog geen cijfer gebonden.'
        : count === 1
          ? 'Er is 1 cijfer gebonden.'
          : `Er zijn ${count} cijfers gebonden.`,
    toFigures: 'Cijfers kiezen en bekijken',
    preview: 'Bekijk de hele brief',
    versions: 'Versies en vergelijken',
    annexes:
      'De bijlagen met alle acties en met moties, toezeggingen en vragen komen er vanzelf bij, uit het register.',
    annexesFixed: 'De bijlagen staan erbij zoals het register was toen de brief werd vastgesteld.',
    seeFigures: 'Cijfers van de brief bekijken',
    toLetter: 'Bekijk hoe de brief nu staat',
  },
  round: {
    title: 'Naar andere ministeries',
    lead: 'Het concept gaat naar elk ministerie dat je kiest, zoals het nu is. Elk kan per stuk iets zeggen en akkoord geven. Verandert de tekst daarna, dan vervalt het akkoord. De brief wordt vastgesteld als ieder akkoord is met dezelfde tekst.',
    who: 'Welke ministeries?',
    whoHint: 'Zet je een ministerie uit dat al gevraagd is, dan gaat het concept daar weg.',
    nobody: 'Er is hier geen ander ministerie.',
    send: 'Stuur rond',
    again: 'Wie deze tekst al heeft, krijgt hem niet nog eens.',
    heading: 'Andere ministeries',
    none: 'Het concept is nog niet rondgestuurd.',
    ministry: 'Ministerie',
    state: 'Wat het zei',
    version: 'Gevraagd over',
    toRound: 'Stuur het concept rond',
    all: 'Iedereen die gevraagd is, is akkoord met deze tekst.',
    states: {
      asked: 'gevraagd, nog geen antwoord',
      approved: 'akkoord',
      changes: 'vraagt om wijzigingen',
      voided: 'was akkoord; de tekst is daarna veranderd',
      withdrawn: 'niet meer gevraagd',
      undelivered: 'niet aangekomen',
    },
    remarks: 'Opmerkingen',
    remark: (ministry: string, version: number) => `${ministry}, over versie ${version}`,
    goneSection: 'een stuk dat er niet meer is',
    history: 'Wat er met de brief gebeurde',
    happened: {
      sent: 'Rondgestuurd',
      approved: 'Akkoord',
      'approved-earlier': 'Akkoord met een eerdere tekst',
      changes: 'Vraagt om wijzigingen',
      voided: 'Akkoord vervallen: de tekst is veranderd',
      withdrawn: 'Niet meer gevraagd',
      undelivered: 'Niet aangekomen',
      fixed: 'Vastgesteld',
      published: 'Gepubliceerd',
      'taken-back': 'Teruggehaald: niet meer openbaar',
    },
  },
  sections: {
    head: 'de kop van de brief',
    discharged: 'wat is afgedaan',
    'annex-actions': 'de bijlage met acties',
    'annex-items': 'de bijlage met moties, toezeggingen en vragen',
    'annex-figures': 'de bijlage met cijfers',
    'annex-numbers': 'de bijlage met overgenomen getallen',
  },
  received: {
    lead: (from: string) => `${from} vraagt wat jullie van dit concept vinden.`,
    version: (version: number) =>
      `Je leest versie ${version}. Cijfers en bijlagen staan er zoals ze waren toen het concept kwam.`,
    states: {
      asked: 'wacht op jullie antwoord',
      approved: 'jullie zijn akkoord',
      changes: 'jullie vroegen om wijzigingen',
      voided: 'jullie akkoord is vervallen: de tekst is veranderd',
      withdrawn: 'jullie worden niet meer gevraagd',
      fixed: 'de brief is vastgesteld',
      published: 'de brief is gepubliceerd',
    },
    over: 'Het concept ligt hier niet meer.',
    wait: 'Zodra de nieuwe tekst hier is, kun je opnieuw antwoorden.',
    remark: (heading: string) => `Opmerking bij “${heading}”`,
    said: 'Wat jullie al zeiden',
    answer: 'Wat is jullie antwoord?',
    answers: { approved: 'Akkoord met deze tekst', changes: 'Wij vragen om wijzigingen' },
    answerHint: 'Het antwoord gaat uit naam van jullie ministerie. Jouw naam gaat niet mee.',
    send: 'Stuur het antwoord',
    toDraft: 'Lees het concept zoals het nu is',
  },
  parts: {
    opening: 'opening',
    discharged: 'wat is afgedaan',
    line: 'actielijn',
    closing: 'slot',
  },
  block: {
    addTitle: 'Een stuk toevoegen',
    changeTitle: 'Een stuk schrijven',
    part: 'Waar hoort het?',
    heading: 'Kop',
    text: 'Tekst',
    textHint:
      'Een lege regel begint een nieuwe alinea. Schrijf een stuk zoals je gewend bent: Kamerstuk 29 240, nr. 120. Een gebonden cijfer schrijf je als {cijfer 1}. Dit wordt openbaar: schrijf geen namen van mensen, en niets waaraan een kind te herkennen is.',
    boundFigures: 'Cijfers die je kunt gebruiken',
    noFigures: 'Er is nog geen cijfer gebonden.',
    toFigures: 'Kies een cijfer',
    save: 'Bewaar',
    add: 'Voeg toe',
    remove: 'Haal dit stuk weg',
    removeHint: 'In eerdere versies blijft het staan.',
  },
  numbers: {
    title: 'Getal bij mensen',
    hint: 'Een lezer moet elk getal kunnen volgen, en een klein getal kan iemand herkenbaar maken. Gebruik liever een gebonden cijfer, of schrijf het anders.',
    hintAround:
      'Deze getallen staan in de titel of in de bijlage met acties. Wat in de bijlage staat, wijzig je in het register.',
    why: (words: string) => `Waarom mag “${words}” er zo staan?`,
    because: {
      'no-count': 'Het telt geen mensen, en niets van mensen',
      public: 'Dit getal is al gepubliceerd',
    },
    becauseSmall: {
      'no-count': 'Het telt geen mensen die iemand kan herkennen',
      public: 'Dit getal is al gepubliceerd',
    },
    where: (words: string) => `Waar “${words}” is gepubliceerd`,
    whereHint:
      'Dit komt in de brief te staan: een Kamerstuk, een adres dat met https begint, of een titel.',
  },
  faults: {
    'figure-in-heading': (words: string) =>
      `${words} kan niet in een kop staan. Zet het in de tekst.`,
    'figure-unknown': (words: string) =>
      `${words} is niet gebonden. Kies het cijfer eerst bij “Cijfers”, of haal het weg.`,
    'reference-malformed': (words: string) =>
      `“${words}” is geen verwijzing die iemand kan volgen. Schrijf dossier en nummer, zoals: Kamerstuk 29 240, nr. 120.`,
    'reference-unknown': (words: string) =>
      `Het stuk ${words} staat niet in het register. Zet het erin, of zoek het op en noem het bij “Kop van de brief”.`,
    unanswered: (words: string) =>
      `Geef antwoord bij “${words}”, gebruik een gebonden cijfer, of schrijf het anders.`,
  },
  figures: {
    title: 'Cijfers van de brief',
    lead: 'Een gebonden cijfer verandert mee tot de brief wordt vastgesteld. Dan ligt het vast, met waar het vandaan komt.',
    leadFixed: 'De brief is vastgesteld. Deze cijfers staan erin, en veranderen niet meer.',
    valueFixed: 'In de brief',
    noneFixed: 'Er staat geen gebonden cijfer in de brief.',
    bound: 'Gebonden',
    none: 'Er is nog geen cijfer gebonden.',
    mark: 'Zo schrijf je het',
    figure: 'Cijfer',
    period: 'Periode',
    value: 'Waarde nu',
    counted: 'Wie telden mee',
    ofThem: (published: number, of: number) => `${published} van ${of} organisaties`,
    notTold: 'mag niet bekend worden',
    gone: 'staat niet meer bij de bron',
    release: 'Laat los',
    choose: 'Een cijfer binden',
    which: 'Welk cijfer?',
    nothing:
      'Er is nog geen cijfer gepubliceerd. Zodra organisaties tellingen publiceren, kun je ze hier kiezen.',
    notTolds: 'Deze cijfers zijn geheim. Je kunt ze niet binden.',
    bind: 'Bind dit cijfer',
    option: (title: string, period: string, value: string) => `${title}, ${period}: ${value}`,
  },
  fix: {
    heading: 'Vaststellen',
    toFix: 'Kijk of de brief vastgesteld kan worden',
    title: 'De brief vaststellen',
    lead: 'Daarna verandert er niets meer: de tekst, de cijfers en de bijlagen liggen vast, met waar elk cijfer vandaan komt.',
    asked: (names: readonly string[]) =>
      names.length === 1
        ? `Gevraagd is: ${names[0]}. Die naam komt in de brief.`
        : `Gevraagd zijn: ${names.join(', ')}. Hun namen komen in de brief.`,
    nobodyAsked: 'Er is geen ander ministerie gevraagd.',
    noFigures: 'Er staat geen gebonden cijfer in de tekst.',
    figures: 'Deze cijfers staan in de tekst. Zo komen ze erin te staan:',
    emptyPieces: (count: number) =>
      count === 1
        ? 'Er is 1 stuk zonder tekst. Dat komt niet in de brief.'
        : `Er zijn ${count} stukken zonder tekst. Die komen niet in de brief.`,
    inTheWay: 'Wat er nog in de weg staat',
    names:
      'Lees de brief nog een keer na op namen en op voorbeelden waaraan iemand te herkennen is. Die vindt Oogmerk niet voor je.',
    inText: (name: string) => `In “${name}”:`,
    notApproved: (ministry: string, state: string) => `${ministry}: ${state}.`,
    sendAgain: 'Stuur deze tekst rond, of vraag dit ministerie niet meer',
    secret: (mark: string) => `${mark} mag niet bekend worden. Haal het uit de tekst.`,
    nothing: 'Er staat nog niets in de brief.',
    write: 'Schrijf het eerste stuk',
    fix: 'Stel de brief vast',
    notNow: 'De brief is niet vastgesteld.',
    notPublished: 'De brief is niet gepubliceerd.',
    notTakenBack: 'Er is niets teruggehaald.',
    publishHeading: 'Publiceren',
    publishLead:
      'Daarna kan iedereen de brief lezen, zonder in te loggen, en nagaan waar elk cijfer vandaan komt.',
    publish: 'Publiceer de brief',
    toPublic: 'Bekijk de brief zoals iedereen hem ziet',
    takeBackLead:
      'Staat er iets in dat niet openbaar mag zijn? Haal de brief dan terug: niemand leest hem hier dan nog. Wie hem al meenam, houdt hem.',
    takeBack: 'Haal de brief terug',
  },
  published: {
    title: 'Voortgangsbrieven aan de Kamer',
    lead: 'Brieven die ministeries hier publiceerden. Elk cijfer en elke verwijzing leidt naar de bron.',
    none: 'Er is nog geen brief gepubliceerd. Wat de Kamer vroeg en welke cijfers er zijn, kun je hier al lezen:',
    toParliament: 'Wat de Kamer vroeg',
    toFigures: 'Landelijke cijfers',
    letter: 'Brief',
    from: 'Van',
    on: 'Gepubliceerd',
    take: 'De brief meenemen',
    formats: {
      pdf: 'PDF, ook voor wie laat voorlezen',
      docx: 'Word-bestand (docx)',
      odt: 'OpenDocument-bestand (odt)',
    },
    evidence: 'Bewijsbestand (JSON): definities, gepubliceerde tellingen en codes',
    check: 'Met het bewijsbestand kun je nagaan of er iets aan de brief is veranderd:',
  },
  verify: {
    oneEvidence: 'Geef één bewijsbestand (json), met de bestanden van de brief die je wilt nagaan.',
    evidence: (name: string, figures: number) =>
      `Goed: ${name} klopt van binnen. Elk van de ${figures} cijfers staat in de brief, en zegt wat de gepubliceerde telling zegt.`,
    file: (name: string) =>
      `Goed: ${name} is de brief zoals hij is gepubliceerd, en zegt wat het bewijsbestand zegt.`,
    faults: {
      'not-json': () =>
        'Fout: het bewijsbestand is geen JSON in UTF-8. Het is beschadigd of iets anders.',
      'not-canonical': () =>
        'Fout: het bewijsbestand is anders geschreven dan het is gepubliceerd. Er is iets aan veranderd, of een programma heeft het opnieuw bewaard.',
      'not-evidence': (about: string) =>
        `Fout: dit is geen bewijsbestand van een brief, of er ontbreekt iets (${about}).`,
      seal: () => 'Fout: het zegel klopt niet. Er is iets in het bewijsbestand veranderd.',
      'document-hash': () =>
        'Fout: de tekst in het bewijsbestand is niet de tekst die is vastgesteld.',
      'edition-hash': (about: string) =>
        `Fout: de telling bij cijfer ${about} is niet de telling die is gepubliceerd.`,
      'edition-other': (about: string) =>
        `Fout: de telling bij cijfer ${about} hoort bij een andere definitie of periode.`,
      'value-other': (about: string) => `Fout: de telling zegt iets anders dan cijfer ${about}.`,
      'shown-other': (about: string) =>
        `Fout: cijfer ${about} staat anders in de brief dan de waarde is.`,
      'figure-missing': (about: string) => `Fout: cijfer ${about} staat niet in de brief.`,
      'annex-other': (about: string) =>
        `Fout: de bijlage met cijfers zegt iets anders over cijfer ${about}.`,
      'figure-unproved': (about: string) =>
        `Fout: in de brief staat ${about}, en daar is geen telling bij.`,
      'file-other': (about: string) =>
        `Fout: ${about} is niet precies het bestand dat is gepubliceerd: er is iets aan veranderd.`,
      'file-unknown': (about: string) => `Fout: ${about} is geen pdf, docx, odt of html.`,
      'text-missing': (about: string) =>
        `Fout: in het bestand staat niet, of niet op zijn plaats: “${about}”`,
      'text-added': (about: string) =>
        `Fout: in ${about} staat iets wat niet in het bewijsbestand staat.`,
      unreadable: (about: string) => `Fout: ${about} is niet te lezen.`,
    },
  },
  preview: {
    title: 'De brief zoals hij nu is',
    lead: 'Cijfers en bijlagen staan er zoals ze vandaag zijn.',
    fixed: 'De brief is vastgesteld. Hier verandert niets meer aan.',
  },
  versions: {
    title: 'Versies',
    lead: 'Elke keer dat iemand iets bewaart, komt er een versie bij. Geen versie verdwijnt.',
    compare: 'Twee versies naast elkaar',
    from: 'Eerste versie',
    to: 'Tweede versie',
    show: 'Vergelijk',
    caption: 'Alle versies, de nieuwste bovenaan',
    version: 'Versie',
    change: 'Wat er gebeurde',
    who: 'Wie',
    when: 'Wanneer',
    somebody: 'een collega',
    kinds: {
      began: 'brief begonnen',
      frame: 'kop gewijzigd',
      block: 'stuk geschreven',
      'block-added': 'stuk toegevoegd',
      'block-removed': 'stuk weggehaald',
      'block-moved': 'stuk verplaatst',
      'figure-bound': 'cijfer gebonden',
      'figure-released': 'cijfer losgelaten',
    },
  },
  compare: {
    title: (from: number, to: number) => `Versie ${from} naast versie ${to}`,
    lead: 'Wat is weggehaald staat links doorgestreept, wat erbij kwam staat rechts onderstreept.',
    gone: 'weggehaald:',
    came: 'toegevoegd:',
    end: 'einde',
    same: 'Dit stuk is hetzelfde gebleven.',
    notThere: 'Dit stuk is er niet.',
    nothing: 'In deze versies staan dezelfde stukken met dezelfde tekst.',
    frame: 'Kop van de brief',
    back: 'Kies andere versies',
    column: 'Stuk',
  },
  conflicts: {
    'letter-is-fixed': 'De brief is vastgesteld. Daarna verandert er niets meer aan.',
    'letter-was-changed':
      'Er is intussen iets in de brief veranderd: door een collega, door jou in een ander venster, of in het register of de cijfers.',
    'letter-is-not-fixed': 'De brief is nog niet vastgesteld.',
    'block-was-changed':
      'Dit stuk is intussen anders bewaard: door een collega, of door jou in een ander venster.',
    'frame-was-changed':
      'De kop is intussen anders bewaard: door een collega, of door jou in een ander venster.',
    'not-approved': 'Nog niet iedereen die gevraagd is, is akkoord met deze tekst.',
    'letter-is-empty': 'Er staat nog niets in de brief.',
    'text-held-back': 'In de tekst staat nog iets wat er niet zo in mag.',
    'figure-not-told-any-more': 'Een van de cijfers mag niet bekend worden.',
    'draft-is-over':
      'Het concept ligt hier niet meer: de brief is verder, of jullie worden niet meer gevraagd.',
    'draft-was-renewed': 'Er kwam een nieuwe tekst terwijl je schreef.',
  },
  errors: {
    'title-missing': 'Vul in waar de brief over gaat.',
    'too-long': 'Dit is te lang. Maak het korter.',
    'too-many-dossiers': 'Dit zijn er te veel. Noem er hooguit 6.',
    'dossier-strange': 'Een van de regels is geen dossier. Schrijf het zoals 29240 of 36600-VI.',
    'reference-strange': 'Dit is geen naam van een stuk. Schrijf het zoals kst-29240-120.',
    'reference-unknown':
      'Dit stuk staat niet in het register. Zet het erin, of noem het hieronder als je het zelf hebt opgezocht.',
    'too-many-vouched': 'Dit zijn er te veel. Noem er hooguit 40.',
    'choose-part': 'Kies waar het stuk hoort.',
    'too-many-blocks': 'Er zijn al 24 stukken. Voeg er twee samen.',
    'choose-figure': 'Kies een cijfer.',
    'figure-not-told': 'Dit cijfer is geheim. Kies een ander.',
    'no-such-figure': 'Dit cijfer staat niet meer bij de bron. Kies een ander.',
    'too-many-figures': 'Er zijn al 60 cijfers gebonden. Laat er eerst een los.',
    'figure-in-use': 'Dit cijfer staat nog in een tekst. Haal het daar eerst weg.',
    'choose-ministries': 'Kies ministeries uit de lijst.',
    'choose-answer': 'Kies jullie antwoord.',
    'changes-without-words': 'Schrijf bij een stuk wat er anders moet.',
    'choose-versions': 'Kies twee versies die er zijn.',
  },
}
