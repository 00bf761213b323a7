import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'

/** The programs that turn documents into pages: Debian's `libreoffice-writer-nogui`, `libreoffice-calc-nogui`, `poppler-utils`. */
const PROGRAMS = ['soffice', 'pdftoppm', 'pdftotext'] as const

/** Those of them that this machine does not have. */
export function missingPrograms(): string[] {
  return PROGRAMS.filter((program) => spawnSync(program, ['-h']).error !== undefined)
}

/** Turns documents into PDF, all with one start of LibreOffice; a file of the same name with `.pdf` in the same folder. */
export function toPdf(files: readonly string[], folder: string): void {
  convert(['--convert-to', 'pdf'], files, folder)
}

/** Every sheet of a workbook as CSV, as it is shown: `NAME-SHEET.csv`. */
export function toCsv(file: string, folder: string): void {
  convert(
    ['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'],
    [file],
    folder,
  )
}

function convert(how: readonly string[], files: readonly string[], folder: string): void {
  // A profile of its own: two at once would wait for each other.
  const profile = mkdtempSync(join(tmpdir(), 'ntm-office-'))
  try {
    run('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', ...how, '--outdir', folder, ...files])
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
}

/** The pages of a PDF as pictures: `NAME-1.png`, `NAME-2.png` … */
export function toPictures(
  pdf: string,
  folder: string,
  dotsPerInch: number,
  pages?: { first: number; last: number },
): void {
  const range = pages ? ['-f', String(pages.first), '-l', String(pages.last)] : []
  const { name } = parse(pdf)
  run('pdftoppm', ['-r', String(dotsPerInch), '-png', ...range, pdf, join(folder, name)])
  // Numbers without the zeros that depend on how many pages there are.
  for (const file of readdirSync(folder)) {
    const plain = file.replace(new RegExp(`^(${name})-0+(\\d+\\.png)$`), '$1-$2')
    if (plain !== file) renameSync(join(folder, file), join(folder, plain))
  }
}

/** The text of a PDF, laid out as on the page; pages are apart by a form feed. */
export function textOfPdf(pdf: string): string {
  return run('pdftotext', ['-layout', pdf, '-'])
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 180_000 })
  if (error || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
  return stdout
}
