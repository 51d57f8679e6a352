import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

export const en: Messages<typeof nl> = {
  menu: 'Programs',
  back: 'Programs',
  list: {
    title: 'Programs that work for us',
    lead: 'A program of your organisation can fetch, answer and send deliveries, and hear that there is something new. It may never do more than your organisation itself.',
    add: 'Let a program in',
    api: 'How a program begins',
    caption: 'Programs',
    name: 'Name',
    scopes: 'May',
    used: 'Last used',
    state: 'State',
    never: 'not yet',
    works: 'let in',
    ended: 'ended',
    open: 'Look',
    emptyTitle: 'No program works for your organisation yet',
    empty: 'Everything goes through this website now.',
  },
  add: {
    title: 'Let a program in',
    lead: 'The program proves with a key of its own who it is. We get only the public half. There is no password.',
    name: 'Name of the program',
    nameHint: 'The name of the product, not of a person.',
    scopes: 'What may the program do?',
    scopesHint: 'Choose no more than is needed.',
    lines: 'Along which roads may it send?',
    linesHint:
      'Only needed if the program may send. You decide yourselves who may decide in that program: we cannot check that.',
    keys: 'Public key',
    keysHint:
      'A JWK, or a set of at most five (JWKS). Ed25519, EC or RSA. Leave it empty if the program publishes its keys at an address.',
    keysAt: 'Or: address of the keys',
    keysAtHint: 'Begins with https://. We fetch the public keys there.',
    save: 'Let it in',
  },
  scope: {
    'deliveries:read': {
      label: 'Read received deliveries, and see how sent ones stand',
      hint: 'Also what is in received deliveries, whichever role they were sent to. Every time is in the trail.',
    },
    'deliveries:answer': {
      label: 'Answer received deliveries',
      hint: 'Accept, return with a question, or decline.',
    },
    'deliveries:send': {
      label: 'Send deliveries and recall them',
      hint: 'Only along the roads that you choose below. The program names each time who of you decided, and why.',
    },
    'events:read': {
      label: 'Hear that there is something new',
      hint: 'Only that there is something, with a number. No data about people.',
    },
    'channel:carry': {
      label: 'Bring post from another server',
      hint: 'Only the operator of the server sets this.',
    },
  },
  one: {
    clientId: 'client_id',
    token: 'Address for a token',
    issuer: 'audience (aud)',
    scopes: 'May',
    keys: 'Keys',
    lines: 'Roads to send along',
    linesSave: 'Set these roads',
    noName: 'without a name',
    made: 'Let in',
    keysChanged: 'Keys of',
    used: 'Last fetched a token',
    ended: 'Ended',
    endedText: 'This program does not get in any more.',
    change: 'Other keys',
    changeText:
      'What was signed with the old keys is worth nothing after that. The program fetches a new token. To change without interruption, first put the old and the new key together in a JWKS.',
    save: 'Set these keys',
    webhook: 'Notifications',
    webhookText:
      'We can tell the program that there is something new: only that there is something, with a number. What it is, it fetches itself.',
    webhookAddress: 'Address for notifications',
    webhookHint: 'Begins with https://. Empty: the program asks for it itself.',
    webhookSave: 'Set this address',
    webhookWrong: 'The last notification did not arrive. We try again:',
    end: 'End the access',
    endText: 'From that moment on the program can do nothing, also with a token that it has.',
    endButton: 'End it',
  },
  tags: {
    disclosures: 'Sending what somebody of your organisation decided, and recalling it.',
    deliveries: 'What came from other organisations, and what went to them.',
    events: 'That something happened, without data about people.',
    channel: 'Post between two servers.',
  },
  operations: {
    listReceivedDeliveries: {
      summary: 'See what came in',
      description: 'The oldest first, without content. Go on at next.',
    },
    readReceivedDelivery: {
      summary: 'Read a received delivery',
      description:
        'With its content, as long as it was not declined, recalled or ended. Every time is in the trail.',
    },
    answerReceivedDelivery: {
      summary: 'Answer a received delivery',
      description:
        'Accept, return with a question, or decline with a reason. After declining the content is gone here.',
    },
    listSentDeliveries: {
      summary: 'See what was sent',
      description: 'The oldest first, without content: that belongs to the file it came from.',
    },
    readSentDelivery: {
      summary: 'Read the receipt of a sent delivery',
      description: 'How it stands, what happened when, and the hash that the recipient has too.',
    },
    sendDisclosure: {
      summary: 'Send a delivery',
      description:
        'Along a road of the sharing table that was given to this program, with the answer to every question of that road. Name who decided, in which role, and why. What may not leave is refused with the reason and the roads that are open; then nothing of it stays.',
    },
    listDisclosures: {
      summary: 'See what this program sent',
      description: 'The oldest first, without content. Go on at next.',
    },
    readDisclosure: {
      summary: 'Read how a delivery stands',
      description:
        'The state, everything that happened, also the question of the recipient, and the hash that is on both receipts.',
    },
    replyToDisclosure: {
      summary: 'Answer a question of the recipient',
      description: 'When the delivery came back with a question. Name who answers.',
    },
    recallDisclosure: {
      summary: 'Recall a delivery',
      description:
        'The recipient loses every word that is not in a file of theirs yet, and reads the reason (because). The explanation stays here.',
    },
    listSharingLines: {
      summary: 'See along which roads this program may send',
      description:
        'With the aims, the kinds of facts, the roles, and every question that must be answered. They can change: ask for them before you send.',
    },
    listRecipients: {
      summary: 'Look for an organisation to send to',
      description: 'Where a road leads, by name. Go on at next.',
    },
    listEvents: {
      summary: 'Hear what happened',
      description:
        'Everything that happened after a number, oldest first, as CloudEvents without content. Remember next and go on there. The list goes back thirty days. The type says what happened (nl.oogmerk.delivery.…): received, replied and recalled for what came here, answered-here when somebody of the organisation answered it themselves, delivered, refused, answered, reply-refused, recall-arrived, recall-refused and recalled-here for what left, and ended when the last day is over. What is for the circle of a case only is not told.',
    },
    carryMessages: {
      summary: 'Bring post from another server',
      description:
        'Messages of one organisation to one other, in order. Each has a number and a hash: sending it again gives the same receipt, so no Idempotency-Key belongs here.',
    },
  },
  api: {
    title: 'Oogmerk',
    description:
      'For programs that work for an organisation. A program may never do more than the organisation itself, and what it reads or does is in its trail.',
    contact: 'The operator of this server',
    security: 'OAuth 2.0 client credentials with private_key_jwt (RFC 7523).',
    problem: 'A problem (RFC 9457), in the language of Accept-Language.',
    key: 'Its own for every request that changes something. The same key again gives the same answer, for a day.',
  },
  guide: {
    title: 'For programs',
    lead: 'A program of an organisation can fetch, answer and send deliveries, and hear that there is something new. This is how to begin.',
    begin: 'To begin',
    key: 'Make a pair of keys: Ed25519, EC (P-256, P-384, P-521) or RSA. The secret half stays with the program.',
    register:
      'Have an administrator of the organisation let the program in, under Programs, with the public half as a JWK or JWKS. The administrator gives you a client_id.',
    sign: 'Sign a JWT with the client_id as iss and sub, and as aud exactly:',
    claims: 'Put exp in it (five minutes ahead at most) and a jti that you never use again.',
    fetch: 'Get a token with it. It holds for ten minutes:',
    ask: 'Send the token with every request.',
    described: 'The whole description (OpenAPI 3.1):',
    metadata: 'What an OAuth library needs:',
    rules: 'What always holds',
    ruleList: [
      'Everything is JSON in UTF-8. What we do not know in a request, we refuse.',
      'Every request that changes something has an Idempotency-Key of its own. No answer? Send exactly the same once more, with the same key.',
      'What is not there and what is not for your organisation look the same: 404.',
      'Lists go on at the address in next.',
      'A browser cannot use this API: there are no cookies and no CORS.',
    ],
    send: 'Sending a delivery',
    sendText:
      'The program decides nothing. Somebody of the organisation decides, and the program names that person: in which role, with which function, and how its own system finds them. The recipient reads the function and the name of the program. The same rules hold as on the website.',
    sendNot:
      'Asking for advice without names and round tables are only on the website: there people talk with each other.',
    operations: 'What you can ask',
    what: 'What',
    address: 'Address',
    scopes: 'What a program may do',
    may: 'May',
    events: 'Hearing that there is something new',
    eventsText:
      'Ask /api/v1/events now and then, or have the administrator fill in an https address where we tell it. A notification is a CloudEvent with only a number. Answer with a 2xx; otherwise we try again, with longer and longer pauses. The same notification may come more than once: look at id.',
    signature: 'Every notification is signed (RFC 9421, Ed25519). The key is at',
    problems: 'When something is wrong',
    problemsText:
      'Every error is an application/problem+json, in Dutch or English (Accept-Language). The exact reason is in code.',
    change: 'When the API changes',
    changeText:
      'Within v1 things are only added: new addresses, new fields in answers, new kinds of notifications. Skip what you do not know. What goes away is announced at least a year before, with the headers Deprecation and Sunset. What does not fit within v1 becomes v2, beside v1.',
  },
  errors: {
    'lines-missing': 'Choose at least one road to send along',
    'name-missing': 'Give the program a name',
    'name-too-long': 'Keep the name under 100 characters',
    'scopes-missing': 'Choose what the program may do',
    'keys-missing': 'Paste a public key, or give the address of the keys',
    'keys-both': 'Choose one of the two: a key or an address',
    'keys-not-json': 'This is no JWK or JWKS (JSON)',
    'keys-private':
      'There is a secret key in this. We did not keep it. Make a new one, because this one is no secret any more, and paste only the public half',
    'keys-wrong': 'We cannot use this key: choose Ed25519, EC or RSA of at least 2048 bits',
    'keys-too-many': 'Give at most five keys',
    'keys-kid': 'With more than one key, give each a name of its own (kid)',
    'address-wrong': 'Give an address that begins with https://',
  },
}
