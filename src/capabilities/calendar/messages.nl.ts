export const nl = {
  menu: 'Vrije dagen',
  title: 'Vrije dagen van je organisatie',
  lead: 'Termijnen in Oogmerk tellen schooldagen. Vul hier in wanneer jullie dicht zijn. Die dagen tellen dan niet mee.',
  counted:
    'Zaterdag, zondag, Goede Vrijdag en de algemeen erkende feestdagen tellen nooit mee. Schoolvakanties en studiedagen verschillen per school en per regio. Wij vonden daar geen officiële lijst van. Daarom vul je ze zelf in.',
  terms:
    'Een termijn die al loopt, houdt de dag die er al stond. Nieuwe termijnen rekenen met deze lijst.',
  list: 'Wanneer jullie dicht zijn',
  columns: {
    name: 'Naam',
    from: 'Eerste vrije dag',
    until: 'Laatste vrije dag',
    remove: 'Weghalen',
  },
  past: 'Voorbij',
  remove: 'Haal weg',
  removeOf: (name: string, day: string) => `${name} van ${day}`,
  emptyTitle: 'Er staat nog niets',
  empty:
    'Hier komen de vakanties en studiedagen van jullie eigen rooster. Zolang er niets staat, tellen ook die dagen mee.',
  add: 'Voeg een vrije periode toe',
  name: 'Hoe heet die periode?',
  nameHint: 'Bijvoorbeeld: herfstvakantie, of studiedag. Zet hier geen naam van een persoon.',
  from: 'Eerste vrije dag',
  until: 'Laatste vrije dag',
  untilHint: 'Voor één dag vul je twee keer dezelfde datum in.',
  example: (day: string) => `Bijvoorbeeld ${day}`,
  button: 'Voeg toe',
  errors: {
    'name-missing': 'Geef de periode een naam, zoals herfstvakantie.',
    'name-too-long': 'Maak de naam korter: hooguit 80 tekens.',
    'from-missing': 'Vul de eerste vrije dag in.',
    'until-missing': 'Vul de laatste vrije dag in.',
    'date-incomplete': 'Vul dag, maand en jaar in, alle drie.',
    'date-impossible': 'Deze datum bestaat niet. Kijk de dag, de maand en het jaar na.',
    'ends-before-it-begins':
      'De laatste vrije dag ligt voor de eerste. Draai ze om of verbeter een van de twee.',
    'period-too-long':
      'Deze periode is langer dan drie maanden. Kijk het jaar na, of deel de periode op.',
    'too-far-away':
      'Deze datum is meer dan een jaar geleden of meer dan drie jaar vooruit. Kijk het jaar na.',
    overlaps:
      'Deze dagen vallen samen met een periode die er al staat. Haal die eerst weg, of kies andere dagen.',
    'too-many-periods':
      'Er staan al heel veel periodes. Haal er eerst een weg die niet meer nodig is.',
  },
} as const
