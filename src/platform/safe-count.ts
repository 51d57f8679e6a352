/**
 * A number of people as it may be told. source: the rule of Statistics Netherlands for youth care in a
 * neighbourhood or municipality (Toelichting Wijk- en Buurtkaart 2022-2024, 5.8): 0 to 7 is secret, the rest
 * is rounded to five. That we follow it is our choice (decisions 149 and 153).
 */
export const secretUpTo = 7

export const safeCount = (count: number): number | 'secret' =>
  count <= secretUpTo ? 'secret' : Math.round(count / 5) * 5
