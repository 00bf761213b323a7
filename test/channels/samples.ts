import { readFileSync } from 'node:fs'

/** The updates that a channel's page of sample messages shows, by their headings. */
export function readSamples(page: string): Map<string, object> {
  const source = readFileSync(page, 'utf8')
  const samples = [...source.matchAll(/^## (.+)$[^]*?^```json\n([^]*?)^```$/gm)]
  return new Map(samples.map(([, heading = '', json = '']) => [heading, JSON.parse(json) as object]))
}
