// Papers that do not exist, by people who do not exist, in the three forms that are read.

export const lines = {
  year: '2031-2032',
  dossier: '91 240',
  subject: 'Verzonnen onderwerp',
  nr: '17',
  heading:
    'GEWIJZIGDE MOTIE VAN DE LEDEN VAN VERZINSEL EN BEDENKSEL TER VERVANGING VAN DIE GEDRUKT ONDER NR. 12',
  date: '4 maart 2032',
  body: [
    'De Kamer,',
    'gehoord de beraadslaging,',
    'constaterende dat artikel 22b, lid 1 van het Wetboek van Strafrecht wordt besproken in Kamerstuk 91 638, nr. 8;',
    'verzoekt de regering een brief te schrijven,',
    'verzoekt de Minister voor Verzinsels tevens de Kamer daarover voor Prinsjesdag 2032 te informeren;',
    'en gaat over tot de orde van de dag.',
  ],
  signers: ['Van Verzinsel', 'Bedenksel'],
} as const

export const aMotionInText = (): string =>
  [
    `Vergaderjaar ${lines.year}`,
    ...['Tweede Kamer der Staten-Generaal', '2', 'Kamerstukken', lines.dossier, lines.subject],
    ...['Nr.', lines.nr, lines.heading, 'Voorgesteld', lines.date],
    ...[...lines.body, ...lines.signers],
  ].join('\n')

const al = (text: string): string => `<al>${text}</al>`

export const aMotionInXml = (): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><metadata><meta name="DC.identifier" content="kst-91240-17"/></metadata><kamerstuk>
<kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar ${lines.year}</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>${lines.dossier}</dossiernr></dossiernummer><titel>${lines.subject}</titel></dossier>
<stuk><stuknr>Nr. <ondernummer kamer="2">${lines.nr}</ondernummer></stuknr><titel>${lines.heading}</titel>
<datumtekst>Voorgesteld <datum isodatum="2032-03-04">4&#160;maart 2032</datum></datumtekst>
<algemeen><vrije-tekst><tekst>${lines.body.map(al).join('\n')}
<al-groep>${lines.signers.map(al).join('')}</al-groep></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>`

const p = (text: string): string => `<p>${text}`

/** Not well formed, as pages are: paragraphs that do not end. */
export const aMotionInHtml = (): string =>
  `<!DOCTYPE html><html lang="nl"><head><title>Kamerstuk</title><meta name="DC.title" content="x">
<script>document.write("<p>91 999</p>")</script></head><body>
${p(`Vergaderjaar ${lines.year}`)}${p(lines.dossier)}<h1>${lines.subject}</h1>${p(`Nr. ${lines.nr}`)}
<h2>${lines.heading}</h2>${p(`Voorgesteld ${lines.date.replaceAll(' ', '&nbsp;')}`)}
${lines.body.map(p).join('\n')}${lines.signers.map(p).join('')}</body></html>`

/** A letter with two dossiers, as a PDF turned into text: its notes cut a sentence in two. */
export const aLetter = (): string => `Vergaderjaar 2031–2032

**91 240**

**Verzonnen onderwerp**

**91 911**

**Ander verzinsel**

**Nr. 18**

**BRIEF VAN DE MINISTER VOOR VERZINSELS**

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 30 juni 2032

Met deze brief doe ik de in het overleg van 5 december 2031 (Kamerstuk 91 638, nr. 178) gedane toezegging om te overleggen gestand. Ik ga in op een tweetal moties, <sup>1</sup> namelijk de motie d.d. 19 december 2031 van het lid Verzinsel c.s. en de motie van het lid Bedenksel d.d. 28 januari 2032. Zoals bericht op 22 februari jl. is dit het

<sup>1</sup> Kamerstuk 91 911, nr. 266 en Kamerstuk 91 240, nr. 16

---

einde van het begin.

**Het vervolg**

Ik zal uw Kamer over de uitkomsten informeren. Hierover wordt u dit najaar nader geïnformeerd.

De Minister voor Verzinsels,
V. van Fantasie
`
