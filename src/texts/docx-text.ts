/** The words of a Word file: a paragraph a line, a table's row a line with its cells parted by `|`. */
import PizZip from 'pizzip'

const BODY = 'word/document.xml'
/** An element of the body, or the text between two. */
const PIECE =
  /<(\/?)(w:p|w:t|w:tab|w:br|w:cr|w:tc|w:tr|w:numPr|w:noBreakHyphen|mc:Fallback)(?=[\s/>])[^>]*>|<[^>]*>|[^<]+/g

/** Undefined where the archive is no Word file. The caller has seen to it that it does not unfold to gigabytes. */
export function docxText(bytes: Uint8Array): string | undefined {
  let xml: string | undefined
  try {
    xml = new PizZip(bytes).file(BODY)?.asText()
  } catch {
    return undefined
  }
  return xml === undefined ? undefined : bodyText(xml)
}

function bodyText(xml: string): string {
  const lines: string[] = []
  /** The rows that are open, a table within a cell too: the words of their cells so far, put together only at the end. */
  const rows: string[][][] = []
  const lineOf = (row: readonly string[][]) => row.map((words) => words.join(' ')).join(' | ')
  let line = ''
  let inText = false
  let copies = 0
  const endLine = (): void => {
    const row = rows.at(-1)
    if (!row) lines.push(line.trimEnd())
    else if (line.trim() !== '') {
      if (row.length === 0) row.push([])
      row.at(-1)?.push(line.trim())
    }
    line = ''
  }
  for (const [whole, slash, name] of xml.matchAll(PIECE)) {
    if (name === undefined) {
      if (inText && copies === 0 && !whole.startsWith('<')) line += unescaped(whole)
      continue
    }
    const closes = slash === '/'
    const empty = whole.endsWith('/>')
    switch (name) {
      // What older programs are shown in the place of a drawing: the same words again.
      case 'mc:Fallback':
        if (!empty) copies += closes ? -1 : 1
        break
      case 'w:t':
        inText = !closes && !empty
        break
      case 'w:p':
        if (closes || empty) endLine()
        break
      // A list that Word numbers has its numbers in no text.
      case 'w:numPr':
        if (!closes && line === '') line = '- '
        break
      case 'w:tab':
        line += ' '
        break
      case 'w:br':
      case 'w:cr':
        if (rows.length > 0) line += ' '
        else endLine()
        break
      case 'w:noBreakHyphen':
        line += '-'
        break
      case 'w:tr':
        if (!closes && !empty) rows.push([])
        else if (closes) {
          const row = rows.pop()
          if (row && rows.length === 0) lines.push(lineOf(row))
          else if (row) line += `${lineOf(row)} `
        }
        break
      case 'w:tc':
        if (!closes && !empty) rows.at(-1)?.push([])
        break
    }
  }
  if (line !== '') lines.push(line)
  return lines.join('\n')
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
