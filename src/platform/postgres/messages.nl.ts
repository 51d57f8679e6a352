import type { PostgresStep } from './embedded-postgres.ts'
import type { PostgresProblemCode, PostgresProblemDetails } from './problem.ts'

type Details = PostgresProblemDetails

export const problems: Readonly<Record<PostgresProblemCode, (details: Details) => string>> = {
  'already-running': ({ folder, pid }) =>
    `Oogmerk draait al op deze map (proces ${pid}): ${folder}. Gebruik die, stop hem eerst, of start met een andere gegevensmap.`,
  'left-over-will-not-stop': ({ folder, pid }) =>
    `Een databaseserver van een eerdere keer (proces ${pid}) gebruikt ${folder} nog en stopt niet. Beëindig dat proces, of herstart de computer, en start opnieuw.`,
  'not-our-folder': ({ folder, reason }) =>
    `In de databasemap ${folder} staat iets dat niet van Oogmerk is (${reason}). Er is niets veranderd. Kies een lege gegevensmap, of verplaats die bestanden.`,
  'other-version': ({ folder, found, needed }) =>
    `De database in ${folder} is gemaakt met PostgreSQL ${found ?? 'in een andere versie'}, en deze uitgave van Oogmerk gebruikt PostgreSQL ${needed ?? 'in een andere versie'}. Er is niets veranderd. Start de uitgave die hem maakte, of volg "Another version" in docs/operations.md.`,
  damaged: ({ folder, reason }) =>
    `De database in ${folder} is beschadigd (${reason}). Er is niets veranderd. Zet een reservekopie van de map terug; zie docs/operations.md.`,
  'disk-full': ({ folder }) =>
    `De schijf met ${folder} is vol. Maak ruimte (minstens 500 MB) en start opnieuw; wat was opgeslagen, is er nog.`,
  'no-permission': ({ folder, reason }) =>
    `Deze gebruiker mag de databasemap ${folder} niet gebruiken (${reason}). Start als de gebruiker die hem maakte, of kies een andere gegevensmap.`,
  'cannot-change-user': ({ reason }) =>
    `PostgreSQL weigert te draaien als root, en kon geen andere gebruiker krijgen (${reason}). Start Oogmerk als gewone gebruiker, of stel DATABASE_URL in.`,
  'not-supported': ({ reason }) =>
    `De PostgreSQL die Oogmerk meebrengt, werkt niet op deze computer${reason ? ` (${reason})` : ''}. Stel DATABASE_URL in op een PostgreSQL 16, 17 of 18.`,
  'program-missing': ({ reason }) =>
    `Het pakket ${reason} is niet geïnstalleerd. Verwijder de map node_modules en start opnieuw. Is er geen pakket voor deze computer, stel dan DATABASE_URL in op een PostgreSQL 16, 17 of 18.`,
  'did-not-start': ({ folder, reason }) =>
    `PostgreSQL startte niet in ${folder}: ${reason}. In het bestand server.log in die map staat meer.`,
}

export const steps: Readonly<Record<PostgresStep, string>> = {
  'waiting-for-other': 'Kijken of een andere Oogmerk deze map gebruikt (een paar seconden)',
  'copying-program': 'PostgreSQL klaarzetten (eenmalig)',
  'creating-database': 'De database aanmaken (eenmalig, een paar seconden)',
  'stopping-left-over': 'De databaseserver van een eerdere keer stoppen',
  starting: 'De database starten',
  recovering: 'De database herstelt zich na een crash; wat was opgeslagen, blijft',
}
