export const en = {
  statusShort: {
    bill: 'bill, not law yet',
    repealed: 'no longer applies',
    'proposed-by-motion': 'wish of the House, not law',
  },
  lastStep: (date: string) => `last step we found: ${date}`,
  olderText: (date: string) => `text of ${date}: check what applies now`,
  readElsewhere: 'read in what others write: check the text',
  factKinds: {
    fact: 'a fact: what somebody saw or heard',
    interpretation: 'what somebody thinks of it',
    decision: 'a decision',
    'own-words': 'own words of the young person',
    identity: 'who it is',
    count: 'a number without persons',
  },
  whyNot: {
    'no-road': 'Between these two we found no road for sharing anything about a person.',
    'no-such-line': 'This ground does not run between these two.',
    'nothing-to-share': 'First choose what you want to share.',
    'not-your-role': (line: string) => `${line}: somebody with another role does that.`,
    'not-their-role': (line: string) => `${line}: that goes to somebody with another role.`,
    'not-on-this-day': (line: string) => `${line}: that rule did not apply on this day.`,
    kindOfFact: (line: string, kinds: string) => `${line}: this may not go along: ${kinds}.`,
    notAnswered: (question: string) => `Not answered yet: ${question}`,
    answerCloses: (question: string) => `With this answer the road is closed: ${question}`,
  },
} as const
