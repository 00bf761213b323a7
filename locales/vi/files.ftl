# Tệp gửi qua kênh không nhận tệp

file-link = Tệp “{ $name }”: { $url } (tải được trong 24 giờ)
file-elsewhere = Kèm theo có “{ $name }” nhưng không gửi được ở đây. Anh/chị hỏi cán bộ phụ trách để xem.
file-held = Tôi đã giữ { $count } tệp của anh/chị. Anh/chị nhắn tiếp cho biết dùng vào việc gì, ví dụ “báo cáo phân loại rác 150/210 hộ”, “xong việc 2”, “thông báo: …”; tôi kèm vào.
