# Thay đổi

changes-title = [b]{ $unit } – { $set }[/b]: thay đổi từ { $from } đến { $to }
changes-met = Mới đạt: { $codes }
changes-unmet = Chuyển sang chưa đạt: { $codes }
changes-other = Đổi trạng thái khác: { $codes }
changes-values = Số liệu đổi: { $codes }
changes-value = { $code } ({ $before } → { $after })
changes-totals = Kết quả: { $before } ({ $dayBefore }) → { $after } ({ $dayAfter })
changes-first = Số liệu đầu tiên: { $before } ({ $dayBefore })
changes-none = { $unit }: không có thay đổi nào từ { $from } đến { $to }. Số liệu gần nhất là ngày { $last }.
