# Lịch sử

history-title = [b]Lịch sử { $code }[/b] ({ $set }), { $unit }
history-line = • { $day }, { $code }: { $figure }. Nguồn: { $source }. Người ghi: { $who }, { $at }.
history-line-import = • { $day }, { $code }: { $figure }. Nguồn: { $source }. Nhập từ hồ sơ, { $at }.
history-more = … và { $count } lần ghi cũ hơn.
history-none = Chưa có lần cập nhật nào về { $code } ở { $unit }.
history-reports = Báo cáo:
history-report = • Số { $id }, { $unit }: { $figure }, { $who } gửi { $at }.
history-report-waiting = Đang chờ duyệt.
history-report-approved = { $who } duyệt { $at }.
history-report-returned = { $who } trả lại { $at }.
history-report-reopened = { $who } mở lại { $at }.
history-report-withdrawn = { $who } rút lại { $at }.
history-report-reason = Lý do: { $reason }.

members-only = Bot này chỉ trả lời người đã tham gia. Nếu có mã mời, anh/chị nhắn mã đó cho tôi; chưa có thì xin cán bộ phụ trách của xã.

not-allowed-ask-do = Người làm được việc này: { $people }.
