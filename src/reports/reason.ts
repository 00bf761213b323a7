import type { Heard } from '../command/form.ts'

const REASON = /(?::|\b(?:vì|vi|do|lý do|ly do)(?:\s+(?:là|la))?\s*:?\s)\s*(?<reason>\S.{2,})$/isu
const LONGEST = 500

/** The reason that a text gives: "trả lại 12: thiếu ảnh", "trả lại báo cáo 12 vì số hộ sai". */
export function readReason(text: string): Heard<string> {
  const reason = REASON.exec(text.normalize('NFC'))?.groups?.['reason']
  return reason ? { value: reason.trim().slice(0, LONGEST) } : undefined
}
