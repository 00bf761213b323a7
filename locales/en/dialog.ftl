# Step by step

dialog-confirm = Confirm
dialog-edit = Change
dialog-cancel = Cancel
dialog-back = Back
dialog-skip = Skip
dialog-more = More
dialog-words = (Type { $words } if needed.)
dialog-edit-which = What do you want to change?
dialog-cancelled = Cancelled. Nothing was sent.
dialog-corrected = I have changed that.
dialog-anew = I take this new message; what was not confirmed before is dropped.
dialog-unfit = I did not understand this answer.
dialog-old-button = That button belongs to an earlier question. The question now is:
dialog-nothing-to-confirm = There is nothing to confirm yet; please answer this first.
dialog-nothing-to-edit = There is nothing to change yet; please answer this first.
dialog-cannot-skip = This one cannot be skipped.
dialog-first-step = This is the first question.
dialog-help = Answer the question below in words, by number or with a button. “quay lại” goes one question back, “sửa” changes what was said, “làm lại” begins again, “hủy” stops, “gặp cán bộ” calls a person. You can also ask something else; I answer and we go on.
dialog-restarted = We begin again.
dialog-back-to = Back to what we were doing:
dialog-taken-up = Back to what we were doing before:
dialog-resumed = We go on from here:
dialog-upgraded = The program was updated and the questions have changed. What you answered is kept:
dialog-in-private = I will ask you this in private; please open our private chat.
dialog-ending = You have something unfinished ({ $what }). Without an answer I put it away at { $time } on { $day }. Type “tiếp tục” to go on, “hủy” to stop.
