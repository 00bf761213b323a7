/**
 * What a command that changes something is never taken for, whatever the model makes of the words: what says the opposite,
 * and what only asks. Words are folded, with names masked.
 */

const REFUSING = /\b(khong|chua|tu choi|bac|dung|chang|giu (nguyen )?han|giu nguyen)\b/

/** Commands that have an opposite in nearly the same words. */
const OPPOSITES: Readonly<Record<string, { only?: RegExp; never?: RegExp }>> = {
  'grant-extension': { never: REFUSING },
  'refuse-extension': { only: REFUSING },
  'confirm-task': { never: /\b(khong|chua)\b/ },
  'finish-task': {
    never:
      /^(dong y|duyet|xac nhan|chap nhan|cong nhan|nghiem thu)\b|\b(chua|khong) (xong|hoan thanh|lam|kip|duoc|dat)\b/,
  },
  'accept-task': { never: /\b(khong|chua) (the )?nhan\b|\btu choi\b/ },
  // "Nhắc tôi mai nộp" asks for the opposite of a pause.
  quiet: {
    only: /\b(dung|tam|ngung|tat|khoan|thoi|nghi|hoan|im|khong|khoi|phien|lai|tro|bat|mo|tiep|nua|bot|nhieu|sau|ban)\b/,
  },
  // Who has not answered yet has not said no.
  'task-trouble': { never: /\bchua (bao )?(da )?nhan\b/ },
  approve: { never: /\b(khong|chua|dung) (dong y|duyet|nhat tri|chap nhan)\b(?!$)|\btu choi\b/ },
  assign: { never: /\b(khong|dung|thoi) (can )?(giao|phan cong)\b/ },
  notify: { never: /\b(khong|dung|ngung|dung) (gui|thong bao)\b/ },
  // One's own are no one else's.
  tasks: { never: /\bviec (nao )?cua (toi|em|minh|tui|chau)\b/ },
  digest: { never: /\b(dat|len) lich\b|\bhen gio\b/ },
  schedule: { never: /\b(khong|dung|ngung|tat|huy|xoa|thoi|go) (gui|dat|len|thong bao|lich|hen)\b/ },
}

/** Whether the words rule this command out as its opposite. */
export function isOpposite(command: string, said: string): boolean {
  const { only, never } = OPPOSITES[command] ?? {}
  return never?.test(said) === true || only?.test(said) === false
}

const ASKS_WHETHER = /\b(chua|khong|phai khong)$/
const ASKS_POLITELY = /\b(duoc|giup|the duoc|gium) (khong|chua)$/
const ASKS_WHAT =
  /^ai\b|\b(ai|nhung gi|cai gi|la gi|vi sao|tai sao|khi nao|bao gio|bao nhieu|bao lau|the nao|ra sao|may nhom)$|\b(may|bao nhieu|nao) (viec|lich|nhom|bao cao|thong bao)\b/

/** Whether it is a question and no request: "xong việc chưa", "lịch nào đang chạy"; not "duyệt giúp em được không". */
export function isQuestion(said: string): boolean {
  return (ASKS_WHETHER.test(said) && !ASKS_POLITELY.test(said)) || ASKS_WHAT.test(said)
}

const NATIONWIDE = /\bca nuoc\b(?! (sach|may|uong|thai|mam|cham))|\btoan quoc\b/

/** The whole country is no unit that the bot has figures of. */
export function isNationwide(said: string): boolean {
  return NATIONWIDE.test(said)
}
