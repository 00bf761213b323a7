/**
 * A picture before it is drawn: boxes and words as plain data, in the manner of CSS flex boxes. What is shown makes the
 * tree and nothing else does, so that the same figures make the same tree and are drawn once.
 */
export interface Picture {
  /** What the file is called, without its ending. */
  name: string
  /** In pixels; the height follows from what stands in it. */
  width: number
  root: PictureNode
}

export type Style = Readonly<Record<string, string | number>>

export type PictureNode =
  | { type: 'container'; style: Style; children: PictureNode[] }
  | { type: 'text'; text: string; style: Style }
  /** `src` is an SVG without text in it. */
  | { type: 'image'; src: string; width: number; height: number; style: Style }
