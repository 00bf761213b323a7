# Một tiêu chí, một chỉ tiêu

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
threshold-cell-unconfirmed = { $threshold } (chưa đối chiếu văn bản gốc)
at-least = từ { $value } trở lên
at-most = không quá { $value }
exactly = { $value }
