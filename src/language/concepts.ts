/** Words that mean the same to the bot: what is learned of one beside its neighbours is learned of the others too. */
import type { Word } from './features.ts'
import { fold, spelling } from './fold.ts'

/**
 * Each row is one meaning, its name first. Of a phrase the last word stands for the whole. Without marks a word counts only
 * where it is no other word of questions without them ("dung" may be "dùng"): those are given with `!`.
 */
const MEANINGS = `viec|công việc|nhiệm vụ|phần việc|đầu việc|công tác
thoi|hủy|huỷ|xóa|xoá|gỡ|ngừng|dừng!|tắt!|ngắt|bỏ!|loại bỏ|hủy bỏ
doi|sửa|đổi|chỉnh|thay đổi|điều chỉnh|chỉnh sửa|chuyển|dời
ung|đồng ý|nhất trí|chấp nhận|chấp thuận|cho phép|tán thành
xong|hoàn thành|hoàn tất|làm xong|giải quyết xong|thực hiện xong
xem|liệt kê|kể|danh sách|hiện ra|cho xem
ai|người nào|đồng chí nào|cán bộ nào
tre|quá hạn|trễ hạn|chậm|trễ|chậm tiến độ
han|thời hạn|hạn chót|deadline
lui|gia hạn|lùi hạn|kéo dài|lùi|thêm thời gian|dời hạn|lùi thời hạn
hinh|ảnh|hình|hình ảnh|biểu đồ|sơ đồ|đồ thị|tranh
lam|xuất|soạn|tạo|viết|lập|kết xuất|dự thảo|làm
excel|bảng tính|xlsx|file excel|tệp excel
giao|phân công|phân việc|giao việc|cử
noi|liên kết|kết nối|gắn|nối
hang|hằng|hàng|mỗi!
gap|khi nào|bao giờ|lúc nào|ngày nào|hôm nào
may|bao nhiêu|mấy|nhiêu
sao|thế nào|ra sao|như thế nào|sao rồi|tới đâu|đến đâu|tới mô|thế nào rồi
gui|gửi|nộp|đẩy lên
toi|tôi|em|mình|tui|cháu!|bác!|chú!|tao|tớ
giup|giúp|hộ!|giùm|dùm
ta|báo|thông báo|nhắn|gửi tin|nhắn tin
thieu|thiếu|vướng|kẹt|nợ!|hụt|khuyết|vướng mắc
nhom|nhóm|nhóm chat|nhóm zalo|group
mau|mẫu|biểu mẫu|form`

interface Phrase {
  folded: readonly string[]
  spelled: readonly string[]
  like: string
  /** Only with its marks. */
  marked: boolean
}

const BY_FIRST: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  MEANINGS.split('\n')
    .flatMap((row) => {
      const [like = '', ...phrases] = row.split('|')
      return phrases.map((phrase): Phrase => {
        const words = phrase.replace('!', '').split(' ')
        return {
          folded: words.map(fold),
          spelled: words.map(spelling),
          like: `<~${like}>`,
          marked: phrase.endsWith('!'),
        }
      })
    })
    .toSorted((a, b) => b.folded.length - a.folded.length),
  ({ folded }) => folded[0] ?? '',
)

/** The words with what each is like; those before the last of a phrase are passed over by their neighbours. */
export function withMeanings<W extends Word>(words: readonly W[]): W[] {
  const found = [...words]
  for (let i = 0; i < words.length; i++) {
    const phrase = BY_FIRST.get(words[i]?.folded ?? '')?.find((each) => standsAt(each, words, i))
    if (phrase === undefined) continue
    const last = i + phrase.folded.length - 1
    for (; i < last; i++) found[i] = { ...words[i]!, light: true }
    found[last] = { ...words[last]!, like: phrase.like }
  }
  return found
}

function standsAt({ folded, spelled, marked }: Phrase, words: readonly Word[], i: number): boolean {
  return folded.every((word, k) => {
    const said = words[i + k]
    if (said?.folded !== word) return false
    const bare = said.spelled === undefined || said.spelled === word
    return bare ? !marked : said.spelled === spelled[k]
  })
}
