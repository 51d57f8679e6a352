import type { Language } from '#platform/language.ts'
import { speak } from '#platform/messages.ts'

const nl = {
  migrating: 'Database bijwerken',
  loadingDemo: 'Fictieve demoregio laden',
  ready: (address: string, seconds: string) => `Oogmerk staat klaar op ${address} (${seconds} s)`,
  signInDemo: (address: string) =>
    `Aanmelden: kies op ${address}/demo een verzonnen persoon. Alles hier is fictief; zet er geen echte gegevens in.`,
  signIn: (address: string) => `Aanmelden: ${address}/inloggen`,
  stopHint: 'Stoppen: Ctrl-C',
  stopping: 'Stoppen…',
  stopped: 'Gestopt.',
  portTaken: (port: number) =>
    `Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere: OOGMERK_PORT=3001 npm start`,
  portRefused: (port: number) =>
    `Deze gebruiker mag poort ${port} niet openen. Kies een poort boven 1024: OOGMERK_PORT=3000 npm start`,
  hostUnknown: (host: string) =>
    `Op adres ${host} kan deze computer niet luisteren. Laat OOGMERK_HOST weg, of kies een eigen adres.`,
  noDatabase: (why: string) =>
    `De database van DATABASE_URL is niet bereikbaar (${why}). Controleer adres, gebruiker en wachtwoord, en of de server draait.`,
  folderUnusable: (path: string, why: string) =>
    `De map ${path} is niet te gebruiken (${why}). Kies met OOGMERK_DATA een map waarin deze gebruiker mag schrijven.`,
  originProblem: {
    missing:
      'Anderen kunnen deze server bereiken, maar hij kent zijn eigen adres niet. Stel het in: OOGMERK_ORIGIN=https://oogmerk.voorbeeld.nl',
    'not-https':
      'OOGMERK_ORIGIN moet met https:// beginnen: zonder https ligt elke aanmelding op straat. Zet er een proxy met TLS voor.',
  },
  onlyHere:
    'Zonder OOGMERK_ORIGIN is dit alleen voor deze computer. Stel het in voordat anderen ermee werken.',
  portNotRead: (port: string) =>
    `PORT=${port} telt hier niet. Kies een poort met OOGMERK_PORT=${port} npm start`,
  linkGuessed:
    'OOGMERK_ORIGIN is hier niet ingesteld: het adres voor de link is geraden. Zet er het adres van je server voor.',
  readsLines:
    'Typ regels zoals {"id":"1","text":"…"}; Ctrl-D aan het begin van een regel is het eind.',
  noSuchCommand: (name: string) => `De opdracht "${name}" bestaat niet.`,
  helpAbout: 'Toont deze lijst.',
  databaseEnded: 'De database stopte onverwacht. Start opnieuw; wat bewaard was, is er nog.',
  keysMissing: (folder: string) =>
    `In ${folder} staan versleutelde gegevens, maar de sleutel ontbreekt. Zet de map keys terug uit de reservekopie, of stel OOGMERK_KEY in.`,
  keyForeign: (place: string) =>
    `De sleutel in ${place} hoort niet bij deze database. Zet de sleutel terug waarmee zij is begonnen, of kies de database die erbij hoort. Er is niets veranderd.`,
  notStarted:
    'Oogmerk is met deze database nog nooit gestart en heeft nog geen sleutels. Start het eerst: npm start',
  seconds: (count: string) => `${count} s`,
} as const

const en = {
  migrating: 'Bringing the database up to date',
  loadingDemo: 'Loading the fictional demo region',
  ready: (address: string, seconds: string) => `Oogmerk is ready at ${address} (${seconds} s)`,
  signInDemo: (address: string) =>
    `Sign in: choose an invented person at ${address}/demo. Everything here is fictional; put no real data in it.`,
  signIn: (address: string) => `Sign in: ${address}/inloggen`,
  stopHint: 'Stop: Ctrl-C',
  stopping: 'Stopping…',
  stopped: 'Stopped.',
  portTaken: (port: number) =>
    `Port ${port} is in use. Stop the other program, or choose another port: OOGMERK_PORT=3001 npm start`,
  portRefused: (port: number) =>
    `This user may not open port ${port}. Choose a port above 1024: OOGMERK_PORT=3000 npm start`,
  hostUnknown: (host: string) =>
    `This machine cannot listen on address ${host}. Leave OOGMERK_HOST out, or choose an address of its own.`,
  noDatabase: (why: string) =>
    `The database of DATABASE_URL cannot be reached (${why}). Check the address, user and password, and whether the server runs.`,
  folderUnusable: (path: string, why: string) =>
    `The folder ${path} cannot be used (${why}). Choose with OOGMERK_DATA a folder in which this user may write.`,
  originProblem: {
    missing:
      'Others can reach this server, but it does not know its own address. Set it: OOGMERK_ORIGIN=https://oogmerk.example.org',
    'not-https':
      'OOGMERK_ORIGIN must begin with https://: without it every sign-in lies open. Put a proxy with TLS in front.',
  },
  onlyHere:
    'Without OOGMERK_ORIGIN this is for this machine only. Set it before others work with it.',
  portNotRead: (port: string) =>
    `PORT=${port} does not count here. Choose a port with OOGMERK_PORT=${port} npm start`,
  linkGuessed:
    'OOGMERK_ORIGIN is not set here: the address of the link is a guess. Put the address of your server in front.',
  readsLines:
    'Type lines such as {"id":"1","text":"…"}; Ctrl-D at the beginning of a line ends it.',
  noSuchCommand: (name: string) => `There is no command "${name}".`,
  helpAbout: 'Shows this list.',
  databaseEnded: 'The database stopped unexpectedly. Start again; what was saved is still there.',
  keysMissing: (folder: string) =>
    `There is sealed data in ${folder}, but its key is missing. Put the keys folder back from the backup, or set OOGMERK_KEY.`,
  keyForeign: (place: string) =>
    `The key in ${place} does not belong to this database. Put back the key it began with, or choose the database that belongs to it. Nothing was changed.`,
  notStarted:
    'Oogmerk has never been started with this database and has no keys yet. Start it first: npm start',
  seconds: (count: string) => `${count} s`,
}

/** What the program says to its operator. */
export const consoleSentences = (language: Language) => speak<typeof nl>({ nl, en })(language)
