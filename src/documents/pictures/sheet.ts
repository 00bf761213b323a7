import type { Picture, PictureNode } from '../../command/picture.ts'
import { noteIcon } from './icons.ts'
import { column, MARGIN, row, WIDTH, words } from './nodes.ts'
import { BAND, BAND_INK, BAND_QUIET, INK, NOTE, PAPER, QUIET, RULE } from './palette.ts'

export interface Sheet {
  /** What the file is called. */
  name: string
  /** What is shown, in a line above the title. */
  kind: string
  title: string
  /** What the title lies in. */
  within?: string
  body: (PictureNode | undefined | false)[]
  /** What is to be minded, such as two figures that differ. */
  notes?: readonly string[]
  /** Day, source and what else is to be known. */
  foot: readonly string[]
}

/** The frame that all pictures share: a band with what and where, what is to be minded, and day and source at the end. */
export function sheet({ name, kind, title, within, body, notes = [], foot }: Sheet): Picture {
  const band = column(
    { backgroundColor: BAND, paddingLeft: MARGIN, paddingRight: MARGIN, paddingTop: 32, paddingBottom: 32, gap: 6 },
    [
      words(kind, 32, { color: BAND_QUIET, fontWeight: 600 }),
      words(title, 60, { color: BAND_INK, fontWeight: 700, lineHeight: 1.15 }),
      within !== undefined && within !== '' && words(within, 32, { color: BAND_QUIET }),
    ],
  )
  const middle = column({ paddingLeft: MARGIN, paddingRight: MARGIN, paddingTop: 30, gap: 26 }, [
    ...body,
    notes.length > 0 && noteBox(notes),
  ])
  const end = column(
    {
      marginLeft: MARGIN,
      marginRight: MARGIN,
      marginTop: 28,
      paddingTop: 22,
      paddingBottom: 32,
      gap: 6,
      borderTopWidth: 2,
      borderTopStyle: 'solid',
      borderTopColor: RULE,
    },
    foot.map((line) => words(line, 28, { color: QUIET, lineHeight: 1.35 })),
  )
  return {
    name,
    width: WIDTH,
    root: column({ width: WIDTH, backgroundColor: PAPER, color: INK }, [band, middle, end]),
  }
}

function noteBox(notes: readonly string[]): PictureNode {
  const { ground, ink, line } = NOTE
  return row(
    {
      gap: 20,
      padding: 24,
      borderRadius: 14,
      backgroundColor: ground,
      borderWidth: 2,
      borderStyle: 'solid',
      borderColor: line,
      alignItems: 'flex-start',
    },
    [
      noteIcon(44, ink),
      column(
        { flex: 1, gap: 8 },
        notes.map((note) => words(note, 30, { color: ink, lineHeight: 1.35 })),
      ),
    ],
  )
}
