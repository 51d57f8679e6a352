export const nl = {
  menu: 'Programma’s',
  back: 'Programma’s',
  list: {
    title: 'Programma’s die voor ons werken',
    lead: 'Een programma van je organisatie kan leveringen ophalen, beantwoorden en versturen, en horen dat er iets nieuws is. Het mag nooit meer dan je organisatie zelf.',
    add: 'Laat een programma toe',
    api: 'Hoe een programma begint',
    caption: 'Programma’s',
    name: 'Naam',
    scopes: 'Mag',
    used: 'Laatst gebruikt',
    state: 'Stand',
    never: 'nog niet',
    works: 'toegelaten',
    ended: 'beëindigd',
    open: 'Bekijk',
    emptyTitle: 'Er werkt nog geen programma voor je organisatie',
    empty: 'Alles gaat nu via deze website.',
  },
  add: {
    title: 'Laat een programma toe',
    lead: 'Het programma bewijst met een sleutel van zichzelf wie het is. Wij krijgen alleen de openbare helft. Er is geen wachtwoord.',
    name: 'Naam van het programma',
    nameHint: 'De naam van het product, niet van een persoon.',
    scopes: 'Wat mag het programma?',
    scopesHint: 'Kies niet meer dan nodig is.',
    lines: 'Langs welke wegen mag het sturen?',
    linesHint:
      'Alleen nodig als het programma mag versturen. Jullie bepalen zelf wie in dat programma mag beslissen: wij kunnen dat niet nagaan.',
    keys: 'Openbare sleutel',
    keysHint:
      'Een JWK, of een verzameling van hoogstens vijf (JWKS). Ed25519, EC of RSA. Laat leeg als het programma zijn sleutels zelf op een adres zet.',
    keysAt: 'Of: adres van de sleutels',
    keysAtHint: 'Begint met https://. Wij halen daar de openbare sleutels op.',
    save: 'Laat toe',
  },
  scope: {
    'deliveries:read': {
      label: 'Ontvangen leveringen lezen, en zien hoe het met verstuurde staat',
      hint: 'Ook wat in ontvangen leveringen staat, aan welke rol ze ook zijn gestuurd. Elke keer komt in het logboek.',
    },
    'deliveries:answer': {
      label: 'Ontvangen leveringen beantwoorden',
      hint: 'Aannemen, teruggeven met een vraag, of afwijzen.',
    },
    'deliveries:send': {
      label: 'Leveringen versturen en terughalen',
      hint: 'Alleen langs de wegen die je hieronder kiest. Het programma noemt elke keer wie van jullie besliste, en waarom.',
    },
    'events:read': {
      label: 'Horen dat er iets nieuws is',
      hint: 'Alleen dát er iets is, met een nummer. Geen gegevens van mensen.',
    },
    'channel:carry': {
      label: 'Post brengen van een andere server',
      hint: 'Alleen de beheerder van de server stelt dit in.',
    },
  },
  one: {
    clientId: 'client_id',
    token: 'Adres voor een token',
    issuer: 'audience (aud)',
    scopes: 'Mag',
    keys: 'Sleutels',
    lines: 'Wegen om langs te sturen',
    linesSave: 'Zet deze wegen',
    noName: 'zonder naam',
    made: 'Toegelaten',
    keysChanged: 'Sleutels van',
    used: 'Laatst een token gehaald',
    ended: 'Beëindigd',
    endedText: 'Dit programma komt er niet meer in.',
    change: 'Andere sleutels',
    changeText:
      'Wat met de oude sleutels is ondertekend, geldt daarna niet meer. Het programma haalt een nieuw token. Wil je zonder onderbreking wisselen? Zet dan eerst de oude en de nieuwe sleutel samen in een JWKS.',
    save: 'Zet deze sleutels',
    webhook: 'Meldingen',
    webhookText:
      'We kunnen het programma vertellen dat er iets nieuws is: alleen dat er iets is, met een nummer. Wat er is, haalt het zelf op.',
    webhookAddress: 'Adres voor meldingen',
    webhookHint: 'Begint met https://. Leeg: het programma vraagt er zelf naar.',
    webhookSave: 'Zet dit adres',
    webhookWrong: 'De laatste melding kwam niet aan. We proberen het opnieuw:',
    end: 'Beëindig de toegang',
    endText:
      'Het programma kan vanaf dat moment niets meer, ook niet met een token dat het al heeft.',
    endButton: 'Beëindig',
  },
  tags: {
    disclosures: 'Versturen wat iemand van je organisatie besliste, en het terughalen.',
    deliveries: 'Wat er van andere organisaties kwam, en wat er naar hen ging.',
    events: 'Dat er iets gebeurde, zonder gegevens van mensen.',
    channel: 'Post tussen twee servers.',
  },
  operations: {
    listReceivedDeliveries: {
      summary: 'Zie wat er binnenkwam',
      description: 'Het oudste eerst, zonder inhoud. Ga verder op next.',
    },
    readReceivedDelivery: {
      summary: 'Lees een ontvangen levering',
      description:
        'Met wat erin staat, zolang die niet is afgewezen, teruggeroepen of afgelopen. Elke keer staat in het logboek.',
    },
    answerReceivedDelivery: {
      summary: 'Beantwoord een ontvangen levering',
      description:
        'Neem aan (accept), geef terug met een vraag (return) of wijs af met een reden (decline). Na afwijzen is de inhoud hier weg.',
    },
    listSentDeliveries: {
      summary: 'Zie wat er verstuurd is',
      description:
        'Het oudste eerst, zonder inhoud: die hoort bij het dossier waar hij vandaan kwam.',
    },
    readSentDelivery: {
      summary: 'Lees het ontvangstbewijs van een verstuurde levering',
      description:
        'Hoe het ermee staat, wat er wanneer gebeurde, en de hash die ook de ontvanger heeft.',
    },
    sendDisclosure: {
      summary: 'Verstuur een levering',
      description:
        'Langs een weg van de tabel delen die aan dit programma is gegeven, met het antwoord op elke vraag van die weg. Noem wie besliste, in welke rol, en waarom. Wat niet mag, wordt geweigerd met de reden en de wegen die wel open zijn; er blijft dan niets staan.',
    },
    listDisclosures: {
      summary: 'Zie wat dit programma verstuurde',
      description: 'Het oudste eerst, zonder inhoud. Ga verder op next.',
    },
    readDisclosure: {
      summary: 'Lees hoe het met een levering staat',
      description:
        'De stand, alles wat er gebeurde, ook de vraag van de ontvanger, en de hash die op beide ontvangstbewijzen staat.',
    },
    replyToDisclosure: {
      summary: 'Beantwoord een vraag van de ontvanger',
      description: 'Als de levering met een vraag terugkwam. Noem wie antwoordt.',
    },
    recallDisclosure: {
      summary: 'Haal een levering terug',
      description:
        'De ontvanger verliest alle woorden die nog niet in een eigen dossier staan, en leest de reden (because). De toelichting blijft hier.',
    },
    listSharingLines: {
      summary: 'Zie langs welke wegen dit programma mag sturen',
      description:
        'Met de doelen, de soorten feiten, de rollen, en elke vraag die moet worden beantwoord. Ze kunnen veranderen: vraag ze op voor je verstuurt.',
    },
    listRecipients: {
      summary: 'Zoek een organisatie om aan te sturen',
      description: 'Waar een weg heen gaat, op naam. Ga verder op next.',
    },
    listEvents: {
      summary: 'Hoor wat er gebeurde',
      description:
        'Alles wat er na een nummer gebeurde, het oudste eerst, als CloudEvents zonder inhoud. Onthoud next en vraag daar de volgende keer verder. De lijst gaat dertig dagen terug. Het type zegt wat er gebeurde (nl.oogmerk.delivery.…): received, replied en recalled bij wat hier kwam, answered-here als iemand van de organisatie zelf antwoordde, delivered, refused, answered, reply-refused, recall-arrived, recall-refused en recalled-here bij wat van hier ging, en ended als de laatste dag voorbij is. Wat alleen voor de kring van een casus is, melden we niet.',
    },
    carryMessages: {
      summary: 'Breng post van een andere server',
      description:
        'Berichten van één organisatie aan één andere, op volgorde. Elk bericht heeft een nummer en een hash: nog eens sturen geeft hetzelfde ontvangstbewijs, dus hier hoort geen Idempotency-Key bij.',
    },
  },
  api: {
    title: 'Oogmerk',
    description:
      'Voor programma’s die voor een organisatie werken. Een programma mag nooit meer dan de organisatie zelf, en wat het leest of doet staat in haar logboek.',
    contact: 'De beheerder van deze server',
    security: 'OAuth 2.0 client credentials met private_key_jwt (RFC 7523).',
    problem: 'Een probleem (RFC 9457), in de taal van Accept-Language.',
    key: 'Eigen voor elke aanvraag die iets verandert. Nog eens met dezelfde sleutel geeft hetzelfde antwoord, een dag lang.',
  },
  guide: {
    title: 'Voor programma’s',
    lead: 'Een programma van een organisatie kan leveringen ophalen, beantwoorden en versturen, en horen dat er iets nieuws is. Zo begin je.',
    begin: 'Beginnen',
    key: 'Maak een sleutelpaar: Ed25519, EC (P-256, P-384, P-521) of RSA. De geheime helft blijft bij het programma.',
    register:
      'Laat een beheerder van de organisatie het programma toelaten, onder Programma’s, met de openbare helft als JWK of JWKS. De beheerder geeft je een client_id.',
    sign: 'Onderteken een JWT met als iss en sub de client_id, en als aud precies:',
    claims:
      'Zet er exp in (hoogstens vijf minuten verder) en een jti die je nooit opnieuw gebruikt.',
    fetch: 'Haal daarmee een token. Het geldt tien minuten:',
    ask: 'Stuur het token mee met elke aanvraag.',
    described: 'De hele beschrijving (OpenAPI 3.1):',
    metadata: 'Wat een OAuth-bibliotheek nodig heeft:',
    rules: 'Wat altijd geldt',
    ruleList: [
      'Alles is JSON in UTF-8. Wat we niet kennen in een aanvraag, weigeren we.',
      'Elke aanvraag die iets verandert heeft een eigen Idempotency-Key. Krijg je geen antwoord? Stuur precies hetzelfde nog eens, met dezelfde sleutel.',
      'Wat er niet is en wat niet voor jouw organisatie is, ziet er hetzelfde uit: 404.',
      'Lijsten gaan verder op het adres in next.',
      'Een browser kan deze API niet gebruiken: er zijn geen cookies en geen CORS.',
    ],
    send: 'Een levering versturen',
    sendText:
      'Het programma beslist niets. Iemand van de organisatie beslist, en het programma noemt die persoon: in welke rol, met welke functie, en hoe het eigen systeem die persoon vindt. De ontvanger leest de functie en de naam van het programma. Dezelfde regels gelden als op de website.',
    sendNot:
      'Om advies vragen zonder namen en rondetafels kan alleen op de website: daar praten mensen met elkaar.',
    operations: 'Wat je kunt vragen',
    what: 'Wat',
    address: 'Adres',
    scopes: 'Wat een programma mag',
    may: 'Mag',
    events: 'Horen dat er iets nieuws is',
    eventsText:
      'Vraag zo nu en dan /api/v1/events, of laat de beheerder een https-adres invullen waarop we het melden. Een melding is een CloudEvent met alleen een nummer. Antwoord met een 2xx; anders proberen we het opnieuw, met steeds langere pauzes. Dezelfde melding kan vaker komen: let op id.',
    signature: 'Elke melding is ondertekend (RFC 9421, Ed25519). De sleutel staat op',
    problems: 'Als er iets niet klopt',
    problemsText:
      'Elke fout is een application/problem+json, in het Nederlands of Engels (Accept-Language). In code staat de precieze reden.',
    change: 'Als de API verandert',
    changeText:
      'Binnen v1 komt er alleen bij: nieuwe adressen, nieuwe velden in antwoorden, nieuwe soorten meldingen. Sla over wat je niet kent. Wat weggaat, kondigen we minstens een jaar eerder aan met de headers Deprecation en Sunset. Wat niet past binnen v1 wordt v2, naast v1.',
  },
  errors: {
    'lines-missing': 'Kies minstens één weg om langs te sturen',
    'name-missing': 'Geef het programma een naam',
    'name-too-long': 'Houd de naam onder de 100 tekens',
    'scopes-missing': 'Kies wat het programma mag',
    'keys-missing': 'Plak een openbare sleutel, of geef het adres van de sleutels',
    'keys-both': 'Kies één van de twee: een sleutel of een adres',
    'keys-not-json': 'Dit is geen JWK of JWKS (JSON)',
    'keys-private':
      'Hier staat een geheime sleutel in. We hebben hem niet bewaard. Maak een nieuwe, want deze is niet geheim meer, en plak alleen de openbare helft',
    'keys-wrong':
      'Deze sleutel kunnen we niet gebruiken: kies Ed25519, EC of RSA van minstens 2048 bits',
    'keys-too-many': 'Geef hoogstens vijf sleutels',
    'keys-kid': 'Geef bij meer dan één sleutel elke sleutel een eigen naam (kid)',
    'address-wrong': 'Geef een adres dat met https:// begint',
  },
} as const
