import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

export const en: Messages<typeof nl> = {
  privacy: {
    title: 'Privacy',
    lead: 'What Oogmerk keeps, who sees it, for how long, and what you can ask about it. Only what the program really does now is on this page.',
    explore: {
      title: 'Explore: nothing stays behind',
      items: [
        'What you type or tick in Explore is compared with the signals in your own browser. Your text does not go to a server.',
        'If scripts are off in your browser, the server reads your text to be able to answer. The server does not keep it: not in the database and not in the log.',
        'If you go from the first page to Explore, your browser remembers your text for a moment in that tab. Explore takes it away at once.',
        'Explore also works without internet. For that, your browser keeps the page itself, not what you typed.',
      ],
    },
    visit: {
      title: 'When you visit this website',
      items: [
        'There are no cookies to follow you, no advertisements and no parts of other companies. Only people who sign in get cookies: to sign in, to stay signed in, and to show nothing but the reading page while a young person reads along.',
        'For each request the server writes down: the time, the kind of page, whether it worked and how long it took. No name, no text and no internet address.',
        'To stop misuse the server counts requests per internet address. That is kept in memory for a few minutes and nowhere else.',
        'The organisation that offers this website may have a network or protection of its own in front of it. Ask what that keeps.',
      ],
    },
    record: {
      title: 'When somebody records a signal',
      items: [
        'Then Oogmerk keeps: whom or what it is about, what somebody saw or heard in their own words, when, from whom they heard it, which ordinary explanation was considered, and who recorded it.',
        'The name or number of the pupil, the words and the names of colleagues are kept encrypted. The key is not in the database.',
        'Readable in the database are: a reference, dates, the state, whether there was danger, and the codes of the signals. There is no name beside them.',
        'Oogmerk never gives a child a score, a rank, a colour or a label, and decides nothing. People decide.',
      ],
    },
    file: {
      title: 'When there is a case on a young person',
      items: [
        'A case is the file of one organisation on one young person. In it Oogmerk keeps: name, group, number, date of birth and parents, as far as somebody filled those in, and the question it is about.',
        'Oogmerk also keeps what colleagues write: facts with their source, what somebody thinks with an ordinary explanation beside it, decisions with reasons, contacts, tasks, and roles with what points to them and what speaks against. When something is changed, the old text stays.',
        'A signal comes into a case only when a person chooses so. Then its words are copied.',
        'Names and words are kept encrypted, with a key per case. Who the young person is, is encrypted apart. Readable in the database are: a reference, dates, the state, the kind of entry, the roles and the outcome without a name beside them, and numbers of colleagues.',
        'Searching in cases happens in the memory of the server. There is no list of words on disk.',
      ],
    },
    within: {
      title: 'What can belong to a case',
      items: [
        'Documents and photos that a colleague adds, with their name and a sentence on what it is and where it came from. Each document is encrypted with a key of its own.',
        'A photo is drawn anew by the server. The place, the time, the device and other data that a telephone puts in are gone then. What can be seen in the photo can still be seen. A PDF or text document stays as it is: the name of its maker may still be in it.',
        'A conversation with the young person: the preparation, the account, what the young person said, the summary, what a colleague thinks of it and what was agreed. Nobody changes what the young person said or typed. It can only be added to. The young person can read what stands there and put their own words beside it.',
        'Help that was proposed or began: which help, for which question, who wanted it, what the young person and the parents thought of it, the goals and how it went. The words are encrypted. Readable in the database are: the kind of help, the state, the days and numbers of colleagues. The provider gets nothing from Oogmerk.',
        'Which steps of the protocol of the school were done or skipped, by whom, when and why. What somebody filled in and the reasons are encrypted with the key of the case.',
        'A case can go on paper or into a PDF. The log keeps who did that, and each page says who made it. What is on paper can no longer be erased by Oogmerk.',
      ],
    },
    beside: {
      title: 'What does not belong to a case',
      items: [
        'An intervision: colleagues write cards about a pupil, a group or a place, and talk about it. Oogmerk does not ask for the name of the pupil. Cards, topic and decision are encrypted with a key of their own. Readable in the database are: the method, the state, the dates, the kind of each card, who joined and wrote, and the outcome.',
        'A question for advice to another organisation. The other gets the question and knows which organisation asks it, not which colleague and not which case it belongs to. Oogmerk warns when a name or number seems to be in the text; a person decides whether it stays. What both sides write is encrypted with each of them apart. Readable in the database are: the reference, the state, the dates, with which organisation, which case of the own organisation, and numbers of colleagues.',
        'A round table: organisations around one question. The invitation does not tell who it is about. What somebody brings goes to one organisation, on a ground that stands with it, as every other delivery; the others only see from whom to whom. What an organisation writes down for a table nobody else reads until it is brought. Agreements go to who carries them out, with the ground and a hash as proof; the minutes go to who takes part. A round table ends by itself six weeks after its day. The words are encrypted. Readable in the database are: the reference, the aim, the days, which organisations take part in which role, who brought something to whom, and how agreements stand.',
        'What a colleague shares with another organisation: which facts, with which organisation and role, what for, on which ground, with the answers to the conditions and an end date. Also a decision not to share. The words are encrypted with a key of their own. Readable in the database are: the reference, from which file, the state, the days, with which organisation and role, how many facts, what was done with it and which colleague did that. If a program of the organisation sent it, which program it was and the role in which it was decided stand there in place of a colleague. Who decided (the function, and how that program finds them) and why are encrypted.',
        'What an organisation received from another stands encrypted in its own data. On the end date the words and their key are erased. That also happens when the other recalls it or when it is declined. That it was there, from whom, and what was done with it, stays. What a colleague took into an own file belongs to that file from then on. Oogmerk remembers who did that.',
        'A question to an expert or to the expert group is such a delivery too. What that person writes as an answer is first seen by nobody else. After it was sent it stays there for 14 days at most, and never longer than the delivery itself. Then question and answer are erased there. That somebody answered, when and with which check number, stays.',
        'An arrest of a young person, with the police: who it is, which offence it would be about, what was seen and found, what the young person said, which rights were told, who was informed, and how exploitation was looked at. The file in which the same young person is protected stands apart, with a circle of its own. Only who may see both sees that they belong together. The words are encrypted with a key per file. Readable in the database are: the reference, the kind of file, the state, the moments, the age group, whether pre-trial detention is possible, the kind of each note, whether somebody wants to look further, and numbers of colleagues.',
        'A dossier of the prosecution, on the question whether punishing is right: which offences it is about, what is known and from whom that came, what speaks for and against, the assessment by an expert, the decision with reasons, who was told, and objections. Only the circle of that dossier sees it. The words are encrypted with a key per dossier. Readable in the database are: the reference, the state, the days, the kind of each part, the routes and grounds that were chosen without a name beside them, the forms of exploitation that were named and an age group, and numbers of colleagues.',
        'A program of an organisation that talks with Oogmerk: what it is called, what it may reach, along which roads it may send, the public part of its key, which colleague let it in and when it came last. It sees no more than the organisation itself. What it got as the answer to an order stays encrypted for a while, so that an order that is repeated does not count twice.',
        'A message to another organisation stands here encrypted until it is known what became of it. Then its words are erased. What stays is which message went to which organisation or came from it, and when, and a print from which nobody can take the words. What the other received it keeps itself.',
        'A drill with the protocol, on a made-up story. What colleagues type in it is encrypted and stands in no case.',
        'The protocol of a school: the steps, and which colleague or role does a step.',
        'Offers of help: what a municipality or an organisation that helps has on offer. That is public and not about a person. Oogmerk remembers which member of staff put it there. That is not public.',
        'Actions of a ministry: what it does, which department does it, and how it stands. That is not about a person; only those who work on the programme there see it. Oogmerk remembers which member of staff wrote what and when. There is no term for that.',
        'A progress letter of a ministry to Parliament: the text, and every version of it. That is not about a person; only those who work on the programme there see a draft. Oogmerk remembers which member of staff saved what and when. There is no term for that.',
        'What a ministry reads along in the open data of the House of Representatives: subjects, outcomes and numbers of papers. Oogmerk remembers which member of staff turned it on, with which mail address of a department, and who put an item away as seen. There is no term for that.',
        'Parliamentary papers that a ministry read, what was found in them and who confirmed it, and the motions, commitments and questions that it keeps. They hold names of members of Parliament and ministers, because those stand in public papers; beyond that they are not about a person. Oogmerk remembers which member of staff did what and when. There is no term for that.',
        'A draft of a letter that other ministries read, with what they say of it. That goes in the name of a ministry; who wrote the answer there, only that ministry itself knows. When the letter is fixed or taken back, the draft disappears at the others. Who asked and who approved stays.',
        'A survey among schools: the public lists of schools, whether a school was invited and answered, and which researcher began the wave and sorted what people at schools wrote. Mail addresses of schools are encrypted and erased when the wave closes. A mail to a school does not stay. What a school did not finish is encrypted with the code of that school. What schools answered stands without name, code, time or order, and cannot be linked to a school.',
        'A letter that was fixed, with its files and the evidence of its figures. Once it is published, everybody reads it. No member of staff stands in it. There is no term for that.',
      ],
    },
    staff: {
      title: 'When you work with Oogmerk',
      items: [
        'Of a colleague Oogmerk keeps: name, job title and mail address, as far as filled in, and the roles and the language. Name, job title and mail address are encrypted.',
        'For signing in Oogmerk keeps the public part of your passkey, or an unreadable print of your account at your organisation. There is no password. Of a session Oogmerk keeps when it began and was last used and, encrypted, which kind of browser and device it was.',
        'What you write and do stands with your name in the signal or the case, and with a number in the log.',
        'Of practising, Oogmerk keeps which practice story somebody read to its end, in which edition and when. Not where you stopped or what you ticked or wrote. If you want to remember something it keeps a note, encrypted, that only you can read and throw away. Whoever leads you sees numbers only. Oogmerk also remembers who of the leaders invited colleagues to read, and who set the term to read again.',
        'When you no longer work there, your access stops. Your name stays with what you did. You then leave the circles of cases.',
      ],
    },
    see: {
      title: 'Who sees it',
      items: [
        'Whoever recorded the signal, and the circle that person chose: the coordinators, only the care coordinators, or one colleague. After that also the colleague to whom it was passed. When nobody of that circle works there any more, the care coordinators, and without them another coordinator: whoever recorded it sees that.',
        'Other colleagues cannot see that the signal exists. Nor can another organisation. Oogmerk passes nothing to another organisation by itself.',
        'Only its circle sees a case: the colleagues whom its coordinator put into it with a reason, sometimes for a while. The case says who was in it and until when. When nobody of the circle follows up an open case any more, the care coordinators see it. Without them the safety coordinator sees it, and otherwise the school leader. At another organisation the colleagues see it who work with young people there.',
        'Whoever no longer works with young people leaves the circle. When they come back later, the coordinator must put them into the circle anew.',
        'Documents, conversations, help and steps of the protocol are seen by the same circle. An intervision is seen only by the colleagues who joined it. They see the cards of others only once those were turned. A drill and the protocol are seen by everybody who works with pupils at that school.',
        'When somebody opens a second case with the same name or number, the coordinator of the first hears so and from whom. Whoever opened the second hears nothing of the first, unless they are in its circle already.',
        'Each time somebody reads or changes a signal or a case, a line is added to a log: who, when and why. Those lines are sealed right after. Whoever changes or removes one then leaves a trace that somebody else can find.',
        'The mail that Oogmerk sends to colleagues only says that there is something new, with a reference and a link. For that Oogmerk remembers in which language a colleague works.',
      ],
    },
    keep: {
      title: 'For how long',
      drafts: (count) => `A draft that was not changed for ${days(count)} is erased.`,
      sessions: (count) => `Data about a session that is over is erased after ${days(count)}.`,
      invitations: (count) =>
        `An invitation that was used or ran out is erased after ${days(count)}.`,
      messages: (count) =>
        `A message to a colleague that there is something new is erased after ${days(count)}.`,
      advice: (count) =>
        `A question for advice with all that was said on it is erased ${days(count)} after the last change once it is over, with who asked and with who answered. Open questions stay.`,
      'round-tables': (count) =>
        `A round table goes ${days(count)} after the last day on which it is kept. What an organisation got from others is long gone then: that is erased when the table ends or when it leaves.`,
      'delivery-drafts': (count: number) =>
        `A delivery to another organisation that was not finished and has not changed for ${days(count)} is erased.`,
      deliveries: (count: number) =>
        `What an organisation shared, or decided not to share, it erases itself too: ${days(count)} after it is over, the words with their key. When the file itself is erased, at once. What stays is the reference, to whom, on which ground, when, how many facts, and a fingerprint from which nobody can get the words.`,
      'film-requests': (count) =>
        `A request of the information film goes ${days(count)} after the last answer, or after the request itself when there was no answer. When the film is lent, the last day of that counts, or the day on which it came back.`,
      'figure-counts': (count) =>
        `The numbers that an organisation shared with a ministry are erased after ${days(count)} on both sides. National figures stay, with which organisations are in them; nobody sees the latter.`,
      intervisions: (count) =>
        `The words of an intervision are erased ${days(count)} after the last change, with their key. Who joined, the outcome, who does what and what the young person and the parents hear stay. What the team brought to a case belongs to that case.`,
      items: [
        'When a signal is withdrawn, its words and their key are erased at once. The reference, the dates and the reason stay.',
        'For a recorded signal the program has no fixed term yet. The organisation decides how long it keeps it. Ask the organisation for that term.',
        'When somebody takes an entry out of a case, its words are erased in all versions. That something stood there, from whom, when and why it is gone, stays.',
        'When somebody takes a document out of a case, the document, its name, the sentence with it and its key are erased at once. The kind, the size, who added it, and who removed it and why stay.',
        'A conversation, help and steps of the protocol stay as long as the case to which they belong.',
        'A drill stays until a coordinator or the school leader throws it away. Then it is erased, with its key. Old editions of the protocol stay.',
        'An offer that was withdrawn is not public any more. The organisation that offered it still has it. There is no term for that.',
        'Data about a colleague stays when their access was stopped, because it belongs to what that colleague did. The program has no term for that yet.',
        'For a case the program has no fixed term yet, and no button to erase it. A closed case stays as well. The school or organisation must fix a term itself and keep to it: the privacy law (GDPR) names no number of years. Ask the organisation for that term. Erasing by itself is a later part of the plan.',
        'A request of the information film: what for, a general contact address and the answer are kept by both organisations, encrypted. The asker also keeps which colleague asked, and the expert group who answered.',
        'Numbers that an organisation shares for national figures: how many by kind and period, without a person and without a case. They stand encrypted at the organisation and at the ministry, and no member of staff of the ministry sees them. The organisation keeps which colleague turned sharing on or had it counted again.',
        'Which practice story a colleague read stays. A note with a practice story is erased when its writer throws it away or no longer works here.',
        'An arrest is put away 5 years after its beginning, and a file in which a young person is protected 5 years after the last time that somebody wrote something in it. Nobody finds or reads it from then on. Another 5 years later the program erases everything in it, with its key. What stays is a line in the log, without a name. The page of the file tells the days and the articles of the law. What was shared with others has an end date of its own.',
        'For dossiers of the prosecution and what an organisation itself shared, the program erases nothing by itself yet.',
        'Lines in the log stay. They hold no names and no stories.',
      ],
      own: 'The terms in days are our own choice. They do not come from a law.',
      pupils:
        'To compare, for the pupil file of a school: in general the school may keep it until 2 years after the pupil left. Data on absence and on enrolment and leaving must be kept for 5 years by a primary or secondary school, and data on a pupil who was referred to special education for 3 years. Oogmerk does not carry out these terms.',
      pupilsSource: 'Source: PO-Raad, retention of pupil files (in Dutch)',
    },
    rights: {
      title: 'What you can ask',
      items: [
        'The organisation that recorded something about you is responsible for it: the school, the municipality or the institution. The makers of Oogmerk cannot reach it.',
        'You can ask that organisation what it holds about you, and to have it corrected, completed or erased. You can also object. That right is in the privacy law (GDPR, articles 15 to 22).',
        'From the age of 16 you ask this yourself. If you are younger, your parent or guardian usually does it for you. In youth help other ages apply. If you are not sure, just ask.',
        'Sometimes the organisation may keep something from being shown, for instance to protect you or somebody else. It must then explain that it does so, if that is possible.',
        'Ask the school or institution, or its data protection officer. That is somebody who watches over privacy. If you disagree with the answer, you can complain to the Dutch data protection authority (Autoriteit Persoonsgegevens).',
        'Oogmerk has no form for such a question yet. The organisation looks up the answer itself.',
      ],
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody must be able to use Oogmerk. We aim for WCAG 2.2, level AA. We do not say that we are all the way there.',
    done: {
      title: 'What we do',
      items: [
        'The pages work with a keyboard, without scripts and on a screen 360 pixels wide. For parts of the program our tests try that in a real browser.',
        'Our tests check that the HTML is valid and look for barriers with axe. That is not done for every page yet.',
        'A test works out that text stands out enough from its background, in light and in dark.',
        'A mistake in a form is told at the top and beside the field, with what you can do. What you typed stays.',
      ],
    },
    notDone: {
      title: 'What has not been done yet',
      items: [
        'No independent party has examined Oogmerk.',
        'It was not tested with people who use a screen reader, voice control or magnification.',
        'An automatic check finds only some of the barriers.',
        'We wrote the texts in plain words. We have not tested yet whether everybody understands them.',
      ],
    },
    report: {
      title: 'Did you meet a barrier?',
      text: 'Tell the organisation that offers this website, such as your school or municipality. Say on which page it was and what you wanted to do. It can help you in another way and passes the fault on. If you want to stay anonymous, leave out names.',
    },
  },
  source: {
    title: 'Source code',
    lead: 'Oogmerk is free software under the licence EUPL-1.2. You may use, study, change and share the program.',
    where: 'Here is the source code of this version:',
    ask: 'The organisation that offers this website has not said here yet where the source code is. The licence asks it to offer the code. Ask for it.',
    whyTitle: 'Why that matters',
    why: 'This way everybody can check what the program does with data, and whether the page about privacy is true.',
    toPrivacy: 'To the page about privacy',
  },
}
