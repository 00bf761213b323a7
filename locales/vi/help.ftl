# Trợ giúp, chào hỏi, không hiểu

help-title = Tôi là bot trả lời tự động về nông thôn mới. Anh/chị cứ hỏi bằng lời thường, có dấu hay không dấu đều được:
help-line = • { $what }: “{ $example }” (/{ $slash })
help-more = Xem thêm việc khác: gõ “trợ giúp thêm”.
greeting = Chào anh/chị! Tôi là bot trả lời tự động về nông thôn mới của xã. Anh/chị có thể hỏi, ví dụ: { $examples }.
thanks = Không có gì ạ. Anh/chị cần gì cứ hỏi tôi.
acknowledged = Vâng ạ. Anh/chị cần gì cứ hỏi tôi.
goodbye = Chào anh/chị, hẹn gặp lại.
not-understood = Tôi chưa hiểu ý anh/chị. Tôi trả lời về tiêu chí, chỉ tiêu nông thôn mới. Anh/chị thử hỏi: { $examples }.
which-question = Tôi chưa chắc anh/chị hỏi gì. Anh/chị chọn giúp:
slash-unknown = Tôi không có lệnh /{ $name }. Gõ /trogiup để xem các lệnh.
button-gone = Nút này không còn dùng được. Anh/chị hỏi lại bằng lời giúp tôi.
not-allowed = Anh/chị chưa có quyền làm việc này ({ $what }). Việc này dành cho: { $roles }.
not-allowed-unit = Anh/chị chưa có quyền { $what } ở { $unit }. Quyền này dành cho: { $roles }.
not-allowed-ask = Người có thể cấp quyền: { $people }.
not-allowed-ask-roles = Xin liên hệ { $roles } của đơn vị để được cấp quyền.
not-allowed-stranger = Tôi chưa biết anh/chị là ai; có mã mời thì anh/chị nhắn mã đó cho tôi.
officer = { $name } ({ $office })
voice-unread = Tôi chưa nghe được tin thoại. Anh/chị gõ chữ giúp tôi.
kind-unread = Tôi chưa đọc được loại tin này. Anh/chị gõ chữ hoặc gửi ảnh giúp tôi.
file-unexpected = Tôi chưa biết dùng tệp này vào việc gì. Anh/chị viết thêm vài chữ cho biết cần gì.
turn-failed = Xin lỗi, tôi gặp lỗi khi xử lý tin này (mã { $id }). Tin đã được giữ lại để người quản trị xem; anh/chị thử lại sau.
choices-which = Anh/chị chọn giúp tôi một trong những việc này:
put-off = Vâng, lúc nào tiện anh/chị nhắn tôi.
