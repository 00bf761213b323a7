/** One thing that was looked at, and whether it is as it should be. */
export interface Finding {
  state: 'good' | 'doubtful' | 'bad'
  /** What was found, and what to do about it, to the operator. */
  text: string
}

export const good = (text: string): Finding => ({ state: 'good', text })
export const doubtful = (text: string): Finding => ({ state: 'doubtful', text })
export const bad = (text: string): Finding => ({ state: 'bad', text })

const MARKS = { good: 'đạt ', doubtful: 'lưu ý', bad: 'LỖI ' }

export function findingLine({ state, text }: Finding): string {
  return `[${MARKS[state]}] ${text}`
}

/** The exit status: 0 unless something is bad. */
export function statusOf(findings: readonly Finding[]): number {
  return findings.some(({ state }) => state === 'bad') ? 1 : 0
}
