/** Something the person at the keyboard can solve; shown without a stack. */
export class Trouble extends Error {
  constructor(message, status = 1) {
    super(message)
    this.status = status
  }
}
