export const en = {
  statusShort: {
    bill: 'bill, not law yet',
    repealed: 'no longer applies',
    'proposed-by-motion': 'wish of the House, not law',
  },
  lastStep: (date: string) => `last step we found: ${date}`,
  olderText: (date: string) => `text of ${date}: check what applies now`,
  readElsewhere: 'read in what others write: check the text',
} as const
