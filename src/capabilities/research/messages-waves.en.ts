import { signed, type wavesNl } from './messages-waves.nl.ts'

/** What researchers read who lead a survey. */
export const wavesEn: typeof wavesNl = {
  waves: {
    menu: 'Surveys',
    title: 'Waves among schools',
    lead: 'A wave is one time that schools are asked: from the lists to the results.',
    empty: 'There is no wave yet',
    emptyText: 'Begin with a name, a questionnaire and a last day.',
    add: 'New wave',
    caption: (count) => (count === 1 ? '1 wave' : `${count} waves`),
    name: 'Wave',
    questionnaire: 'Questionnaire',
    state: 'State',
    closes: 'Last day',
    telephone: 'Fill in for a school, by telephone',
    states: {
      prepared: 'lists and drawing',
      drawn: 'drawn, not begun yet',
      open: 'takes answers',
      closed: 'closed, envelopes not opened',
      counted: 'envelopes opened',
    },
  },
  newWave: {
    lead: 'After this you add the lists of schools and draw the sample.',
    title: 'Name of the wave',
    titleHint: 'Schools read this name.',
    questionnaire: 'Questionnaire',
    version: (title, version) => `${title}, version ${version}`,
    closesOn: 'Last day on which schools can answer',
    make: 'Begin this wave',
  },
  wave: {
    sure: 'Are you sure?',
    made: 'Made on',
    opened: 'Open since',
    closed: 'Closed on',
    counted: 'Envelopes opened on',
    seed: 'Words the draw starts from',
    by: 'Divided by',
    parts: { kind: 'kind of education', size: 'size', province: 'province' },
    unknown: 'unknown',
    all: 'all together',
    others: 'the others together',
    lists: {
      title: 'Lists of schools',
      lead: 'Use the lists as DUO publishes them. A list is read whole or not at all. When you add the same kind once more, it takes the place of the one before.',
      none: 'There is no list yet.',
      count: (count) => (count === 1 ? '1 location' : `${count} locations`),
      added: (count, before) =>
        `${count === 1 ? '1 location was' : `${count} locations were`} added${before > 0 ? `, in the place of the ${before} that were there` : ''}. Check the kind and the number. If they are wrong: remove the list.`,
      sizesAdded: (count) =>
        count === 1
          ? 'Of 1 location the size is known now.'
          : `Of ${count} locations the size is known now.`,
      sizesKnown: 'Size known',
      sized: (known, of) => `of ${known} of the ${of}`,
      remove: (kind) => `Remove the list ${kind}`,
      removed: 'The list was removed.',
      kind: 'What is in this list?',
      sizes: 'candidates for the examinations: the size of schools that are in a list already',
      file: 'File',
      fileHint: 'A text file with semicolons or commas, at most 8 MB.',
      add: 'Add',
      wrong: {
        'kind-missing': 'Choose what is in the list.',
        'file-missing': 'Choose a file.',
        'file-too-large': 'This file is larger than 8 MB.',
        'one-file-only': 'Send one file at a time.',
        'no-list-yet': 'None of these schools is in a list. Add the list first.',
      },
      unreadable: (line, fault) => `Line ${line}: ${fault}`,
      faults: {
        text: () =>
          'this is no list in plain text. Choose the CSV file, not a PDF, a picture or a workbook.',
        quote: () => 'a quotation mark opens or closes where it cannot.',
        cells: () => 'there are more or fewer cells here than on the first line.',
        column: (name) => `the column ${name} is missing. Is this the right list?`,
        code: (cell) => `‘${cell}’ is not the code of a location.`,
        twice: (code) => `location ${code} is in it twice.`,
        number: (cell) => `‘${cell}’ is not a number.`,
      },
      twice: (codes) =>
        `These locations are in a list of another kind already: ${codes.join(', ')}.`,
    },
    draw: {
      title: 'Draw the sample',
      lead: 'The same lists, choices and words always give the same sample. It can be drawn once: whoever may do it again until it pleases has not drawn lots.',
      seed: 'Words the draw starts from',
      seedHint:
        'Agree on them before anybody can know what comes of them, and keep them with the survey.',
      size: 'How many schools',
      least: 'At least so many of each group',
      leastHint: (count) =>
        `A group with fewer than ${count} answers is weighed together with others. Then it no longer counts that you chose more schools of a small group.`,
      by: 'Divide by',
      byHint: 'What stands first is kept apart longest when there are few answers.',
      steps: 'Limits of size',
      stepsHint: 'Numbers of candidates, rising and with commas, such as 100, 250.',
      draw: 'Draw',
      wrong: {
        'seed-missing': 'Give words for the draw to start from.',
        'too-long': 'This is too long.',
        'size-strange': 'Type a whole number of 1 or more.',
        'least-strange': 'Type a whole number of 0 or more.',
        'by-missing': 'Choose what to divide by.',
        'steps-missing': 'Type the limits of size, or do not divide by size.',
        'steps-strange': 'Type rising numbers with commas between them.',
        'no-schools': 'Add a list of schools first.',
        'size-impossible':
          'This cannot be: there are fewer schools, or all groups together ask for more.',
        'too-many-strata': 'This gives more than 200 groups. Divide by less.',
      },
    },
    key: {
      title: 'The key of the envelopes',
      before:
        'Two researchers each make and keep one half, at a screen of their own. So until the envelopes are opened nobody has both. Are you the only researcher? Ask the administrator to give a colleague that role.',
      place: { first: 'The first half', second: 'The second half' },
      stand: (made, checked, mine) =>
        `${checked ? 'made and typed back' : made ? 'made, not typed back yet' : 'not made yet'}${mine ? ' (you keep this one)' : ''}`,
      make: { first: 'Make the first half', second: 'Make the second half' },
      again: 'Make my half again',
      againFirst: 'Then the second half has to be made again too.',
      second:
        'Now another researcher makes the second half: at a screen of their own, on this page.',
      yours: 'Your half of the key',
      lead: 'This half is on the screen now, this one time. The program does not keep it: when one of the two is gone, the envelopes are never opened.',
      copy: 'Copy or print it. Keep it where the other keeper cannot get at it, and show it to nobody.',
      own: 'Your half',
      check: 'Type your half back',
      checkLead:
        'Type your half as you keep it. Then it is sure that the envelopes can be opened later. When both of you did, schools can answer.',
      waits: 'The wave begins when both halves were made and typed back.',
      one: 'Half of the first keeper',
      other: 'Half of the second keeper',
      hint: '64 figures and letters from a to f. Blanks and dashes do not count.',
      wrong: {
        missing: 'Type the half of this keeper.',
        length: (signs) =>
          `${signs === 1 ? 'This is 1 sign' : `These are ${signs} signs`}, there must be 64.`,
        sign: (sign, at) =>
          `Sign ${at} is ‘${sign}’. There are only figures and the letters a to f in a half.`,
        'other-fits': 'The other half is right, this one is not. Check all 64 signs.',
        'key-does-not-fit': 'These halves do not fit. Check all 64 signs.',
        'half-does-not-fit': 'This is not your half. Check all 64 signs.',
      },
    },
    invite: {
      title: 'Invite schools',
      addresses: 'Add mail addresses',
      addressesHint:
        'Two columns: VESTIGINGSCODE and MAILADRES. Addresses of schools that were not drawn are not kept. All addresses are erased when the wave closes.',
      add: 'Add addresses',
      added: (count) =>
        count === 0
          ? 'None of these schools was drawn. No address was added.'
          : count === 1
            ? '1 address was added.'
            : `${count} addresses were added.`,
      noAddresses:
        'There is no mail address of a school that was drawn yet. Add addresses to invite by mail, or make codes for letters.',
      allMailed: 'Every school with a mail address was invited already.',
      mail: 'Invite by mail',
      mailText:
        'Every school with an address that was not invited yet gets a mail with a code of its own. Did a mail not arrive? Add the right address, and that school gets a new one.',
      mailed: (count) =>
        count === 0
          ? 'There was no school to write to now.'
          : count === 1
            ? '1 mail goes on its way.'
            : `${count} mails go on their way.`,
      paper: 'Make codes for letters',
      paperText:
        'For schools without a mail address that did not answer yet. You get a file with names and codes, once. Keep it until the letters have gone.',
      again: 'Make all codes again',
      againText: (count) =>
        count === 1
          ? 'A code for a letter was made already. It may be in the post.'
          : `${count} codes for letters were made already. They may be in the post.`,
      againKnown: (count) =>
        count === 1
          ? 'I know that the code in the letter does not work any more then, and that what the school filled in is gone.'
          : `I know that the ${count} codes in the letters do not work any more then, and that what those schools filled in is gone.`,
      againMissing:
        'There are codes for letters already. Tick that you know that those do not work any more then.',
      remind: 'Remind',
      remindText:
        'Whoever was invited by mail and did not answer gets one more mail. At most once a day. No code stands in it.',
      letters: (count) =>
        count === 1 ? '1 mail is still on its way.' : `${count} mails are still on their way.`,
      noMail: 'This server cannot send mail now. Mails wait until it can.',
      schools: 'See the schools that were drawn',
      wrong: {
        columns: 'This file has no columns VESTIGINGSCODE and MAILADRES on its first line.',
        address: (line) =>
          `The address on line ${line} is no mail address. No address was added yet.`,
      },
    },
    monitor: {
      title: 'Who answered',
      drawn: 'What was drawn',
      drawnText: (sampled, population) =>
        `${sampled} of the ${population} schools in the lists were drawn.`,
      drawnCaption: 'Drawn by group',
      none: 'There is no sample yet.',
      said: (answered, sampled, share) =>
        `${answered} of the ${sampled} schools that were drawn answered (${share}%). Of the other ${sampled - answered} we know nothing: they may differ.`,
      telephone: (count) => `By telephone: ${count}.`,
      caption: 'Answers by group',
      stratum: 'Group',
      population: 'Schools',
      sampled: 'Drawn',
      answered: 'Answered',
      silent: 'Did not',
      share: 'Share',
      cell: 'Counted in the group',
    },
    close: {
      title: 'Close the wave',
      text: 'After that no answers are taken any more. What schools did not finish, mail addresses and mails on their way are erased. This cannot be undone.',
      byItself: (day) => `After ${day} the wave closes by itself.`,
      known: 'I know that no answer is added after this, and that it cannot be undone.',
      missing: 'Tick that you know that closing cannot be undone.',
    },
    urn: {
      title: 'Open the envelopes',
      text: 'Both keepers type their half, at one screen. All answers are opened once and get a number by chance. After that nobody can see which answer is of which school.',
      least: (count) =>
        `Groups with fewer than ${count} answers are put together first, beginning with what was chosen last, and no more groups than needed. If all together are fewer, the envelopes stay closed.`,
      after:
        'Destroy both halves afterwards. Whoever has the two of them and a copy of the database from before the opening can link answers.',
      button: 'Open the envelopes',
      tooFew: 'There are too few answers to tell together. The envelopes stay closed.',
      demo: (one, other) =>
        `In this practice version the halves of the practice wave of now stand here: ${one} and ${other}.`,
      opened: 'The envelopes were opened.',
    },
    schools: {
      title: 'Schools that were drawn',
      lead: 'Here stands whether a school was invited and answered. What a school answered stands nowhere.',
      calling:
        'Do you call a school that still has its letter or mail? Let them read out the code.',
      find: 'Name, municipality or code of the school',
      which: 'Which schools',
      every: 'all schools that were drawn',
      only: { silent: 'that did not answer yet', answered: 'that answered' },
      show: 'Search',
      none: 'No school that was drawn fits this.',
      caption: (count) => (count === 1 ? '1 school' : `${count} schools`),
      name: 'School',
      stratum: 'Group',
      invited: 'Invited',
      way: { mail: 'by mail', paper: 'on paper', telephone: 'by telephone' },
      not: 'not yet',
      undelivered: 'the mail did not arrive',
      reminded: (day) => `reminded on ${day}`,
      answered: 'Answered',
      by: { web: 'yes', telephone: 'yes, by telephone' },
      no: 'no',
      code: 'New code',
      give: 'Give a code',
      giveAgain: 'Make a new code',
      replaceTitle: (name) => `A new code for ${name}?`,
      replaceLead: 'This school has a code already: in a letter, in a mail or by telephone.',
      replaceAsk:
        'Ask first whether the school still has it. With a code that is read out you can ask the questions by telephone at once.',
      replaceKnown:
        'I know that the code the school has does not work any more then, and that what it filled in with it is gone.',
      replaceMissing: 'Tick that you know that the old code does not work any more then.',
      giveFor: (name) => `for ${name}`,
      given: (name) => `Code for ${name}`,
      givenText:
        'Read this code aloud, or type it yourself when you ask the questions by telephone. It stands here once.',
    },
    results: {
      title: 'Results',
      of: (title) => `Results: ${title}`,
      lead: (answered, sampled) =>
        `An estimate for all schools in the lists, from the answers of ${answered} of the ${sampled} schools that were drawn.`,
      to: 'See the results',
      who: 'Who answered',
      silent: (answered, sampled, share) =>
        `Of the ${sampled} schools that were drawn ${answered} answered (${share}%). Of the other ${sampled - answered} we know nothing. They may differ from those who did answer.`,
      ofAll: (population, kinds) => `There are ${population} schools in the lists: ${kinds}.`,
      when: (from, until) => `Asked from ${from} until ${until}.`,
      cells: 'Groups as they were weighed',
      cell: 'Group',
      population: 'Schools',
      sampled: 'Drawn',
      answered: 'Answered',
      how: 'How to read these figures',
      reading: [
        'A percentage is an estimate for all schools in the lists. Schools of a group in which few answered weigh more.',
        'Beside the figures stands between which percentages the true one probably lies (95 per cent sure). In the drawing that is the thin line.',
        'When a large part of all schools answered, the true percentage is closer to ours than that line shows. We do not reckon with it: who did not answer may differ.',
        'The design effect says how much less the answers are worth because they weigh differently: 1 is nothing less.',
        'Results of very few answers are left out.',
      ],
      fewTitle: 'Few schools answered',
      few: (answered) =>
        `Fewer than half of the schools that were drawn answered. Read these figures first as what ${answered === 1 ? '1 school says' : `${answered} schools say`}. The other schools may differ a lot, also beyond the margins that are given.`,
      contents: 'Go to a question',
      tooFew: (count) => `Fewer than ${count} answers: of those we give no percentages.`,
      asked: (asked, answered) =>
        `${answered} of the ${asked} schools that got this question answered it.`,
      ofSampled: (sampled) => `${sampled} were drawn.`,
      written: (answered) =>
        answered === 0
          ? 'Nobody wrote anything here.'
          : `In their own words, by ${answered}. The words themselves are read only by a researcher who sorts them.`,
      notSorted: 'The answers in words are not sorted far enough yet.',
      neverSorted:
        'The answers in words were not sorted, or too few of them. That is why there are no figures here.',
      waits: (count) => (count === 0 ? 'all are sorted' : `${count} to sort`),
      figures: 'The figures of this drawing',
      option: 'Answer',
      percent: 'Percentage',
      range: 'Probably between',
      between: (low, high) => `${low}% and ${high}%`,
      effect: 'Design effect',
      difference: (title) => `Difference with ${title}`,
      points: (difference, low, high) =>
        `${signed(difference)} percentage ${Math.abs(difference) === 1 ? 'point' : 'points'} (probably between ${signed(low)} and ${signed(high)})`,
      compared: (title) =>
        `Below, every question also has the difference with ${title}, in the table under its drawing.`,
      drawn: (question) => `Percentages per answer to the question: ${question}`,
      near: 'Published before, another question',
      nearFigure: (year, question, figure, population) =>
        `${year}: “${question}”: ${figure}. Asked of: ${population}.`,
      compare: 'Compare with an earlier wave',
      compareWith: 'Earlier wave',
      none: 'none',
      show: 'Show',
      sort: 'Sort answers in words',
      publish: 'Publish',
      publishTitle: 'Publish the results',
      publishText:
        'After that everybody reads these results as they stand here, with the same comparison. It can be done once and not undone. Answers in words cannot be sorted afterwards.',
      publishKnown: 'I know that everybody reads these results then, and that it cannot be undone.',
      publishMissing: 'Tick that you know that publishing cannot be undone.',
      unsortedKnown: (count) =>
        count === 1
          ? '1 answer in words is not sorted yet. It stays out for ever.'
          : `${count} answers in words are not sorted yet. They stay out for ever.`,
      unsortedMissing: 'Sort the answers in words first, or tick that they stay out.',
      published: (day) => `Published on ${day}.`,
      toPublished: 'See the public page',
      by: (organisation, day) => `${organisation}, ${day}.`,
      toQuestions: 'Read the whole questionnaire',
    },
    words: {
      title: 'Sort answers',
      lead: 'Here you read what schools wrote themselves, one text at a time. Name no school anywhere, not even when you think you know which it is.',
      progress: (sorted, written) => `Sorted: ${sorted} of ${written}.`,
      text: 'What somebody wrote',
      codes: 'What is this about?',
      save: 'Save and go on',
      done: 'Everything is sorted.',
      missing: 'Choose at least one.',
      tooLate: (day) => `The results were published on ${day}. Nothing can be sorted any more.`,
    },
    paperFile: {
      name: 'codes-for-letters.csv',
      school: 'VESTIGINGSCODE',
      title: 'NAAM',
      municipality: 'GEMEENTE',
      code: 'CODE',
    },
    wrong: {
      'title-missing': 'Give the wave a name.',
      'too-long': 'This is too long.',
      'questionnaire-missing': 'Choose a questionnaire.',
      'date-missing': 'Fill in day, month and year.',
      'date-incomplete': 'Fill in day, month and year.',
      'date-impossible': 'This day does not exist. Fill in another.',
      'day-past': 'Choose a day that is still to come.',
    },
    stands: 'Meanwhile the wave went on.',
    toWave: 'See how the wave stands',
  },
}
