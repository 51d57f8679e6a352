export const en = {
  names: {
    paper: 'Parliamentary paper',
    answer: 'Appendix to the Proceedings',
    debate: 'Proceedings',
    questions: 'Parliamentary questions',
    laws: 'Bulletin of Acts and Decrees',
    gazette: 'Government Gazette',
    senate: '(Senate)',
  },
  unreadable: {
    missing: () => 'there is no such file.',
    'no-file': () => 'this is no file, or you may not read it.',
    empty: () => 'this file is empty.',
    'too-large': (detail: string) => `this file is too large (more than ${detail} MB).`,
    pdf: () =>
      'this is a PDF, and those we do not read. Get the same paper as XML or HTML from officielebekendmakingen.nl, or save its text as TXT.',
    'not-text': () =>
      'this is no text, but a picture or a Word file for instance. Get the paper as XML or HTML from officielebekendmakingen.nl, or save its text as TXT.',
    encoding: () => 'its letters are not right. Save it as UTF-8 and try again.',
    'unknown-encoding': (detail: string) =>
      `we do not read the encoding "${detail}". Save it as UTF-8.`,
    malformed: (detail: string) => `its XML is not right or ends halfway (${detail}).`,
    entities: () => 'this XML file brings definitions of its own. We do not read those.',
    'too-deep': (detail: string) => `its parts are nested too deep (more than ${detail}).`,
    'too-much': () => 'reading this costs too much time or memory.',
    'no-paper': () => 'this is no parliamentary paper: no dossier, no date, no kind.',
  },
}
