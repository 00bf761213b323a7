/** `npm run gallery`: makes every exhibit of `docs/gallery/` and the README that shows them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Exhibit } from './gallery/exhibit.ts'
import { missingPrograms } from './gallery/office.ts'
import { pagesOf, printPapers } from './gallery/pages.ts'
import { papers } from './gallery/papers.ts'
import { pictures } from './gallery/pictures.ts'
import { withWorlds } from './gallery/worlds.ts'

const EXHIBITS: readonly Exhibit[] = [...pictures]

const folder = new URL('../docs/gallery/', import.meta.url)
mkdirSync(folder, { recursive: true })
await withWorlds(async (worlds) => {
  for (const { file, world, make } of EXHIBITS) {
    const bytes = await make(worlds[world])
    writeFileSync(new URL(file, folder), bytes)
    console.log(`${file}: ${Math.ceil(bytes.length / 1024)} KB`)
  }
  const missing = missingPrograms()
  if (missing.length === 0) await printPapers(papers, worlds, fileURLToPath(folder))
  else
    console.log(
      `The pages of workbooks and letters stay as they are, for want of ${missing.join(', ')} (Debian: libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-liberation)`,
    )
})
writeFileSync(new URL('README.md', folder), readme(EXHIBITS))

function readme(exhibits: readonly Exhibit[]): string {
  const blocks = exhibits.map(({ file, title }) =>
    file.endsWith('.png')
      ? `### ${title}\n\n<img src="${file}" width="390" alt="${title}">`
      : `### ${title}\n\n[${file}](${file})`,
  )
  return [
    '# Gallery',
    'Made by `npm run gallery`; shown as wide as a phone. Xã Trung Lương is the sample (`samples/trung-luong/`). **The district Mẫu Thử, its communes, people and figures are made up** (`bench/district.ts`).',
    ...blocks,
    '## Workbooks and letters',
    'Printed by LibreOffice; what is marked yellow is what the program cannot know.',
    ...papers.map((paper) =>
      [
        `### ${paper.title}`,
        pagesOf(paper)
          .map((page) => `<img src="${page}" width="420" alt="${paper.title}">`)
          .join('\n'),
      ].join('\n\n'),
    ),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}
