# Việc làm không được: xin gia hạn, báo vướng, xin chuyển người

summary-task-trouble = Báo vướng, xin chuyển việc không làm được
trouble-label-wish = Đề nghị
trouble-ask-task = Việc nào đang vướng?
trouble-ask-wish = Anh/chị muốn đề nghị thế nào?
trouble-wish-extend = Xin gia hạn
trouble-wish-help = Báo vướng, nhờ cán bộ gỡ
trouble-wish-hand-on = Xin chuyển người khác làm
trouble-ask-reason = Vướng ở đâu, vì sao chưa làm được? Cán bộ sẽ đọc câu này.
trouble-help-done = Đã ghi nhận việc này đang vướng. { $line }.
trouble-hand-on-done = Đã ghi nhận anh/chị xin chuyển việc này cho người khác. { $line }.
trouble-still-yours = Trong lúc chờ trả lời, việc vẫn do anh/chị phụ trách, hạn giữ nguyên.
trouble-help-told = { $person } báo việc đang vướng. { $line }.
trouble-hand-on-told = { $person } xin chuyển việc này cho người khác. { $line }.
trouble-reason = Lý do: { $reason }
trouble-hint = Anh/chị gõ “gia hạn việc { $id } đến …”, “chuyển việc { $id } cho …”, “hủy việc { $id }”, hoặc gọi người làm để gỡ.
trouble-contact = Cần người giúp việc khác thì gõ “gặp cán bộ”.
