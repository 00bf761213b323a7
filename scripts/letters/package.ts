import PizZip from 'pizzip'

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const FONT =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'

/** Black Times New Roman of 14 points, single spacing. */
const STYLES = `${XML}<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>${FONT}<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="252" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`

const FIELD = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
/** The number of the page: 13 points, in the middle. */
const HEADER = `${XML}<w:hdr ${NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${FIELD('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${FIELD('separate')}<w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r>${FIELD('end')}</w:p></w:hdr>`

const TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${MAIN}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${MAIN}.header+xml"/></Types>`

const relationships = (...entries: [id: string, type: string, target: string][]) =>
  `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** Any day: the same script makes the same bytes. */
const DATE = new Date(Date.UTC(2026, 0, 1))

/** A Word file of a document's body. */
export function wordFile(body: string): Uint8Array {
  const zip = new PizZip()
  const parts: Record<string, string> = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      ['rIdStyles', 'styles', 'styles.xml'],
      ['rIdHeader', 'header', 'header1.xml'],
    ),
    'word/styles.xml': STYLES,
    'word/header1.xml': HEADER,
  }
  for (const [name, text] of Object.entries(parts)) zip.file(name, text, { date: DATE, createFolders: false })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
