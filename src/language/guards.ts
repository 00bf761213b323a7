/**
 * What a command is never taken for, whatever the model makes of the words: what says the opposite, and, where it changes
 * something, what only asks. Words are folded, with names masked.
 */

const REFUSING = /\b(khong|chua|tu choi|bac|dung|chang|giu (nguyen )?han|giu nguyen)\b/

/** When something comes and what it costs or brings, where only how a thing stands is known. */
const NOT_ITS_STATE = /\bmay gio\b|\bho tro\b.*\b(bao nhieu|may|tien|gi)\b|\b(bao nhieu|may) tien\b|\bgia bao nhieu\b/

/** Commands that have an opposite in nearly the same words. */
const OPPOSITES: Readonly<Record<string, { only?: RegExp; never?: RegExp }>> = {
  'grant-extension': { never: REFUSING },
  'refuse-extension': { only: REFUSING },
  'confirm-task': { never: /\b(khong|chua)\b/ },
  'finish-task': {
    never:
      /^(dong y|duyet|xac nhan|chap nhan|cong nhan|nghiem thu)\b|\b(chua|khong) (xong|hoan thanh|lam|kip|duoc|dat)\b/,
  },
  // What is done is not called off.
  'cancel-task': { never: /^(?:(?:toi|em|da|vua|moi) )*(xong|hoan thanh)\b/ },
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
  tasks: {
    never:
      /\bviec (nao )?cua (toi|em|minh|tui|chau)\b|^(toi|em|minh|tui|chau|anh|chi|bac|chu) ((con|dang|se|da) )*(co|phai|duoc giao|bi giao|chua)\b/,
  },
  digest: { never: /\b(dat|len) lich\b|\bhen gio\b/ },
  completeness: {
    only: /\b(bao cao|(?:chua|da) bao|nop|gui|so lieu|thieu|du|tre|cham|muon)\b/,
    never: /\b(may|bao lau|hang|moi) ((thang|tuan|quy|ngay) )?(thi .*)?mot lan\b/,
  },
  met: { never: /\b(chua|khong) (dat|xong|hoan thanh|hoan tat|lam|duoc|du)\b|\bcon (lai|thieu|vuong|no)\b/ },
  'link-group': {
    never: /\b(bo|go|cat|ngat|huy|xoa|thoi|khong) (lien ket|ket noi|noi|nhom|bot)\b|\bdung (lien ket|ket noi)\b/,
  },
  'reopen-task': { never: /^tra (lai |ve )?<[kn]>|\bxin lam lai\b/ },
  'reporting-period': { only: /\b(ky|hang|moi|thang|quy|tuan|bao lau|lan|dinh ky)\b/ },
  status: { never: /\bchua (dat|xong|hoan thanh|hoan tat)\b(?! chuan)/ },
  // A thing that is mended is no figure, and a notice no report.
  history: { never: /\bsua (giup|ho|duoc|cho)\b/ },
  'my-reports': { never: /\bthong bao\b/ },
  'my-data': { never: /\bnhac\b|^(xem|co|con|cac|danh sach|liet ke)\b.*\byeu cau\b/ },
  // How many criteria are met is asked, not reported; of two figures neither is told.
  report: { never: /<[nf]> (tieu chi|chi tieu)\b|\b(hay|hoac) (la )?<[nf%]>|\b(excel|xlsx)\b/ },
  // Where a thing stands, not when something comes.
  indicator: { never: NOT_ITS_STATE },
  criterion: { never: NOT_ITS_STATE },
  'set-status': {
    only: /\b(cap nhat|sua|ghi|nhap|danh dau|chuyen|doi|dat|thanh|chinh|dieu chinh|ket qua|danh gia|bo sung|luu|set|so lieu)\b|<[%nf]>/,
    never: /\b(cho|sang|qua) <p>/,
  },
  'fix-rollup': { only: /\b(chot|lay|dua|dung|ghi|cap nhat|cong nhan|khoa|ap dung|luu|lam so)\b/ },
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
  /^(ai|tai sao|vi sao)\b|\b(ai|nhung gi|cai gi|la gi|vi sao|tai sao|khi nao|bao gio|bao nhieu|bao lau|the nao|ra sao|may nhom|o dau|cho nao|vao dau)$|\b(may|bao nhieu|nao) (viec|lich|nhom|bao cao|thong bao)\b/

/** "Mới cập nhật gì"; "không nhận gì" denies. */
const ASKS_FOR = /^(?!.*\b(khong|chang|thoi)\b).*\bgi$/

/** Whether it is a question and no request: "xong việc chưa", "lịch nào đang chạy"; not "duyệt giúp em được không". */
export function isQuestion(said: string): boolean {
  return (ASKS_WHETHER.test(said) && !ASKS_POLITELY.test(said)) || ASKS_WHAT.test(said) || ASKS_FOR.test(said)
}

const NATIONWIDE = /\bca nuoc\b(?! (sach|may|uong|thai|mam|cham))|\btoan quoc\b/

/** The whole country is no unit that the bot has figures of. */
export function isNationwide(said: string): boolean {
  return NATIONWIDE.test(said)
}
