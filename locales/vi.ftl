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
unit-missing = Anh/chị hỏi xã nào? Xin ghi tên xã, ví dụ “{ $example }”, hoặc chọn:
village-missing = Anh/chị hỏi thôn nào? Xin ghi tên thôn, ví dụ “{ $example }”, hoặc chọn:
no-units = Hiện chưa có số liệu của xã nào. Người quản trị cần nhập số liệu trước.

## Trạng thái

state-met = Đạt
state-unmet = Chưa đạt
state-unassessed = Chưa đánh giá
state-not_applicable = Không áp dụng
state-unknown-totals = Chưa rõ, báo cáo chỉ có tổng số

## Số tiêu chí, chỉ tiêu đạt

standing-title = [b]{ $unit }[/b]
criteria-of = { $met }/{ $total } tiêu chí
indicators-of = { $met }/{ $total } chỉ tiêu
criteria-count = { $count } tiêu chí
indicators-count = { $count } chỉ tiêu
standing = { $set }: đạt [b]{ $counts }[/b]
open-unmet = chưa đạt { $count } chỉ tiêu
open-unassessed = chưa đánh giá { $count } chỉ tiêu
open-not-applicable = không áp dụng { $count } chỉ tiêu
source-line = Tính đến { $day }. Nguồn: { $source }.
standing-totals-only = Báo cáo chỉ có tổng số, không nêu từng chỉ tiêu.
standing-listed-differs = Lưu ý: danh sách nêu { $unmet } chỉ tiêu chưa đạt, tức là đạt { $listed }/{ $total } chỉ tiêu, lệch { $difference } so với tổng số trong báo cáo.
standing-listed-criteria-differ = Lưu ý: tính theo danh sách thì đạt { $listed }/{ $total } tiêu chí, lệch { $difference } so với tổng số trong báo cáo.
standing-listed-total = Lưu ý: tính theo danh sách từng chỉ tiêu đến { $day } thì đạt { $listed }/{ $total } chỉ tiêu, lệch { $difference } so với tổng số trong báo cáo.
standing-later-updates = Cập nhật riêng từng chỉ tiêu (đến { $day }): { $met } Đạt, { $unmet } Chưa đạt; tổng số trên chưa tính những cập nhật sau ngày { $reported }.
standing-older-report = Báo cáo gần nhất (đến { $day }): { $counts }.
no-figures = Chưa có số liệu của { $unit }.
figures-of-commune = Bộ tiêu chí tính cho cả xã, không tính riêng { $village }. Đây là số liệu của { $commune }:
no-figures-set = Chưa có số liệu của { $unit } theo bộ { $set }.
no-figures-day = Chưa có số liệu của { $unit } tính đến { $day }. Số liệu sớm nhất là ngày { $first }.
set-incomplete = Bộ { $set } ({ $decision }) có { $criteria } tiêu chí, { $indicators } chỉ tiêu. Danh mục chỉ tiêu chưa được nạp; phải nhập từ văn bản này trước khi dùng để đánh giá.
offer-unmet = Còn thiếu gì ({ $set })
offer-explain = { $code } yêu cầu gì

## Chưa đạt, đã đạt

unmet-title = [b]{ $unit } – { $set }[/b]: chưa đạt [b]{ $criteria } tiêu chí, { $indicators } chỉ tiêu[/b]
unmet-criterion = { $no }. { $name }: { $codes }
unmet-none = [b]{ $unit } – { $set }[/b]: không có chỉ tiêu nào chưa đạt.
unmet-totals-only = [b]{ $unit } – { $set }[/b]: còn { $open } chưa đạt, nhưng báo cáo chỉ có tổng số ({ $counts }), không nêu rõ chỉ tiêu nào.
unmet-unassessed = Ngoài ra { $count } chỉ tiêu chưa đánh giá.
unmet-unassessed-codes = Ngoài ra { $count } chỉ tiêu chưa đánh giá: { $codes }
unmet-hint = Gõ mã để xem từng chỉ tiêu, ví dụ { $code }.
met-title = [b]{ $unit } – { $set }[/b]: đạt [b]{ $criteria }/{ $criteriaTotal } tiêu chí, { $indicators }/{ $indicatorsTotal } chỉ tiêu[/b]
met-criteria = Tiêu chí đạt:
met-criterion = { $no }. { $name }
met-none = Chưa có tiêu chí nào đạt trọn vẹn.
met-partly = Tiêu chí chưa trọn, có chỉ tiêu đạt:
met-presumed = Báo cáo chỉ liệt kê chỉ tiêu chưa đạt; những chỉ tiêu còn lại được coi là đạt theo báo cáo đó.
met-totals-only = [b]{ $unit } – { $set }[/b]: đạt { $counts }. Báo cáo chỉ có tổng số nên chưa rõ là những tiêu chí nào.

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
explain-set = [b]{ $name }[/b] có { $criteria } tiêu chí, { $indicators } chỉ tiêu.
explain-set-line = { $no }. { $name }
explain-part-of = Thuộc tiêu chí { $no }. { $name }.
explain-decision = Căn cứ: { $decision }, { $annex }.
explain-name-unconfirmed = Tên chỉ tiêu chưa đối chiếu với văn bản gốc.
explain-note = Ghi chú: { $note }

## So sánh, xếp hạng

ranking-title = [b]{ $place } – { $set }[/b]: { $count } xã có số liệu
ranking-all = Tất cả các xã
ranking-compared = So sánh
ranking-line = { $rank }. { $unit }: { $counts } ({ $about })
ranking-day = đến { $day }
ranking-source = Nguồn: { $sources }.
ranking-sources-many = Nguồn: báo cáo của từng xã; hỏi riêng một xã để xem nguồn.
ranking-more = … và { $count } xã nữa.
ranking-none = Chưa có xã nào ở { $place } có số liệu.
ranking-none-set = Chưa có xã nào ở { $place } có số liệu theo bộ { $set }.
target-in-title = [b]{ $place } – { $target }[/b] ({ $set }): { $count } xã có số liệu
target-criterion = tiêu chí { $no }. { $name }
target-indicator = chỉ tiêu { $name }
target-communes = { $verdict } ({ $count }): { $communes }
compare-title = [b]So sánh theo { $set }[/b]
compare-line = { $unit }: { $counts } (đến { $day }, nguồn: { $source })
compare-line-none = { $unit }: chưa có số liệu.
compare-ahead = { $unit } hơn { $by }.
compare-even = Hai xã bằng nhau về số tiêu chí và chỉ tiêu đạt.
compare-even-criteria = Hai xã bằng nhau về số tiêu chí đạt.
compare-days-differ = Lưu ý: số liệu không cùng thời điểm.

## Thay đổi

changes-title = [b]{ $unit } – { $set }[/b]: thay đổi từ { $from } đến { $to }
changes-met = Mới đạt: { $codes }
changes-unmet = Chuyển sang chưa đạt: { $codes }
changes-other = Đổi trạng thái khác: { $codes }
changes-values = Số liệu đổi: { $codes }
changes-value = { $code } ({ $before } → { $after })
changes-totals = Kết quả: { $before } ({ $dayBefore }) → { $after } ({ $dayAfter })
changes-first = Số liệu đầu tiên: { $before } ({ $dayBefore })
changes-none = { $unit }: không có thay đổi nào từ { $from } đến { $to }. Số liệu gần nhất là ngày { $last }.

## Tôi là ai

whoami = Anh/chị là [b]{ $name }[/b].
whoami-title = Chức danh: { $title }.
whoami-role = Vai trò: { $role }, { $unit }.
whoami-stranger = Tôi chưa biết anh/chị là ai. Anh/chị vẫn hỏi được số liệu chung. Để có thêm quyền, anh/chị xin cán bộ phụ trách một mã mời rồi nhắn mã đó cho tôi. Mã tài khoản của anh/chị: { $account }
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
acknowledged = Vâng ạ. Anh/chị cần gì cứ hỏi tôi.
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

## Mời, tham gia, người dùng

private-only = Việc này có thông tin cá nhân, nên anh/chị nhắn riêng cho tôi, đừng làm trong nhóm.
summary-invite = Mời người tham gia
summary-join = Tham gia bằng mã mời
summary-people = Danh sách người dùng
summary-my-data = Dữ liệu của tôi
summary-data-requests = Yêu cầu về dữ liệu cá nhân
summary-history = Lịch sử một chỉ tiêu
invitation-code = Mã: [b]{ $code }[/b]
invitation-until = Mã dùng một lần, có hạn đến { $until }.
invitation-link = Người dùng Telegram chỉ cần bấm: { $link }
invite-step-role = vai trò
invite-step-unit = đơn vị
invite-step-name = tên
invite-ask-role = Anh/chị mời người đó vào vai trò nào?
invite-ask-unit = { $role } của đơn vị nào?
invite-no-units = { $role }: trong danh sách chưa có đơn vị nào mà anh/chị mời được. Người quản trị cần nhập đơn vị trước.
invite-ask-name = Họ và tên người được mời? (bỏ qua cũng được, người đó sẽ tự ghi)
invite-confirm = Mời một người làm [b]{ $role }[/b], { $unit }. Tạo mã mời?
invite-confirm-named = Mời [b]{ $name }[/b] làm [b]{ $role }[/b], { $unit }. Tạo mã mời?
invite-confirm-person = [b]{ $name }[/b] đã có trong danh sách. Tạo mã để người đó gắn tài khoản của mình?
invite-absent = Lưu ý: { $names } đã có trong danh sách mà chưa gắn tài khoản. Nếu mời chính người đó, anh/chị hủy rồi gõ “mời” kèm họ tên.
invite-unit-unfit = Vai trò { $role } không dùng cho đơn vị cấp này. Anh/chị mời lại giúp tôi.
invite-made = Đã tạo mã mời làm { $role }, { $unit }.
invite-made-person = Đã tạo mã cho { $name }.
invite-how = Anh/chị chuyển mã cho đúng người đó; người đó nhắn mã cho tôi là tham gia được. Ai có mã đều dùng được, nên đừng gửi vào nhóm.
invite-person-no-role = Người này chưa có vai trò nào. Anh/chị mời theo vai trò, ví dụ “mời trưởng thôn Đoài”.
link-account-stranger = Tài khoản này chưa gắn với ai. Nếu có mã mời, anh/chị cứ nhắn mã đó cho tôi.
link-account-made = Anh/chị nhắn mã này cho tôi từ tài khoản thứ hai (Telegram hoặc Zalo) thì hai tài khoản là một người.
join-how = Nếu có mã mời, anh/chị nhắn mã đó cho tôi, ví dụ K7CP-3MXG-9TRH. Chưa có thì xin cán bộ phụ trách của xã một mã.
join-wrong = Mã này không đúng. Anh/chị xem lại từng ký tự rồi gõ lại giúp tôi.
join-used = Mã này đã có người dùng rồi. Anh/chị xin cán bộ một mã mới.
join-expired = Mã này đã hết hạn. Anh/chị xin cán bộ một mã mới.
join-gone = Mã mời này không còn dùng được. Anh/chị xin cán bộ một mã mới.
join-paused = Mã sai nhiều lần, nên tôi tạm dừng nhận mã. Anh/chị thử lại sau { $until }.
join-own-account = Tài khoản này đã gắn với anh/chị rồi. Mã vẫn dùng được: anh/chị nhắn mã từ tài khoản kia.
join-others-account = Tài khoản này đã gắn với { $name }, nên không gắn với người khác được.
join-step-name = tên
join-step-agrees = đồng ý
join-ask-name = Anh/chị cho biết họ và tên đầy đủ:
join-offer = Mã mời: vai trò [b]{ $role }[/b], { $unit }.
join-offer-named = Mã mời cho [b]{ $name }[/b]: vai trò [b]{ $role }[/b], { $unit }.
join-offer-account = Mã này gắn tài khoản đang dùng với [b]{ $name }[/b].
consent-text = Bot lưu họ tên, chức danh, mã tài khoản, vai trò và những gì anh/chị gửi, chỉ để làm việc nông thôn mới; UBND xã là bên kiểm soát dữ liệu. Cán bộ của đơn vị anh/chị và cấp trên xem được báo cáo kèm tên người gửi. Tin nhắn chuyển qua Telegram hoặc Zalo (máy chủ Telegram ở nước ngoài). Anh/chị xem, sửa, xóa dữ liệu hoặc rút lại đồng ý bất cứ lúc nào: gõ “dữ liệu của tôi”.
join-question = Anh/chị có đồng ý để bot lưu và dùng dữ liệu như trên không?
join-question-account = Anh/chị là { $name } và muốn gắn tài khoản này?
join-agree = Đồng ý
join-refuse = Không đồng ý
join-refused = Vâng, tôi không lưu gì thêm. Anh/chị vẫn hỏi được số liệu chung; đổi ý thì nhắn lại mã mời.
join-done = Chào [b]{ $name }[/b], anh/chị đã tham gia.
join-next = Gõ /trogiup để xem những việc làm được.
join-told = { $name } đã tham gia bằng mã mời của anh/chị.
people-title = [b]Người dùng – { $unit }[/b]: { $count } vai trò
people-line = • { $name }: { $role }, { $unit }
people-line-absent = • { $name }: { $role }, { $unit } (chưa gắn tài khoản)
people-none = { $unit } chưa có người dùng nào.
people-more = … và { $count } vai trò nữa. Anh/chị hỏi theo từng thôn để xem tiếp.
people-hint = Thêm người: “mời trưởng thôn …”. Bớt: “xóa … khỏi …”.
remove-step-person = người
remove-ask-person = Anh/chị muốn thôi quyền của ai?
remove-confirm = Thôi quyền của [b]{ $name }[/b]:
remove-role = • { $role }, { $unit }
remove-confirm-effect = Báo cáo và lịch sử cũ vẫn giữ nguyên. Anh/chị xác nhận?
remove-no-role = Người này không có vai trò nào ở đó.
remove-last-admin = Đây là người quản trị cuối cùng. Anh/chị mời một người quản trị khác trước.
remove-done = Đã thôi quyền của { $name }:
removed-told = Anh/chị không còn các vai trò sau:

## Dữ liệu cá nhân

first-notice = Tôi là bot tự động. Tôi lưu mã tài khoản và tin nhắn của anh/chị để trả lời và chịu trách nhiệm về số liệu; gõ “dữ liệu của tôi” để xem hoặc xóa.
my-data-title = [b]Dữ liệu của anh/chị mà bot đang lưu[/b]
my-data-stranger = Tôi chưa biết anh/chị là ai, không lưu tên.
my-data-name = Họ tên: { $name }
my-data-job = Chức danh: { $title }
my-data-role = Vai trò: { $role }, { $unit }
my-data-account = Tài khoản { $channel }: { $id }
my-data-messages = Tin nhắn riêng anh/chị gửi đang lưu: { $count } (xóa định kỳ).
my-data-reports = Báo cáo đã gửi: { $count } (hồ sơ của cơ quan, giữ lại).
my-data-agreed = Đã đồng ý (bản { $version }) lúc { $at }.
my-data-told = Đã được thông báo (bản { $version }) lúc { $at }.
my-data-withdrawn = Đã rút lại đồng ý (bản { $version }) lúc { $at }.
my-data-request-open = Yêu cầu số { $id } ({ $what }) đang chờ, hạn { $due }.
my-data-why = Mục đích: làm việc nông thôn mới. Bên kiểm soát dữ liệu: UBND xã.
my-data-offer-correct = Sửa dữ liệu của tôi
my-data-offer-erase = Xóa dữ liệu của tôi
my-data-step-kind = loại yêu cầu
my-data-step-note = nội dung cần sửa
my-data-ask-kind = Anh/chị muốn yêu cầu gì?
my-data-ask-note = Anh/chị cho biết chỗ nào sai và viết lại cho đúng:
my-data-confirm = Yêu cầu: [b]{ $what }[/b]. Cán bộ phải làm xong trước hết ngày { $due }.
my-data-confirm-note = Nội dung: { $note }
my-data-effect-correct = Gửi yêu cầu này?
my-data-effect-erase = Xóa xong, anh/chị không còn vai trò nào; báo cáo đã gửi vẫn là hồ sơ của cơ quan nhưng không còn tên anh/chị. Gửi yêu cầu này?
my-data-effect-withdraw = Rút xong, anh/chị không còn vai trò nào và bot thôi nhận dữ liệu mới. Gửi yêu cầu này?
my-data-asked = Đã ghi nhận yêu cầu số { $id }: { $what }. Hạn trả lời: { $due }. Khi xong tôi sẽ báo.
my-data-asked-before = Anh/chị đã có yêu cầu này rồi (số { $id }, hạn { $due }).
data-request-correct = sửa dữ liệu
data-request-erase = xóa dữ liệu
data-request-withdraw = rút lại đồng ý
data-request-told = Có yêu cầu số { $id } về dữ liệu cá nhân: { $what }, hạn { $due }.
data-request-due-soon = Yêu cầu số { $id } về dữ liệu cá nhân ({ $what }) sắp đến hạn: { $due }.
data-request-overdue = Yêu cầu số { $id } về dữ liệu cá nhân ({ $what }) đã quá hạn { $due }. Anh/chị xử lý ngay giúp.
data-request-done-told = Yêu cầu số { $id } của anh/chị ({ $what }) đã làm xong.
data-request-refused-told = Yêu cầu số { $id } của anh/chị ({ $what }) không được chấp nhận. Anh/chị liên hệ UBND xã để biết lý do và để khiếu nại.
data-requests-open = Xem yêu cầu
data-requests-title = [b]Yêu cầu về dữ liệu cá nhân[/b]: { $count }
data-requests-none = Không có yêu cầu nào đang chờ.
data-requests-line = Số { $id }: { $who}, { $what }, hạn { $due }.
data-requests-note = Nội dung: { $note }.
data-requests-acknowledge = Trả lời đã nhận trước hết ngày { $day }.
data-requests-late = [b]Đã quá hạn.[/b]
data-requests-stranger = người chưa đăng ký
data-requests-choice = Số { $id }: { $what }
data-requests-gone = Yêu cầu này không còn chờ nữa.
data-requests-not-yours = Yêu cầu này không thuộc đơn vị của anh/chị, nên anh/chị chưa xử lý được.
data-requests-step-outcome = cách xử lý
data-requests-step-name = họ tên đúng
data-requests-do = Thực hiện
data-requests-refuse = Từ chối
data-requests-ask-name = Họ tên đúng là gì? (bỏ qua nếu không sửa họ tên)
data-requests-new-name = Họ tên mới: { $name }
data-requests-effect-correct = Đóng yêu cầu và báo cho người đó?
data-requests-effect-erase = Xóa tên, chức danh, vai trò, tài khoản và tin nhắn của người này. Không lấy lại được. Anh/chị xác nhận?
data-requests-effect-withdraw = Bỏ vai trò và tài khoản của người này. Anh/chị xác nhận?
data-requests-effect-refused = Từ chối yêu cầu này và báo cho người đó? Chỉ từ chối khi pháp luật cho phép.
data-requests-done = Đã làm xong yêu cầu số { $id }.
data-requests-refused = Đã từ chối yêu cầu số { $id }.
person-erased = người đã xóa #{ $number }

## Lịch sử

history-title = [b]Lịch sử { $code }[/b] ({ $set }), { $unit }
history-line = • { $day }, { $code }: { $figure }. Nguồn: { $source }. Người ghi: { $who }, { $at }.
history-line-import = • { $day }, { $code }: { $figure }. Nguồn: { $source }. Nhập từ hồ sơ, { $at }.
history-more = … và { $count } lần ghi cũ hơn.
history-none = Chưa có lần cập nhật nào về { $code } ở { $unit }.
history-reports = Báo cáo:
history-report = • Số { $id }, { $unit }: { $figure }, { $who } gửi { $at }.
history-report-waiting = Đang chờ duyệt.
history-report-approved = { $who } duyệt { $at }.
history-report-returned = { $who } trả lại { $at }.
history-report-reopened = { $who } mở lại { $at }.
history-report-withdrawn = { $who } rút lại { $at }.
history-report-reason = Lý do: { $reason }.

members-only = Bot này chỉ trả lời người đã tham gia. Nếu có mã mời, anh/chị nhắn mã đó cho tôi; chưa có thì xin cán bộ phụ trách của xã.

not-allowed-ask-do = Người làm được việc này: { $people }.

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
dialog-anew = Tôi làm theo tin mới này; việc chưa xác nhận trước đó đã bỏ.
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

## Báo cáo của thôn

summary-report = Báo cáo số liệu của thôn
summary-correct = Sửa báo cáo đã gửi
summary-approve = Duyệt báo cáo
summary-return = Trả lại báo cáo
summary-withdraw = Rút lại báo cáo
summary-reopen = Mở lại báo cáo đã duyệt
summary-pending = Báo cáo chờ duyệt
summary-my-reports = Báo cáo của tôi
summary-contact = Gặp cán bộ

report-label-unit = Thôn
report-label-indicator = Chỉ tiêu
report-label-figure = Số liệu
report-label-day = Ngày
report-label-evidence = Ảnh, giấy tờ
report-label-note = Ghi chú
report-ask-unit = Anh/chị báo cáo cho thôn nào?
report-ask-indicator = Báo cáo chỉ tiêu nào? Anh/chị chọn, hoặc gõ mã hay tên, ví dụ “17.5” hoặc “phân loại rác”.
report-about = [b]Chỉ tiêu { $code }[/b]: { $name }
report-ask-figure-households = Được bao nhiêu hộ trên tổng số hộ? Ví dụ “150/210 hộ”, hoặc “86,4%”.
report-ask-figure-share = Được bao nhiêu trên tổng số? Ví dụ “150/210”, hoặc “86,4%”.
report-ask-figure-amount = Được bao nhiêu { $unit }? Ví dụ “62,5”.
report-ask-figure-verdict = Thôn đã đạt chưa?
report-ask-day = Số liệu này tính đến ngày nào? Ví dụ “20/11” hoặc “hôm qua”.
report-today = Hôm nay ({ $day })
report-day-to-come = Ngày { $day } chưa tới. Xin ghi ngày đã qua hoặc hôm nay.
report-ask-evidence = Anh/chị có ảnh hoặc giấy tờ minh chứng thì gửi vào đây (tối đa { $most } tệp), không có thì bỏ qua.
report-files-kept = Tôi đã nhận ảnh, giấy tờ.
report-ask-note = Anh/chị có ghi chú gì thêm không? Không có thì bỏ qua.
report-not-yours = Anh/chị không báo cáo thay { $unit } được; việc này dành cho trưởng thôn đó.
report-stranger = Tôi chưa biết anh/chị là ai nên chưa nhận báo cáo được. Xin nhờ cán bộ xã gửi mã mời.
report-check = Xin anh/chị xem lại trước khi gửi:
report-title = [b]{ $unit } – chỉ tiêu { $code } ({ $set })[/b]
report-figure = Số liệu: [b]{ $figure }[/b], tính đến { $day }.
report-before = Lần trước: { $value } (ngày { $day }).
report-if-approved = Nếu được duyệt, { $unit }: { $verdict }; { $before }/{ $total } → { $after }/{ $total } chỉ tiêu đạt.
report-undecided = Mức yêu cầu chưa được xác nhận theo văn bản gốc, nên số liệu này chưa làm đổi kết quả Đạt hay Chưa đạt.
report-warn-households = Lưu ý: tổng số { $whole } hộ khác với số hộ của thôn tôi đang có ({ $households } hộ).
report-warn-jump = Lưu ý: lệch { $points } điểm phần trăm so với lần trước (ngày { $day }). Xin kiểm tra lại cho chắc.
report-evidence = Minh chứng: { $count } tệp.
report-note = Ghi chú: { $note }
report-replaces = Báo cáo này thay báo cáo số { $id }.
report-confirm-hint = Đúng thì gõ “xác nhận”. Chưa đúng thì gõ “sửa”, hoặc nói luôn số đúng.
report-sent = Đã gửi báo cáo số { $id }: { $line }.
report-goes-to = Chờ duyệt: { $people }.
report-no-officer = Xã chưa có cán bộ nào khác trên hệ thống để duyệt; báo cáo vẫn được giữ lại, chờ duyệt.
report-after-hint = Khi chưa duyệt, anh/chị có thể gõ “sửa báo cáo { $id }” hoặc “rút lại { $id }”.
report-same = Báo cáo này anh/chị đã gửi lúc { $time } (số { $id }); tôi không gửi thêm lần nữa.
report-line = { $unit } – { $code } { $name } ({ $set }): { $figure }, tính đến { $day }
report-waiting = chờ duyệt
report-waiting-again = đã sửa, chờ duyệt lại
report-approved = đã duyệt ({ $person }, { $time } ngày { $day })
report-returned = bị trả lại ({ $person }, { $time } ngày { $day }): { $reason }
report-withdrawn = đã rút lại ({ $time } ngày { $day })
report-unknown = Tôi không thấy báo cáo số { $id } của anh/chị.
report-source = Báo cáo số { $id } của { $unit }, cán bộ xã đã duyệt
report-source-reopened = Mở lại báo cáo số { $id }; trước đó: { $source }
indicator-pending = Có { $count } báo cáo của thôn về chỉ tiêu này đang chờ duyệt; con số trên chưa tính đến.

figure-households = { $part }/{ $whole } hộ ({ $share })
figure-count = { $part }/{ $whole } ({ $share })
figure-part-over-whole = Số đạt ({ $part }) không thể nhiều hơn tổng số ({ $whole }). Xin ghi lại, ví dụ “150/210 hộ”.
figure-over-100 = Tỷ lệ không thể quá 100%. Xin ghi lại.
figure-negative = Số liệu không thể là số âm. Xin ghi lại.
figure-whole-zero = Tổng số phải lớn hơn 0. Xin ghi lại, ví dụ “150/210 hộ”.
figure-not-whole = Số hộ phải là số nguyên. Xin ghi lại, ví dụ “150/210 hộ”.
figure-wants-share = Chỉ tiêu này tính theo tỷ lệ. Xin ghi như “150/210 hộ” hoặc “86,4%”.
figure-wants-verdict = Chỉ tiêu này chỉ có Đạt hoặc Chưa đạt. Xin trả lời “đạt” hoặc “chưa đạt”.
figure-wants-amount = Chỉ tiêu này tính bằng { $unit }. Xin ghi một con số, ví dụ “62,5”.
figure-wants-whole = Được { $part } trên tổng số bao nhiêu? Xin ghi cả hai, ví dụ “150/210 hộ”.

file-too-large = Tệp này lớn quá 10 MB nên tôi không nhận được. Xin gửi tệp nhỏ hơn.
file-unknown-type = Tôi chỉ nhận ảnh (JPEG, PNG, WebP) và giấy tờ (PDF, Word, Excel).
file-too-many-pixels = Ảnh này có kích thước quá lớn. Xin gửi ảnh nhỏ hơn.
file-damaged = Tệp này bị hỏng, tôi không mở được. Xin gửi lại.
file-unreachable = Tôi chưa tải được tệp này. Xin gửi lại giúp tôi.
file-too-many = Mỗi báo cáo chỉ kèm tối đa { $most } tệp.

## Duyệt báo cáo

review-title = [b]Báo cáo số { $id } chờ duyệt[/b], { $person } gửi:
review-title-again = [b]Báo cáo số { $id } đã sửa, chờ duyệt lại[/b], { $person } gửi:
review-evidence = Minh chứng { $number } của báo cáo số { $id }.
review-before = Thay báo cáo số { $id }: { $line }.
review-hint = Gõ “duyệt { $id }” hoặc “trả lại { $id }: lý do”.
review-approve = Duyệt
review-return = Trả lại
review-label-reason = Lý do
review-in-private = Việc duyệt báo cáo chỉ làm trong cuộc trò chuyện riêng với tôi, không làm trong nhóm.
review-own = Báo cáo số { $id } do chính anh/chị gửi nên phải có người khác duyệt.
review-now = [b]Báo cáo số { $id }[/b]: { $line }. Hiện là: { $state }.
review-late = Báo cáo số { $id } hiện là: { $state }.
review-approved = Đã duyệt báo cáo số { $id }: { $line }.
review-returned = Đã trả lại báo cáo số { $id }: { $line }. Người gửi đã được báo lý do.
return-ask-reason = Vì sao trả lại báo cáo số { $id }? Người gửi sẽ đọc lý do này để sửa.
reopen-ask-reason = Vì sao mở lại báo cáo số { $id }? Lý do sẽ được lưu lại.
reopen-which = Anh/chị mở lại báo cáo nào? Xin ghi số, ví dụ “mở lại báo cáo 12”.
reopen-done = Đã mở lại báo cáo số { $id }, báo cáo trở về chờ duyệt: { $line }.
told-approved = Báo cáo số { $id } của anh/chị đã được duyệt ({ $person }): { $line }.
told-returned = Báo cáo số { $id } của anh/chị bị trả lại ({ $person }): { $line }. Lý do: { $reason }. Gõ “sửa báo cáo { $id }” để sửa và gửi lại.
told-correct = Sửa báo cáo
told-reopened = Báo cáo số { $id } của anh/chị được mở lại, chờ duyệt lại ({ $person }): { $line }. Lý do: { $reason }.
approve-several = Anh/chị duyệt { $count } báo cáo sau?
pending-title = Có [b]{ $count } báo cáo chờ duyệt[/b], cũ nhất ở trên:
pending-line = Số { $id }: { $line } ({ $person })
pending-more = … và { $count } báo cáo nữa.
pending-hint = Gõ “duyệt { $id }”, “trả lại { $id }: lý do”, hoặc “duyệt hết”.
pending-none = Không có báo cáo nào chờ duyệt.
pending-approve-all = Duyệt hết
pending-reminder = Nhắc việc: có { $count } báo cáo chờ anh/chị duyệt quá 2 ngày làm việc:
withdraw-label = Báo cáo
withdraw-which = Anh/chị rút lại báo cáo nào?
withdraw-check = Rút lại báo cáo số { $id }? { $line }.
withdraw-done = Đã rút lại báo cáo số { $id }: { $line }.
withdraw-none = Anh/chị không có báo cáo nào đang chờ duyệt để rút lại.
withdraw-not-own = Báo cáo số { $id } không phải do anh/chị gửi nên không rút lại được.
correct-none = Anh/chị không có báo cáo nào đang chờ duyệt hoặc bị trả lại để sửa.
my-reports-title = Báo cáo anh/chị đã gửi, mới nhất ở trên:
my-reports-line = Số { $id }: { $line } – { $state }
my-reports-more = … và những báo cáo cũ hơn.
my-reports-none = Anh/chị chưa gửi báo cáo nào. Gõ “báo cáo” để bắt đầu.
my-reports-in-private = Anh/chị hỏi riêng tôi để xem báo cáo của mình.
my-reports-correct = Sửa báo cáo { $id }
my-reports-withdraw = Rút lại { $id }

contact-done = Tôi đã báo cho { $people } rằng anh/chị cần gặp.
contact-told = { $person } ({ $unit }) cần gặp anh/chị để được giúp.
contact-nobody = Hiện chưa có cán bộ nào trên hệ thống để tôi báo giúp.
contact-stranger = Tôi chưa biết anh/chị ở đơn vị nào. Xin liên hệ trực tiếp Ủy ban nhân dân xã.

## Cộng dồn từ các thôn

summary-rollup = Cộng dồn số liệu các thôn
summary-fix-rollup = Chốt số liệu cộng dồn làm số của xã
rollup-title = [b]Cộng dồn { $code }[/b] ({ $set }), { $unit }
rollup-note = Các thôn báo cáo: [b]{ $figure }[/b], từ { $covered }/{ $total } thôn, tính đến { $day }.
rollup-households = { $value } ({ $part }/{ $whole } hộ)
rollup-counts = { $value } ({ $part }/{ $whole })
rollup-verdicts = { $met } thôn Đạt, { $unmet } thôn Chưa đạt
rollup-weighted = { $value } (tính theo { $households } hộ của thôn)
rollup-weights = { $count } thôn chỉ báo tỷ lệ, không báo số đếm; tỷ lệ đó được tính theo số hộ của thôn.
rollup-weights-amount = Số của xã là bình quân của { $count } thôn, tính theo số hộ của từng thôn.
rollup-by-threshold = Theo mức yêu cầu này, số cộng dồn là: { $verdict }.
rollup-official = Số của xã hiện nay: { $figure }. { $source }
rollup-no-official = Xã chưa chốt số về chỉ tiêu này.
rollup-trend = Diễn biến: { $points }
rollup-point = { $figure } ({ $covered }/{ $total } thôn, { $day })
rollup-by-village = Từng thôn:
rollup-village = { $unit }: { $figure }, đến { $day }
rollup-arithmetic = Cách tính: ({ $parts }) / ({ $wholes }) = { $value }.
rollup-missing = Chưa có báo cáo được duyệt: { $units }.
rollup-no-households = Chưa cộng được vì chưa có số hộ của thôn: { $units }.
rollup-no-figure = Chưa cộng được vì báo cáo không có con số: { $units }.
rollup-source = Nguồn: báo cáo mới nhất đã duyệt của từng thôn, số liệu từ { $from } đến { $to }.
rollup-none = { $unit }: chưa thôn nào có báo cáo được duyệt về { $codes } (0/{ $total } thôn).
rollup-none-at-all = { $unit }: chưa thôn nào có báo cáo được duyệt (0/{ $total } thôn).
rollup-overview = [b]Cộng dồn các thôn[/b], { $unit }:
rollup-overview-line = • { $name }: { $figure }, { $covered }/{ $total } thôn, đến { $day }
rollup-would-begin = Nếu được duyệt, cộng dồn các thôn: { $figure }, { $covered }/{ $total } thôn.
rollup-would-be = Nếu được duyệt, cộng dồn các thôn: { $before }, { $coveredBefore }/{ $total } thôn → { $figure }, { $covered }/{ $total } thôn.
village-figure = [b]{ $code }[/b] ({ $set }), báo cáo đã duyệt: [b]{ $line }[/b].
rollup-no-villages = Chưa có danh sách thôn của { $unit }.
rollup-commune-only = Tôi cộng dồn các thôn theo từng xã. Anh/chị ghi tên xã thay cho { $unit } giúp tôi.
rollup-offer = Chốt { $code } ({ $set })
offer-villages = { $code } từ các thôn
rollup-ask-verdict = Chưa có mức yêu cầu đã đối chiếu để tự kết luận. Anh/chị kết luận chỉ tiêu { $code } của { $unit } là:
rollup-threshold-decides = Mức yêu cầu đã rõ nên kết luận theo mức đó.
rollup-complete = [b]{ $unit }: các thôn đã báo cáo đủ về { $code }[/b] ({ $set })
rollup-complete-ask = Anh/chị có muốn chốt số này làm số của xã không?
rollup-fixed-from = Lưu ý: số { $code } của { $unit } đã được chốt có cả báo cáo này; anh/chị xem lại và chốt lại nếu cần.
fix-check = [b]Chốt { $code }[/b] ({ $set }), { $unit }
fix-incomplete = Lưu ý: mới có { $covered }/{ $total } thôn, số này chưa phải của cả xã.
fix-verdict = Kết luận: [b]{ $verdict }[/b] (do anh/chị chọn).
fix-verdict-threshold = Kết luận theo mức yêu cầu: [b]{ $verdict }[/b].
fix-which = Anh/chị chốt chỉ tiêu nào?
fix-choice = { $name } ({ $covered }/{ $total } thôn)
fix-nothing = Chưa có số liệu cộng dồn nào của { $unit } để chốt.
fix-instead = Cập nhật { $code } trực tiếp ({ $set })
fix-changed = Số liệu các thôn vừa thay đổi sau khi anh/chị xem, nên tôi chưa chốt. Số mới:
fix-source = Cộng dồn từ { $covered }/{ $total } thôn, chốt ngày { $day }
fix-done = Đã chốt chỉ tiêu { $code } ({ $set }) của { $unit }: { $figure }, [b]{ $verdict }[/b].
fix-again = Chỉ tiêu { $code } ({ $set }) của { $unit } đã được chốt như vậy rồi: { $figure }, { $verdict }.
effect = Số đạt theo danh sách: { $before }/{ $total } → [b]{ $after }/{ $total } chỉ tiêu[/b], { $criteriaBefore }/{ $criteria } → { $criteriaAfter }/{ $criteria } tiêu chí.
effect-none = Số đạt theo danh sách không đổi: { $after }/{ $total } chỉ tiêu, { $criteriaAfter }/{ $criteria } tiêu chí.

## Cán bộ cập nhật kết quả của xã

summary-set-status = Cập nhật kết quả một chỉ tiêu của xã
result-label-unit = Xã
result-label-indicator = Chỉ tiêu
result-label-figure = Số liệu
result-label-verdict = Kết quả
result-label-source = Nguồn
result-label-day = Ngày
result-ask-unit = Anh/chị cập nhật cho xã nào?
result-ask-indicator = Anh/chị cập nhật chỉ tiêu nào? Xin ghi mã hoặc tên, ví dụ “8.5” hoặc “wifi”.
result-about = Chỉ tiêu { $code }: { $name }
result-ask-share = Tỷ lệ là bao nhiêu? Ví dụ “86,4%” hoặc “860/995”.
result-ask-amount = Con số là bao nhiêu ({ $unit })?
result-ask-verdict = Chỉ tiêu { $code } của { $unit } là:
result-ask-source = Nguồn số liệu là gì? Ví dụ “Báo cáo quý 3 của xã”, “Quyết định số …”.
result-source-own = Cán bộ theo dõi tự đánh giá
result-ask-day = Số liệu tính đến ngày nào?
result-day-to-come = Ngày { $day } chưa đến. Anh/chị ghi ngày mà số liệu là đúng.
result-not-yours = Anh/chị chưa có quyền cập nhật kết quả của { $unit }.
result-communes-only = Ở đây chỉ cập nhật kết quả của xã; số liệu của { $unit } do trưởng thôn báo cáo.
result-check = [b]Cập nhật { $code }[/b] ({ $set }), { $unit }
result-verdict = Kết quả: [b]{ $verdict }[/b]
result-verdict-threshold = Kết quả theo mức yêu cầu: [b]{ $verdict }[/b]
result-figure = Số liệu: { $figure }.
result-before = Hiện nay: { $figure }. { $source }
result-overtaken = Lưu ý: đã có số liệu mới hơn (đến { $day }), nên lần này chỉ ghi vào lịch sử, kết quả hiện nay không đổi.
result-changed = Trong lúc anh/chị làm, chỉ tiêu { $code } ({ $set }) của { $unit } đã được người khác cập nhật: { $figure }. { $source } Tôi chưa ghi gì thêm.
result-again = Cập nhật lại { $code }
result-done = Đã cập nhật chỉ tiêu { $code } ({ $set }) của { $unit }: [b]{ $verdict }[/b], tính đến { $day }.
result-same = Chỉ tiêu { $code } ({ $set }) của { $unit } đã được ghi đúng như vậy rồi: { $verdict }, tính đến { $day }.
source-line-person = Tính đến { $day }. Nguồn: { $source }. Người cập nhật: { $person }, ngày { $recorded }.

## Thôn nào đã báo cáo

summary-completeness = Thôn nào đã báo cáo, thôn nào chưa
completeness-title = [b]{ $unit }[/b]: báo cáo của các thôn từ { $from } đến { $to }
completeness-title-target = [b]{ $unit }[/b]: báo cáo của các thôn về { $target } từ { $from } đến { $to }
completeness-counts = Đã báo cáo: [b]{ $reported }/{ $total } thôn[/b] ({ $share }). Đúng hạn: { $onTime }/{ $total } thôn ({ $onTimeShare }), tính là gửi trước khi hết kỳ.
completeness-running = Kỳ này chưa hết.
completeness-reported = Đã báo cáo:
completeness-village = • { $unit }: { $count } báo cáo
completeness-village-waiting = • { $unit }: { $count } báo cáo, { $waiting } chờ duyệt
completeness-late = { $line } (muộn)
completeness-returned = Bị trả lại, chưa gửi lại: { $units }.
completeness-missing = Chưa báo cáo: { $units }.
completeness-none-missing = Không thôn nào thiếu báo cáo.
completeness-head = { $unit } ({ $person })
completeness-commune = • { $unit }: { $reported }/{ $total } thôn ({ $share }), đúng hạn { $onTime }/{ $total } thôn ({ $onTimeShare })
