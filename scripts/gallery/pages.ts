import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Exhibit, ExhibitContext } from './exhibit.ts'
import { toPdf, toPictures } from './office.ts'
import type { Paper } from './papers.ts'

/** Small, and every word still legible. */
const DOTS_PER_INCH = 60

/** The pictures of the pages that are shown of a paper. */
export function pagesOf({ file, pages: { first, last } }: Paper): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `${nameOf(file)}-${first + at}.png`)
}

/** Makes papers, prints them with LibreOffice and writes their pages as pictures into a folder. */
export async function printPapers(
  papers: readonly Paper[],
  worlds: Record<Exhibit['world'], ExhibitContext>,
  folder: string,
): Promise<void> {
  const made = mkdtempSync(join(tmpdir(), 'ntm-papers-'))
  try {
    for (const { file, world, make } of papers) writeFileSync(join(made, file), await make(worlds[world]))
    toPdf(
      papers.map(({ file }) => join(made, file)),
      made,
    )
    for (const { file, pages } of papers) toPictures(join(made, `${nameOf(file)}.pdf`), folder, DOTS_PER_INCH, pages)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

function nameOf(file: string): string {
  return file.replace(/\.\w+$/, '')
}
