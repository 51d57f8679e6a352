import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

const months = (count: number) => (count === 1 ? '1 month' : `${count} months`)

export const en: Messages<typeof nl> = {
  nav: 'Practise',
  roles: {
    teacher: 'a teacher',
    caretaker: 'a caretaker',
    mentor: 'a mentor',
    'youth-worker': 'a youth worker',
    officer: 'an officer at the desk',
    'youth-prosecutor': 'a youth prosecutor',
  },
  list: {
    title: 'Practise',
    lead: 'Read a story. Stop at the moment that something strikes you and say why. At the end you see where signals showed and what else it may be.',
    stories: 'Choose a story',
    about: (role, minutes) => `You are ${role}. Reading takes about ${minutes} minutes.`,
    everybody: 'Every story is for everybody. Read what somebody else sees, too.',
    first: 'Good to know',
    invented: 'Everybody in these stories is invented.',
    kept: 'Without signing in, nothing is kept.',
    keptSignedIn:
      'When you read a story to its end, we keep only which story, which edition and when. Not where you stopped or what you wrote.',
    mine: 'What have I practised?',
    team: 'How far is our team?',
    film: 'The information film',
  },
  reading: {
    passage: (at, of) => `Passage ${at} of ${of}`,
    next: 'Read on',
    end: 'Read how it ends',
    stop: 'I stop here for a moment',
    stoppedBefore: 'You stopped here before. You can still change it.',
    back: 'Previous passage',
    why: 'Why do you stop here?',
    whyLead:
      'Tick what you see, write it in your own words, or both. Leaving it empty is fine too.',
    signals: 'What do you see in this passage?',
    words: 'In your own words',
    wordsHint: 'Write nothing about a real pupil or young person.',
    keep: 'Go on',
    drop: 'Not after all, read on',
    before: 'What you read before',
    stoppedMark: 'you stopped here',
  },
  feedback: {
    title: (story) => `Reading back: ${story}`,
    lead: 'This is the whole story on a line of time, beside what you did. There is no mark and nobody else sees this.',
    timeline: 'The line of time',
    how: {
      'stopped-at-signal': 'You stopped here, and there was something to see',
      'stopped-elsewhere': 'You stopped here; in this story it is an ordinary passage',
      'read-past-signal': 'You read on; there was something to see here',
      ordinary: 'An ordinary passage',
    },
    elsewhere:
      'Pausing for a moment is never wrong. What you saw may well mean something in another case.',
    past: 'That happens often: by itself it hardly stands out. That is why it helps to lay pieces side by side.',
    yourWords: 'You wrote',
    youTicked: 'You ticked',
    noticed: 'What was there to see?',
    signals: 'Signals of the list',
    innocent: 'What else may it be?',
    next: 'A good next step',
    unknown: 'What you did not know yet',
    ending: 'How it ended',
    remember: 'Take this with you',
    pattern: 'Where does this story come from?',
    ownStory: 'The people and events are invented. The pattern is not:',
    kept: 'What is kept?',
    keptCompleted: (day) =>
      `That you read this story on ${day}, and in which edition. What you ticked and wrote is not kept and is gone when you leave this page.`,
    keptNothing:
      'Nothing. What you ticked and wrote is gone when you leave this page. Sign in if you want to remember what you practised.',
    signIn: 'Sign in',
    again: 'Read this story again',
    other: 'Choose another story',
  },
  note: {
    title: 'Remember something for yourself',
    label: 'What do you take from this story?',
    hint: 'Only you can read this again, and you can throw it away. Write nothing about a real pupil or young person.',
    keep: 'Keep it for myself',
    missing: 'First write what you want to remember.',
    tooLong: 'This is too long. Write at most 2000 characters.',
  },
  mine: {
    title: 'What have I practised?',
    lead: 'Only you see this. We keep which story you read to the end and when; not where you stopped.',
    term: (count) =>
      `In your organisation the agreement is to read a story again after ${months(count)}. That is an own agreement, not law. When the time has come, you get one mail.`,
    columns: { story: 'Story', last: 'Last read', again: 'Read again' },
    never: 'not yet',
    againNow: (day) => `now, since ${day}`,
    againFrom: (day) => `from ${day}`,
    notes: 'What you kept for yourself',
    noNotes: 'You have kept nothing yet. You can at the end of a story.',
    written: (day) => `Written on ${day}`,
    discard: 'Throw away',
    discardWhich: (story) => `: what you wrote with ${story}`,
    discarded:
      'Gone is gone: it cannot be brought back. When you no longer work here they disappear too.',
  },
  team: {
    title: 'How far is our team?',
    lead: 'How many people read a story. You see no names, and nobody sees where somebody stopped or what somebody wrote.',
    tooSmall: 'Your team is too small to count',
    tooSmallText: (smallest) =>
      `With fewer than ${smallest} people a number would be about one person. Discuss it together. You can invite people all the same.`,
    people: (count) =>
      `${count} people work here. Whoever only administers or oversees privacy is not counted.`,
    columns: {
      story: 'Story',
      completed: 'Read',
      fresh: 'Within the agreed time',
      invite: 'Invite',
    },
    of: (count, people) => `${count} of ${people}`,
    any: 'At least one story',
    invite: 'Invite',
    inviteWhich: (story) => ` to ${story}`,
    inviteExplained:
      'Whoever has not read this story, or too long ago, gets one mail. You do not see who they are. Per story it is possible once in fourteen days.',
    invitedOn: (day) => `Invited on ${day}`,
    termTitle: 'When do we read again?',
    termLead:
      'An own agreement of your organisation, not law. The mail leaves on the first day that it is somebody’s turn again.',
    term: 'After how many months?',
    termHint: (shortest, longest) => `A number from ${shortest} to ${longest}.`,
    termWrong: (shortest, longest) => `Fill in a number from ${shortest} to ${longest}.`,
    save: 'Save',
  },
}
