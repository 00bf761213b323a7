# So sánh, xếp hạng

ranking-title = [b]{ $place } – { $set }[/b]: { $count } xã có số liệu
ranking-all = Tất cả các xã
ranking-compared = So sánh
ranking-line = { $rank }. { $unit }: { $counts } ({ $about })
ranking-day = đến { $day }
ranking-days = từ { $from } đến { $to }
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
compare-line = { $unit }: { $counts } ({ $days }, nguồn: { $source })
compare-line-none = { $unit }: chưa có số liệu.
compare-ahead = { $unit } hơn { $by }.
compare-even = Hai xã bằng nhau về số tiêu chí và chỉ tiêu đạt.
compare-even-criteria = Hai xã bằng nhau về số tiêu chí đạt.
compare-days-differ = Lưu ý: số liệu không cùng thời điểm.
