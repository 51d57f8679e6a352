/** Groups of age for which the law has rules of its own, in years completed; in order. */
export const ageGroups = ['under-12', '12-17', '18-22', '23-and-over'] as const

/** `unknown`: neither a day of birth nor an age is known, or not exactly enough. */
export type AgeGroup = (typeof ageGroups)[number] | 'unknown'

/**
 * Whether a rule for these ages is shown for somebody of this group; null: any age. Of whom no age is known the
 * rules for twelve to seventeen are shown: they ask the most.
 */
export const isForAge = (
  ages: readonly (typeof ageGroups)[number][] | null,
  group: AgeGroup,
): boolean => ages === null || ages.includes(group === 'unknown' ? '12-17' : group)
