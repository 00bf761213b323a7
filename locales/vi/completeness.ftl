# Thôn nào đã báo cáo

summary-completeness = Thôn nào đã báo cáo, thôn nào chưa
completeness-title = [b]{ $unit }[/b]: báo cáo của các thôn từ { $from } đến { $to }
completeness-title-target = [b]{ $unit }[/b]: báo cáo của các thôn về { $target } từ { $from } đến { $to }
completeness-counts = Đã báo cáo: [b]{ $reported }/{ $total } thôn[/b] ({ $share }). Đúng hạn, tức là gửi trước khi hết kỳ: { $onTime }/{ $total } thôn ({ $onTimeShare }).
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
