import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

const counted = (count: number, one: string, more: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : more}`

const both = (...told: readonly string[]): string => told.filter((one) => one !== '').join(' and ')

export const en: Messages<typeof nl> = {
  signIn: {
    title: 'Sign in',
    intro:
      'Oogmerk is for people who work with young people. Sign in through your own organisation, or with a passkey.',
    organisation: 'Through your organisation',
    organisationHint: 'You go to the sign-in page of your organisation and then come back here.',
    organisationFind: 'Find your organisation: a part of its name or its place',
    organisationSearch: 'Search',
    organisationsFound: (count: number, more: boolean) =>
      more
        ? `These are the first ${count}. Is yours not there? Type more of the name or the place.`
        : count === 0
          ? 'Nothing found. Type less of the name, or only the place. Perhaps your organisation works with passkeys here.'
          : count === 1
            ? 'One organisation found.'
            : `${count} organisations found.`,
    organisationNone: 'No organisation uses its own sign-in page here yet. Use a passkey.',
    passkey: 'With a passkey',
    passkeyHint:
      'A passkey is on your phone or computer. You open it with your finger, your face or a PIN.',
    passkeyButton: 'Sign in with a passkey',
    demo: 'Look around with fictional people',
    demoText: 'This is a demonstration. There are organisations and people to practise with.',
    demoButton: 'Choose a fictional colleague',
    noAccount: 'Can you not sign in?',
    noAccountText:
      'Ask the administrator of your organisation for an invitation. Oogmerk itself cannot let you in.',
    exploring: 'Do you only want to look something up? You can, without signing in.',
    already: (name: string, organisation: string) =>
      `You are already signed in as ${name}, for ${organisation}. If you sign in again, that session ends.`,
  },
  passkey: {
    noScript:
      'A passkey only works when your browser runs scripts. Turn scripts on, or sign in through your organisation.',
    notSupported: 'This browser cannot work with passkeys. Try another browser.',
    cancelled: 'It did not work or you stopped it. You can simply try again.',
    failed: 'This passkey opens nothing here. It may be revoked, or belong to something else.',
    expired: 'It took too long. Try again.',
    busy: 'One moment: look at your screen or your phone.',
  },
  provider: {
    title: 'Signing in did not work',
    again: 'Try again',
    unreachable:
      'The sign-in page of your organisation does not answer. Try again in a few minutes. If it stays like this, call your own help desk.',
    refused:
      'What we got back from your organisation does not belong to this attempt. That happens when you wait long or go back. Start again.',
    'other-organisation':
      'Your account belongs to another organisation than you chose. Choose your own organisation and try again.',
    pupil:
      'Oogmerk is for staff. You cannot sign in with the account of a pupil or student. Are you worried about yourself or somebody else? The start page says whom you can call or chat with.',
    'not-invited':
      'Your organisation does not know you here yet. Ask the administrator of your organisation for an invitation.',
    'not-active':
      'You can no longer sign in for this organisation. Is that wrong? Ask the administrator.',
    'known-here':
      'This account already belongs to somebody here. This invitation is for somebody new. Ask the administrator.',
    'someone-else':
      'You are signed in at your organisation as somebody else. Confirm with your own account.',
  },
  choose: {
    title: 'Which organisation are you working for now?',
    intro:
      'You work for more than one organisation. What you do for one, the other does not see. Choose one; switching starts a new session.',
    go: (organisation: string) => `Work for ${organisation}`,
    current: 'You are working for this one now.',
    proveFirst: 'First show again who you are',
    proveFirstText:
      'You can switch until five minutes after you signed in. Sign in again and then choose another organisation.',
  },
  confirm: {
    title: 'Show once more that it is you',
    intro:
      'What you want to do is sensitive. That is why we ask again when your last proof is older than five minutes. After that you go on where you were.',
    passkey: 'Confirm with a passkey',
    provider: 'Confirm through your organisation',
    demo: 'Confirm (demonstration)',
  },
  proven: {
    title: 'Done, we know again that it is you',
    text: 'Go back to the window you were working in. What you filled in is still there. You can close this window.',
    start: 'Or start again here',
  },
  account: {
    title: 'Your sessions and passkeys',
    intro:
      'This is where you are signed in now. Do you not recognise something? End it and tell the administrator of your organisation.',
    sessions: 'Where you are signed in',
    device: 'Device',
    how: 'How',
    start: 'Signed in',
    lastSeen: 'Last used',
    act: 'End',
    thisOne: 'This session',
    end: 'End',
    endHidden: (device: string) => `the session on ${device}`,
    endOthers: 'End all other sessions',
    rule: 'A session ends by itself after 15 minutes without use, and always after 10 hours.',
    passkeys: 'Your passkeys',
    noPasskeys: 'You have no passkey here.',
    madeOn: 'Made on',
    made: 'Made',
    used: 'Last used',
    never: 'not yet',
    revoke: 'Revoke',
    revokeHidden: (device: string) => `the passkey of ${device}`,
    switch: 'Switch organisation',
    manage: 'People in your organisation',
    methods: {
      passkey: 'passkey',
      'openid-connect': 'through the organisation',
      demo: 'demonstration',
    },
    on: (browser: string, system: string) => `${browser} on ${system}`,
    otherBrowser: 'another browser',
    otherSystem: 'another device',
  },
  people: {
    menu: 'People',
    title: 'People in your organisation',
    intro: 'Who works here and in which roles. Every change is written in the trail.',
    invite: 'Invite a colleague',
    provider: 'Sign-in through your own page',
    colleagues: 'Colleagues',
    name: 'Name',
    jobTitle: 'Job title',
    roles: 'Roles',
    state: 'Access',
    change: 'Change',
    active: 'yes',
    notActive: 'stopped',
    invitations: 'Invited',
    until: 'Valid until',
    withdraw: 'Withdraw',
    withdrawHidden: (name: string) => `the invitation for ${name}`,
    none: 'There are no open invitations.',
  },
  invite: {
    title: 'Invite a colleague',
    intro:
      'You get a link that works once, for seven days. Give it to your colleague yourself; we send nothing.',
    name: 'Name',
    jobTitle: 'Job title',
    mail: 'E-mail address',
    mailHint: 'For messages such as: something is waiting for you. Never with names or stories.',
    roles: 'Roles',
    rolesHint: 'Choose only what your colleague really does. A role decides what someone may see.',
    send: 'Make invitation',
    madeTitle: 'The invitation is ready',
    madeText: (name: string) =>
      `Give this link to ${name}, preferably in person. Whoever has the link can use it. We show it only once.`,
    link: 'Link',
    until: 'Valid until',
    back: 'Back to people',
    confirmFirst:
      'First show again that it is you, in a new tab. Then come back here and send again; what you filled in stays.',
    confirmLink: 'Confirm in a new tab',
    errors: {
      'name-missing': 'Fill in the name of your colleague.',
      'too-long': 'This is too long. Make it shorter.',
      'one-line': 'Use one line of text.',
      'mail-wrong': 'Fill in an e-mail address, such as name@school.nl.',
      'roles-wrong': 'Choose at least one role.',
    },
  },
  colleague: {
    roles: 'Roles',
    rolesHint: 'Other roles count from your colleague’s next click.',
    save: 'Save roles',
    yourself: 'Your own roles and access are changed by another administrator.',
    again: 'Make a new invitation',
    againText:
      'Is a phone or passkey lost? Make a new invitation. Earlier links stop working. Roles and details stay. Where mail is set up, your colleague gets a message that something changed in signing in.',
    oldPasskeys: 'The old passkeys',
    oldPasskeysHint:
      'They stop working as soon as you make the invitation, and your colleague is signed out.',
    keepPasskeys: 'Let them work: nothing is lost',
    passkeys: 'Passkeys of this colleague',
    passkeysText:
      'Revoke a passkey when its device is lost. Your colleague is then signed out everywhere and, where mail is set up, gets a message.',
    noPasskeys: 'This colleague has no passkey here.',
    stop: 'Stop access',
    stopText:
      'The colleague is signed out at once and can no longer sign in. What this person did, stays. Their place in circles of cases ends. Does your sign-in page let all staff in? Then whoever used a passkey here can come in again there as a new teacher. Have that account stopped too.',
    resume: 'Resume access',
    resumeText:
      'The colleague can sign in again, with the roles from before. They are not in circles of cases again by themselves. The coordinator of a case can let them in anew.',
    stopped: 'This colleague no longer has access.',
  },
  forYou: {
    menu: 'For you',
    title: 'What is here for you',
    lead: 'With your role there is mostly something to read here now. You see no signals about pupils, and that is on purpose: only who works on them reads those.',
    workInMenu: 'Your own work is in the menu. This is for everybody to read.',
    now: 'This is here now',
    knowledge: [
      'Knowledge',
      'The signals, with ordinary explanations and sources, and a card to print.',
    ],
    lines: ['Help lines', 'Whom you can call, and when that was last checked.'],
    explore: ['Explore', 'Type what you noticed and see what it may point to. Nothing is kept.'],
    privacy: ['Privacy', 'What we keep, for how long, and who can see what.'],
    sessions: ['Your sessions', 'Where you are signed in and with which passkeys.'],
    notYet: 'This is not here yet',
    later: {
      oversight:
        'Who read which signal and why is in the trail, but you cannot read it here yourself yet. Ask whoever runs the server for an export of the trail of your organisation, and for the public key. With those you check for yourself whether anything was changed.',
      figures:
        'There are no figures and no survey here yet. You will never see data about persons here.',
    },
    noDate: 'When this will be here, we do not know yet. This page says so when it is.',
    role: 'Do you work with pupils after all? Ask the administrator of your organisation to correct your role.',
  },
  leaving: {
    title: (name: string) => `Look first: open work with ${name}`,
    count: (name: string, signals: number, cases: number) => {
      const open = both(
        counted(signals, 'open signal', 'open signals'),
        counted(cases, 'open case', 'open cases'),
      )
      const verb = signals + cases === 1 ? 'is' : 'are'
      return `There ${verb} now ${open} that somebody else must take over if you change this for ${name}.`
    },
    signalsGoOn:
      'Signals then come into the queue of the coordinators of your organisation. Whoever recorded the signal sees that too.',
    casesGoOn:
      'Somebody of the circle of a case who is a coordinator or the school leader can then take it over. When there is nobody like that in the circle, the coordinators of your organisation come to see the case. They get a message about it.',
    askFirst: 'Not what you want? Then first ask your colleague to finish or hand over.',
    withNobody: (signals: number, cases: number) =>
      `Note: after that nobody here can see ${both(counted(signals, 'signal', 'signals'), counted(cases, 'case', 'cases'))}. First give another colleague the role of coordinator.`,
    stop: 'Stop access all the same',
    change: 'Save roles all the same',
    back: 'Back, change nothing yet',
  },
  invitation: {
    title: (organisation: string) => `Welcome to Oogmerk, for ${organisation}`,
    intro: (name: string) =>
      `This invitation is for ${name}. Is that not you? Then close this page and tell who gave you the link.`,
    roles: 'Your roles',
    passkey: 'Make a passkey',
    passkeyText:
      'You sign in with it from now on, without a password. It stays on your own device. Use a device that only you can open.',
    create: 'Make a passkey and begin',
    existing: 'I already have a passkey of Oogmerk',
    existingText:
      'Do you already work for another organisation with Oogmerk? Then you can use the same passkey. The organisations do not see each other’s data.',
    existingButton: 'Use my passkey',
    provider: 'Or sign in through your organisation',
    providerButton: 'Continue with the account of my organisation',
    goneTitle: 'This invitation no longer works',
    goneText: 'An invitation works once, for seven days. Ask your administrator for a new one.',
    known: 'This passkey or account already belongs to somebody here. Ask your administrator.',
  },
  providerSettings: {
    title: 'Sign-in through your own page',
    intro:
      'Fill in how people come in through the OpenID Connect sign-in page of your organisation. Ask whoever manages it for the details.',
    callback: 'Register this return address there',
    issuer: 'Address of the provider (issuer)',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    clientSecretHint: 'Is kept encrypted and never shown again.',
    clientSecretKept:
      'There is a secret already. We do not show it. Leave this empty to keep it. If you change the address or the client ID, fill in the secret again too.',
    homeClaim: 'Claim with the home organisation',
    homeClaimHint: 'For instance schac_home_organization.',
    homeValue: 'Value of that claim for you',
    affiliationClaim: 'Claim with the kind of affiliation',
    affiliationClaimHint:
      'For instance eduperson_affiliation. Whoever is a pupil or student there cannot come in.',
    admits: 'Who may come in?',
    invitedOnly: 'Only who is invited',
    staff: 'All staff, with the role of teacher',
    save: 'Save',
    saved: 'Saved. Try right away whether signing in works, in another window.',
    errors: {
      'issuer-wrong': 'Fill in an address that begins with https://.',
      'too-long': 'This is too long.',
      'client-id-missing': 'Fill in the client ID.',
      'client-secret-missing': 'Fill in the secret.',
      'home-claim-missing': 'Fill in the name of the claim.',
      'home-value-missing': 'Fill in the value that is yours.',
      'affiliation-claim-missing': 'Fill in the name of the claim.',
      'admits-missing': 'Choose who may come in.',
    },
  },
  demo: {
    story: 'Walk through one story',
    storyText:
      'This is how it goes with one invented pupil, from the first feeling to help. After that you see how a ministry tells Parliament of it. With one click you are the person of that step, at the place where they work. There you read at the top why that step is there. What these people wrote is in Dutch, and stays so on the English pages.',
    goAs: (name) => `Go on as ${name}`,
    goAsNobody: 'Go on without signing in',
    stepOf: (step, steps) => `Step ${step} of ${steps}`,
    wholeStory: 'The whole story',
    title: 'Look around with fictional people',
    intro:
      'All organisations and people below are made up, and so are their school codes. Choose someone and look through the eyes of that colleague.',
    post: 'See the post that was sent',
    choose: 'Choose somebody yourself',
    chooseLead: 'Or choose an organisation, and somebody there:',
    postText:
      'When something new happens, a colleague gets a message. No mail leaves this practice version.',
    signInAs: 'Sign in as',
    comesFor: {
      'secondary-school': 'Something stands out: look up, write down, hand over and follow up.',
      'vocational-school': 'Something stands out: look up, write down, hand over and follow up.',
      'primary-school': 'In the last year of primary school, too, something may stand out.',
      municipality: 'Think along, bring partners to one table, arrange care.',
      'youth-help': 'Receive a clear question and report back.',
      'safe-home': 'Give advice and receive reports.',
      police: 'Recognise a possible victim in an arrested young person.',
      prosecution: 'Decide with everything on the table.',
      'expert-group': 'Advise and keep the list of signals alive.',
      ministry: 'Follow agreements, actions and figures.',
      'research-institute': 'Survey schools, wave after wave.',
    },
  },
}
