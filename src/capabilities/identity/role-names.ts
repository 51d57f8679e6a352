import type { OrganisationKind, Role } from '#platform/actor.ts'
import type { RoleNames } from '#platform/http/respond.ts'
import type { Bilingual, Language } from '#platform/language.ts'

/** The words on screen for roles and kinds of organisations. */
const roleWords: Readonly<Record<Role, Bilingual>> = {
  teacher: { nl: 'docent', en: 'teacher' },
  mentor: { nl: 'mentor', en: 'mentor' },
  caretaker: { nl: 'conciërge', en: 'caretaker' },
  'care-coordinator': { nl: 'zorgcoördinator', en: 'care coordinator' },
  'safety-coordinator': { nl: 'veiligheidscoördinator', en: 'safety coordinator' },
  'school-leader': { nl: 'schoolleider', en: 'school leader' },
  'municipal-coordinator': { nl: 'regisseur', en: 'municipal coordinator' },
  'trafficking-care-coordinator': {
    nl: 'zorgcoördinator mensenhandel',
    en: 'human trafficking care coordinator',
  },
  mayor: { nl: 'burgemeester', en: 'mayor' },
  'youth-worker': { nl: 'jeugdhulpverlener', en: 'youth worker' },
  'safe-home-worker': { nl: 'medewerker Veilig Thuis', en: 'Veilig Thuis worker' },
  officer: { nl: 'agent', en: 'police officer' },
  'trafficking-detective': { nl: 'rechercheur mensenhandel', en: 'trafficking detective' },
  expert: { nl: 'lid van de expertgroep', en: 'expert group member' },
  'youth-prosecutor': { nl: 'jeugdofficier', en: 'youth prosecutor' },
  'partner-worker': { nl: 'behandelaar', en: 'case worker' },
  'programme-staff': { nl: 'programmamedewerker', en: 'programme staff' },
  researcher: { nl: 'onderzoeker', en: 'researcher' },
  'privacy-officer': { nl: 'functionaris gegevensbescherming', en: 'data protection officer' },
  administrator: { nl: 'beheerder', en: 'administrator' },
}

const kindWords: Readonly<Record<OrganisationKind, Bilingual>> = {
  'secondary-school': { nl: 'middelbare school', en: 'secondary school' },
  'vocational-school': { nl: 'mbo-school', en: 'vocational school' },
  'primary-school': { nl: 'basisschool', en: 'primary school' },
  municipality: { nl: 'gemeente', en: 'municipality' },
  'youth-help': { nl: 'jeugdhulp', en: 'youth help' },
  'safe-home': { nl: 'advies- en meldpunt', en: 'advice and reporting centre' },
  police: { nl: 'politie', en: 'police' },
  prosecution: { nl: 'Openbaar Ministerie', en: 'public prosecution service' },
  'expert-group': { nl: 'expertgroep', en: 'expert group' },
  'child-protection-board': {
    nl: 'Raad voor de Kinderbescherming',
    en: 'Child Care and Protection Board',
  },
  'trafficking-coordination': {
    nl: 'coördinatiecentrum mensenhandel (CoMensha)',
    en: 'trafficking coordination centre (CoMensha)',
  },
  'diversion-service': { nl: 'Halt', en: 'Halt (diversion)' },
  'victim-support': { nl: 'slachtofferhulp', en: 'victim support' },
  probation: { nl: 'reclassering', en: 'probation service' },
  'certified-institution': {
    nl: 'gecertificeerde instelling',
    en: 'certified youth protection institution',
  },
  ministry: { nl: 'ministerie', en: 'ministry' },
  'research-institute': { nl: 'onderzoeksinstituut', en: 'research institute' },
}

export const roleName = (role: Role, language: Language): string => roleWords[role][language]

export const kindName = (kind: OrganisationKind, language: Language): string =>
  kindWords[kind][language]

/** For the page head: who am I here? */
export const roleNames: RoleNames = (signedIn, language) =>
  signedIn.actor.roles.map((role) => roleName(role, language))
