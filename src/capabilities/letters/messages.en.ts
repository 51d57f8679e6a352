import type { nl } from './messages.nl.ts'

export const en: typeof nl = {
  menu: 'Progress letter',
  list: {
    title: 'Progress letters',
    lead: 'The letter in which you tell Parliament how things stand. You write it here in pieces, with figures that are bound to their source. Only those who work on the programme at your ministry see a draft.',
    begin: 'Begin a letter',
    empty: 'There is no letter yet',
    emptyText: 'Begin one. It gets a piece for every line of action in your register.',
    count: (count: number) => (count === 1 ? '1 letter' : `${count} letters`),
    letter: 'Letter',
    state: 'State',
    changed: 'Last changed',
    received: 'From other ministries',
    receivedCount: (count: number) =>
      count === 1
        ? '1 draft on which you can say something'
        : `${count} drafts on which you can say something`,
    from: 'From',
  },
  states: { draft: 'draft', fixed: 'fixed', published: 'published' },
  begin: {
    title: 'Begin a letter',
    save: 'Begin the letter',
  },
  frame: {
    title: 'Head of the letter',
    titleLabel: 'What the letter is about',
    dossiers: 'Dossiers',
    dossiersHint: 'One on each line, such as 29240 or 36600-VI.',
    previous: 'The letter before',
    previousHint: 'The name of the paper, such as kst-29240-120. Leave it empty if there is none.',
    discharged: 'What this letter discharges',
    dischargedHint: 'Choose the motions and commitments to which the letter is the last answer.',
    noItems: 'There are no items of Parliament in the register yet.',
    vouched: 'Papers that are not in the register',
    vouchedHint:
      'A reference to a paper that we do not know is held back. If you looked the paper up yourself, put its name here: one on each line, such as kst-29240-120.',
    save: 'Save',
  },
  letter: {
    version: (version: number) => `Version ${version}`,
    changeFrame: 'Change the head',
    pieces: 'The pieces of the letter',
    piecesLead: 'Two people can write different pieces at the same time.',
    piece: 'Piece',
    part: 'Part',
    length: 'Length',
    words: (count: number) => (count === 1 ? '1 word' : `${count} words`),
    noWords: 'empty so far',
    write: 'Write',
    earlier: 'Put earlier',
    untitled: 'without a heading',
    addPiece: 'Add a piece',
    figures: 'Figures',
    bound: (count: number) =>
      count === 0
        ? 'No figure is bound yet.'
        : count === 1
          ? '1 figure is bound.'
          : `${count} figures are bound.`,
    toFigures: 'Choose and see figures',
    preview: 'Read the whole letter',
    versions: 'Versions and comparing',
    annexes:
      'The annexes with all actions and with motions, commitments and questions come by themselves, from the register.',
    annexesFixed: 'The annexes stand as the register was when the letter was fixed.',
    seeFigures: 'See the figures of the letter',
    toLetter: 'See how the letter stands now',
  },
  round: {
    title: 'To other ministries',
    lead: 'The draft goes to every ministry that you choose, as it is now. Each can say something on every piece and approve. If the text changes afterwards, the approval lapses. The letter is fixed when all of them approve the same text.',
    who: 'Which ministries?',
    whoHint: 'If you switch off a ministry that was asked already, the draft goes away there.',
    nobody: 'There is no other ministry here.',
    send: 'Send round',
    again: 'Whoever has this text already does not get it again.',
    heading: 'Other ministries',
    none: 'The draft was not sent round yet.',
    ministry: 'Ministry',
    state: 'What it said',
    version: 'Asked about',
    toRound: 'Send the draft round',
    all: 'Everybody who was asked approves this text.',
    states: {
      asked: 'asked, no answer yet',
      approved: 'approved',
      changes: 'asks for changes',
      voided: 'had approved; the text changed afterwards',
      withdrawn: 'not asked any more',
      undelivered: 'did not arrive',
    },
    remarks: 'Remarks',
    remark: (ministry: string, version: number) => `${ministry}, on version ${version}`,
    goneSection: 'a piece that is not there any more',
    history: 'What happened to the letter',
    happened: {
      sent: 'Sent round',
      approved: 'Approved',
      'approved-earlier': 'Approved an earlier text',
      changes: 'Asks for changes',
      voided: 'Approval lapsed: the text changed',
      withdrawn: 'Not asked any more',
      undelivered: 'Did not arrive',
      fixed: 'Fixed',
      published: 'Published',
      'taken-back': 'Taken back: not public any more',
    },
  },
  sections: {
    head: 'the head of the letter',
    discharged: 'what is discharged',
    'annex-actions': 'the annex of actions',
    'annex-items': 'the annex of motions, commitments and questions',
    'annex-figures': 'the annex of figures',
    'annex-numbers': 'the annex of numbers that were taken over',
  },
  received: {
    lead: (from: string) => `${from} asks what you think of this draft.`,
    version: (version: number) =>
      `You read version ${version}. Figures and annexes stand as they were when the draft came.`,
    states: {
      asked: 'waits for your answer',
      approved: 'you approved',
      changes: 'you asked for changes',
      voided: 'your approval lapsed: the text changed',
      withdrawn: 'you are not asked any more',
      fixed: 'the letter is fixed',
      published: 'the letter is published',
    },
    over: 'The draft does not lie here any more.',
    wait: 'As soon as the new text is here, you can answer again.',
    remark: (heading: string) => `Remark on “${heading}”`,
    said: 'What you said already',
    answer: 'What is your answer?',
    answers: { approved: 'We approve this text', changes: 'We ask for changes' },
    answerHint: 'The answer goes in the name of your ministry. Your name does not go along.',
    send: 'Send the answer',
    toDraft: 'Read the draft as it is now',
  },
  parts: {
    opening: 'opening',
    discharged: 'what is discharged',
    line: 'line of action',
    closing: 'end',
  },
  block: {
    addTitle: 'Add a piece',
    changeTitle: 'Write a piece',
    part: 'Where does it belong?',
    heading: 'Heading',
    text: 'Text',
    textHint:
      'A blank line begins a new paragraph. Write papers as you are used to: Kamerstuk 29 240, nr. 120. A bound figure is written as {cijfer 1}. This becomes public: write no names of people, and nothing by which a child can be recognised.',
    boundFigures: 'Figures that you can use',
    noFigures: 'No figure is bound yet.',
    toFigures: 'Choose a figure',
    save: 'Save',
    add: 'Add',
    remove: 'Take this piece out',
    removeHint: 'It stays in earlier versions.',
  },
  numbers: {
    title: 'Number beside people',
    hint: 'A reader must be able to follow every number, and a small number can make somebody recognisable. Rather use a bound figure, or write it differently.',
    hintAround:
      'These numbers stand in the title or in the annex of actions. What stands in the annex is changed in the register.',
    why: (words: string) => `Why can “${words}” stand like this?`,
    because: {
      'no-count': 'It counts no people, and nothing of people',
      public: 'This number was published already',
    },
    becauseSmall: {
      'no-count': 'It counts no people whom somebody could recognise',
      public: 'This number was published already',
    },
    where: (words: string) => `Where “${words}” was published`,
    whereHint:
      'This stands in the letter: a Kamerstuk, an address that begins with https, or a title.',
  },
  faults: {
    'figure-in-heading': (words: string) =>
      `${words} cannot stand in a heading. Put it in the text.`,
    'figure-unknown': (words: string) =>
      `${words} is not bound. Choose the figure at “Figures” first, or take it out.`,
    'reference-malformed': (words: string) =>
      `“${words}” is no reference that anybody can follow. Write dossier and number, such as: Kamerstuk 29 240, nr. 120.`,
    'reference-unknown': (words: string) =>
      `The paper ${words} is not in the register. Put it there, or look it up and name it at “Head of the letter”.`,
    unanswered: (words: string) =>
      `Answer for “${words}”, use a bound figure, or write it differently.`,
  },
  figures: {
    title: 'Figures of the letter',
    lead: 'A bound figure changes along until the letter is fixed. Then it stays as it is, with where it came from.',
    leadFixed: 'The letter is fixed. These figures stand in it, and do not change any more.',
    valueFixed: 'In the letter',
    noneFixed: 'There is no bound figure in the letter.',
    bound: 'Bound',
    none: 'No figure is bound yet.',
    mark: 'How you write it',
    figure: 'Figure',
    period: 'Period',
    value: 'Value now',
    counted: 'Who counted',
    ofThem: (published: number, of: number) => `${published} of ${of} organisations`,
    notTold: 'may not be told',
    gone: 'is not at its source any more',
    release: 'Let go',
    choose: 'Bind a figure',
    which: 'Which figure?',
    nothing:
      'No figure was published yet. As soon as organisations publish counts, you can choose them here.',
    notTolds: 'These figures are secret. You cannot bind them.',
    bind: 'Bind this figure',
    option: (title: string, period: string, value: string) => `${title}, ${period}: ${value}`,
  },
  fix: {
    heading: 'Fixing',
    toFix: 'See whether the letter can be fixed',
    title: 'Fix the letter',
    lead: 'After that nothing changes any more: the text, the figures and the annexes stand, with where each figure came from.',
    asked: (names: readonly string[]) =>
      names.length === 1
        ? `Asked is: ${names[0]}. Its name stands in the letter.`
        : `Asked are: ${names.join(', ')}. Their names stand in the letter.`,
    nobodyAsked: 'No other ministry was asked.',
    noFigures: 'There is no bound figure in the text.',
    figures: 'These figures stand in the text. This is how they will stand there:',
    emptyPieces: (count: number) =>
      count === 1
        ? 'There is 1 piece without text. It does not come into the letter.'
        : `There are ${count} pieces without text. They do not come into the letter.`,
    inTheWay: 'What still stands in the way',
    names:
      'Read the letter once more for names, and for examples by which somebody can be recognised. Oogmerk does not find those for you.',
    inText: (name: string) => `In “${name}”:`,
    notApproved: (ministry: string, state: string) => `${ministry}: ${state}.`,
    sendAgain: 'Send this text round, or do not ask this ministry any more',
    secret: (mark: string) => `${mark} may not be told. Take it out of the text.`,
    nothing: 'There is nothing in the letter yet.',
    write: 'Write the first piece',
    fix: 'Fix the letter',
    notNow: 'The letter was not fixed.',
    notPublished: 'The letter was not published.',
    notTakenBack: 'Nothing was taken back.',
    publishHeading: 'Publishing',
    publishLead:
      'After that everybody can read the letter, without signing in, and check where each figure came from.',
    publish: 'Publish the letter',
    toPublic: 'See the letter as everybody sees it',
    takeBackLead:
      'Does it say something that may not be public? Then take the letter back: nobody reads it here any more. Whoever took a copy keeps it.',
    takeBack: 'Take the letter back',
  },
  published: {
    title: 'Progress letters to Parliament',
    lead: 'Letters that ministries published here, in Dutch. Each figure and each reference leads to its source.',
    none: 'No letter was published yet. What Parliament asked, and which figures there are, you can read already:',
    toParliament: 'What Parliament asked',
    toFigures: 'National figures',
    letter: 'Letter',
    from: 'From',
    on: 'Published',
    take: 'Take the letter along',
    formats: {
      pdf: 'PDF, also for who has it read aloud',
      docx: 'Word file (docx)',
      odt: 'OpenDocument file (odt)',
    },
    evidence: 'Evidence file (JSON): definitions, published counts and codes',
    check: 'With the evidence file you can check whether anything in the letter was changed:',
  },
  verify: {
    oneEvidence:
      'Give one evidence file (json), with the files of the letter that you want to check.',
    evidence: (name: string, figures: number) =>
      `Good: ${name} is sound. Each of the ${figures} figures stands in the letter, and says what the published count says.`,
    file: (name: string) =>
      `Good: ${name} is the letter as it was published, and says what the evidence file says.`,
    faults: {
      'not-json': () =>
        'Wrong: the evidence file is no JSON in UTF-8. It is damaged or something else.',
      'not-canonical': () =>
        'Wrong: the evidence file is written otherwise than it was published. Something was changed, or a program saved it anew.',
      'not-evidence': (about: string) =>
        `Wrong: this is no evidence of a letter, or something is missing (${about}).`,
      seal: () => 'Wrong: the seal does not fit. Something in the evidence file was changed.',
      'document-hash': () => 'Wrong: the text in the evidence file is not the text that was fixed.',
      'edition-hash': (about: string) =>
        `Wrong: the count of figure ${about} is not the count that was published.`,
      'edition-other': (about: string) =>
        `Wrong: the count of figure ${about} is of another definition or period.`,
      'value-other': (about: string) =>
        `Wrong: the count says something else than figure ${about}.`,
      'shown-other': (about: string) =>
        `Wrong: figure ${about} stands otherwise in the letter than its value is.`,
      'figure-missing': (about: string) => `Wrong: figure ${about} does not stand in the letter.`,
      'annex-other': (about: string) =>
        `Wrong: the annex of figures says something else of figure ${about}.`,
      'figure-unproved': (about: string) =>
        `Wrong: the letter says ${about}, and there is no count for it.`,
      'file-other': (about: string) =>
        `Wrong: ${about} is not exactly the file that was published: something in it was changed.`,
      'file-unknown': (about: string) => `Wrong: ${about} is no pdf, docx, odt or html.`,
      'text-missing': (about: string) =>
        `Wrong: the file does not say, or not in its place: “${about}”`,
      'text-added': (about: string) =>
        `Wrong: ${about} says something that the evidence file does not say.`,
      unreadable: (about: string) => `Wrong: ${about} cannot be read.`,
    },
  },
  preview: {
    title: 'The letter as it is now',
    lead: 'Figures and annexes stand as they are today.',
    fixed: 'The letter is fixed. Nothing in it changes any more.',
  },
  versions: {
    title: 'Versions',
    lead: 'Each time somebody saves something, there is one more version. No version disappears.',
    compare: 'Two versions beside each other',
    from: 'First version',
    to: 'Second version',
    show: 'Compare',
    caption: 'All versions, the newest first',
    version: 'Version',
    change: 'What happened',
    who: 'Who',
    when: 'When',
    somebody: 'a colleague',
    kinds: {
      began: 'letter begun',
      frame: 'head changed',
      block: 'piece written',
      'block-added': 'piece added',
      'block-removed': 'piece taken out',
      'block-moved': 'piece moved',
      'figure-bound': 'figure bound',
      'figure-released': 'figure let go',
    },
  },
  compare: {
    title: (from: number, to: number) => `Version ${from} beside version ${to}`,
    lead: 'What was taken out is struck through on the left, what came is underlined on the right.',
    gone: 'taken out:',
    came: 'added:',
    end: 'end',
    same: 'This piece stayed the same.',
    notThere: 'This piece is not there.',
    nothing: 'These versions hold the same pieces with the same text.',
    frame: 'Head of the letter',
    back: 'Choose other versions',
    column: 'Piece',
  },
  conflicts: {
    'letter-is-fixed': 'The letter is fixed. Nothing in it changes after that.',
    'letter-was-changed':
      'Something in the letter changed meanwhile: by a colleague, by yourself in another window, or in the register or the figures.',
    'letter-is-not-fixed': 'The letter is not fixed yet.',
    'block-was-changed':
      'This piece was saved otherwise meanwhile: by a colleague, or by yourself in another window.',
    'frame-was-changed':
      'The head was saved otherwise meanwhile: by a colleague, or by yourself in another window.',
    'not-approved': 'Not everybody who was asked approves this text yet.',
    'letter-is-empty': 'There is nothing in the letter yet.',
    'text-held-back': 'The text still holds something that may not stand there so.',
    'figure-not-told-any-more': 'One of the figures may not be told.',
    'draft-is-over':
      'The draft does not lie here any more: the letter went on, or you are not asked any more.',
    'draft-was-renewed': 'A new text came while you were writing.',
  },
  errors: {
    'title-missing': 'Fill in what the letter is about.',
    'too-long': 'This is too long. Make it shorter.',
    'too-many-dossiers': 'These are too many. Name at most 6.',
    'dossier-strange': 'One of the lines is no dossier. Write it like 29240 or 36600-VI.',
    'reference-strange': 'This is no name of a paper. Write it like kst-29240-120.',
    'reference-unknown':
      'This paper is not in the register. Put it there, or name it below if you looked it up yourself.',
    'too-many-vouched': 'These are too many. Name at most 40.',
    'choose-part': 'Choose where the piece belongs.',
    'too-many-blocks': 'There are 24 pieces already. Put two together.',
    'choose-figure': 'Choose a figure.',
    'figure-not-told': 'This figure is secret. Choose another one.',
    'no-such-figure': 'This figure is not at its source any more. Choose another one.',
    'too-many-figures': '60 figures are bound already. Let one go first.',
    'figure-in-use': 'This figure still stands in a text. Take it out there first.',
    'choose-ministries': 'Choose ministries from the list.',
    'choose-answer': 'Choose your answer.',
    'changes-without-words': 'Write at a piece what has to change.',
    'choose-versions': 'Choose two versions that exist.',
  },
}
