import type { LetterData } from './letter-fields.ts'

/** The sources of a table: a number in each row, and below the table the list, so that a long one is written once. */
export class Sources {
  readonly #numbers = new Map<string, number>()

  /** `1` for the first source, empty for none. */
  numberOf(source: string | null): string {
    if (source === null || source === '') return ''
    const number = this.#numbers.get(source) ?? this.#numbers.size + 1
    this.#numbers.set(source, number)
    return String(number)
  }

  list(): LetterData[] {
    return [...this.#numbers].map(([ten, so]) => ({ so: String(so), ten }))
  }
}
