const days = (count: number): string => (count === 1 ? '1 dag' : `${count} dagen`)

export const nl = {
  privacy: {
    title: 'Privacy',
    lead: 'Wat Oogmerk bewaart, wie het ziet, hoe lang, en wat je daarover kunt vragen. Hier staat alleen wat het programma nu echt doet.',
    explore: {
      title: 'Verken: er blijft niets achter',
      items: [
        'Wat je bij Verken typt of aanvinkt, wordt in je eigen browser vergeleken met de signalen. Je tekst gaat niet naar een server.',
        'Staan scripts uit in je browser, dan leest de server je tekst om te kunnen antwoorden. De server bewaart die niet: niet in de database en niet in het logboek.',
        'Ga je van de eerste pagina naar Verken, dan onthoudt je browser je tekst even in dat tabblad. Verken haalt de tekst daar meteen weg.',
        'Verken werkt ook zonder internet. Daarvoor bewaart je browser de pagina zelf, niet wat jij typte.',
      ],
    },
    visit: {
      title: 'Als je deze website bezoekt',
      items: [
        'Er zijn geen cookies om je te volgen, geen advertenties en geen onderdelen van andere bedrijven. Alleen wie inlogt, krijgt cookies: om in te loggen, ingelogd te blijven, en om alleen de leespagina te tonen als een jongere meeleest.',
        'De server schrijft per verzoek op: het tijdstip, de soort pagina, of het lukte en hoe lang het duurde. Geen naam, geen tekst en geen internetadres.',
        'Om misbruik te stoppen telt de server verzoeken per internetadres. Dat staat een paar minuten in het geheugen en nergens anders.',
        'De organisatie die deze website aanbiedt kan er een eigen netwerk of beveiliging voor hebben staan. Vraag haar wat die bewaart.',
      ],
    },
    record: {
      title: 'Als iemand een signaal vastlegt',
      items: [
        'Dan bewaart Oogmerk: over wie of wat het gaat, wat iemand zag of hoorde in eigen woorden, wanneer, van wie iemand het hoorde, welke gewone verklaring is bekeken, en wie het vastlegde.',
        'De naam of het nummer van de leerling, de woorden en de namen van collega’s worden versleuteld bewaard. De sleutel ligt niet in de database.',
        'Leesbaar in de database staan: een kenmerk, datums, de stand, of er gevaar was, en de codes van de signalen. Daar staat geen naam bij.',
        'Oogmerk geeft een kind nooit een score, een rang, een kleur of een etiket, en beslist niets. Mensen beslissen.',
      ],
    },
    file: {
      title: 'Als er een casus over een jongere is',
      items: [
        'Een casus is het dossier van één organisatie over één jongere. Daarin bewaart Oogmerk: naam, groep, nummer, geboortedatum en ouders, voor zover iemand die invulde, en de vraag waar het om gaat.',
        'Ook bewaart Oogmerk wat collega’s opschrijven: feiten met hun bron, wat iemand denkt met een gewone verklaring erbij, besluiten met redenen, contacten, taken, en rollen met wat erop wijst en wat ertegen spreekt. Van een aanpassing blijft de oude tekst staan.',
        'Een signaal komt alleen in een casus als een mens dat kiest. Dan worden de woorden ervan overgenomen.',
        'Namen en woorden worden versleuteld bewaard, met een sleutel per casus. Wie de jongere is, wordt apart versleuteld. Leesbaar in de database staan: een kenmerk, datums, de stand, de soort regel, de rollen en de uitkomst zonder naam erbij, en nummers van collega’s.',
        'Zoeken in casussen gebeurt in het geheugen van de server. Er is geen lijst van woorden op schijf.',
      ],
    },
    within: {
      title: 'Wat bij een casus kan horen',
      items: [
        'Documenten en foto’s die een collega toevoegt, met hun naam en een zin over wat het is en waar het vandaan komt. Elk document wordt versleuteld met een eigen sleutel.',
        'Een foto tekent de server opnieuw. De plaats, het tijdstip, het toestel en andere gegevens die een telefoon erin zet, zijn dan weg. Wat op de foto te zien is, blijft te zien. Een pdf of tekstdocument blijft zoals het is: daar kan nog een naam van de maker in staan.',
        'Een gesprek met de jongere: de voorbereiding, het verslag, wat de jongere zei, de samenvatting, wat een collega erbij denkt en wat is afgesproken. Wat de jongere zei of typte, verandert niemand. Er kan alleen iets bij. De jongere kan lezen wat er staat en er eigen woorden naast zetten.',
        'Hulp die is voorgesteld of begonnen: welke hulp, voor welke vraag, wie het wilde, wat de jongere en de ouders ervan vonden, de doelen en hoe het ging. De woorden zijn versleuteld. Leesbaar in de database zijn: de soort hulp, de stand, de dagen en nummers van collega’s. De aanbieder krijgt van Oogmerk niets.',
        'Welke stappen van het protocol van de school zijn gezet of overgeslagen, door wie, wanneer en waarom. Wat iemand invulde en de redenen zijn versleuteld met de sleutel van de casus.',
        'Een casus kan op papier of in een pdf. Het logboek houdt bij wie dat deed, en op elke bladzijde staat wie het maakte. Wat op papier staat, kan Oogmerk niet meer wissen.',
      ],
    },
    beside: {
      title: 'Wat niet bij een casus hoort',
      items: [
        'Een intervisie: collega’s schrijven kaarten over een leerling, een groep of een plek, en praten erover. Oogmerk vraagt niet om de naam van de leerling. Kaarten, onderwerp en besluit worden versleuteld met een eigen sleutel. Leesbaar in de database zijn: de methode, de stand, de datums, de soort van elke kaart, wie meedeed en schreef, en de uitkomst.',
        'Een vraag om advies aan een andere organisatie. De ander krijgt de vraag en weet welke organisatie haar stelt, niet welke collega en niet bij welke casus ze hoort. Oogmerk waarschuwt als er een naam of nummer in de tekst lijkt te staan; een mens beslist of die blijft staan. Wat beide kanten schrijven, wordt bij elk apart versleuteld. Leesbaar in de database zijn: het kenmerk, de stand, de datums, met welke organisatie, bij welke casus van de eigen organisatie, en nummers van collega’s.',
        'Een casusoverleg: organisaties om één vraag. De uitnodiging vertelt niet om wie het gaat. Wat iemand inbrengt gaat naar één organisatie, op een grond die erbij staat, als elke andere levering; de anderen zien alleen van wie aan wie. Wat een organisatie voor een overleg opschrijft, leest niemand anders tot zij het inbrengt. Afspraken gaan naar wie ze uitvoert, met de grond en een afdruk als bewijs; het verslag gaat naar wie meedoet. Een overleg eindigt vanzelf zes weken na zijn dag. De woorden zijn versleuteld. Leesbaar in de database zijn: het kenmerk, het doel, de dagen, welke organisaties in welke rol meedoen, wie aan wie iets inbracht, en hoe afspraken ervoor staan.',
        'Wat een collega met een andere organisatie deelt: welke feiten, met welke organisatie en rol, waarvoor, op welke grond, met de antwoorden op de voorwaarden en een einddatum. Ook een besluit om niet te delen. De woorden worden versleuteld met een eigen sleutel. Leesbaar in de database zijn: het kenmerk, uit welk dossier, de stand, de dagen, met welke organisatie en rol, hoeveel feiten, wat ermee gebeurde en welke collega dat deed. Stuurde een programma van de organisatie het, dan staat er in plaats van een collega welk programma het was en in welke rol is besloten. Wie besliste (de functie, en hoe dat programma die persoon vindt) en waarom, is versleuteld.',
        'Wat een organisatie van een ander ontving, staat versleuteld in haar eigen gegevens. Op de einddatum worden de woorden en hun sleutel gewist. Dat gebeurt ook als de ander het terughaalt of als zij het niet aanneemt. Dat het er was, van wie, en wat ermee gebeurde, blijft. Wat een collega overnam in een eigen dossier, hoort daarna bij dat dossier. Oogmerk onthoudt wie dat deed.',
        'Een vraag aan een deskundige of aan de expertgroep is ook zo’n levering. Wat die persoon als antwoord schrijft, ziet eerst niemand anders. Na het versturen blijft het daar nog hoogstens 14 dagen, en nooit langer dan de levering zelf. Daarna zijn vraag en antwoord daar gewist. Dat iemand antwoordde, wanneer en met welk controlegetal, blijft.',
        'Een aanhouding van een jongere, bij de politie: wie het is, om welk feit het zou gaan, wat er is gezien en gevonden, wat de jongere zei, welke rechten zijn verteld, wie is ingelicht, en hoe er naar uitbuiting is gekeken. Het dossier waarin dezelfde jongere wordt beschermd staat apart, met een eigen kring. Alleen wie beide mag zien, ziet dat ze bij elkaar horen. De woorden worden versleuteld met een sleutel per dossier. Leesbaar in de database zijn: het kenmerk, de soort dossier, de stand, de tijdstippen, de leeftijdsgroep, of voorlopige hechtenis kan, de soort van elke aantekening, of iemand verder wil kijken, en nummers van collega’s.',
        'Een dossier bij het Openbaar Ministerie, over de vraag of straffen past: om welke feiten het gaat, wat bekend is en van wie dat kwam, wat ervoor en ertegen spreekt, de beoordeling door een deskundige, het besluit met redenen, wie dat hoorde, en klachten erover. Alleen de kring van dat dossier ziet het. De woorden worden versleuteld met een sleutel per dossier. Leesbaar in de database zijn: het kenmerk, de stand, de dagen, de soort van elk onderdeel, de gekozen wegen en gronden zonder naam erbij, de genoemde vormen van uitbuiting en een leeftijdsgroep, en nummers van collega’s.',
        'Een programma van een organisatie dat met Oogmerk praat: hoe het heet, waar het bij mag, langs welke wegen het mag sturen, het openbare deel van zijn sleutel, welke collega het toeliet en wanneer het voor het laatst kwam. Het ziet niet meer dan de organisatie zelf. Wat het als antwoord op een opdracht kreeg, blijft even versleuteld staan, zodat een herhaalde opdracht niet twee keer telt.',
        'Een bericht aan een andere organisatie staat hier versleuteld tot bekend is wat ervan werd. Dan worden de woorden gewist. Wat blijft, is welk bericht wanneer naar welke organisatie ging of van haar kwam, en een afdruk waar niemand de woorden uit kan halen. Wat de ander ontving, bewaart die zelf.',
        'Een oefening met het protocol, over een verzonnen verhaal. Wat collega’s daarin typen wordt versleuteld en staat in geen casus.',
        'Het protocol van een school: de stappen, en welke collega of rol een stap doet.',
        'Aanbod van hulp: wat een gemeente of hulporganisatie aanbiedt. Dat is openbaar en gaat niet over een persoon. Oogmerk onthoudt welke medewerker het erop zette. Dat is niet openbaar.',
        'Acties van een ministerie: wat het doet, van welke afdeling dat is, en hoe het staat. Dat gaat niet over een persoon; alleen wie daar aan het programma werkt, ziet het. Oogmerk onthoudt welke medewerker wat wanneer schreef. Daar is geen termijn voor.',
        'Een voortgangsbrief van een ministerie aan de Kamer: de tekst, en elke versie ervan. Dat gaat niet over een persoon; een concept ziet alleen wie daar aan het programma werkt. Oogmerk onthoudt welke medewerker wat wanneer bewaarde. Daar is geen termijn voor.',
        'Wat een ministerie meeleest in de open data van de Tweede Kamer: onderwerpen, uitkomsten en nummers van stukken. Oogmerk onthoudt welke medewerker het aanzette, met welk mailadres van een afdeling, en wie een punt als gezien wegzette. Daar is geen termijn voor.',
        'Kamerstukken die een ministerie las, wat erin gevonden is en wie dat bevestigde, en de moties, toezeggingen en vragen die het bijhoudt. Daarin staan namen van Kamerleden en bewindspersonen, omdat die in openbare stukken staan; verder gaat het niet over een persoon. Oogmerk onthoudt welke medewerker wat wanneer deed. Daar is geen termijn voor.',
        'Een concept van een brief dat andere ministeries lezen, met wat zij ervan zeggen. Dat gaat uit naam van een ministerie; wie er het antwoord schreef, weet alleen dat ministerie zelf. Is de brief vastgesteld of ingetrokken, dan verdwijnt het concept bij de anderen. Wie vroeg en wie akkoord was, blijft.',
        'Een onderzoek onder scholen: de openbare lijsten van scholen, of een school is uitgenodigd en antwoordde, en welke onderzoeker de meting begon en welke onderzoeker wat schoolmensen zelf schreven indeelde. Mailadressen van scholen zijn versleuteld en worden gewist als de meting sluit. Een mail aan een school blijft niet staan. Wat een school nog niet afmaakte, is versleuteld met de code van die school. Wat scholen antwoordden staat zonder naam, code, tijd of volgorde, en kan niet aan een school worden gekoppeld.',
        'Een vastgestelde brief, met zijn bestanden en het bewijs bij de cijfers. Is hij gepubliceerd, dan leest iedereen hem. Er staat geen medewerker in. Daar is geen termijn voor.',
      ],
    },
    staff: {
      title: 'Als je met Oogmerk werkt',
      items: [
        'Van een collega bewaart Oogmerk: naam, functie en mailadres, voor zover ingevuld, en de rollen en de taal. Naam, functie en mailadres zijn versleuteld.',
        'Om in te loggen bewaart Oogmerk het openbare deel van je passkey, of een onleesbare afdruk van je account bij je organisatie. Een wachtwoord is er niet. Van een sessie bewaart Oogmerk wanneer die begon en het laatst werd gebruikt, en versleuteld welk soort browser en apparaat het was.',
        'Wat je schrijft en doet, staat met jouw naam in het signaal of de casus, en met een nummer in het logboek.',
        'Van oefenen bewaart Oogmerk welk oefenverhaal iemand uitlas, in welke editie en wanneer. Niet waar je stopte of wat je aankruiste of schreef. Wil je iets onthouden, dan bewaart het een notitie, versleuteld, die alleen jij kunt lezen en weggooien. Je leidinggevende ziet alleen aantallen. Oogmerk onthoudt ook wie van de leiding collega’s uitnodigde om te lezen, en wie de termijn om opnieuw te lezen instelde.',
        'Werk je er niet meer, dan stopt je toegang. Je naam blijft staan bij wat je deed. Uit de kringen van casussen ga je dan weg.',
      ],
    },
    see: {
      title: 'Wie het ziet',
      items: [
        'Wie het signaal vastlegde, en de kring die diegene koos: de coördinatoren, alleen de zorgcoördinatoren, of één collega. Daarna ook de collega aan wie het is doorgegeven. Werkt van die kring niemand er meer, dan de zorgcoördinatoren, en zonder hen een andere coördinator: dat ziet wie het vastlegde.',
        'Andere collega’s zien niet dat het signaal bestaat. Een andere organisatie ook niet. Oogmerk geeft niets vanzelf door aan een andere organisatie.',
        'Een casus ziet alleen de kring: de collega’s die de coördinator er met een reden in zette, soms voor een tijd. In de casus staat wie erin zat en tot wanneer. Volgt niemand van de kring een open casus nog op, dan zien de zorgcoördinatoren hem. Zonder hen ziet de veiligheidscoördinator hem, en anders de schoolleider. Bij een andere organisatie zien de collega’s hem die daar met jongeren werken.',
        'Wie niet meer met jongeren werkt, gaat uit de kring. Komt diegene later terug, dan moet de coördinator die opnieuw in de kring zetten.',
        'Documenten, gesprekken, hulp en stappen van het protocol ziet dezelfde kring. Een intervisie zien alleen de collega’s die meededen. Kaarten van een ander zien zij pas als ze zijn omgedraaid. Een oefening en het protocol ziet iedereen die op die school met leerlingen werkt.',
        'Opent iemand een tweede casus met dezelfde naam of hetzelfde nummer, dan hoort de coördinator van de eerste dat en van wie. Wie de tweede opende, hoort niets over de eerste, behalve als diegene al in de kring daarvan zit.',
        'Van elke keer dat iemand een signaal of een casus leest of verandert, komt er een regel in een logboek: wie, wanneer en waarom. Die regels worden meteen daarna verzegeld. Wie er dan nog een verandert of weghaalt, laat een spoor na dat een ander kan vinden.',
        'In de mail die Oogmerk aan collega’s stuurt staat alleen dat er iets nieuws is, een kenmerk en een link. Oogmerk onthoudt daarvoor in welke taal een collega werkt.',
      ],
    },
    keep: {
      title: 'Hoe lang',
      drafts: (count: number) => `Een concept dat ${days(count)} niet is veranderd, wordt gewist.`,
      sessions: (count: number) =>
        `Gegevens over een sessie die voorbij is, worden na ${days(count)} gewist.`,
      invitations: (count: number) =>
        `Een uitnodiging die is gebruikt of verlopen, wordt na ${days(count)} gewist.`,
      messages: (count: number) =>
        `Een bericht aan een collega dat er iets nieuws is, wordt na ${days(count)} gewist.`,
      advice: (count: number) =>
        `Een vraag om advies met alles wat erop is gezegd, wordt ${days(count)} na de laatste verandering gewist als ze klaar is, bij wie vroeg en bij wie antwoordde. Open vragen blijven.`,
      'round-tables': (count: number) =>
        `Een casusoverleg verdwijnt ${days(count)} na de laatste dag waarop het bewaard blijft. Wat een organisatie van anderen kreeg, is dan al lang weg: dat wordt gewist als het overleg eindigt of als zij weggaat.`,
      'delivery-drafts': (count: number) =>
        `Een levering aan een andere organisatie die niet is afgemaakt en ${days(count)} niet is veranderd, wordt gewist.`,
      deliveries: (count: number) =>
        `Wat een organisatie deelde, of besloot niet te delen, wist ze zelf ook: ${days(count)} nadat het voorbij is, de woorden met hun sleutel. Wordt het dossier zelf gewist, dan meteen. Wat blijft, is het kenmerk, aan wie, op welke grond, wanneer, hoeveel feiten, en een afdruk waar niemand de woorden uit kan halen.`,
      'film-requests': (count: number) =>
        `Een vraag om de voorlichtingsfilm gaat ${days(count)} na het laatste antwoord weg, of na de vraag zelf als er geen antwoord kwam. Is de film geleend, dan telt de laatste dag daarvan, of de dag waarop de film terugkwam.`,
      'figure-counts': (count: number) =>
        `De aantallen die een organisatie met een ministerie deelde, worden aan beide kanten na ${days(count)} gewist. Landelijke cijfers blijven, met welke organisaties erin zitten; dat laatste ziet niemand.`,
      intervisions: (count: number) =>
        `De woorden van een intervisie worden ${days(count)} na de laatste verandering gewist, met hun sleutel. Wie meedeed, de uitkomst, wie wat doet en wat de jongere en de ouders horen, blijft. Wat het team naar een casus bracht, hoort bij die casus.`,
      items: [
        'Wordt een signaal ingetrokken, dan worden de woorden en hun sleutel meteen gewist. Het kenmerk, de datums en de reden blijven.',
        'Voor een vastgelegd signaal heeft het programma nog geen vaste termijn. De organisatie bepaalt hoe lang zij het bewaart. Vraag haar naar die termijn.',
        'Haalt iemand een regel uit een casus weg, dan worden de woorden daarvan in alle versies gewist. Dat er iets stond, van wie, wanneer en waarom het weg is, blijft.',
        'Haalt iemand een document uit een casus, dan worden het document, de naam, de zin erbij en de sleutel meteen gewist. De soort, de grootte, wie het toevoegde, en wie het waarom weghaalde blijven.',
        'Een gesprek, hulp en stappen van het protocol blijven zo lang als de casus waar ze bij horen.',
        'Een oefening blijft tot een coördinator of de schoolleider haar weggooit. Dan wordt ze gewist, met haar sleutel. Oude uitgaven van het protocol blijven.',
        'Aanbod dat is ingetrokken, is niet meer openbaar. De organisatie die het aanbood, heeft het nog. Daar is geen termijn voor.',
        'Gegevens over een collega blijven ook als de toegang is gestopt, omdat ze horen bij wat die collega deed. Daar heeft het programma nog geen termijn voor.',
        'Voor een casus heeft het programma nog geen vaste termijn en nog geen knop om hem te wissen. Ook een afgeronde casus blijft staan. De school of organisatie moet zelf een termijn vaststellen en zich eraan houden: de privacywet (AVG) noemt geen aantal jaren. Vraag haar naar die termijn. Vanzelf wissen is een later deel van het plan.',
        'Een vraag om de voorlichtingsfilm: waarvoor, een algemeen contactadres en het antwoord bewaren beide organisaties, versleuteld. De vrager onthoudt ook wie erom vroeg, en de expertgroep wie antwoordde.',
        'Aantallen die een organisatie deelt voor landelijke cijfers: hoeveel per soort en periode, zonder persoon en zonder casus. Ze staan versleuteld bij de organisatie en bij het ministerie, en geen medewerker van het ministerie ziet ze. De organisatie onthoudt welke medewerker het delen aanzette of opnieuw liet tellen.',
        'Welk oefenverhaal een collega uitlas, blijft staan. Een notitie bij een oefenverhaal wordt gewist als de schrijver haar weggooit of hier niet meer werkt.',
        'Een aanhouding wordt 5 jaar na het begin weggelegd, en een dossier waarin een jongere wordt beschermd 5 jaar na de laatste keer dat iemand er iets in opschreef. Niemand vindt of leest het dan nog. Weer 5 jaar later wist het programma alles wat erin staat, met de sleutel. Wat blijft, is een regel in het logboek, zonder naam. Op de pagina van het dossier staan de dagen en de artikelen van de wet. Wat met een ander is gedeeld, heeft een eigen einddatum.',
        'Voor dossiers van het Openbaar Ministerie en wat een organisatie zelf deelde, wist het programma nog niets vanzelf.',
        'Regels in het logboek blijven staan. Er staan geen namen en geen verhalen in.',
      ],
      own: 'De termijnen in dagen zijn onze eigen keuze. Ze komen niet uit een wet.',
      pupils:
        'Ter vergelijking, voor het leerlingdossier van een school: dat mag de school in het algemeen bewaren tot 2 jaar nadat de leerling van school is. Gegevens over verzuim en over in- en uitschrijving moet een basisschool of middelbare school 5 jaar bewaren, en gegevens over een leerling die naar speciaal onderwijs is verwezen 3 jaar. Oogmerk voert deze termijnen niet uit.',
      pupilsSource: 'Bron: PO-Raad, bewaartermijnen van leerlingdossiers',
    },
    rights: {
      title: 'Wat je kunt vragen',
      items: [
        'De organisatie die iets over jou vastlegde is ervoor verantwoordelijk: de school, de gemeente of de instelling. De makers van Oogmerk kunnen er niet bij.',
        'Je kunt die organisatie vragen wat zij over jou heeft en het te laten verbeteren, aanvullen of wissen. Je kunt ook bezwaar maken. Dat recht staat in de privacywet (AVG, artikel 15 tot en met 22).',
        'Vanaf 16 jaar vraag je dit zelf. Ben je jonger, dan doet je ouder of voogd dat meestal voor je. Bij jeugdhulp gelden andere leeftijden. Weet je het niet zeker, vraag het dan gewoon.',
        'De organisatie mag soms iets niet laten zien, bijvoorbeeld om jou of een ander te beschermen. Zij moet dan uitleggen dat zij dat doet, als dat kan.',
        'Stel je vraag aan de school of instelling, of aan haar functionaris gegevensbescherming. Dat is iemand die toeziet op privacy. Ben je het niet eens met het antwoord, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.',
        'Oogmerk heeft nog geen formulier voor zo’n vraag. De organisatie zoekt het antwoord zelf op.',
      ],
    },
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: 'Iedereen moet Oogmerk kunnen gebruiken. We streven naar WCAG 2.2, niveau AA. We zeggen niet dat we daar al helemaal zijn.',
    done: {
      title: 'Wat we doen',
      items: [
        'De pagina’s werken met een toetsenbord, zonder scripts en op een scherm van 360 pixels breed. Voor delen van het programma proberen onze tests dat uit in een echte browser.',
        'Onze tests controleren of de HTML klopt en zoeken met axe naar drempels. Dat gebeurt nog niet voor elke pagina.',
        'Een test rekent na dat tekst genoeg afsteekt bij de achtergrond, licht en donker.',
        'Een fout in een formulier staat bovenaan en bij het veld, met wat je kunt doen. Wat je typte, blijft staan.',
      ],
    },
    notDone: {
      title: 'Wat nog niet gedaan is',
      items: [
        'Geen onafhankelijke partij heeft Oogmerk onderzocht.',
        'Het is niet getest met mensen die een schermlezer, spraakbediening of vergroting gebruiken.',
        'Een automatische controle vindt maar een deel van de drempels.',
        'We hebben de teksten eenvoudig geschreven. We hebben nog niet getest of iedereen ze begrijpt.',
      ],
    },
    report: {
      title: 'Loop je ergens tegenaan?',
      text: 'Vertel het de organisatie die deze website aanbiedt, zoals je school of gemeente. Zeg op welke pagina het was en wat je wilde doen. Zij kan je op een andere manier helpen en geeft de fout door. Wil je anoniem blijven, laat dan namen weg.',
    },
  },
  source: {
    title: 'Broncode',
    lead: 'Oogmerk is vrije software onder de licentie EUPL-1.2. Je mag het programma gebruiken, bekijken, veranderen en doorgeven.',
    where: 'Hier vind je de broncode van deze versie:',
    ask: 'De organisatie die deze website aanbiedt heeft hier nog niet gezet waar de broncode staat. De licentie vraagt haar om die aan te bieden. Vraag haar erom.',
    whyTitle: 'Waarom dat belangrijk is',
    why: 'Zo kan iedereen nagaan wat het programma met gegevens doet, en of het klopt wat op de pagina over privacy staat.',
    toPrivacy: 'Naar de pagina over privacy',
  },
} as const
