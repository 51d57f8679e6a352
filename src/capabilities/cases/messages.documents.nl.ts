import { longestNote } from './case-document.ts'

export const nl = {
  title: 'Documenten',
  panel: {
    count: (count: number) =>
      count === 0 ? 'Nog geen documenten.' : count === 1 ? '1 document.' : `${count} documenten.`,
    to: 'Naar de documenten',
    paper: 'Druk het dossier af of maak een PDF',
  },
  titleOf: (code: string) => `Documenten in casus ${code}`,
  lead: 'Bestanden die bij deze casus horen. Alleen de kring kan ze openen.',
  list: 'Wat erin zit',
  emptyTitle: 'Nog geen documenten',
  empty:
    'Hier komen bestanden die je moet bewaren: een brief, een gespreksverslag, een foto die iemand je liet zien. Kies hieronder een bestand.',
  columns: {
    name: 'Bestand',
    what: 'Wat het is',
    added: 'Toegevoegd',
    open: 'Openen',
  },
  download: 'Download',
  remove: 'Haal weg',
  addedBy: (who: string, when: string) => `${who}, ${when}`,
  kinds: {
    pdf: 'PDF',
    jpeg: 'foto (JPEG)',
    png: 'afbeelding (PNG)',
    webp: 'afbeelding (WebP)',
    text: 'tekst',
    docx: 'Word-document',
    odt: 'ODT-document',
  },
  removedTitle: 'Weggehaald',
  removed: (who: string, when: string) => `Weggehaald door ${who} op ${when}`,
  removedKind: (kind: string) => `Een bestand (${kind})`,
  reason: 'Waarom',
  add: 'Voeg een bestand toe',
  before: {
    title: 'Voor je iets toevoegt',
    items: [
      'Bewaar alleen wat nodig is om deze jongere te helpen. Kan het met een zin in de tijdlijn? Doe dat dan.',
      'Is het een naaktfoto of een seksueel beeld van een jongere? Sla het niet op, stuur het niet door en maak er geen foto van. Vraag de politie wat je moet doen.',
      'Uit foto’s halen we plaats, tijd en toestel weg. Uit een PDF of Word-document niet: daar kan de naam van de schrijver in staan.',
    ],
  },
  closed: 'Deze casus is gesloten. Je kunt lezen wat erin zit, maar niets toevoegen of weghalen.',
  note: 'Wat is dit, en hoe kwam je eraan?',
  noteHint:
    'Bijvoorbeeld: schermafdruk van een bericht, door de mentor gekregen van Noor op 12 maart.',
  file: 'Bestand',
  fileHint: 'PDF, foto (JPEG, PNG, WebP), Word (docx), ODT of platte tekst (txt). Hooguit 10 MB.',
  button: 'Voeg toe',
  after:
    'De kring kan dit bestand lezen. In het logboek staat wie het toevoegde en wie het opende.',
  fallback: 'document',
  errors: {
    'note-missing': 'Schrijf op wat dit is en hoe je eraan kwam.',
    'note-too-long': `Maak dit korter: hooguit ${longestNote} tekens.`,
    'file-missing': 'Kies een bestand.',
    'file-again': 'Kies het bestand opnieuw. Je browser onthoudt het niet.',
    'file-empty': 'Dit bestand is leeg. Kies een ander bestand.',
    'kind-not-taken':
      'Dit soort bestand nemen we niet aan. Kies een PDF, een foto (JPEG, PNG of WebP), een Word-document (docx), een ODT-document of een tekstbestand (txt).',
    'text-unreadable':
      'Deze tekst kunnen we niet lezen. Bewaar het bestand opnieuw als tekst (UTF-8), of maak er een PDF van.',
    'file-broken':
      'Dit bestand is niet heel. Open het op je eigen apparaat, bewaar het opnieuw en probeer het nog eens.',
    'file-locked':
      'Op dit bestand zit een wachtwoord of slot. Bewaar het zonder slot, of druk het af naar een PDF.',
    'file-acts':
      'In dit bestand zit iets dat zelf aan het werk kan gaan, of een ander bestand. Druk het af naar een nieuwe PDF en kies die.',
    'file-bomb':
      'Dit bestand wordt bij het uitpakken veel te groot. Druk het af naar een nieuwe PDF en kies die.',
    'image-too-many-dots':
      'Deze afbeelding heeft te veel beeldpunten (meer dan 40 miljoen). Maak haar kleiner en probeer het nog eens.',
    'file-too-large':
      'Dit bestand is te groot: hooguit 10 MB. Maak het kleiner, of deel het op in stukken.',
    'one-file-only': 'Kies één bestand tegelijk.',
    'too-many-documents':
      'In deze casus zitten te veel bestanden. Haal eerst iets weg dat niet meer nodig is.',
    'reasons-missing': 'Schrijf op waarom dit bestand weg moet.',
    'reasons-too-long': `Maak dit korter: hooguit ${longestNote} tekens.`,
  },
  removal: {
    title: 'Haal een bestand weg',
    lead: 'Het bestand, de naam en de beschrijving worden vernietigd. Dat kan niet meer terug.',
    stays:
      'In de tijdlijn blijft staan dat hier een bestand was, wie het weghaalde en waarom. Noem in je uitleg dus niets dat weg moet.',
    reason: 'Waarom moet dit weg?',
    button: 'Haal weg en vernietig',
    back: 'Laat het staan',
  },
  toList: 'Naar de documenten',
} as const
