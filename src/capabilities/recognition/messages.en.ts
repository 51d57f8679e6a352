import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

export const en: Messages<typeof nl> = {
  whatDidYouNotice: 'What did you notice?',
  home: {
    title: 'What did you notice?',
    hint: 'Write in your own words what you saw or heard. No names needed.',
    whoAreYou: 'Who are you?',
    professional: 'I work with young people',
    professionalHint: 'teacher, mentor, caretaker or another professional',
    parent: 'I am a parent',
    parentHint: 'or I care for a young person',
    young: 'I am young myself',
    youngHint: 'and somebody puts me under pressure',
    helpLines: 'Talk to someone now',
    allHelpLines: 'All help lines',
  },
  explore: {
    title: 'Explore',
    breadcrumb: 'Explore',
    parentTitle: 'Explore, for parents',
    parentQuestion: 'What did you notice about your child?',
    hint: 'Write in your own words what you saw or heard. No names needed.',
    where: 'When you press the button, our server reads your text once. Nothing of it is kept.',
    show: 'See what this can be',
    again: 'Start again',
    tickTitle: 'Or tick what you saw',
    tickHint: 'Open a subject. You can type and tick.',
    yourText: 'Your text',
    findings: 'What this can be',
    noScore: 'We add nothing up. One thing can be reason enough to ask how someone is doing.',
    whatNow: 'What now?',
    recordTitle: 'Do you work at a school or organisation that takes part?',
    recordText:
      'Sign in and record what you saw. What you typed here does not come along. Do you want to use it? Then copy it first.',
    record: 'Sign in and record',
    recordSignedInTitle: 'Record what you saw',
    recordSignedInText:
      'What you typed here does not come along. Do you want to use it? Then copy it first.',
    recordSignedIn: 'Record',
    forParents: 'Are you a parent or carer? Read this page for parents',
    forProfessionals: 'Do you work with young people? Go to the page for professionals',
    forYoung: 'A calm page for young people themselves',
  },
  browser: {
    stays: 'Your text stays on this device. Your browser reads along, nothing goes out.',
    recognised: 'Recognised:',
  },
  findings: {
    inYourWords: 'You wrote',
    youTicked: 'You ticked this',
    tellings: {
      negated: 'You write that this was not so.',
      hearsay: 'You heard this from somebody else.',
      uncertain: 'You write that you are not sure.',
    },
    whatElse: 'What else can it be?',
    whatElseHint: 'There can also be an ordinary reason, such as:',
    readMore: 'Read more about this signal',
    newTab: 'new tab',
    nothingTyped:
      'Type above what you noticed, or tick something. You will see here what it can be.',
    nothingRecognised:
      'We do not recognise anything in your words yet. That does not mean that nothing is wrong. Try other words, tick something, or talk about it with someone.',
  },
  line: {
    opens: 'Open:',
    checked: (day: string) => `Checked on ${day}.`,
    sourced: 'Comes from a source.',
    undated: 'We are not sure that this is still right.',
    unsureOf: (names: string) =>
      `We are not sure that this is still right for ${names}. No answer? Then try another. In danger: call 112.`,
    notVerified: 'We have not checked this yet.',
  },
  pressure: {
    title: 'Is someone putting you under pressure?',
    lead: 'Do you have to do things for someone, and do you not really want to? Then this page is for you. It is not your fault. And you are not the only one.',
    nothingKept:
      'We do not know who you are. You do not have to fill in anything here. Your phone can remember that you were here. The button ‘Leave quickly’ takes you straight to another website.',
    looksLike: 'What pressure can look like',
    looksLikeList: [
      'You got money, food or clothes. Now you have to do something in return.',
      'Someone wants to use your bank card, your code or your phone.',
      'You have to keep, fetch or bring something. You may not know what it is.',
      'You have to be a lookout, or steal something for someone.',
      'Someone says that you owe money. It becomes more and more.',
      'You always have to answer your phone. You do not dare to stay away.',
      'Someone threatens to harm you, your family or your friends.',
      'Someone threatens to share photos or videos of you.',
      'You have to ask friends to take part as well.',
    ],
    looksLikeEnd: 'Do you recognise one thing? Then you may already ask for help.',
    notYourFault: 'It is not your fault',
    notYourFaultText: [
      'People who put pressure on others are good at it. First they are kind. Then it gets hard to say no.',
      'Perhaps you did something that is not allowed. You may still ask for help. You still have a right to protection.',
      'You do not have to tell everything. You may start small, for example with: ‘I have to do things I do not want to do.’',
    ],
    whatYouCanDo: 'What you can do',
    whatHappens: 'What happens when you talk?',
    whatHappensText: [
      'We cannot promise that everything stays secret. Those who help you must sometimes involve others to make you safe.',
      'You may ask first: who will hear this? A good helper explains that and talks it over with you.',
    ],
    aboutAFriend: 'Is it about a friend?',
    aboutAFriendText:
      'You may call or chat for them too. Ask how they are and listen. Do not go to the people who put on the pressure yourself.',
  },
  offline: {
    title: 'You are offline now',
    text: 'This page is not kept on this device yet. Explore and the page for young people do work.',
    explore: 'To Explore',
    pressure: 'Is someone putting you under pressure?',
    appName: 'Oogmerk Explore',
    appShortName: 'Explore',
    appText: 'Find words for a worry about a young person. Your text stays on this device.',
  },
}
