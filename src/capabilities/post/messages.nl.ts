export const nl = {
  subject: 'Er is iets nieuws in Oogmerk',
  greeting: 'Hallo,',
  news: {
    'new-signal': 'Er is een nieuw signaal in jullie wachtrij.',
    'question-asked': 'Er staat een vraag voor je klaar.',
    'question-answered': 'Er is een antwoord op een vraag van jullie.',
    'signal-added-to': 'Er is iets toegevoegd aan een signaal.',
    'signal-passed': 'Er is een signaal aan je doorgegeven.',
    'own-signal-passed': 'Er is een signaal van jou doorgegeven.',
    'signal-closed': 'Er is iets nieuws over een signaal van jou.',
    'own-signal-in-case': 'Een signaal van jou is opgenomen in een casus.',
    'case-circle': 'Je bent toegevoegd aan de kring van een casus.',
    'case-handed-over': 'Een casus is aan je overgedragen.',
    'case-same-person': 'Er is misschien een tweede casus die bij een van jou hoort.',
    'case-left': 'Een collega die een casus coördineerde stopt ermee. Jij kunt de casus overnemen.',
    'task-given': 'Je hebt een nieuwe taak.',
    'task-due': 'Een taak van jou moet vandaag klaar zijn, of had al klaar moeten zijn.',
    'agreement-given': 'Collega’s spraken iets af dat jij doet.',
    'new-delivery': 'Een andere organisatie deelde iets met jullie.',
    'delivery-answered': 'Er is iets nieuws over wat je deelde.',
    'delivery-recalled': 'Een andere organisatie haalde iets terug dat jullie ontvingen.',
    'consultation-answered':
      'Een collega beantwoordde een vraag waaraan jij ook schrijft. Die eindigt nu eerder.',
    'training-due': 'Het is tijd om een oefenverhaal opnieuw te lezen.',
    'training-invited': 'Je bent uitgenodigd om een oefenverhaal te lezen.',
    'film-asked': 'Er is een vraag om de voorlichtingsfilm.',
    'film-answered': 'Er is een antwoord op een vraag om de voorlichtingsfilm.',
    'table-invited': 'Jullie zijn uitgenodigd voor een casusoverleg.',
    'table-agreement': 'Er wacht een afspraak uit een casusoverleg op jullie.',
    'table-minutes': 'Er is een verslag van een casusoverleg om op te reageren.',
    'table-answered': 'Er is iets nieuws bij een casusoverleg.',
    'table-ended': 'Een casusoverleg is afgelopen.',
    'advice-asked': 'Een andere organisatie vraagt jullie advies.',
    'advice-answered': 'Er is iets nieuws bij een vraag om advies van jullie.',
    'advice-added': 'Er is iets nieuws bij een vraag om advies aan jullie.',
    'letter-came': 'Een ander ministerie vraagt wat jullie van een concept vinden.',
    'letter-answered': 'Er is iets gebeurd met een concept dat jullie rondstuurden.',
    'sign-in-changed':
      'Er is iets veranderd in hoe je inlogt. Deed je dat niet zelf? Vraag het je beheerder.',
  },
  reference: 'Kenmerk',
  look: 'Log in om het te lezen:',
  why: 'In deze mail staat met opzet niet waar het over gaat.',
  noReply: 'Je kunt deze mail niet beantwoorden. Deze mail komt vanzelf uit Oogmerk.',

  demoTitle: 'Verstuurde post',
  demoLead:
    'In deze oefenversie gaat er geen mail de deur uit. Hier zie je wat mensen in hun mailbox zouden krijgen.',
  demoKept:
    'De nieuwste staat bovenaan. Een bericht noemt niemand en zegt niet waar het over gaat. Het komt in de taal waarin de ontvanger werkt.',
  demoPeople: 'Naar de verzonnen mensen',
  to: 'Aan',
  at: 'Wanneer',
  emptyTitle: 'Nog geen post',
  emptyText:
    'Leg een signaal vast als verzonnen leraar. Even later staat hier het bericht aan de coördinator.',
  emptyBegin: 'Kies een verzonnen persoon',

  operator: {
    missing: (settings: string) =>
      `Er gaat geen mail uit: stel ${settings} in en start opnieuw. Berichten wachten tot dan; na drie dagen vervallen ze.`,
  },
} as const
