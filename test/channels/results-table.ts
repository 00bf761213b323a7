import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** How a suite of the conformance tests is called: `zalo as any channel, by polling`. */
const SUITE = /^(\w+) as any channel, by (\w+)$/

/** Prints what every channel must do, and which channel does it: one row a behaviour, one column a way to a channel. */
export default class ResultsTable implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const columns = new Set<string>()
    const rows = new Map<string, Map<string, 'yes' | 'NO'>>()
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const column = columnOf(test)
      if (column === undefined) continue
      columns.add(column)
      const row = rows.get(test.name) ?? new Map<string, 'yes' | 'NO'>()
      const isGood = test.result().state === 'passed' && row.get(column) !== 'NO'
      rows.set(test.name, row.set(column, isGood ? 'yes' : 'NO'))
    }
    const ordered = [...columns].toSorted()
    const lines = [...rows].map(([name, row]) => [
      name,
      ...ordered.map((column) => row.get(column) ?? 'does not apply'),
    ])
    process.stdout.write(markdown([['what any channel does', ...ordered], ...lines]))
  }
}

function columnOf({ parent }: TestCase): string | undefined {
  const [, channel, way] = ('name' in parent && SUITE.exec(parent.name)) || []
  return channel && `${channel}, ${way}`
}

function markdown([head = [], ...lines]: string[][]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => (line[at] ?? '').length)))
  const write = (line: string[]) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |\n`
  return [write(head), write(widths.map((width) => '-'.repeat(width))), ...lines.map(write)].join('')
}
