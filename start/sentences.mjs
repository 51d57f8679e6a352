// What the launcher says, in Dutch when the machine speaks Dutch.
const { env } = process
const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''

export const say = (text) => process.stderr.write(`${text}\n`)

const english = {
  unknownCommand: (name) =>
    `There is no command "${name}". Choose from: start, test, check, bench, soak, oogmerk.`,
  installing: 'Installing packages (once)',
  bringingNode: (version) => `This machine has Node ${version}; bringing Node 24 along (once)`,
  seconds: (count) => `${count} s`,
  noNpm: 'npm was not found. Install Node.js with npm (https://nodejs.org) and try again.',
  noNetwork:
    'The packages could not be fetched: the network or the package registry does not answer. Check the connection (and the proxy settings of npm), then try again; what was fetched is kept.',
  noRoom: 'The disk is full. Make room (about 1 GB for a first start) and try again.',
  noRights: (folder) =>
    `This user may not write in ${folder}. Start as the owner of that folder, or let the owner start once.`,
  failed: (said) => `Installing did not succeed. npm said:\n${said}`,
  installNode: (version) =>
    `This machine has Node ${version}, and for this kind of machine there is no Node 24 to bring along. Install Node 24 or newer (https://nodejs.org) and try again.`,
  notThere: (path) => `${path} is missing. Fetch the whole of Oogmerk again.`,
}

const dutch = {
  unknownCommand: (name) =>
    `De opdracht "${name}" bestaat niet. Kies uit: start, test, check, bench, soak, oogmerk.`,
  installing: 'Pakketten installeren (eenmalig)',
  bringingNode: (version) => `Deze computer heeft Node ${version}; Node 24 erbij halen (eenmalig)`,
  seconds: (count) => `${count} s`,
  noNpm:
    'npm is niet gevonden. Installeer Node.js met npm (https://nodejs.org) en probeer opnieuw.',
  noNetwork:
    'De pakketten konden niet worden opgehaald: het netwerk of het pakketregister antwoordt niet. Controleer de verbinding (en de proxy-instellingen van npm) en probeer opnieuw; wat al is opgehaald, blijft bewaard.',
  noRoom: 'De schijf is vol. Maak ruimte (ongeveer 1 GB voor een eerste start) en probeer opnieuw.',
  noRights: (folder) =>
    `Deze gebruiker mag niet schrijven in ${folder}. Start als eigenaar van die map, of laat de eigenaar één keer starten.`,
  failed: (said) => `Het installeren is niet gelukt. npm zei:\n${said}`,
  installNode: (version) =>
    `Deze computer heeft Node ${version}, en voor dit soort computer is er geen Node 24 om erbij te halen. Installeer Node 24 of nieuwer (https://nodejs.org) en probeer opnieuw.`,
  notThere: (path) => `${path} ontbreekt. Haal Oogmerk opnieuw helemaal op.`,
}

export const sentences = /^nl/i.test(locale) ? dutch : english
