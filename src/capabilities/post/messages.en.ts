import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

export const en: Messages<typeof nl> = {
  subject: 'There is something new in Oogmerk',
  greeting: 'Hello,',
  news: {
    'new-signal': 'There is a new signal in your queue.',
    'question-asked': 'There is a question waiting for you.',
    'question-answered': 'There is an answer to one of your questions.',
    'signal-added-to': 'Something was added to a signal.',
    'signal-passed': 'A signal was passed to you.',
    'own-signal-passed': 'A signal of yours was passed on.',
    'signal-closed': 'There is something new about a signal of yours.',
    'own-signal-in-case': 'A signal of yours was brought into a case.',
    'case-circle': 'You were added to the circle of a case.',
    'case-handed-over': 'A case was handed over to you.',
    'case-same-person': 'There may be a second case that belongs with one of yours.',
    'case-left': 'A colleague who coordinated a case stops doing so. You can take the case over.',
    'task-given': 'You have a new task.',
    'task-due': 'A task of yours is due today, or is overdue.',
    'agreement-given': 'Colleagues agreed on something that you do.',
    'new-delivery': 'Another organisation shared something with you.',
    'delivery-answered': 'There is something new about what you shared.',
    'delivery-recalled': 'Another organisation recalled something that you received.',
    'consultation-answered':
      'A colleague answered a question on which you are writing too. It now ends earlier.',
    'training-due': 'It is time to read a practice story again.',
    'training-invited': 'You are invited to read a practice story.',
    'film-asked': 'There is a request for the information film.',
    'film-answered': 'There is an answer to a request for the information film.',
    'table-invited': 'You are invited to a round table.',
    'table-agreement': 'An agreement of a round table waits for you.',
    'table-minutes': 'There are minutes of a round table to react to.',
    'table-answered': 'There is something new at a round table.',
    'table-ended': 'A round table has ended.',
    'advice-asked': 'Another organisation asks you for advice.',
    'advice-answered': 'There is something new with a question of yours for advice.',
    'advice-added': 'There is something new with a question for advice to you.',
    'letter-came': 'Another ministry asks what you think of a draft.',
    'letter-answered': 'Something happened to a draft that you sent round.',
    'sign-in-changed':
      'Something changed in how you sign in. Was it not you? Ask your administrator.',
  },
  reference: 'Reference',
  look: 'Sign in to read it:',
  why: 'This mail does not say what it is about, on purpose.',
  noReply: 'You cannot reply to this mail. Oogmerk sent it by itself.',

  demoTitle: 'Post that was sent',
  demoLead:
    'No mail leaves this practice version. Here you see what people would find in their mailbox.',
  demoKept:
    'The newest comes first. A message names nobody and does not say what it is about. It comes in the language its reader works in.',
  demoPeople: 'To the fictional people',
  to: 'To',
  at: 'When',
  emptyTitle: 'No post yet',
  emptyText:
    'Record a signal as an invented teacher. A moment later the message to the coordinator stands here.',
  emptyBegin: 'Choose an invented person',

  operator: {
    missing: (settings: string) =>
      `No mail is sent: set ${settings} and start again. Messages wait until then; after three days they lapse.`,
  },
}
