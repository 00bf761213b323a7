/** The words around units' names: what goes with a name, what cannot be one, how a question goes on after one. All folded. */

/** Between a unit and the one above it that only tells which it is. */
export const PLACING = new Set(', tinh huyen xa o cua thuoc thanh pho thi tai ben tran'.split(' '))
/** "xã mình", "thôn tôi". */
export const OWN_AFTER = new Set('minh toi ta nha em e tui chung to con chau menh mieng meng'.split(' '))
/** "xã nào", "xã khác": not one's own. */
export const OTHERS_AFTER = new Set('nao khac kia lan'.split(' '))
/** "các xã", "cấp xã": no one unit. */
export const MANY_BEFORE = new Set('cac nhung nhieu so cap lien hop may hai ba bon toan tung'.split(' '))
/** One-word names that are far more often the other word. */
export const NOT_A_NAME = new Set('hoi vien nao minh ta toi moi truong chi nay do co da la thi duoc'.split(' '))

/** Words before what is reported that are rather a verb or a particle than a village. */
export const NOT_REPORTED = new Set(
  'cho sua doi ghi nhap bao gui nop chot giao xem tra tinh ca toan con co hon moi ve la so ty ti muc cai vu tong'.split(
    ' ',
  ),
)

/** What may stand before the unit that a question is about. */
export const OPENING = new Set('the con vay a roi ro gio o va thoi'.split(' '))
/** How a question goes on after the unit that it is about. */
export const UNIT_QUESTIONS = new Set(
  `dat bao,dat may,dat duoc,duoc bao,duoc may,the nao,ra sao,sao roi,toi dau,den dau,lam duoc,lam den,lam toi,con thieu,con may,
  con bao,thieu gi,dat chuan`.split(/,\s*/),
)

/** Words that cannot stand in a unit's name: those that go on with the question. */
export const GOES_ON = new Set(
  `kieu dat duoc con co da chua thi la o e nay nao bao may toi den ve cua va voi nhu the tong em tui sao khong roi tai ngoai do kia ay
  ngay hom tuan thuoc de cho can phai bi se vua lam gom thieu vuong rot truoc sau tu ke neu ai nguoi khi ma rang hay hoac
  cung lai xem hoi noi khac menh mieng meng ket muc qua nhieu it nhat tieu chi ntm dang gi vay nua cac nhung moi so xep danh ben canh`.split(
    /\s+/,
  ),
)
/** Pairs of words that no unit's name begins with, though the first of them can: "xã bằng hình ảnh", "các thôn gửi lên". */
export const GO_ON_TOGETHER = new Set(
  'bang hinh,bang anh,bang word,bang excel,gui len,gui ve,gui cho,gui lai,giao cho,giao toi,giao em,giao xuong,dien so,nop len,nhap so,phu trach,theo doi,thay doi,tien bo,tien trien,chuyen bien,cai thien,bien dong'.split(
    ',',
  ),
)
/** These can stand in a name, but do not begin one. */
export const MAY_GO_ON = new Set(
  `minh ta nha chung gio hien bay tien trong tren duoi nam thang quy van hoan bai chi nong hong dau luc nhe diem phan tram cao thap
  thanh tinh huyen xa thon toan giai ket tot kem hon hoi hang dung yeu manh ti ty lo day sua nop gui biet`.split(/\s+/),
)

/** Names of units that are everyday words too; these need the word for their level or their capitals. */
const COMMON_WORDS = new Set(
  `hoa binh|thong nhat|doan ket|thanh cong|tien bo|hop tac|tu do|hanh phuc|doc lap|dong tam|tan tien|tien tien|thang loi|quyet thang|
  quyet tien|dan chu|cong hoa|tu lap|hop nhat|an toan|an ninh|trung tam|trung binh|dong y|hop ly|hop dong|yen tam|tien phong|hoa hop|
  minh tam|tu cuong|phu hop|hop thanh|dai hoc|hung thinh|kien thiet|tan thanh|toan thang|van minh|thai binh|an binh|yen binh|chinh nghia|
  hoa thuan|tien len|tien toi|tan tao|cao nguyen|bao an|nhan hoa|nhan dao|thuan hoa|dong loi|hop tien|trung thanh|tien thanh|van hoa`
    .split('|')
    .map((words) => words.trim()),
)

export function isCommonWord(words: string): boolean {
  return COMMON_WORDS.has(words)
}
