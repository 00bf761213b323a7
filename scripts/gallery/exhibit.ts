import type { Turn } from '../../src/command/command.ts'

/** A file of `docs/gallery/`: a picture that stands in its README, or a document that is linked there. */
export interface Exhibit {
  /** Its name in the folder, with its ending: `trung-luong-nang-cao.png`. */
  file: string
  /** What it shows, in a line of the README. */
  title: string
  /** Of which world; each is read once. */
  world: 'sample' | 'district'
  make(context: ExhibitContext): Promise<Uint8Array>
}

/** What exhibits are made with: a world's database, read by somebody who may see all of it. */
export type ExhibitContext = Pick<Turn, 'db' | 'say' | 'catalogs' | 'speaker' | 'today'>
