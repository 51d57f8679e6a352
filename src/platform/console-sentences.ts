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
