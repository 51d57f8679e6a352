export const nl = {
  notFound: 'Deze pagina is er niet',
  notFoundText:
    'Het adres klopt niet, of wat hier stond is niet voor jou bedoeld. Ga terug of begin opnieuw.',
  notAllowed: 'Dit mag je hier niet doen',
  notAllowedText: 'Je rol in deze organisatie laat dit niet toe. Er is niets veranderd.',
  conflict: 'Dit kan nu niet',
  conflictText:
    'Het is intussen veranderd: door een collega, of door jou in een ander venster. Ga terug en bekijk hoe het er nu voor staat.',
  invalid: 'We konden dit niet lezen',
  invalidText: 'Er klopte iets niet aan wat je browser stuurde. Ga terug en probeer het nog eens.',
  tooLarge: 'Dit is te groot',
  tooLargeText:
    'Wat je stuurde is groter dan we aannemen. Maak de tekst korter of kies een kleiner bestand, en probeer opnieuw.',
  tooMany: 'Even wachten',
  tooManyText: (seconds: number) =>
    `Er kwamen te veel verzoeken kort na elkaar. Probeer het over ${seconds} seconden opnieuw. Is er nu gevaar? Bel 112.`,
  otherSite: 'Dit kwam van een andere website',
  otherSiteText:
    'Voor de veiligheid nemen we alleen formulieren aan die op deze website zijn ingevuld.',
  broken: 'Er ging iets mis bij ons',
  brokenText:
    'Het ligt niet aan jou. Probeer het over een paar minuten opnieuw. Blijft het misgaan, noem dan dit nummer aan je beheerder.',
  keptBack: {
    titles: {
      conflict: 'Dit kan nu niet',
      'not-found': 'Deze pagina is er niet',
      'not-allowed': 'Dit mag je hier niet doen',
    },
    texts: {
      conflict: 'Misschien was een collega je voor, of deed je het al in een ander venster.',
      'not-found':
        'Het adres klopt niet, of wat hier stond is niet, of niet meer, voor jou bedoeld.',
      'not-allowed': 'Je rol laat dit niet, of niet meer, toe.',
    },
    notSent: 'Dit typte je',
    back: 'Het is niet verstuurd en wordt nergens bewaard. Kopieer het als je het nog wilt gebruiken.',
  },
  held: {
    'sign-in': {
      title: 'Log eerst weer in',
      way: 'Log in, in een nieuw venster',
    },
    'step-up': {
      title: 'Laat eerst zien dat jij het bent',
      way: 'Bevestig dat jij het bent, in een nieuw venster',
    },
    notSent: 'Er is nog niets verstuurd of veranderd. Wat je invulde staat klaar op deze pagina.',
    withoutFile:
      'Er is nog niets verstuurd of veranderd. Het bestand dat je koos, is niet aangekomen: je moet het opnieuw kiezen. De rest staat klaar op deze pagina.',
    chooseAgain: 'Kom hier terug en ga verder. Daar kies je het bestand opnieuw.',
    goOn: 'Ga verder',
    notSentEmptied:
      'Er is nog niets verstuurd of veranderd. Wat je invulde staat klaar op deze pagina, behalve wat geheim is: dat typ je zo nog een keer.',
    comeBack: 'Kom hier terug en verstuur het opnieuw.',
    typed: 'Dit typte je',
    again: 'Verstuur opnieuw',
  },
  problems: {
    'invalid-input': {
      title: 'De aanvraag klopt niet',
      detail:
        'Lees in errors welk veld niet klopt, verbeter het en vraag opnieuw. De beschrijving staat op /api/v1/openapi.json.',
    },
    'key-missing': {
      title: 'Er is geen Idempotency-Key',
      detail:
        'Stuur met elke aanvraag die iets verandert een eigen Idempotency-Key mee: 8 tot 100 letters, cijfers of streepjes.',
    },
    unauthenticated: {
      title: 'We weten niet welk programma je bent',
      detail:
        'Haal een nieuw token op /api/oauth/token en stuur het mee als Authorization: Bearer.',
    },
    'not-allowed': {
      title: 'Dit mag je organisatie niet doen',
      detail: 'Er is niets veranderd. In code staat welke regel dit niet toelaat.',
    },
    'scope-missing': {
      title: 'Dit mag dit programma niet',
      detail:
        'Vraag een beheerder van je organisatie of het programma dit mag, of vraag een token met dit scope.',
    },
    'other-site': {
      title: 'Dit kwam van een website',
      detail:
        'De API is er voor programma’s op een server. Vraag zonder Origin van een andere website.',
    },
    'not-found': {
      title: 'Dit is er niet',
      detail: 'Het adres klopt niet, of wat daar staat is niet voor jouw organisatie.',
    },
    'method-not-allowed': {
      title: 'Dit kan op dit adres niet',
      detail: 'In de header Allow staat wat hier wel kan.',
    },
    conflict: {
      title: 'Dit kan nu niet',
      detail:
        'Het is intussen veranderd. Lees hoe het er nu voor staat en beslis opnieuw. In code staat waarom het nu niet kan.',
    },
    'too-large': {
      title: 'Dit is te groot',
      detail: 'Stuur minder tegelijk.',
    },
    'unsupported-media-type': {
      title: 'Deze vorm lezen we niet',
      detail: 'Stuur JSON in UTF-8, met Content-Type: application/json.',
    },
    invalid: {
      title: 'Dit laten de regels niet toe',
      detail: 'Er is niets veranderd. In code staat welke regel dit is.',
    },
    'key-reused': {
      title: 'Deze Idempotency-Key hoort bij iets anders',
      detail:
        'Onder deze sleutel kwam eerder een andere aanvraag. Neem voor een nieuwe aanvraag een nieuwe sleutel.',
    },
    'too-many-requests': {
      title: 'Even wachten',
      detail:
        'Er kwamen te veel aanvragen kort na elkaar. In de header Retry-After staat na hoeveel seconden je weer kunt vragen.',
    },
    defect: {
      title: 'Er ging iets mis bij ons',
      detail:
        'Het ligt niet aan jou. Vraag het later opnieuw, met dezelfde Idempotency-Key. Blijft het misgaan, noem dan instance aan de beheerder van deze server.',
    },
  },
  reference: 'Nummer',
  home: 'Naar het begin',
} as const
