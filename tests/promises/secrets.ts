import { readDemoRegion } from '#capabilities/identity/demo-region.ts'

/** What a thief would look for: a text, in every form in which it may lie around. */
export type Secret = { readonly text: string; readonly forms: readonly Buffer[] }

/**
 * The text itself, as hexadecimal, as base64 whatever stands before it, in UTF-16, percent-encoded,
 * and escaped as in JSON.
 */
export function secret(text: string): Secret {
  const bytes = Buffer.from(text)
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // The first and last signs also depend on the neighbours.
    const middle = shifted.slice(offset === 0 ? 0 : offset + 1, -4)
    return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const forms = [
    text,
    hex,
    hex.toUpperCase(),
    encodeURIComponent(text),
    encodeURIComponent(text).replaceAll('%20', '+'),
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ...base64,
  ]
  return {
    text,
    forms: [...new Set(forms)]
      .map((form) => Buffer.from(form))
      .concat(Buffer.from(text, 'utf16le')),
  }
}

/** Everybody in the demo region, by their whole name. */
export const namesOfTheRegion: readonly string[] = [
  ...new Set(readDemoRegion().flatMap(({ people }) => people.map(({ name }) => name))),
]

/** A reader who looks for all of these at once, in one walk through the bytes however many there are. */
export function searchFor(secrets: readonly Secret[]): (bytes: Buffer) => string[] {
  const byStart = new Map<number, { form: Buffer; text: string }[]>()
  const starts = new Uint8Array(1 << 16)
  for (const { text, forms } of secrets) {
    for (const form of forms) {
      const start = form.readUInt32BE(0)
      starts[start >>> 16] = 1
      byStart.set(start, [...(byStart.get(start) ?? []), { form, text }])
    }
  }
  return (bytes) => {
    const found = new Set<string>()
    for (let at = 0; at < bytes.length - 3; at += 1) {
      if (starts[((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)] === 0) continue
      for (const { form, text } of byStart.get(bytes.readUInt32BE(at)) ?? []) {
        if (bytes.subarray(at, at + form.length).equals(form)) found.add(text)
      }
    }
    return [...found]
  }
}

export const foundIn = (bytes: Buffer, secrets: readonly Secret[]): string[] =>
  searchFor(secrets)(bytes)

/** What the people in these tests type, in the order of the story. None of it stands anywhere else. */
export const typed = {
  subject: 'Quirijn Zeepaardje',
  narrative:
    'Quirijn kwam maandag met een gloednieuwe knalgele bromfiets en wilde niet zeggen van wie.\nHij keek de hele les naar buiten.',
  moment: 'elke maandag na de gymles bij de kapotte fontein',
  heardFrom: 'de koffiejuffrouw van de bovenzaal',
  innocent: 'misschien een verjaardagscadeau van oudoom Balthazar',
  question: 'Weet je ook welk kenteken er op die knalgele bromfiets zat?',
  answer: 'Nee, het plaatje was met groene modder besmeurd.',
  addition: 'Vandaag droeg hij opeens een peperduur horloge met krokodillenband.',
  note: 'Kijk jij hier verder naar, jij kent zijn zus uit de brugklas.',
  outcome: 'We hebben met hem thee gedronken en afgesproken elkaar vaker te zien.',
  guardian: 'Oudtante Philomena Regenwulp',
  pupilNumber: 'LL-7730192',
  caseQuestion: 'Wie kan Quirijn naar zijn handbalclub brengen zonder die bromfietsman?',
  sharpened: 'Wat heeft Quirijn nodig om de gymles weer aan te durven?',
  fact: 'In zijn kluisje lagen drie ongeopende dozen met lavendelzeep.',
  factAgain: 'In zijn kluisje lagen vier ongeopende dozen met lavendelzeep.',
  factSource: 'de schoonmaakploeg van de oostvleugel',
  thought: 'Ik denk dat hij die dozen voor een ander bewaart.',
  otherwise: 'Hij spaart voor de rommelmarkt van de scouting',
  decision: 'We bellen vandaag nog geen andere instanties.',
  reasons: 'Eerst horen we hemzelf bij een beker chocolademelk.',
  contact: 'Oudtante vertelde dat hij slecht slaapt na de zaterdagmarkt.',
  task: 'Vraag de gymleraar naar het voorval bij het klimrek',
  taskEnd: 'De gymleraar zag niets behalve een omgevallen bok.',
  circleReason: 'Ziet hem elke ochtend bij de fietsenstalling.',
  evidence: 'Hij droeg een tas die niet de zijne was.',
  against: 'Zijn neef leent die tas ieder weekend uit.',
  ending: 'Het bleek een verkoopactie van de muziekvereniging.',
  told: 'Dat we blij zijn dat hij het zelf kwam vertellen.',
  colleague: 'Wolfert Ganzenbloem',
  mail: 'wolfert.ganzenbloem@voorbeeld.example',
  jobTitle: 'vlindermeester',
  document: 'In de brief staat dat de pauwblauwe koffer onder het biljart ligt.',
  documentNote: 'Gevonden door de zeilmaker in het tweede kluisje van links.',
  documentName: 'Kattebelletje van de zeilmaker',
  clientSecret: 'zeer-geheim-wachtwoord-van-de-voordeur',
  adviceSituation:
    'een leerling ruilde een zilveren dolfijnfluit tegen een koektrommel vol sleutels.',
  advice: 'vraag eerst naar die koektrommel en wie de sleutels wil terughebben.',
  adviceOutcome: 'we vroegen het bij de limonade en nu ligt de dolfijnfluit weer thuis.',
  tableQuestion: 'wie kan er op dinsdag mee naar het orgeldraaiersmuseum?',
  tableWords: 'ik durf alleen naar binnen als het orgeldraaiersmuseum leeg is.',
  tableSource: 'de ijscoman bij het kanaal',
  seenAtArrest: 'Had een hutkoffer vol mahoniehouten eendjes bij zich.',
  lookReason: 'Keek aldoor naar de man met de regenboogparaplu.',
  ownWords: 'Die mahoniehouten eendjes zijn niet van mij en ik mag niet stoppen.',
  protectReason: 'De regenboogparaplu stond ook bij de vorige twee keren.',
  dossierQuestion: 'Wie liet Quirijn met de hutkoffer lopen, en wat past daarbij?',
  suspicion: 'De hutkoffer was te zwaar om alleen te tillen.',
  assessor: 'Isidoor Pimpelmees',
  inFavour: 'Iemand met een regenboogparaplu gaf steeds het teken.',
  speaksAgainst: 'Hij zei eerst dat hij van eendjes houdt.',
  notKnown: 'Wie de paraplu vasthield weet niemand.',
  conclusion: 'Ik denk dat hij als lastdier van de eendenhandel werd gebruikt.',
} as const

/** Every line that was typed, and the words in it that stand nowhere else. */
export const typedSecrets: readonly Secret[] = [
  ...Object.values(typed).flatMap((text) => text.split('\n')),
  'Quirijn',
  'Zeepaardje',
  'knalgele',
  'Balthazar',
  'koffiejuffrouw',
  'krokodillenband',
  'Ganzenbloem',
  'pauwblauwe',
  'zeilmaker',
  'Regenwulp',
  'lavendelzeep',
  'chocolademelk',
  'dolfijnfluit',
  'koektrommel',
  'orgeldraaiersmuseum',
  'ijscoman',
  'mahoniehouten',
  'regenboogparaplu',
  'hutkoffer',
  'Pimpelmees',
  'lastdier',
].map(secret)
