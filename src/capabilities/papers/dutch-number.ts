const ordinals = [
  'eerste',
  'tweede',
  'derde',
  'vierde',
  'vijfde',
  'zesde',
  'zevende',
  'achtste',
  'negende',
  'tiende',
  'elfde',
  'twaalfde',
]

/** For a pattern: `eerste|tweede|…`. */
export const ordinalPattern = ordinals.join('|')

/** `tweede` is 2; 0 for no such word. */
export const readOrdinal = (word: string): number => ordinals.indexOf(word.toLowerCase()) + 1

const counts = [
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
]

/** `drie` and `3` are 3; null for anything else. */
export function readCount(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  const at = counts.indexOf(word.toLowerCase().replaceAll('é', 'e'))
  return at === -1 ? null : at + 1
}

export const countPattern = `\\d{1,3}|één|${counts.join('|')}`
