import type { Messages } from '#platform/messages.ts'
import { longestNote } from './case-document.ts'
import type { nl } from './messages.documents.nl.ts'

export const en: Messages<typeof nl> = {
  title: 'Documents',
  panel: {
    count: (count: number) =>
      count === 0 ? 'No documents yet.' : count === 1 ? '1 document.' : `${count} documents.`,
    to: 'To the documents',
    paper: 'Print the file or make a PDF',
  },
  titleOf: (code: string) => `Documents in case ${code}`,
  lead: 'Files that belong to this case. Only its circle can open them.',
  list: 'What is in it',
  emptyTitle: 'No documents yet',
  empty:
    'This is for files that you must keep: a letter, the report of a conversation, a photo that somebody showed you. Choose a file below.',
  columns: {
    name: 'File',
    what: 'What it is',
    added: 'Added',
    open: 'Open',
  },
  download: 'Download',
  remove: 'Remove',
  addedBy: (who: string, when: string) => `${who}, ${when}`,
  kinds: {
    pdf: 'PDF',
    jpeg: 'photo (JPEG)',
    png: 'image (PNG)',
    webp: 'image (WebP)',
    text: 'text',
    docx: 'Word document',
    odt: 'ODT document',
  },
  removedTitle: 'Removed',
  removed: (who: string, when: string) => `Removed by ${who} on ${when}`,
  removedKind: (kind: string) => `A file (${kind})`,
  reason: 'Why',
  add: 'Add a file',
  before: {
    title: 'Before you add something',
    items: [
      'Keep only what is needed to help this young person. Would a sentence in the timeline do? Then write that.',
      'Is it a nude photo or a sexual image of a young person? Do not save it, do not send it on and do not photograph it. Ask the police what to do.',
      'We take place, time and device out of photos. Not out of a PDF or Word document: the name of its author may be in it.',
    ],
  },
  closed: 'This case is closed. You can read what is in it, but add or remove nothing.',
  note: 'What is this, and how did you get it?',
  noteHint: 'For example: a screenshot of a message, given to the mentor by Noor on 12 March.',
  file: 'File',
  fileHint: 'PDF, photo (JPEG, PNG, WebP), Word (docx), ODT or plain text (txt). At most 10 MB.',
  button: 'Add',
  after: 'The circle can read this file. The log shows who added it and who opened it.',
  fallback: 'document',
  errors: {
    'note-missing': 'Write down what this is and how you got it.',
    'note-too-long': `Make this shorter: at most ${longestNote} characters.`,
    'file-missing': 'Choose a file.',
    'file-again': 'Choose the file again. Your browser does not remember it.',
    'file-empty': 'This file is empty. Choose another file.',
    'kind-not-taken':
      'We do not take this kind of file. Choose a PDF, a photo (JPEG, PNG or WebP), a Word document (docx), an ODT document or a text file (txt).',
    'text-unreadable':
      'We cannot read this text. Save the file again as text (UTF-8), or make a PDF of it.',
    'file-broken':
      'This file is not whole. Open it on your own device, save it again and try once more.',
    'file-locked':
      'There is a password or a lock on this file. Save it without the lock, or print it to a PDF.',
    'file-acts':
      'There is something in this file that can start working by itself, or another file. Print it to a new PDF and choose that.',
    'file-bomb':
      'Unpacked, this file becomes far too large. Print it to a new PDF and choose that.',
    'image-too-many-dots':
      'This image has too many dots (more than 40 million). Make it smaller and try again.',
    'file-too-large':
      'This file is too large: at most 10 MB. Make it smaller, or divide it into pieces.',
    'one-file-only': 'Choose one file at a time.',
    'too-many-documents':
      'There are too many files in this case. First remove something that is no longer needed.',
    'reasons-missing': 'Write down why this file must go.',
    'reasons-too-long': `Make this shorter: at most ${longestNote} characters.`,
  },
  removal: {
    title: 'Remove a file',
    lead: 'The file, its name and its description are destroyed. That cannot be undone.',
    stays:
      'The timeline keeps that there was a file here, who removed it and why. So name nothing in your reason that must go.',
    reason: 'Why must this go?',
    button: 'Remove and destroy',
    back: 'Leave it',
  },
  toList: 'To the documents',
}
