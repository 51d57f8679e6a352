/** The kinds of message in which the film is asked for, answered, and told to be back. */
export const filmKinds = {
  request: 'training.film-request',
  answer: 'training.film-answer',
  back: 'training.film-back',
} as const
