# Said once to somebody who sends more than a person can.
flood-pause = Tin gửi đến nhanh quá, tôi không đọc kịp. Tôi tạm dừng nhận tin của anh/chị ở đây 1 phút; tin gửi trong lúc này tôi không đọc được, sau đó anh/chị gửi lại giúp tôi.
