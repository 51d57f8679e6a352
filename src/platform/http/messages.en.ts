import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

export const en: Messages<typeof nl> = {
  notFound: 'This page is not here',
  notFoundText:
    'The address is wrong, or what was here is not meant for you. Go back or start again.',
  notAllowed: 'You cannot do this here',
  notAllowedText: 'Your role in this organisation does not allow it. Nothing has changed.',
  conflict: 'This cannot be done now',
  conflictText:
    'It has changed in the meantime: by a colleague, or by yourself in another window. Go back and see how it stands now.',
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
      conflict: 'Perhaps a colleague was before you, or you did it already in another window.',
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
    withoutFile:
      'Nothing was sent or changed yet. The file that you chose did not arrive: you have to choose it again. The rest is still on this page.',
    chooseAgain: 'Come back here and go on. There you choose the file again.',
    goOn: 'Go on',
    notSentEmptied:
      'Nothing was sent or changed yet. What you filled in stands ready on this page, except for what is secret: you type that once more.',
    comeBack: 'Come back here and send it again.',
    typed: 'You typed this',
    again: 'Send again',
  },
  problems: {
    'invalid-input': {
      title: 'The request is not right',
      detail:
        'Read in errors which field is wrong, repair it and ask again. The description is at /api/v1/openapi.json.',
    },
    'key-missing': {
      title: 'There is no Idempotency-Key',
      detail:
        'Send with every request that changes something an Idempotency-Key of its own: 8 to 100 letters, digits or dashes.',
    },
    unauthenticated: {
      title: 'We do not know which program you are',
      detail: 'Fetch a new token at /api/oauth/token and send it as Authorization: Bearer.',
    },
    'not-allowed': {
      title: 'Your organisation may not do this',
      detail: 'Nothing was changed. The code says which rule does not allow it.',
    },
    'scope-missing': {
      title: 'This program may not do this',
      detail:
        'Ask an administrator of your organisation whether it may, or ask for a token with this scope.',
    },
    'other-site': {
      title: 'This came from a website',
      detail: 'The API is for programs on a server. Ask without the Origin of another website.',
    },
    'not-found': {
      title: 'This is not here',
      detail: 'The address is wrong, or what is there is not for your organisation.',
    },
    'method-not-allowed': {
      title: 'This cannot be done at this address',
      detail: 'The header Allow says what can be done here.',
    },
    conflict: {
      title: 'This is not possible now',
      detail:
        'It was changed meanwhile. Read how it stands now and decide again. The code says why it is not possible.',
    },
    'too-large': {
      title: 'This is too large',
      detail: 'Send less at a time.',
    },
    'unsupported-media-type': {
      title: 'We do not read this form',
      detail: 'Send JSON in UTF-8, with Content-Type: application/json.',
    },
    invalid: {
      title: 'The rules do not allow this',
      detail: 'Nothing was changed. The code says which rule it is.',
    },
    'key-reused': {
      title: 'This Idempotency-Key belongs to something else',
      detail: 'Another request came under this key before. Take a new key for a new request.',
    },
    'too-many-requests': {
      title: 'Wait a moment',
      detail:
        'Too many requests came in a short time. The header Retry-After says after how many seconds you can ask again.',
    },
    defect: {
      title: 'Something went wrong at our side',
      detail:
        'It is not you. Ask again later, with the same Idempotency-Key. If it keeps going wrong, name instance to the operator of this server.',
    },
  },
  reference: 'Number',
  home: 'Back to the start',
}
