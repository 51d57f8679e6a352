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
    see: {
      title: 'Wie het ziet',
      items: [
        'Wie het signaal vastlegde, en de kring die diegene koos: de coördinatoren, alleen de zorgcoördinatoren, of één collega. Daarna ook de collega aan wie het is doorgegeven. Werkt van die kring niemand er meer, dan de zorgcoördinatoren, en zonder hen een andere coördinator: dat ziet wie het vastlegde.',
        'Andere collega’s zien niet dat het signaal bestaat. Een andere organisatie ook niet. Oogmerk geeft nu niets door aan een andere organisatie.',
        'Een casus ziet alleen de kring: de collega’s die de coördinator er met een reden in zette, soms voor een tijd. In de casus staat wie erin zat en tot wanneer. Volgt niemand van de kring een open casus nog op, dan zien de zorgcoördinatoren hem. Zonder hen ziet de veiligheidscoördinator hem, en anders de schoolleider.',
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
      intervisions: (count: number) =>
        `De woorden van een intervisie worden ${days(count)} na de laatste verandering gewist, met hun sleutel. Wie meedeed, de uitkomst, wie wat doet en wat de jongere en de ouders horen, blijft. Wat het team naar een casus bracht, hoort bij die casus.`,
      items: [
        'Wordt een signaal ingetrokken, dan worden de woorden en hun sleutel meteen gewist. Het kenmerk, de datums en de reden blijven.',
        'Voor een vastgelegd signaal heeft het programma nog geen vaste termijn. De organisatie bepaalt hoe lang zij het bewaart. Vraag haar naar die termijn.',
        'Haalt iemand een regel uit een casus weg, dan worden de woorden daarvan in alle versies gewist. Dat er iets stond, van wie, wanneer en waarom het weg is, blijft.',
        'Voor een casus heeft het programma nog geen vaste termijn en nog geen knop om hem te wissen. Ook een afgeronde casus blijft staan. De organisatie bepaalt hoe lang zij hem bewaart. Vraag haar naar die termijn.',
        'Regels in het logboek blijven staan. Er staan geen namen en geen verhalen in.',
      ],
      own: 'Deze termijnen zijn onze eigen keuze. Ze komen niet uit een wet.',
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
