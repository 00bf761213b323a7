# Trạng thái

state-met = Đạt
state-unmet = Chưa đạt
state-unassessed = Chưa đánh giá
state-not_applicable = Không áp dụng
state-unknown-totals = Chưa rõ, báo cáo chỉ có tổng số
