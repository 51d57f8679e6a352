import type { Messages } from '#platform/messages.ts'
import type { nl } from './messages.nl.ts'

export const en: Messages<typeof nl> = {
  menu: 'Days off',
  title: 'Days off of your organisation',
  lead: 'Terms in Oogmerk count school days. Fill in here when you are closed. Those days then do not count.',
  counted:
    'Saturday, Sunday, Good Friday and the recognised public holidays never count. School holidays and study days differ per school and per region. We found no official list of them. That is why you fill them in yourself.',
  terms: 'A term that runs already keeps the day it had. New terms are counted with this list.',
  list: 'When you are closed',
  columns: { name: 'Name', from: 'First day off', until: 'Last day off', remove: 'Remove' },
  past: 'Past',
  remove: 'Remove',
  removeOf: (name: string, day: string) => `${name} from ${day}`,
  emptyTitle: 'Nothing here yet',
  empty:
    'The holidays and study days of your own timetable come here. As long as there is nothing, those days count as well.',
  add: 'Add a period in which you are closed',
  name: 'What is this period called?',
  nameHint: 'For example: autumn holiday, or study day. Put no name of a person here.',
  from: 'First day off',
  until: 'Last day off',
  untilHint: 'For a single day you fill in the same date twice.',
  example: (day: string) => `For example ${day}`,
  button: 'Add',
  errors: {
    'name-missing': 'Give the period a name, such as autumn holiday.',
    'name-too-long': 'Make the name shorter: 80 characters at most.',
    'from-missing': 'Fill in the first day off.',
    'until-missing': 'Fill in the last day off.',
    'date-incomplete': 'Fill in day, month and year, all three.',
    'date-impossible': 'This date does not exist. Check the day, the month and the year.',
    'ends-before-it-begins':
      'The last day off comes before the first. Swap them, or correct one of the two.',
    'period-too-long':
      'This period is longer than three months. Check the year, or split the period.',
    'too-far-away':
      'This date is more than a year ago or more than three years ahead. Check the year.',
    overlaps:
      'These days fall together with a period that is there already. Remove that one first, or choose other days.',
    'too-many-periods':
      'There are very many periods already. First remove one that is no longer needed.',
  },
}
