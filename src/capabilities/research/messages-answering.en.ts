import type { answeringNl } from './messages-answering.nl.ts'

export const answeringEn: typeof answeringNl = {
  letter: {
    subject: 'Questionnaire for your school',
    greeting: (school) => `Dear ${school},`,
    invited: (title, day) =>
      `We are doing a survey among schools: ${title}. Your school was drawn by lot. One colleague can answer until ${day}. It takes a few minutes.`,
    reminded: (title, day) =>
      `We wrote to you before about a survey among schools: ${title}. We have no answer yet. It is possible until ${day}.`,
    way: (address) => `Go to ${address} and type the code.`,
    code: (code) => `The code of your school: ${code}`,
    codeBefore: 'The code stands in our earlier mail. Is it gone? Call the survey for a new one.',
    unlinked:
      'Taking part is your choice. We see that a school answered, not what that school answered.',
    noReply: 'You cannot answer this mail. It was sent by Oogmerk itself.',
  },
  answer: {
    title: 'Questionnaire for schools',
    lead: 'Did your school get a letter or mail with a code? Type the code and begin. One colleague answers for the school.',
    code: 'Code of your school',
    codeHint: 'Twelve letters and figures, such as 4G7K-9CDM-3RTW.',
    begin: 'Begin, or go on',
    demoCodes: (codes) =>
      `In this practice version you can use one of these codes: ${codes.join(', ')}.`,
    promise: 'What happens with your answers',
    promises: [
      'We see that your school answered. What your school answered cannot be linked to it later by anybody, even with the whole database at hand.',
      'Your answers go into a closed envelope. Two people each made one half of the key, apart from each other, and keep it. The envelopes are opened once, when the survey is closed.',
      'What you write in your own words is read by whoever sorts the answers. So write no names, not that of your school either.',
      'You can stop and go on later with the same code: then choose ‘Save and stop for now’. Without the code nobody can read what you filled in so far.',
    ],
    limits:
      'What we cannot promise: whoever would secretly change this program itself, or has the whole key and also a copy of the database from before the opening, can link answers.',
    of: (school) => `You answer for ${school}.`,
    part: (at, all) => `Part ${at} of ${all},`,
    page: (at, most) => `page ${at} of at most ${most}.`,
    noAnswer: 'no answer after all',
    free: 'No question is obligatory.',
    next: 'Next',
    back: 'Previous',
    later: 'Save and stop for now',
    noNames: 'Write no names, not that of your school either.',
    most: (count) => `At most ${count} characters.`,
    wrong: {
      'code-strange':
        'This is no code. A code has twelve letters and figures. Look again in the letter or mail.',
      'code-unknown':
        'We do not know this code. Perhaps there is a typing error, or your school got a new one later.',
      'no-such-option': 'Choose one of the answers that are there.',
      'not-one-answer': 'Choose one answer.',
      'not-a-list': 'Choose from the answers that are there.',
      twice: 'Choose each answer once.',
      'goes-with-no-other':
        'This answer goes with no other. Take it away, or take the others away.',
      'not-words': 'Write your answer in plain text.',
      'too-long': 'This is too long. Make it shorter.',
      'no-such-question': 'This question is not part of the questionnaire.',
    },
    checkTitle: 'Check your answers',
    checkLead:
      'Is everything right? Then send them. After that you can change nothing, and we cannot find them back.',
    open: 'not answered',
    change: 'Change',
    changeWhat: (question) => `the answer to: ${question}`,
    submit: 'Send the answers',
    keptTitle: 'Your answers are saved',
    keptText: 'Go on later with the same code, on this or another device. Nothing was sent yet.',
    goOn: 'Go on with the code',
    doneTitle: 'Thank you',
    doneText:
      'The answers of your school were sent. The code opens nothing any more. You can close this page.',
    doneNext:
      'When the survey is finished its results stand here, for everybody and without names of schools.',
    toResults: 'Surveys among schools',
    nextCode: 'Next school',
    answeredTitle: 'This school answered already',
    answeredText:
      'Answers were sent with this code. They cannot be changed or taken back. Was it not you? Then a colleague did it.',
    closedTitle: 'This survey is closed',
    closedText: 'No more answers are taken. Thank you for wanting to take part.',
    againTitle: 'Type the code once more',
    againText: 'It took long, so we ask for the code again. What you filled in goes along.',
    telephone: 'By telephone',
    telephoneText: (school) =>
      `You fill in for ${school}, in the words of who you speak to. Read aloud what happens with the answers. The trail says that you helped a school by telephone, not which one.`,
    telephoneBegin:
      'You are signed in as a researcher. With the code of a school you fill in for that school, by telephone.',
  },
}
