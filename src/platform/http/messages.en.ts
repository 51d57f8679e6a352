import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

export const en: Messages<typeof nl> = {
  notFound: 'This page is not here',
  notFoundText:
    'The address is wrong, or what was here is not meant for you. Go back or start again.',
  notAllowed: 'You cannot do this here',
  notAllowedText: 'Your role in this organisation does not allow it. Nothing has changed.',
  conflict: 'Somebody was before you',
  conflictText: 'This has changed in the meantime. Go back and see how it stands now.',
  invalid: 'We could not read this',
  invalidText: 'Something was wrong with what your browser sent. Go back and try again.',
  tooLarge: 'This is too large',
  tooLargeText:
    'What you sent is larger than we accept. Make the text shorter or choose a smaller file, and try again.',
  tooMany: 'Please wait a moment',
  tooManyText: (seconds: number) =>
    `Too many requests came in a short time. Try again in ${seconds} seconds. Is there danger now? Call 112.`,
  otherSite: 'This came from another website',
  otherSiteText: 'To stay safe we only accept forms that were filled in on this website.',
  broken: 'Something went wrong on our side',
  brokenText:
    'It is not your fault. Try again in a few minutes. If it keeps happening, give this number to your administrator.',
  keptBack: {
    titles: {
      conflict: 'This cannot be done now',
      'not-found': 'This page is not here',
      'not-allowed': 'You may not do this here',
    },
    texts: {
      conflict: 'Perhaps a colleague was before you.',
      'not-found': 'The address is wrong, or what was here is not, or no longer, meant for you.',
      'not-allowed': 'Your role does not allow this, or no longer does.',
    },
    notSent: 'This is what you typed',
    back: 'It was not sent and is kept nowhere. Copy it if you still want to use it.',
  },
  held: {
    'sign-in': {
      title: 'Sign in again first',
      way: 'Sign in, in a new window',
    },
    'step-up': {
      title: 'First show that it is you',
      way: 'Confirm that it is you, in a new window',
    },
    notSent: 'Nothing was sent or changed yet. What you filled in is still on this page.',
    comeBack: 'Come back here and send it again.',
    typed: 'You typed this',
    again: 'Send again',
  },
  reference: 'Number',
  home: 'Back to the start',
}
