# Kỳ báo cáo của các thôn

summary-reporting-period = Đặt kỳ báo cáo của các thôn
reporting-label = Kỳ báo cáo
reporting-ask = Các thôn báo cáo theo kỳ nào?
reporting-week = hằng tuần
reporting-month = hằng tháng
reporting-quarter = hằng quý
reporting-year = hằng năm
reporting-none = không theo kỳ nào
reporting-check = [b]Kỳ báo cáo[/b] của các thôn ở { $unit }: { $period }.
reporting-before = Hiện nay: { $period }.
reporting-means = Thôn chưa báo cáo trong kỳ sẽ được nhắc trước khi hết kỳ, và được nêu trong bản tin tiến độ.
reporting-means-none = Bot sẽ không nhắc thôn nào báo cáo và không nêu thôn chưa báo cáo trong bản tin.
reporting-done = Đã đặt kỳ báo cáo của các thôn ở { $unit }: { $period }.
