# Đơn vị

level-tinh = tỉnh
level-huyen = huyện
level-xa = xã
level-thon = thôn
unit-merged = Từ ngày { $day }, { $unit } đã nhập vào { $successor }.
unit-ended = Từ ngày { $day }, { $unit } không còn là đơn vị hành chính.
unit-predecessor = Số liệu trước khi sáp nhập có ở: { $units }.
unit-unknown = Tôi không tìm thấy đơn vị nào tên “{ $name }”. Có phải anh/chị hỏi:
unit-unknown-no-like = Tôi không tìm thấy đơn vị nào tên “{ $name }”. Anh/chị kiểm tra lại tên giúp tôi.
unit-which = Có { $count } đơn vị tên “{ $name }”. Anh/chị hỏi đơn vị nào?
unit-missing = Anh/chị hỏi xã nào? Xin ghi tên xã, ví dụ “{ $example }”, hoặc chọn:
village-missing = Anh/chị hỏi thôn nào? Xin ghi tên thôn, ví dụ “{ $example }”, hoặc chọn:
no-units = Hiện chưa có số liệu của xã nào. Người quản trị cần nhập số liệu trước.
