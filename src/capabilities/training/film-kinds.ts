/** The kinds of message in which the film is asked for and answered. */
export const filmKinds = {
  request: 'training.film-request',
  answer: 'training.film-answer',
} as const
