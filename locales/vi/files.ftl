# Tệp gửi qua kênh không nhận tệp

file-link = Tệp “{ $name }”: { $url } (tải được trong 24 giờ)
file-elsewhere = Kèm theo có “{ $name }” nhưng không gửi được ở đây. Anh/chị hỏi cán bộ phụ trách để xem.
