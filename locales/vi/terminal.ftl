# Màn hình dòng lệnh

choices-number = { $number }. { $label }
choices-hint = (Trả lời bằng số hoặc bằng chữ.)
part-number = ({ $number }/{ $count })
terminal-welcome = Bot nông thôn mới trên màn hình dòng lệnh. Anh/chị đang nói với tên “{ $handle }”; cứ gõ câu hỏi, ví dụ “xã đạt bao nhiêu tiêu chí”. /as TÊN để nói như người khác, /in NHÓM để vào nhóm, /in để ra, Ctrl+D để thoát.
terminal-as = Từ đây anh/chị nói với tên “{ $handle }”.
terminal-in = Từ đây anh/chị nói trong nhóm “{ $group }”; gọi bot bằng @bot.
terminal-private = Anh/chị đã trở lại cuộc trò chuyện riêng với bot.
