import type { WhyUnreadable } from './unreadable.ts'

export const nl = {
  names: {
    paper: 'Kamerstuk',
    answer: 'Aanhangsel van de Handelingen',
    debate: 'Handelingen',
    questions: 'Kamervragen',
    laws: 'Staatsblad',
    gazette: 'Staatscourant',
    senate: '(Eerste Kamer)',
  },
  unreadable: {
    missing: () => 'dit bestand is er niet.',
    'no-file': () => 'dit is geen bestand, of je mag het niet lezen.',
    empty: () => 'dit bestand is leeg.',
    'too-large': (detail) => `dit bestand is te groot (meer dan ${detail} MB).`,
    pdf: () =>
      'dit is een PDF, en die lezen we niet. Haal hetzelfde stuk als XML of HTML op bij officielebekendmakingen.nl, of bewaar de tekst als TXT.',
    'not-text': () =>
      'dit is geen tekst, maar bijvoorbeeld een foto of een Word-bestand. Haal het stuk als XML of HTML op bij officielebekendmakingen.nl, of bewaar de tekst als TXT.',
    encoding: () => 'de letters kloppen niet. Bewaar het als UTF-8 en probeer het opnieuw.',
    'unknown-encoding': (detail) => `de codering "${detail}" lezen we niet. Bewaar het als UTF-8.`,
    malformed: (detail) => `de XML klopt niet of houdt halverwege op (${detail}).`,
    entities: () => 'dit XML-bestand brengt eigen definities mee. Die lezen we niet.',
    'too-deep': (detail) => `de onderdelen zitten te diep in elkaar (meer dan ${detail}).`,
    'too-much': () => 'dit lezen kost te veel tijd of geheugen.',
    'no-paper': () => 'hier staat geen Kamerstuk in: geen dossier, geen datum, geen soort.',
  } satisfies Record<WhyUnreadable, (detail: string) => string>,
} as const
