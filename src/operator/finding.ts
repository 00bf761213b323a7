/** One thing that was looked at, and whether it is as it should be. */
export interface Finding {
  state: 'good' | 'doubtful' | 'bad'
  /** What was found, and what to do about it, to the operator, in Vietnamese … */
  text: string
  /** … and in English. */
  english: string
}

export const good = (text: string, english: string): Finding => ({ state: 'good', text, english })
export const doubtful = (text: string, english: string): Finding => ({ state: 'doubtful', text, english })
export const bad = (text: string, english: string): Finding => ({ state: 'bad', text, english })

const MARKS = { good: 'đạt ', doubtful: 'lưu ý', bad: 'LỖI ' }
const ENGLISH_MARKS = { good: 'ok', doubtful: 'note', bad: 'WRONG' }

export function findingLine({ state, text }: Finding): string {
  return `[${MARKS[state]}] ${text}`
}

/** In both languages; what is as it should be in one line, what is not with a line for each. */
export function findingLines(finding: Finding): string[] {
  const { state, english } = finding
  if (state === 'good') return [`${findingLine(finding)} · ${english}`]
  return [findingLine(finding), `    [${ENGLISH_MARKS[state]}] ${english}`]
}

/** The exit status: 0 unless something is bad. */
export function statusOf(findings: readonly Finding[]): number {
  return findings.some(({ state }) => state === 'bad') ? 1 : 0
}
