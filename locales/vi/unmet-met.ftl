# Chưa đạt, đã đạt

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
