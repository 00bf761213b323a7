# Làm từng bước

dialog-confirm = Xác nhận
dialog-edit = Sửa
dialog-cancel = Hủy
dialog-back = Quay lại
dialog-skip = Bỏ qua
dialog-more = Xem thêm
dialog-words = (Gõ { $words } khi cần.)
dialog-edit-which = Anh/chị muốn sửa gì?
dialog-cancelled = Đã hủy. Chưa có gì được gửi đi.
dialog-corrected = Tôi đã sửa theo ý anh/chị.
dialog-anew = Tôi làm theo tin mới này; việc chưa xác nhận trước đó đã bỏ.
dialog-unfit = Tôi chưa hiểu câu trả lời này.
dialog-old-button = Nút vừa bấm là của câu hỏi trước. Câu hỏi hiện tại là:
dialog-nothing-to-confirm = Chưa có gì để xác nhận; xin trả lời câu này trước.
dialog-nothing-to-edit = Chưa có gì để sửa; xin trả lời câu này trước.
dialog-cannot-skip = Câu này không bỏ qua được.
dialog-first-step = Đây là câu đầu tiên.
dialog-help = Anh/chị trả lời câu dưới đây bằng chữ, bằng số hoặc bấm nút. Gõ “quay lại” để về câu trước, “sửa” để đổi điều đã nói, “làm lại” để bắt đầu lại, “hủy” để thôi, “gặp cán bộ” khi cần người giúp. Anh/chị cũng có thể hỏi chuyện khác; tôi trả lời rồi mình làm tiếp.
dialog-restarted = Mình làm lại từ đầu.
dialog-back-to = Mình làm tiếp việc đang dở:
dialog-taken-up = Mình trở lại việc đang dở lúc trước:
dialog-resumed = Mình làm tiếp từ chỗ đang dở:
dialog-upgraded = Chương trình vừa được cập nhật nên câu hỏi có thay đổi. Những gì anh/chị đã trả lời tôi vẫn giữ:
dialog-in-private = Việc này tôi hỏi riêng anh/chị; xin mở cuộc trò chuyện riêng với tôi.
dialog-ending = Anh/chị còn một việc đang làm dở ({ $what }). Nếu không trả lời, đến { $time } ngày { $day } tôi sẽ cất đi. Gõ “tiếp tục” để làm tiếp, “hủy” để thôi.
