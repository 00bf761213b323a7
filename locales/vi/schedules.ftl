# Lịch gửi thông báo: nói lại bằng lời thường

schedule-when = { $times } { $days }
clock-hour = { $hour } giờ
clock-minutes = { $hour } giờ { $minute }
clock-few-minutes = { $hour } giờ { $minute } phút
clock-morning = { $clock } sáng
clock-noon = { $clock } trưa
clock-afternoon = { $clock } chiều
clock-evening = { $clock } tối
clock-night = { $clock } đêm
weekday = { $number ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[7] Chủ nhật
  }
and = { $items } và { $last }
days-once = { $weekday }, ngày { $day }
days-daily = hằng ngày
days-every = { $count } ngày một lần
days-weekly = { $days } hằng tuần
days-weeks = { $days }, { $count } tuần một lần
weekdays-working = { $from } đến { $to }
weekday-working = ngày làm việc
days-last = ngày cuối cùng { $of }
days-first-weekday = { $weekday } đầu tiên { $of }
days-last-weekday = { $weekday } cuối cùng { $of }
days-nth-weekday = { $weekday } lần thứ { $nth } { $of }
of-months = của mỗi tháng
of-quarters = của mỗi quý
of-years = của mỗi năm
of-some-months = của các tháng { $months }
dates-monthly = ngày { $dates } hằng tháng
dates-quarter-first = ngày { $dates } tháng đầu mỗi quý
dates-quarter-second = ngày { $dates } tháng giữa mỗi quý
dates-quarter-last = ngày { $dates } tháng cuối mỗi quý
dates-yearly = ngày { $dates } tháng { $month } hằng năm
dates-some-months = ngày { $dates } của các tháng { $months }
schedule-when-broken = giờ gửi bị hỏng
schedule-moment = { $weekday } { $day }, lúc { $time }

# Đặt lịch

summary-schedule = Đặt lịch gửi thông báo cho nhóm
summary-schedules = Xem các lịch thông báo
summary-stop-schedule = Tắt một lịch thông báo
summary-edit-schedule = Sửa một lịch thông báo
schedule-label-kind = Gửi gì
schedule-label-text = Nội dung
schedule-label-days = Ngày gửi
schedule-label-times = Giờ gửi
schedule-label-unit = Đơn vị
schedule-ask-kind = Anh/chị muốn đặt lịch gửi gì cho các nhóm?
schedule-kind-digest = Bản tin tiến độ
schedule-kind-announcement = Thông báo do anh/chị soạn
schedule-kind-overdue = Danh sách việc quá hạn
schedule-what-digest = bản tin tiến độ của { $unit }
schedule-what-announcement = thông báo của { $unit }
schedule-what-overdue = danh sách việc quá hạn của { $unit }
schedule-ask-text = Anh/chị ghi nội dung thông báo:
schedule-text-short = Nội dung này ngắn quá. Anh/chị ghi rõ thông báo cần gửi.
schedule-text-long = Nội dung dài { $length } chữ, quá { $most } chữ. Anh/chị viết gọn lại giúp tôi.
schedule-ask-days = Gửi vào những ngày nào? Ví dụ “thứ hai hằng tuần”, “ngày 1 hằng tháng”, “sáng mai”.
schedule-other = Anh/chị đang đặt dở một lịch khác ({ $kind }). Muốn đặt lịch mới, xin gõ “hủy” rồi nói lại.
schedule-ask-times = Gửi lúc mấy giờ? Ví dụ “7h30”, “17h”.
schedule-no-living-unit = { $unit } không còn là đơn vị hành chính nên tôi không đặt lịch gửi đều được nữa. Gửi một lần thì gõ “thông báo: …”. Muốn đặt lịch cho đơn vị mới, xin nhờ người quản trị thêm anh/chị vào đơn vị đó.
schedule-unit-ended = { $unit } không còn là đơn vị hành chính nên tôi không đặt lịch gửi đều được nữa. Anh/chị ghi tên đơn vị khác mà mình phụ trách, hoặc gõ “hủy”; gửi một lần thì gõ “thông báo: …”.
schedule-ask-unit = Lịch này cho các nhóm của đơn vị nào?
schedule-not-yours = Anh/chị chưa có quyền đặt lịch thông báo cho { $unit }.
schedule-past = { $moment } đã qua rồi. Anh/chị muốn gửi vào ngày nào?
schedule-check = [b]Đặt lịch[/b]: { $what }
schedule-check-edit = [b]Sửa lịch[/b]: { $what }
schedule-check-before = Trước đây: { $when }.
schedule-check-when = Gửi lúc [b]{ $when }[/b].
schedule-check-usual = (Anh/chị chưa nói giờ nên tôi lấy { $times }.)
schedule-check-quiet = Từ 21:00 đến 06:30 bot không làm phiền ai, nên tin rơi vào lúc đó sẽ gửi lúc 06:30 sáng.
schedule-check-next = { $count ->
    [1] Gửi một lần:
   *[other] { $count } lần tới:
  }
schedule-check-moment = • { $moment }
schedule-check-zone = (Giờ { $zone }.)
schedule-check-groups = Gửi tới { $count } nhóm: { $groups }.
schedule-check-below = (Muốn gửi cả { $count } nhóm cấp dưới, anh/chị gõ “các nhóm”.)
schedule-check-own = { $level ->
    [tinh] (Chỉ gửi nhóm của tỉnh: gõ “chỉ nhóm tỉnh”.)
    [huyen] (Chỉ gửi nhóm của huyện: gõ “chỉ nhóm huyện”.)
   *[other] (Chỉ gửi nhóm của xã: gõ “chỉ nhóm xã”.)
  }
schedule-check-same = [b]Đã có lịch { $number } như vậy[/b] ({ $when }). Đặt thêm cũng không gửi hai lần: mỗi nhóm chỉ nhận một tin.
schedule-check-together = Lịch { $number } ({ $when }) cũng gửi tin này vào { $moment }; lần đó mỗi nhóm chỉ nhận một tin.
schedule-label-groups = Nhóm nhận
schedule-ask-groups = Gửi cho những nhóm nào?
schedule-groups-own = Chỉ nhóm của { $unit }
schedule-groups-below = Cả các nhóm cấp dưới
schedule-check-more-groups = và { $count } nhóm khác
schedule-check-no-groups = Hiện chưa có nhóm nào của { $unit } nhận loại tin này. Lịch vẫn đặt được; anh/chị thêm bot vào nhóm rồi gõ “/nhom” trong nhóm.
schedule-check-text = Nội dung:
schedule-check-preview = Muốn xem trước, anh/chị gõ “bản tin tiến độ”.
schedule-check-change = Anh/chị nói điều cần đổi, ví dụ “8h thứ ba hằng tuần”, rồi xác nhận.
schedule-group = { $title } ({ $unit })
schedule-done = Đã đặt lịch: { $what }, { $when }. Lần gửi đầu: { $moment }.
schedule-changed = Đã sửa lịch: { $what }, { $when }. Lần gửi tới: { $moment }.
schedule-same = Lịch vẫn như cũ, không có gì thay đổi.
schedule-hint = Xem các lịch: “lịch thông báo”. Tắt: “tắt lịch { $number }”. Sửa: “sửa lịch { $number }”.
schedule-gone = Lịch này đã tắt hoặc đã được người khác sửa. Anh/chị gõ “lịch thông báo” để xem các lịch hiện có.
schedule-once-past = Giờ gửi đã qua trong lúc anh/chị xác nhận. Anh/chị đặt lại giúp tôi.

# Xem, tắt, sửa

schedules-title = [b]Lịch thông báo[/b] ({ $count }):
schedules-none = Chưa có lịch thông báo nào. Đặt lịch: “đặt lịch thông báo tiến độ 7h30 thứ hai hằng tuần cho nhóm”.
schedules-line = { $number }. { $what }: { $when }. Lần tới: { $moment }.
schedules-line-broken = { $number }. { $what }: [b]bị hỏng, không gửi[/b] (không đọc được giờ gửi). Đặt lại giờ: “sửa lịch { $number }”.
schedules-line-text = “{ $text }”
schedules-line-quiet = (Giờ đó là ban đêm nên tin gửi lúc { $time } sáng.)
schedules-hint = Tắt: “tắt lịch { $number }”. Sửa: “sửa lịch { $number }”.
schedules-ended = Lịch đã tắt thì không bật lại, nhưng đặt lại được. Anh/chị chọn:
schedules-none-ended = Không có lịch nào đã tắt gần đây.
schedules-set-again = Đặt lại: { $what }, { $when }
schedules-unknown = Không có lịch số { $number }.
stop-ask = Anh/chị muốn tắt lịch nào?
stop-label = Lịch
stop-all = Tất cả các lịch
stop-check = [b]Tắt lịch này?[/b]
stop-check-all = [b]Tắt cả { $count } lịch này?[/b]
stop-option = { $what }, { $when }
stop-done = Đã tắt lịch: { $what }, { $when }. Các nhóm không nhận tin theo lịch này nữa.
stop-done-all = Đã tắt { $count } lịch.
edit-ask = Anh/chị muốn sửa lịch nào?

# Khi lịch chạy

schedule-ended-right = Lịch “{ $what }, { $when }” đã dừng vì người đặt lịch không còn quyền này. Nếu vẫn cần, anh/chị đặt lại:
schedule-ended-unit = Lịch “{ $what }, { $when }” đã dừng vì { $unit } không còn là đơn vị hành chính.
schedule-broken = Lịch { $what } không gửi được: giờ gửi đã lưu bị hỏng. Anh/chị đặt lại ngày giờ cho lịch, hoặc tắt đi:
schedule-mend = Đặt lại ngày giờ
schedule-stop = Tắt lịch
schedule-no-groups = Đến giờ gửi { $what } mà chưa có nhóm nào nhận được. Lịch vẫn giữ. Anh/chị thêm bot vào nhóm rồi gõ “/nhom” trong nhóm, hoặc tắt lịch nếu không cần nữa.
