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
changes-by-commune = Thay đổi thì tôi xem theo từng xã; anh/chị chọn một xã. Muốn xem chung cả { $unit }, anh/chị gõ “bản tin tiến độ”.
