import { fold, spelling } from '../language/fold.ts'

/** What can be said at every step of a dialog, whatever is asked. */
export type Control =
  | 'cancel'
  | 'back'
  | 'skip'
  | 'help'
  | 'edit'
  | 'confirm'
  | 'refuse'
  | 'repeat'
  | 'restart'
  | 'resume'
  | 'more'
  | 'person'

/** As people write them; without marks they are understood too. */
const WORDS: Record<Control, string[]> = {
  cancel: [
    'hủy',
    'hủy bỏ',
    'hủy đi',
    'thôi',
    'thôi không làm nữa',
    'không làm nữa',
    'bỏ',
    'bỏ đi',
    'dừng',
    'dừng lại',
    'cancel',
    '/huy',
    'để sau',
    'thôi bỏ đi',
    'hủy báo cáo',
    'không báo cáo nữa',
    'để đó',
    'thôi để đó',
    'thôi để nguyên',
    'thôi giữ nguyên',
    'thôi không',
  ],
  back: ['quay lại', 'quay lại bước trước', 'trở lại', 'lùi lại', 'bước trước', 'câu trước', 'về trước', 'back'],
  skip: [
    'bỏ qua',
    'bỏ qua bước này',
    'không có',
    'chưa có',
    'khỏi',
    'khỏi cần',
    'không cần',
    'skip',
    'qua',
    'không có gì',
    'không có gì thêm',
    'không thêm gì',
    'thế thôi',
    'vậy thôi',
    'chỉ thế thôi',
    'hết rồi',
    'không ghi chú',
    'không ghi gì',
    'không có ảnh',
    'chưa có ảnh',
    'không có ảnh đâu',
    'không có giấy tờ',
  ],
  help: ['trợ giúp', 'giúp', 'giúp với', 'giúp tôi', 'hướng dẫn', 'help', '/trogiup', '/help'],
  edit: [
    'sửa',
    'sửa lại',
    'sửa báo cáo',
    'chỉnh',
    'chỉnh sửa',
    'chỉnh lại',
    'đổi',
    'sai rồi',
    'sai',
    'nhầm',
    'nhầm rồi',
    'chưa đúng',
    'không đúng',
  ],
  confirm: [
    'xác nhận',
    'đồng ý',
    'ok',
    'oke',
    'okie',
    'okay',
    'đúng',
    'đúng rồi',
    'đúng vậy',
    'gửi',
    'gửi đi',
    'ừ',
    'vâng',
    'dạ',
    'dạ vâng',
    'dạ đúng',
    'phải',
    'chuẩn',
    'chính xác',
    'được',
    'được rồi',
    'nhất trí',
    'có',
    'yes',
    'y',
    'ok gửi đi',
    'ok gửi',
    'được gửi đi',
    'được gửi',
    'đc gửi đi',
    'dc gửi đi',
    'đc',
    'dc',
    'ừ gửi đi',
    'vâng gửi đi',
    'rồi gửi đi',
    'gửi luôn',
    'gửi luôn đi',
    'đúng gửi đi',
    'xong',
  ],
  refuse: ['không', 'chưa', 'no', 'không phải'],
  repeat: ['nhắc lại', 'nói lại', 'hỏi lại', 'lặp lại', 'hỏi gì', 'hỏi gì cơ', 'nhắc lại câu hỏi', 'hả', 'gì cơ'],
  restart: ['làm lại', 'làm lại từ đầu', 'bắt đầu lại', 'nhập lại từ đầu', 'từ đầu', 'báo cáo lại từ đầu'],
  resume: ['tiếp tục', 'tiếp', 'làm tiếp', 'tiếp đi', 'tiếp tục báo cáo'],
  more: ['xem thêm', 'thêm', 'trang sau', 'còn nữa không', 'xem tiếp'],
  person: [
    'gặp cán bộ',
    'gặp người',
    'cho tôi gặp cán bộ',
    'gặp cán bộ xã',
    'nói chuyện với cán bộ',
    'nói chuyện với người',
  ],
}

const marked = new Map<string, Control>()
const plain = new Map<string, Control>()
for (const [control, words] of Object.entries(WORDS) as [Control, string[]][])
  for (const each of words) {
    marked.set(spellingOf(each), control)
    if (!plain.has(fold(each)) || control === 'confirm') plain.set(fold(each), control)
  }

/** Said before and after a word out of politeness: "dạ hủy giúp em ạ". */
const POLITE_BEFORE = /^(?:dạ|da|à|ừ|vâng|thì|thi|cho|em|tôi|toi)\s+(?=\S)/u
const POLITE_AFTER =
  /(?<=\S)\s+(?:bác|bac|cháu|chau|con|chú|chu|cô|ông|bà|nghe|nghen|ạ|a|nhé|nhe|nha|đi|di|với|voi|giúp|giup|giùm|dùm|cho|em|anh|chị|chi|tôi|toi|bạn|bot|ơi|oi|luôn|rồi|roi)$/u

/**
 * The control word that a text is, if it is nothing else. Words with marks are read with their marks, for "dừng" (stop) and
 * "đúng" (right) are one without them; without any, "dung" is taken for the far more frequent "đúng".
 */
export function readControl(text: string): Control | undefined {
  const said = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.!…]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
  return politely(said) ?? saidTwice(said)
}

function politely(said: string): Control | undefined {
  for (let rest = said; ;) {
    const control = lookUp(rest)
    if (control) return control
    const shorter = rest.replace(POLITE_AFTER, '')
    const shortest = shorter === rest ? rest.replace(POLITE_BEFORE, '') : shorter
    if (shortest === rest) return undefined
    rest = shortest
  }
}

/** "Đúng rồi cháu ạ, gửi giúp bác": the same word twice. */
function saidTwice(said: string): Control | undefined {
  const parts = said.split(/\s*[,;.]\s*/u).filter((part) => part !== '')
  const [first, ...others] = parts.map(politely)
  return others.length > 0 && others.every((control) => control === first) ? first : undefined
}

function lookUp(said: string): Control | undefined {
  const folded = fold(said)
  return folded === said ? plain.get(folded) : marked.get(spellingOf(said))
}

function spellingOf(words: string): string {
  return words.split(' ').map(spelling).join(' ')
}

const WHEN_LATER =
  '(?:sang |trua |chieu |toi )?(?:mai|nay)|lat(?: nua)?|mot lat|ty nua|ti nua|luc khac|hom khac|hom sau|tuan sau|mai mot'
const PUT_OFF = new RegExp(
  `^(?:(?:thoi|vay|the|da|u|um|vang) )*(?:de )?(?:${WHEN_LATER})(?: (?:toi|em|minh|bac|chau|tui|anh|chi))?(?: (?:se|moi|roi))*(?: (?:bao(?: cao)?|gui|lam|tra loi|nop|xem|noi|nhan|dem|hoi))(?: (?:lai|sau|tiep|cho|nhe|nha|a|em|chau|bac|cu))*$|^(?:(?:thoi|vay|the) )*de (?:${WHEN_LATER})(?: (?:di|nhe|nha|a|nua))*$`,
)

/** Whether somebody says that it is to be done later: "để mai báo", "lát nữa tôi gửi". */
export function isPutOff(text: string): boolean {
  return PUT_OFF.test(
    fold(text)
      .replace(/[.!,]+/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

/** Words that take back what was said before; "không" alone does so only before a comma, for "không đạt" is an answer. */
const TAKES_BACK = [
  /^(?:không|khong)\s+(?<rest>(?:thôn|thon|xóm|xom|xã|xa|ngày|ngay|\d).*)$/isu,
  /^(?:không|khong)\s*[,.:;–-]\s*(?<rest>.+)$/isu,
  /^(?:không phải|khong phai)\s+.+?\s+(?:mà là|ma la)\s+(?<rest>.+)$/isu,
  /^(?:(?:sửa|sua|đổi|doi|chỉnh|chinh)(?: lại| lai)?(?: thành| thanh| là| la)?|(?:quên|quen|nhầm|nham|sai)(?: rồi| roi)?|xin lỗi|xin loi|đính chính|dinh chinh|(?:đúng ra|dung ra|phải|phai) (?:là|la))(?:\s*[,.:;–-]\s*|\s+)(?<rest>.+)$/isu,
]
/** What people say before they take something back: "à", "ơ". */
const SIGH = /^(?:à|a|ờ|ồ|ấy|ơ|ơ kìa|thôi|dạ|da)[,.\s]+/iu

/** What is meant instead, where a text takes back what was said before: "không, 160 hộ", "à quên, thôn Đông". */
export function readCorrection(text: string): string | undefined {
  const said = text.normalize('NFC').trim()
  for (const attempt of [said, said.replace(SIGH, '')])
    for (const pattern of TAKES_BACK) {
      const rest = pattern.exec(attempt)?.groups?.['rest']
      if (rest) return rest
    }
  return undefined
}
