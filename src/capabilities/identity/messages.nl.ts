const counted = (count: number, one: string, more: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : more}`

const both = (...told: readonly string[]): string => told.filter((one) => one !== '').join(' en ')

export const nl = {
  signIn: {
    title: 'Inloggen',
    intro:
      'Oogmerk is voor mensen die met jongeren werken. Log in via je eigen organisatie, of met een passkey.',
    organisation: 'Via je organisatie',
    organisationHint:
      'Je gaat even naar de inlogpagina van je organisatie en komt daarna hier terug.',
    organisationFind: 'Zoek je organisatie: een deel van de naam of de plaats',
    organisationSearch: 'Zoek',
    organisationsFound: (count: number, more: boolean) =>
      more
        ? `Dit zijn de eerste ${count}. Staat de jouwe er niet bij? Typ meer van de naam of de plaats.`
        : count === 0
          ? 'Niets gevonden. Typ minder van de naam, of alleen de plaats. Misschien werkt jouw organisatie hier met passkeys.'
          : count === 1
            ? 'Eén organisatie gevonden.'
            : `${count} organisaties gevonden.`,
    organisationNone:
      'Er is nog geen organisatie die hier met een eigen inlogpagina werkt. Gebruik een passkey.',
    passkey: 'Met een passkey',
    passkeyHint:
      'Een passkey staat op je telefoon of computer. Je opent hem met je vinger, je gezicht of een pincode.',
    passkeyButton: 'Inloggen met een passkey',
    demo: 'Rondkijken met verzonnen mensen',
    demoText: 'Dit is een demonstratie. Er zijn organisaties en mensen om mee te oefenen.',
    demoButton: 'Kies een verzonnen collega',
    noAccount: 'Kun je niet inloggen?',
    noAccountText:
      'Vraag de beheerder van je organisatie om een uitnodiging. Oogmerk kan je niet zelf toelaten.',
    exploring: 'Wil je alleen iets opzoeken? Dat kan zonder inloggen.',
    already: (name: string, organisation: string) =>
      `Je bent al ingelogd als ${name}, voor ${organisation}. Log je opnieuw in, dan stopt die sessie.`,
  },
  passkey: {
    noScript:
      'Een passkey werkt alleen als je browser scripts uitvoert. Zet scripts aan, of log in via je organisatie.',
    notSupported: 'Deze browser kan niet met passkeys werken. Probeer een andere browser.',
    cancelled: 'Het is niet gelukt of je hebt het afgebroken. Je kunt het gewoon opnieuw proberen.',
    failed:
      'Deze passkey opent hier niets. Misschien is hij ingetrokken, of hoort hij bij iets anders.',
    expired: 'Het duurde te lang. Probeer het opnieuw.',
    busy: 'Even wachten: kijk op je scherm of je telefoon.',
  },
  provider: {
    title: 'Inloggen is niet gelukt',
    again: 'Opnieuw proberen',
    unreachable:
      'De inlogpagina van je organisatie reageert niet. Probeer het over een paar minuten opnieuw. Blijft het zo, bel dan je eigen helpdesk.',
    refused:
      'Wat we van je organisatie terugkregen, hoort niet bij deze poging. Dat gebeurt als je lang wacht of terugbladert. Begin opnieuw.',
    'other-organisation':
      'Je account hoort bij een andere organisatie dan je koos. Kies je eigen organisatie en probeer het opnieuw.',
    pupil:
      'Oogmerk is voor medewerkers. Met het account van een leerling of student kun je niet inloggen. Maak je je zorgen over jezelf of een ander? Op de startpagina staat wie je kunt bellen of appen.',
    'not-invited':
      'Je organisatie kent je hier nog niet. Vraag de beheerder van je organisatie om een uitnodiging.',
    'not-active':
      'Je kunt voor deze organisatie niet meer inloggen. Klopt dat niet? Vraag het aan de beheerder.',
    'known-here':
      'Dit account hoort hier al bij iemand. Deze uitnodiging is voor iemand nieuw. Vraag het aan de beheerder.',
    'someone-else':
      'Je bent bij je organisatie ingelogd als iemand anders. Bevestig met je eigen account.',
  },
  choose: {
    title: 'Voor welke organisatie werk je nu?',
    intro:
      'Je werkt voor meer dan één organisatie. Wat je bij de ene doet, ziet de andere niet. Kies er een; wisselen begint een nieuwe sessie.',
    go: (organisation: string) => `Werken voor ${organisation}`,
    current: 'Hier werk je nu voor.',
    proveFirst: 'Laat eerst opnieuw zien wie je bent',
    proveFirstText:
      'Wisselen kan tot vijf minuten nadat je hebt ingelogd. Log opnieuw in en kies dan een andere organisatie.',
  },
  confirm: {
    title: 'Laat nog eens zien dat jij het bent',
    intro:
      'Wat je wilt doen, is gevoelig. Daarom vragen we het opnieuw als je laatste bewijs ouder is dan vijf minuten. Daarna ga je verder waar je was.',
    passkey: 'Bevestigen met een passkey',
    provider: 'Bevestigen via je organisatie',
    demo: 'Bevestigen (demonstratie)',
  },
  proven: {
    title: 'Gelukt, we weten weer dat jij het bent',
    text: 'Ga terug naar het venster waar je bezig was. Daar staat klaar wat je invulde. Dit venster kun je sluiten.',
    start: 'Of begin hier opnieuw',
  },
  account: {
    title: 'Je sessies en passkeys',
    intro:
      'Hier ben je nu ingelogd. Herken je iets niet? Beëindig het dan en zeg het tegen de beheerder van je organisatie.',
    sessions: 'Waar je bent ingelogd',
    device: 'Apparaat',
    how: 'Hoe',
    start: 'Ingelogd',
    lastSeen: 'Laatst gebruikt',
    act: 'Beëindigen',
    thisOne: 'Deze sessie',
    end: 'Beëindigen',
    endHidden: (device: string) => `de sessie op ${device}`,
    endOthers: 'Alle andere sessies beëindigen',
    rule: 'Een sessie stopt vanzelf na 15 minuten zonder gebruik, en altijd na 10 uur.',
    passkeys: 'Je passkeys',
    noPasskeys: 'Je hebt hier geen passkey.',
    madeOn: 'Gemaakt op',
    made: 'Gemaakt',
    used: 'Laatst gebruikt',
    never: 'nog niet',
    revoke: 'Intrekken',
    revokeHidden: (device: string) => `de passkey van ${device}`,
    switch: 'Wisselen van organisatie',
    manage: 'Mensen in je organisatie',
    methods: {
      passkey: 'passkey',
      'openid-connect': 'via de organisatie',
      demo: 'demonstratie',
    } as Record<string, string>,
    on: (browser: string, system: string) => `${browser} op ${system}`,
    otherBrowser: 'een andere browser',
    otherSystem: 'een ander apparaat',
  },
  people: {
    menu: 'Mensen',
    title: 'Mensen in je organisatie',
    intro: 'Wie hier werkt en met welke rollen. Elke verandering komt in het logboek.',
    invite: 'Collega uitnodigen',
    provider: 'Inloggen via je eigen inlogpagina',
    colleagues: 'Collega’s',
    name: 'Naam',
    jobTitle: 'Functie',
    roles: 'Rollen',
    state: 'Toegang',
    change: 'Wijzigen',
    active: 'ja',
    notActive: 'gestopt',
    invitations: 'Uitgenodigd',
    until: 'Geldig tot',
    withdraw: 'Intrekken',
    withdrawHidden: (name: string) => `de uitnodiging voor ${name}`,
    none: 'Er staan geen uitnodigingen open.',
  },
  invite: {
    title: 'Een collega uitnodigen',
    intro:
      'Je krijgt een link die één keer werkt, zeven dagen lang. Geef hem zelf aan je collega; wij sturen niets.',
    name: 'Naam',
    jobTitle: 'Functie',
    mail: 'E-mailadres',
    mailHint:
      'Voor berichten zoals: er staat iets voor je klaar. Nooit met namen of verhalen erin.',
    roles: 'Rollen',
    rolesHint: 'Kies alleen wat je collega echt doet. Een rol bepaalt wat iemand mag zien.',
    send: 'Uitnodiging maken',
    madeTitle: 'De uitnodiging is klaar',
    madeText: (name: string) =>
      `Geef deze link aan ${name}, het liefst waar je bij bent. Wie de link heeft, kan hem gebruiken. We laten hem maar één keer zien.`,
    link: 'Link',
    until: 'Geldig tot',
    back: 'Terug naar mensen',
    confirmFirst:
      'Laat eerst opnieuw zien dat jij het bent, in een nieuw tabblad. Kom daarna hier terug en verstuur opnieuw; wat je hebt ingevuld blijft staan.',
    confirmLink: 'Bevestigen in een nieuw tabblad',
    errors: {
      'name-missing': 'Vul de naam van je collega in.',
      'too-long': 'Dit is te lang. Maak het korter.',
      'one-line': 'Gebruik één regel tekst.',
      'mail-wrong': 'Vul een e-mailadres in, zoals naam@school.nl.',
      'roles-wrong': 'Kies minstens één rol.',
    } as Record<string, string>,
  },
  colleague: {
    roles: 'Rollen',
    rolesHint: 'Andere rollen gelden vanaf de volgende klik van je collega.',
    save: 'Rollen opslaan',
    yourself: 'Je eigen rollen en toegang verandert een andere beheerder.',
    again: 'Nieuwe uitnodiging maken',
    againText:
      'Is een telefoon of passkey kwijt? Maak dan een nieuwe uitnodiging. Eerdere links werken niet meer. Rollen en gegevens blijven. Is hier mail ingesteld, dan krijgt je collega bericht dat er iets is veranderd in het inloggen.',
    oldPasskeys: 'De oude passkeys',
    oldPasskeysHint:
      'Ze werken niet meer zodra je de uitnodiging maakt, en je collega wordt uitgelogd.',
    keepPasskeys: 'Laat ze werken: er is niets kwijt',
    passkeys: 'Passkeys van deze collega',
    passkeysText:
      'Trek een passkey in als het apparaat kwijt is. Je collega wordt dan overal uitgelogd en krijgt bericht, als hier mail is ingesteld.',
    noPasskeys: 'Deze collega heeft hier geen passkey.',
    stop: 'Toegang stoppen',
    stopText:
      'De collega wordt meteen uitgelogd en kan niet meer inloggen. Wat deze persoon heeft gedaan, blijft staan. De plaats in kringen van casussen eindigt. Laat jullie inlogpagina alle medewerkers binnen? Wie hier een passkey gebruikte, kan daar dan opnieuw binnenkomen als nieuwe docent. Laat dus ook dat account stoppen.',
    resume: 'Toegang hervatten',
    resumeText:
      'De collega kan weer inloggen, met de rollen van daarvoor. In kringen van casussen staat deze persoon niet vanzelf weer. De coördinator van een casus kan dat opnieuw doen.',
    stopped: 'Deze collega heeft geen toegang meer.',
  },
  forYou: {
    menu: 'Voor jou',
    title: 'Wat er voor je is',
    lead: 'Met jouw rol is hier nu vooral iets te lezen. Je ziet geen signalen over leerlingen, en dat is met opzet: die leest alleen wie eraan werkt.',
    workInMenu: 'Je eigen werk staat in het menu. Dit mag iedereen lezen.',
    now: 'Dit is er nu',
    knowledge: [
      'Kennis',
      'De signalen, met gewone verklaringen en bronnen, en een kaart om te printen.',
    ],
    lines: ['Hulplijnen', 'Wie je kunt bellen, en wanneer dat voor het laatst is nagekeken.'],
    explore: [
      'Verken',
      'Typ wat je opviel en zie waar het op kan wijzen. Er blijft niets bewaard.',
    ],
    privacy: ['Privacy', 'Wat we bewaren, hoelang, en wie wat kan zien.'],
    sessions: ['Je sessies', 'Waar je bent ingelogd en met welke passkeys.'],
    notYet: 'Dit is er nog niet',
    later: {
      oversight:
        'Wie welk signaal las en waarom, staat in het logboek, maar dat kun je hier nog niet zelf lezen. Vraag wie de server beheert om een uitvoer van het logboek van je organisatie, en om de openbare sleutel. Daarmee controleer je zelf of er iets is veranderd.',
      figures:
        'Er zijn hier nog geen cijfers en geen vragenlijst. Gegevens over personen krijg je hier nooit te zien.',
    },
    noDate: 'Wanneer dit er wel is, weten we nog niet. Deze pagina zegt het zodra het zo is.',
    role: 'Werk je wel met leerlingen? Vraag de beheerder van je organisatie om je rol te verbeteren.',
  },
  leaving: {
    title: (name: string) => `Eerst even kijken: open werk bij ${name}`,
    count: (name: string, signals: number, cases: number) => {
      const open = both(
        counted(signals, 'open signaal', 'open signalen'),
        counted(cases, 'open casus', 'open casussen'),
      )
      const verb = signals + cases === 1 ? 'is' : 'zijn'
      const which = signals === 1 && cases === 0 ? 'dat' : 'die'
      return `Er ${verb} nu ${open} ${which} een ander moet overnemen als je dit verandert voor ${name}.`
    },
    signalsGoOn:
      'Signalen komen dan in de wachtrij van de coördinatoren van je organisatie. Wie het signaal vastlegde, ziet dat ook.',
    casesGoOn:
      'Een casus kan dan iemand uit de kring overnemen die coördinator of schoolleider is. Is er in de kring zo iemand niet, dan krijgen de coördinatoren van je organisatie de casus te zien. Zij krijgen daarover een bericht.',
    askFirst: 'Wil je dat niet? Vraag je collega dan eerst om af te ronden of over te dragen.',
    withNobody: (signals: number, cases: number) =>
      `Let op: van ${both(counted(signals, 'signaal', 'signalen'), counted(cases, 'casus', 'casussen'))} kan daarna niemand hier meer iets zien. Geef eerst een andere collega de rol van coördinator.`,
    stop: 'Toegang toch stoppen',
    change: 'Rollen toch opslaan',
    back: 'Terug, verander nog niets',
  },
  invitation: {
    title: (organisation: string) => `Welkom bij Oogmerk, voor ${organisation}`,
    intro: (name: string) =>
      `Deze uitnodiging is voor ${name}. Ben jij dat niet? Sluit dan deze pagina en zeg het tegen wie je de link gaf.`,
    roles: 'Je rollen',
    passkey: 'Maak een passkey',
    passkeyText:
      'Daarmee log je voortaan in, zonder wachtwoord. Hij blijft op je eigen apparaat. Gebruik een apparaat dat alleen jij kunt openen.',
    create: 'Passkey maken en beginnen',
    existing: 'Ik heb al een passkey van Oogmerk',
    existingText:
      'Werk je al voor een andere organisatie met Oogmerk? Dan kun je dezelfde passkey gebruiken. De organisaties zien elkaars gegevens niet.',
    existingButton: 'Mijn passkey gebruiken',
    provider: 'Of log in via je organisatie',
    providerButton: 'Verder met het account van mijn organisatie',
    goneTitle: 'Deze uitnodiging werkt niet meer',
    goneText: 'Een uitnodiging werkt één keer, zeven dagen lang. Vraag je beheerder om een nieuwe.',
    known: 'Deze passkey of dit account hoort hier al bij iemand. Vraag het je beheerder.',
  },
  providerSettings: {
    title: 'Inloggen via je eigen inlogpagina',
    intro:
      'Hier vul je in hoe mensen via de OpenID Connect-inlogpagina van je organisatie binnenkomen. Vraag de gegevens aan wie die beheert.',
    callback: 'Geef daar dit terugkeeradres op',
    issuer: 'Adres van de aanbieder (issuer)',
    clientId: 'Client-ID',
    clientSecret: 'Client-geheim',
    clientSecretHint: 'Wordt versleuteld bewaard en nooit meer getoond.',
    clientSecretKept:
      'Er is al een geheim bewaard. We tonen het niet. Laat dit leeg om het te houden. Verander je het adres of de client-ID, vul dan ook het geheim opnieuw in.',
    homeClaim: 'Claim met de thuisorganisatie',
    homeClaimHint: 'Bijvoorbeeld schac_home_organization.',
    homeValue: 'Waarde van die claim voor jullie',
    affiliationClaim: 'Claim met de soort band',
    affiliationClaimHint:
      'Bijvoorbeeld eduperson_affiliation. Wie daar leerling of student is, komt er niet in.',
    admits: 'Wie mag binnenkomen?',
    invitedOnly: 'Alleen wie is uitgenodigd',
    staff: 'Alle medewerkers, met de rol docent',
    save: 'Opslaan',
    saved: 'Opgeslagen. Probeer meteen of inloggen werkt, in een ander venster.',
    errors: {
      'issuer-wrong': 'Vul een adres in dat met https:// begint.',
      'too-long': 'Dit is te lang.',
      'client-id-missing': 'Vul de client-ID in.',
      'client-secret-missing': 'Vul het geheim in.',
      'home-claim-missing': 'Vul de naam van de claim in.',
      'home-value-missing': 'Vul de waarde in die bij jullie hoort.',
      'affiliation-claim-missing': 'Vul de naam van de claim in.',
      'admits-missing': 'Kies wie er mag binnenkomen.',
    } as Record<string, string>,
  },
  demo: {
    story: 'Loop één verhaal na',
    storyText:
      'Zo gaat het met één verzonnen leerling, van het eerste gevoel tot hulp. Daarna zie je hoe een ministerie ervan vertelt aan de Kamer. Met één klik ben je de persoon van die stap, op de plek waar die werkt. Daar staat bovenaan waarom die stap er is. Wat deze mensen opschreven is Nederlands, ook op de Engelse pagina’s.',
    goAs: (name: string) => `Ga verder als ${name}`,
    goAsNobody: 'Ga verder zonder in te loggen',
    stepOf: (step: number, steps: number) => `Stap ${step} van ${steps}`,
    wholeStory: 'Het hele verhaal',
    title: 'Rondkijken met verzonnen mensen',
    intro:
      'Alle organisaties en mensen hieronder zijn verzonnen, en hun schoolcodes ook. Kies iemand en je kijkt mee door de ogen van die collega.',
    post: 'Bekijk de verstuurde post',
    choose: 'Kies zelf iemand',
    chooseLead: 'Of kies een organisatie, en daar iemand:',
    postText:
      'Gebeurt er iets nieuws, dan krijgt een collega bericht. In deze oefenversie gaat er geen mail de deur uit.',
    signInAs: 'Inloggen als',
    comesFor: {
      'secondary-school': 'Iets valt op: opzoeken, opschrijven, overdragen en opvolgen.',
      'vocational-school': 'Iets valt op: opzoeken, opschrijven, overdragen en opvolgen.',
      'primary-school': 'Ook in groep 8 valt soms iets op.',
      municipality: 'Meedenken, partners aan één tafel brengen, zorg regelen.',
      'youth-help': 'Een duidelijke vraag ontvangen en terugvertellen.',
      'safe-home': 'Advies geven en meldingen ontvangen.',
      police: 'In een aangehouden jongere een mogelijk slachtoffer herkennen.',
      prosecution: 'Beslissen met alles op tafel.',
      'expert-group': 'Adviseren en de lijst met signalen levend houden.',
      ministry: 'Afspraken, acties en cijfers volgen.',
      'research-institute': 'Scholen bevragen, ronde na ronde.',
    } as Record<string, string>,
  },
} as const
