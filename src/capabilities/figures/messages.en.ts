import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

const ordinals = ['', 'first', 'second', 'third', 'fourth']

export const en: Messages<typeof nl> = {
  quarter: (number, year) => `${ordinals[number] ?? number} quarter of ${year}`,
  secret: 'secret',
  list: {
    title: 'Figures',
    lead: 'What was recorded in this program, added up over many organisations. Never of one organisation, and never about one person.',
    beside: 'Read this with it',
    how: 'How a figure gets here',
    steps: [
      'An organisation decides itself whether it shares its numbers. No person and no case stands in them.',
      'The ministry that makes the figures keeps those numbers locked. No member of staff sees them.',
      'When five or more organisations have shared, the program makes a national figure. Small numbers stay secret, the others are rounded to five.',
      'A figure that stands here never changes any more. When five or more organisations share later, a new edition is added. That happens only when no small number can be worked out from the two editions together.',
    ],
    counted: 'What is counted',
    counts: 'One counts as',
    of: 'Of whom',
    when: 'When',
    excludes: 'Not counted',
    dividedBy: 'Divided by',
    notDivided: 'Not divided',
    publishedBy: 'Shared by',
    origin: 'Where this definition comes from',
    version: (version) => `Version ${version} of this definition.`,
    periods: 'Periods',
    period: 'Period',
    state: 'State',
    inAll: 'All together',
    none: 'Nothing of it was shared yet.',
    told: (published, of) => `Figure of ${published} of ${of} organisations`,
    tooFew: (published, of, least) =>
      `Too few yet: ${published} of ${of} organisations ${published === 1 ? 'has' : 'have'} shared. From ${least} on there is a figure.`,
    notYet: (published, of, day) =>
      `${published} of ${of} organisations ${published === 1 ? 'has' : 'have'} shared. The figure comes on ${day} at the earliest.`,
    waiting: (published, of) =>
      `${published} of ${of} organisations ${published === 1 ? 'has' : 'have'} shared. The figure is still being made.`,
  },
  figure: {
    lead: (published, of) => `${published} of the ${of} organisations that keep this have shared.`,
    gap: (missing) =>
      missing === 0
        ? 'All of them take part.'
        : missing === 1
          ? 'Of one organisation we do not know. It is not in the figure.'
          : `Of ${missing} organisations we do not know. They are not in the figure.`,
    later: (more) =>
      more === 1
        ? 'One more organisation has shared since. A new edition comes only when that is safe.'
        : `${more} more organisations have shared since. A new edition comes only when that is safe.`,
    none: 'There is no figure yet',
    noneLead: 'Something was shared of this period, but there is no national figure yet.',
    edition: (edition, day) => `Edition ${edition}, of ${day}.`,
    chart: (title, period) => `${title}, ${period}`,
    chartText: 'Lying bars. The same numbers stand in the table below.',
    table: 'The numbers',
    number: 'Number',
    between: 'The real number is between',
    betweenOf: (least, most) => `${least} and ${most}`,
    share: 'Part of the whole',
    shareOf: (percentage) => `about ${percentage}%`,
    noShare: 'cannot be said',
    all: 'together',
    uncertain: 'How sure is this?',
    uncertainText: (secretUpTo, roundedTo) =>
      `Every number is rounded to ${roundedTo}: the real number can be 2 higher or lower. So the parts together can differ from the whole. A number from 0 to ${secretUpTo} is secret, and so is a larger one from which a secret number could be worked out, or of which nearly all comes from one organisation.`,
    sharesText: (from) => `A percentage is given only when the whole is certainly ${from} or more.`,
    meaning: 'What this figure means',
    check: 'Check it yourself',
    checkText:
      'This edition is kept as one text (JSON, RFC 8785). Work out the SHA-256 of the file: then you see whether anything in it was changed.',
    evidence: 'Download the edition as JSON',
    hash: 'SHA-256',
    editions: 'All editions of this period',
    editionOf: (edition, day, published, of) =>
      `Edition ${edition} of ${day}: ${published} of ${of} organisations`,
  },
  menu: 'Figures',
  own: {
    menu: 'Share figures',
    title: 'Figures that you share',
    lead: 'You can share numbers with the ministry. National figures come out of them. Here you see exactly what leaves.',
    publicLink: 'To the national figures',
    on: (ministry, since) => `You share with ${ministry}, of periods from ${since} on.`,
    off: 'You share nothing now.',
    offBefore: (ministry) =>
      `You share nothing now. You chose ${ministry} before; nothing has left yet.`,
    offBut: (ministry) =>
      `You share nothing new now. What you shared with ${ministry} before still counts, also in an edition that is yet to come.`,
    whatHappens: 'What happens when you turn this on',
    facts: [
      'Of every period that is over, a row of numbers goes to the ministry once, two weeks later. At the bottom of this page stands which.',
      'No name, no case and no text goes with it.',
      'At the ministry the numbers are locked. Nobody there sees them, not in an export either. Only the program opens them, to make national figures.',
      'There is a national figure only with five or more organisations. It does not say which.',
      'You can stop at any moment. What you shared before still counts, also in an edition that is yet to come.',
    ],
    ministry: 'With which ministry do you share?',
    ministryHint:
      'One ministry makes the national figures. Do you not know which? Ask whoever asked you to take part.',
    turnOn: 'Turn sharing on',
    turnOnAgain: 'Turn sharing on again',
    turnOff: 'Stop sharing',
    noMinistry: 'There is no ministry yet with which you can share.',
    chooseMinistry: 'Choose a ministry.',
    published: 'What you shared',
    nothingPublished: 'Nothing yet.',
    next: 'What leaves when it is on',
    nextOn: 'What leaves next',
    nextOnLead: 'These numbers leave by themselves, within a day.',
    following: (day) => `The next period is counted on ${day}.`,
    nextLead: 'These are the numbers as they would be counted now.',
    nothingNext: 'There is no period that is still to be counted.',
    division: 'What',
    number: 'Number',
    caption: (title, period) => `${title}, ${period}`,
    counted: (number, day) => (number === 1 ? `Counted on ${day}.` : `Count ${number}, of ${day}.`),
    states: {
      sent: 'On its way to the ministry.',
      received: 'Arrived at the ministry.',
      refused: 'Not accepted:',
    },
    refusals: {
      'no-national-figures-here':
        'this ministry does not make national figures. Is there one that does? Stop sharing then, and choose that one.',
      'other-definition': 'the ministry works with another version of this definition.',
      'not-asked': 'this figure is not asked of your kind of organisation.',
      'other-period': 'the ministry does not know this period.',
      'period-not-over': 'this period is not over for long enough.',
      'other-cells': 'the ministry divides this figure in another way.',
      'number-taken': 'there is a later count already.',
    },
    again: 'Count again',
    againOf: (title, period) => `: ${title}, ${period}`,
    againText:
      'Was something wrong in your records? Correct it there, and count again. Other numbers go to the ministry as a correction. That can be done until half a year after the period.',
    changed: 'Counted again: the numbers are other ones, and go to the ministry.',
    same: 'Counted again: the numbers are the same. Nothing leaves.',
    refused: {
      'publishing-off': 'Turn sharing on first.',
      'too-long-ago': 'This period is too long ago to be corrected.',
      'other-version': 'The definition of this figure changed meanwhile. What was counted stays.',
      'at-the-same-time': 'Somebody else just counted again.',
      'other-ministry':
        'You shared with another ministry before. That stays so: nobody counts at two.',
    },
  },
}
