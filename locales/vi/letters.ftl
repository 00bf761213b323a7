# Văn bản Word

summary-export-letter = Soạn báo cáo, tờ trình, biểu tổng hợp (Word)
letter-report = báo cáo kết quả thực hiện bộ tiêu chí
letter-proposal = tờ trình đề nghị thẩm định, xét công nhận
letter-table = biểu tổng hợp
letter-which = Anh/chị cần văn bản nào?
letter-which-set = Anh/chị soạn văn bản của { $unit } theo bộ tiêu chí nào?
letter-sent = { $what } của { $unit } ({ $set }), dự thảo dạng Word, gửi kèm tin này. Những chỗ tô vàng là điều tôi không biết (số, ngày, người ký …); anh/chị điền và xem lại trước khi trình.
letter-not-yet = Lưu ý: mới đạt { $met }/{ $total } tiêu chí; tờ trình nêu rõ những chỉ tiêu chưa đạt.
letter-communes-only = Văn bản lập cho xã; { $unit } thì anh/chị dùng bảng Excel (gõ “xuất Excel”).
letter-region = Cho { $unit } tôi soạn được biểu tổng hợp các xã. Báo cáo và tờ trình thì soạn cho từng xã, ví dụ “xuất báo cáo xã …”.
letter-none-unmet = Danh sách không nêu chỉ tiêu nào chưa đạt.
letter-presumed = Chỉ tiêu ghi “Đạt (theo báo cáo)”: báo cáo chỉ nêu chỉ tiêu chưa đạt và không nêu chỉ tiêu này, không có số liệu riêng.
letter-template-fields = Chưa soạn được: mẫu “{ $template }” dùng trường không có: { $fields }. Anh/chị báo người quản trị sửa mẫu (tên các trường có trong tài liệu hướng dẫn).
letter-template-marks = Chưa soạn được: mẫu “{ $template }” có dấu đóng mở không khớp ở: { $fields }. Anh/chị báo người quản trị sửa mẫu.
letter-template-damaged = Chưa soạn được: mẫu “{ $template }” bị hỏng hoặc không phải tệp Word (.docx). Anh/chị báo người quản trị thay mẫu.
