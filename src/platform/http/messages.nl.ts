export const nl = {
  notFound: 'Deze pagina is er niet',
  notFoundText:
    'Het adres klopt niet, of wat hier stond is niet voor jou bedoeld. Ga terug of begin opnieuw.',
  notAllowed: 'Dit mag je hier niet doen',
  notAllowedText: 'Je rol in deze organisatie laat dit niet toe. Er is niets veranderd.',
  conflict: 'Iemand was je voor',
  conflictText: 'Dit is intussen veranderd. Ga terug en bekijk hoe het er nu voor staat.',
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
      conflict: 'Misschien was een collega je voor.',
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
    comeBack: 'Kom hier terug en verstuur het opnieuw.',
    typed: 'Dit typte je',
    again: 'Verstuur opnieuw',
  },
  reference: 'Nummer',
  home: 'Naar het begin',
} as const
