# Nhắc việc, nhắc báo cáo, tạm dừng nhắc

task-reminder = { $count ->
    [1] Nhắc anh/chị một việc:
   *[other] Nhắc anh/chị { $count } việc:
}
task-reminder-line = • { $task }
task-reminder-more = … và { $count } việc nữa; nhắn “việc của tôi” để xem hết.
task-reminder-hint = Xong thì nhắn “xong việc { $id }”. Chưa kịp thì nhắn “xin gia hạn việc { $id } đến …” kèm ngày mới. Đang bận thì nhắn “tạm dừng nhắc 3 ngày”.
task-reminder-done = Đã xong
task-reminder-extend = Xin gia hạn

task-overdue-digest = [b]Việc quá hạn ở { $unit }[/b] đến ngày { $day }: { $count } việc.
task-overdue-line = • { $task } – { $person }
task-overdue-unit = • { $unit }: { $count } việc, lâu nhất quá { $days } ngày.
task-overdue-more = … và { $count } việc nữa.
task-overdue-hint = Nhắn “việc quá hạn” để xem hết, “gia hạn … đến …” hoặc “chuyển … cho …” để sắp xếp lại.
task-escalated = { $count ->
    [1] [b]Có một việc quá hạn từ { $days } ngày trở lên[/b], xin anh/chị đôn đốc:
   *[other] [b]Có { $count } việc quá hạn từ { $days } ngày trở lên[/b], xin anh/chị đôn đốc:
}

reporting-reminder = { $days ->
    [0] Hôm nay là ngày cuối của kỳ báo cáo { $period }.
   *[other] Kỳ báo cáo { $period } còn { $days } ngày nữa là hết (ngày { $to }).
}
reporting-reminder-missing = Tôi chưa nhận được báo cáo nào trong kỳ này của: { $units }.
reporting-reminder-how = Anh/chị nhắn “báo cáo” để gửi, tôi sẽ hỏi từng mục.
period-week = tuần { $from } – { $to }
period-month = tháng { $month }/{ $year }
period-quarter = quý { $quarter }/{ $year }
period-year = năm { $year }

summary-quiet = Tạm dừng nhắc việc
quiet-ask = Anh/chị muốn tôi tạm dừng nhắc trong bao lâu?
quiet-days = { $days } ngày
quiet-until = Tôi tạm dừng nhắc anh/chị, đến sáng ngày { $day } tôi nhắc lại. Trong lúc đó anh/chị hỏi gì tôi vẫn trả lời. Muốn tôi nhắc sớm hơn, anh/chị nhắn “bật lại nhắc việc”.
quiet-too-long = Tôi chỉ tạm dừng nhắc được nhiều nhất { $days } ngày, tức là đến sáng ngày { $day } tôi nhắc lại. Anh/chị chọn lại giúp tôi.
quiet-past = Ngày { $day } đã qua. Anh/chị muốn tôi tạm dừng nhắc đến ngày nào?
quiet-off = Tôi sẽ nhắc việc anh/chị như thường.
quiet-was-off = Tôi vẫn đang nhắc việc anh/chị như thường.
quiet-stranger = Tôi chưa biết anh/chị là ai nên cũng chưa nhắc việc gì. Có mã mời thì anh/chị nhắn mã cho tôi.
