# Số tiêu chí, chỉ tiêu đạt

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
source-line-days = Số liệu từ { $from } đến { $to }. Nguồn: { $source }.
source-and-others = { $source } và { $others } nguồn khác
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
