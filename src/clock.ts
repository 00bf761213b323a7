/** Where the time comes from: the machine, or a script that moves it on. */
export interface Clock {
  now(): Date
}

export const machineClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export class SetClock implements Clock {
  #now: Date

  constructor(start: Date) {
    this.#now = start
  }

  now(): Date {
    return this.#now
  }

  /** Moves on to an instant; never back. */
  moveTo(instant: Date): void {
    if (instant > this.#now) this.#now = instant
  }
}
