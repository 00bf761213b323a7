/**
 * WordprocessingML by hand, as little of it as the letters' templates need. Lengths are in twentieths of a point (twips): a
 * millimetre is 56.7 of them. The templates are made once; from then on they are edited in Word.
 */

const MM = 56.6929

export const mm = (length: number): number => Math.round(length * MM)

export interface RunStyle {
  /** Points. */
  size?: number
  bold?: boolean
  italic?: boolean
  /** What somebody has to fill in by hand: it is marked. */
  blank?: boolean
}

export interface ParagraphStyle extends RunStyle {
  align?: 'left' | 'center' | 'right' | 'both'
  /** Points before and after. */
  before?: number
  after?: number
  /** First line, in millimetres. */
  indent?: number
  keepNext?: boolean
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)

export function run(text: string, { size, bold, italic, blank }: RunStyle = {}): string {
  const marks = [
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : '',
    blank ? '<w:highlight w:val="yellow"/>' : '',
  ].join('')
  return `<w:r>${marks ? `<w:rPr>${marks}</w:rPr>` : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** A paragraph; what stands between `[[` and `]]` is a blank to be filled in by hand. */
export function p(text: string, style: ParagraphStyle = {}): string {
  const { align = 'both', before = 0, after = 6, indent = 0, keepNext = false } = style
  const runs = text
    .split(/\[\[(.*?)\]\]/)
    .map((piece, at) => (piece === '' ? '' : run(piece, { ...style, blank: at % 2 === 1 })))
    .join('')
  return (
    `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}` +
    `<w:spacing w:before="${before * 20}" w:after="${after * 20}"/>` +
    (indent ? `<w:ind w:firstLine="${mm(indent)}"/>` : '') +
    `<w:jc w:val="${align}"/></w:pPr>${runs}</w:p>`
  )
}

/** A line drawn across the middle of a column, as under a motto: so long, in a column so wide (millimetres). */
export function rule(length: number, width: number): string {
  const side = mm((width - length) / 2)
  return (
    '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' +
    `<w:spacing w:before="20" w:after="0" w:line="120" w:lineRule="exact"/><w:ind w:left="${side}" w:right="${side}"/>` +
    '<w:rPr><w:sz w:val="8"/></w:rPr></w:pPr></w:p>'
  )
}

const FRAME = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

export interface Cell {
  content: string
  align?: 'center' | 'top'
  /** Cells that it takes the place of. */
  span?: number
}

/** A table of columns that are so wide (millimetres). */
export function table(
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  frame: boolean,
  heads = 0,
): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${mm(width)}"/>`).join('')
  const total = mm(widths.reduce((sum, width) => sum + width, 0))
  const margin = frame ? 60 : 0
  const body = rows.map((cells, at) => {
    let column = 0
    const written = cells.map(({ content, align = 'top', span = 1 }) => {
      const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
      column += span
      return (
        `<w:tc><w:tcPr><w:tcW w:w="${mm(width)}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}` +
        `<w:vAlign w:val="${align}"/></w:tcPr>${content}</w:tc>`
      )
    })
    return `<w:tr><w:trPr><w:cantSplit/>${at < heads ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`
  })
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>` +
    (frame ? `<w:tblBorders>${FRAME}</w:tblBorders>` : '') +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${margin}" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar>` +
    `</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
  )
}

/** Margins in millimetres: top and bottom 20–25, left 30–35, right 15–20 (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 }
/** What is left between the margins. */
export const TEXT_WIDTH = { portrait: 210 - 45, landscape: 297 - 45 }

/** A4; the number of the page stands in the middle above, from the second page on. */
export function section(orientation: 'portrait' | 'landscape', first: boolean): string {
  const [width, height] = orientation === 'portrait' ? [210, 297] : [297, 210]
  const { top, bottom, left, right } = MARGINS
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>' +
    `<w:pgSz w:w="${mm(width)}" w:h="${mm(height)}"${orientation === 'landscape' ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="${mm(top)}" w:right="${mm(right)}" w:bottom="${mm(bottom)}" w:left="${mm(left)}" w:header="${mm(10)}" w:footer="${mm(10)}" w:gutter="0"/>` +
    `${first ? '<w:titlePg/>' : ''}</w:sectPr>`
  )
}

/** Ends a section: what follows begins on a new page. */
export function sectionEnd(orientation: 'portrait' | 'landscape', first: boolean): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section(orientation, first)}</w:pPr></w:p>`
}
