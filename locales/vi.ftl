# Mọi câu bot nói. Viết ngắn, lịch sự, dễ hiểu; xưng "tôi", gọi "anh/chị".
# [b]…[/b] là chữ đậm. Số liệu luôn viết một kiểu: 15/19 tiêu chí, 52/57 chỉ tiêu, 86,4%, 30/04/2023.

## Đơn vị

level-tinh = tỉnh
level-huyen = huyện
level-xa = xã
level-thon = thôn
unit-merged = Từ ngày { $day }, { $unit } đã nhập vào { $successor }.
unit-ended = Từ ngày { $day }, { $unit } không còn là đơn vị hành chính.
unit-predecessor = Số liệu trước khi sáp nhập có ở: { $units }.
unit-unknown = Tôi không tìm thấy đơn vị nào tên “{ $name }”. Có phải anh/chị hỏi:
unit-unknown-no-like = Tôi không tìm thấy đơn vị nào tên “{ $name }”. Anh/chị kiểm tra lại tên giúp tôi.
unit-which = Có { $count } đơn vị tên “{ $name }”. Anh/chị hỏi đơn vị nào?
unit-missing = Anh/chị hỏi xã nào? Xin ghi tên xã, ví dụ “xã Trung Lương”, hoặc chọn:
no-units = Hiện chưa có số liệu của xã nào. Người quản trị cần nhập số liệu trước.

## Trạng thái

state-met = Đạt
state-unmet = Chưa đạt
state-unassessed = Chưa đánh giá
state-not_applicable = Không áp dụng

## Số tiêu chí, chỉ tiêu đạt

standing-title = [b]{ $unit }[/b]
standing = { $set }: đạt [b]{ $criteriaMet }/{ $criteria } tiêu chí, { $indicatorsMet }/{ $indicators } chỉ tiêu[/b]
standing-criteria-only = { $set }: đạt [b]{ $criteriaMet }/{ $criteria } tiêu chí[/b]
standing-indicators-only = { $set }: đạt [b]{ $indicatorsMet }/{ $indicators } chỉ tiêu[/b]
open-unmet = chưa đạt { $count } chỉ tiêu
open-unassessed = chưa đánh giá { $count } chỉ tiêu
open-not-applicable = không áp dụng { $count } chỉ tiêu
source-line = Tính đến { $day }. Nguồn: { $source }.
standing-totals-only = Báo cáo chỉ có tổng số, không nêu từng chỉ tiêu.
standing-listed-differs = Lưu ý: danh sách nêu { $unmet } chỉ tiêu chưa đạt, tức là đạt { $listed }/{ $total } chỉ tiêu, lệch { $difference } so với tổng số trong báo cáo.
standing-listed-criteria-differ = Lưu ý: tính theo danh sách thì đạt { $listed }/{ $total } tiêu chí, lệch { $difference } so với tổng số trong báo cáo.
standing-listed-total = Lưu ý: tính theo danh sách từng chỉ tiêu đến { $day } thì đạt { $listed }/{ $total } chỉ tiêu, lệch { $difference } so với tổng số trong báo cáo.
standing-older-report = Báo cáo gần nhất (đến { $day }): { $criteriaMet }/{ $criteria } tiêu chí, { $indicatorsMet }/{ $indicators } chỉ tiêu.
standing-older-report-criteria = Báo cáo gần nhất (đến { $day }): { $criteriaMet }/{ $criteria } tiêu chí.
standing-older-report-indicators = Báo cáo gần nhất (đến { $day }): { $indicatorsMet }/{ $indicators } chỉ tiêu.
no-figures = Chưa có số liệu của { $unit }.
no-figures-set = Chưa có số liệu của { $unit } theo bộ { $set }.
no-figures-day = Chưa có số liệu của { $unit } tính đến { $day }. Số liệu sớm nhất là ngày { $first }.
set-incomplete = Bộ { $set } ({ $decision }) có { $criteria } tiêu chí, { $indicators } chỉ tiêu. Danh mục chỉ tiêu chưa được nạp; phải nhập từ văn bản này trước khi dùng để đánh giá.
offer-unmet = Còn thiếu gì ({ $set })
offer-explain = { $code } yêu cầu gì

## Chưa đạt, đã đạt

unmet-title = [b]{ $unit } – { $set }[/b]: chưa đạt [b]{ $criteria } tiêu chí, { $indicators } chỉ tiêu[/b]
unmet-criterion = { $no }. { $name }: { $codes }
unmet-none = [b]{ $unit } – { $set }[/b]: không có chỉ tiêu nào chưa đạt.
unmet-totals-only = [b]{ $unit } – { $set }[/b]: còn { $criteria } tiêu chí, { $indicators } chỉ tiêu chưa đạt, nhưng báo cáo chỉ có tổng số ({ $criteriaMet }/{ $criteriaTotal } tiêu chí, { $indicatorsMet }/{ $indicatorsTotal } chỉ tiêu), không nêu rõ chỉ tiêu nào.
unmet-unassessed = Ngoài ra { $count } chỉ tiêu chưa đánh giá.
unmet-hint = Gõ mã để xem từng chỉ tiêu, ví dụ { $code }.
met-title = [b]{ $unit } – { $set }[/b]: đạt [b]{ $criteria }/{ $criteriaTotal } tiêu chí, { $indicators }/{ $indicatorsTotal } chỉ tiêu[/b]
met-criteria = Tiêu chí đạt:
met-criterion = { $no }. { $name }
met-none = Chưa có tiêu chí nào đạt trọn vẹn.
met-partly = Tiêu chí chưa trọn, có chỉ tiêu đạt:
met-presumed = Báo cáo chỉ liệt kê chỉ tiêu chưa đạt; những chỉ tiêu còn lại được coi là đạt theo báo cáo đó.
met-totals-only = [b]{ $unit } – { $set }[/b]: đạt { $criteriaMet }/{ $criteriaTotal } tiêu chí, { $indicatorsMet }/{ $indicatorsTotal } chỉ tiêu. Báo cáo chỉ có tổng số nên chưa rõ là những tiêu chí nào.

## Một tiêu chí, một chỉ tiêu

target-missing = Anh/chị hỏi tiêu chí hay chỉ tiêu nào? Xin ghi mã hoặc tên, ví dụ “17.5” hoặc “phân loại rác”.
target-unknown = Tôi không thấy “{ $name }” trong bộ tiêu chí. Xin ghi mã (ví dụ 17.5) hoặc tên chỉ tiêu.
target-which = “{ $name }” có thể là mấy mục sau. Anh/chị chọn một:
criterion-title = [b]Tiêu chí { $no }. { $name }[/b] ({ $set }), { $unit }: [b]{ $verdict }[/b]
criterion-counts = Đạt { $met }/{ $total } chỉ tiêu.
criterion-unmet = Chưa đạt: { $codes }
criterion-unassessed = Chưa đánh giá: { $codes }
criterion-unknown-totals = Báo cáo của { $unit } chỉ có tổng số, nên chưa rõ tiêu chí { $no }. { $name } ({ $set }) đạt hay chưa.
criterion-no-list = Tiêu chí { $no }. { $name } ({ $set }): danh mục chỉ tiêu chưa được nạp từ { $decision }.
indicator-title = [b]Chỉ tiêu { $code }[/b] ({ $set }), { $unit }: [b]{ $verdict }[/b]
indicator-name = { $name }
indicator-value = Số liệu: { $value }.
indicator-no-value = Chưa có con số cụ thể.
indicator-presumed = Không có số liệu riêng; báo cáo chỉ nêu các chỉ tiêu chưa đạt và không có { $code }, nên theo báo cáo đó thì đạt.
indicator-presumed-doubt = Tổng số trong báo cáo lệch với danh sách, nên điều này cần kiểm tra lại.
indicator-totals-only = Báo cáo của { $unit } chỉ có tổng số, nên chưa rõ chỉ tiêu { $code } ({ $set }) đạt hay chưa.
indicator-not-assessed = Chưa có số liệu về chỉ tiêu này.
threshold = Mức yêu cầu: { $threshold }.
threshold-unconfirmed = Mức yêu cầu: { $threshold } (chưa đối chiếu với văn bản gốc).
threshold-unknown = Mức yêu cầu: chưa rõ, cần tra trong quyết định hoặc quy định của tỉnh.
threshold-province = Mức yêu cầu: { $threshold }.
at-least = từ { $value } trở lên
at-most = không quá { $value }
exactly = { $value }

## Giải thích

explain-indicator = [b]Chỉ tiêu { $code }[/b] ({ $set }): { $name }
explain-criterion = [b]Tiêu chí { $no }. { $name }[/b] ({ $set }), gồm { $count } chỉ tiêu:
explain-criterion-line = { $code } { $name }
explain-part-of = Thuộc tiêu chí { $no }. { $name }.
explain-decision = Căn cứ: { $decision }, { $annex }.
explain-name-unconfirmed = Tên chỉ tiêu chưa đối chiếu với văn bản gốc.
explain-note = Ghi chú: { $note }

## So sánh, xếp hạng

ranking-title = [b]{ $place } – { $set }[/b]: { $count } xã có số liệu
ranking-all = Tất cả các xã
ranking-line = { $rank }. { $unit }: { $criteriaMet }/{ $criteria } tiêu chí, { $indicatorsMet }/{ $indicators } chỉ tiêu (đến { $day })
ranking-more = … và { $count } xã nữa.
ranking-none = Chưa có xã nào ở { $place } có số liệu.
compare-title = [b]So sánh theo { $set }[/b]
compare-line = { $unit }: { $criteriaMet }/{ $criteria } tiêu chí, { $indicatorsMet }/{ $indicators } chỉ tiêu (đến { $day }, nguồn: { $source })
compare-line-none = { $unit }: chưa có số liệu.
compare-ahead = { $unit } hơn { $criteria } tiêu chí, { $indicators } chỉ tiêu.
compare-even = Hai xã bằng nhau về số tiêu chí và chỉ tiêu đạt.
compare-days-differ = Lưu ý: số liệu không cùng thời điểm.

## Thay đổi

changes-title = [b]{ $unit } – { $set }[/b]: thay đổi từ { $from } đến { $to }
changes-met = Mới đạt: { $codes }
changes-unmet = Chuyển sang chưa đạt: { $codes }
changes-other = Đổi trạng thái khác: { $codes }
changes-values = Số liệu đổi: { $codes }
changes-value = { $code } ({ $before } → { $after })
changes-totals = Tổng số báo cáo: { $before } ({ $dayBefore }) → { $after } ({ $dayAfter })
changes-totals-first = Tổng số báo cáo: { $after } ({ $dayAfter })
totals = { $criteriaMet }/{ $criteria } tiêu chí, { $indicatorsMet }/{ $indicators } chỉ tiêu
changes-none = { $unit }: không có thay đổi nào từ { $from } đến { $to }. Số liệu gần nhất là ngày { $last }.

## Tôi là ai

whoami = Anh/chị là [b]{ $name }[/b].
whoami-title = Chức danh: { $title }.
whoami-role = Vai trò: { $role }, { $unit }.
whoami-stranger = Tôi chưa biết anh/chị là ai. Anh/chị vẫn hỏi được số liệu chung. Để có thêm quyền, xin gửi mã này cho cán bộ phụ trách: { $account }
whoami-group = Anh/chị hỏi riêng tôi để xem vai trò của mình; trong nhóm tôi không nêu thông tin cá nhân.
role-admin = quản trị
role-district_officer = cán bộ cấp trên
role-commune_officer = cán bộ xã
role-village_head = trưởng thôn
role-viewer = người xem

## Trợ giúp, chào hỏi, không hiểu

help-title = Tôi là bot trả lời tự động về nông thôn mới. Anh/chị cứ hỏi bằng lời thường, có dấu hay không dấu đều được:
help-line = • { $what }: “{ $example }” (/{ $slash })
greeting = Chào anh/chị! Tôi là bot trả lời tự động về nông thôn mới của xã. Anh/chị có thể hỏi, ví dụ: { $examples }.
thanks = Không có gì ạ. Anh/chị cần gì cứ hỏi tôi.
goodbye = Chào anh/chị, hẹn gặp lại.
not-understood = Tôi chưa hiểu ý anh/chị. Tôi trả lời về tiêu chí, chỉ tiêu nông thôn mới. Anh/chị thử hỏi: { $examples }.
which-question = Tôi chưa chắc anh/chị hỏi gì. Anh/chị chọn giúp:
slash-unknown = Tôi không có lệnh /{ $name }. Gõ /trogiup để xem các lệnh.
button-gone = Nút này không còn dùng được. Anh/chị hỏi lại bằng lời giúp tôi.
not-allowed = Anh/chị chưa có quyền làm việc này ({ $what }). Việc này dành cho: { $roles }.
not-allowed-unit = Anh/chị chưa có quyền { $what } ở { $unit }. Quyền này dành cho: { $roles }.
not-allowed-ask = Người có thể cấp quyền: { $people }.
not-allowed-ask-roles = Xin liên hệ { $roles } của đơn vị để được cấp quyền.
officer = { $name } ({ $office })
voice-unread = Tôi chưa nghe được tin thoại. Anh/chị gõ chữ giúp tôi.
kind-unread = Tôi chưa đọc được loại tin này. Anh/chị gõ chữ hoặc gửi ảnh giúp tôi.
file-unexpected = Tôi chưa biết dùng tệp này vào việc gì. Anh/chị viết thêm vài chữ cho biết cần gì.
turn-failed = Xin lỗi, tôi gặp lỗi khi xử lý tin này (mã { $id }). Tin đã được giữ lại để người quản trị xem; anh/chị thử lại sau.

## Việc bot làm được (một dòng trong trợ giúp và menu)

summary-status = Số tiêu chí, chỉ tiêu đã đạt
summary-unmet = Tiêu chí, chỉ tiêu còn thiếu
summary-met = Tiêu chí, chỉ tiêu đã đạt là những gì
summary-criterion = Xem một tiêu chí
summary-indicator = Xem một chỉ tiêu
summary-explain = Giải thích yêu cầu của tiêu chí, chỉ tiêu
summary-compare = So sánh, xếp hạng các xã
summary-changes = Có gì thay đổi
summary-whoami = Tôi là ai, có quyền gì
summary-help = Trợ giúp
summary-greeting = Chào hỏi

## Quyền (điền vào “chưa có quyền …”)

action-ask-figures = xem số liệu chung
action-see-village-figures = xem số liệu từng thôn
action-see-history = xem lịch sử cập nhật
action-submit-report = gửi báo cáo của thôn
action-withdraw-report = rút báo cáo của thôn
action-review-report = duyệt báo cáo
action-reopen-approval = mở lại báo cáo đã duyệt
action-set-status = cập nhật kết quả
action-fix-rollup = chốt số liệu cộng dồn
action-see-reporting = xem tình hình báo cáo
action-see-assignments = xem phân công
action-assign = phân công việc
action-link-group = gắn nhóm chat
action-send-notice = gửi thông báo
action-schedule-notice = đặt lịch thông báo
action-export = xuất số liệu
action-list-people = xem danh sách người dùng
action-grant-viewer = thêm hoặc bớt người xem
action-grant-village_head = thêm hoặc bớt trưởng thôn
action-grant-commune_officer = thêm hoặc bớt cán bộ xã
action-grant-district_officer = thêm hoặc bớt cán bộ cấp trên
action-grant-admin = thêm hoặc bớt người quản trị
action-see-audit = xem nhật ký
action-handle-data-requests = xử lý yêu cầu về dữ liệu cá nhân

## Màn hình dòng lệnh

choices-number = { $number }. { $label }
choices-hint = (Trả lời bằng số hoặc bằng chữ.)
part-number = ({ $number }/{ $count })
terminal-welcome = Bot nông thôn mới trên màn hình dòng lệnh. Anh/chị đang nói với tên “{ $handle }”; cứ gõ câu hỏi, ví dụ “xã đạt bao nhiêu tiêu chí”. /as TÊN để nói như người khác, /in NHÓM để vào nhóm, /in để ra, Ctrl+D để thoát.
terminal-as = Từ đây anh/chị nói với tên “{ $handle }”.
terminal-in = Từ đây anh/chị nói trong nhóm “{ $group }”; gọi bot bằng @bot.
terminal-private = Anh/chị đã trở lại cuộc trò chuyện riêng với bot.

## Tệp gửi qua kênh không nhận tệp

file-link = Tệp “{ $name }”: { $url } (tải được trong 24 giờ)
file-elsewhere = Kèm theo có “{ $name }” nhưng không gửi được ở đây. Anh/chị hỏi cán bộ phụ trách để xem.

## Làm từng bước

dialog-confirm = Xác nhận
dialog-edit = Sửa
dialog-cancel = Hủy
dialog-back = Quay lại
dialog-skip = Bỏ qua
dialog-more = Xem thêm
dialog-words = (Gõ { $words } khi cần.)
dialog-edit-which = Anh/chị muốn sửa gì?
dialog-cancelled = Đã hủy. Chưa có gì được gửi đi.
dialog-corrected = Tôi đã sửa theo ý anh/chị.
dialog-unfit = Tôi chưa hiểu câu trả lời này.
dialog-old-button = Nút vừa bấm là của câu hỏi trước. Câu hỏi hiện tại là:
dialog-nothing-to-confirm = Chưa có gì để xác nhận; xin trả lời câu này trước.
dialog-nothing-to-edit = Chưa có gì để sửa; xin trả lời câu này trước.
dialog-cannot-skip = Câu này không bỏ qua được.
dialog-first-step = Đây là câu đầu tiên.
dialog-help = Anh/chị trả lời câu dưới đây bằng chữ, bằng số hoặc bấm nút. Gõ “quay lại” để về câu trước, “sửa” để đổi điều đã nói, “làm lại” để bắt đầu lại, “hủy” để thôi, “gặp cán bộ” khi cần người giúp. Anh/chị cũng có thể hỏi chuyện khác; tôi trả lời rồi mình làm tiếp.
dialog-restarted = Mình làm lại từ đầu.
dialog-back-to = Mình làm tiếp việc đang dở:
dialog-taken-up = Mình trở lại việc đang dở lúc trước:
dialog-resumed = Mình làm tiếp từ chỗ đang dở:
dialog-upgraded = Chương trình vừa được cập nhật nên câu hỏi có thay đổi. Những gì anh/chị đã trả lời tôi vẫn giữ:
dialog-in-private = Việc này tôi hỏi riêng anh/chị; xin mở cuộc trò chuyện riêng với tôi.
dialog-ending = Anh/chị còn một việc đang làm dở ({ $what }). Nếu không trả lời, đến { $time } ngày { $day } tôi sẽ cất đi. Gõ “tiếp tục” để làm tiếp, “hủy” để thôi.
