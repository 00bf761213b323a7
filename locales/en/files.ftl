# Files, on a channel that takes none

file-link = File “{ $name }”: { $url } (for 24 hours)
file-elsewhere = “{ $name }” belongs to this message but cannot be sent here. Please ask the officer in charge to see it.
file-held = I have kept { $count } files. Please write what they are for, for example “báo cáo phân loại rác 150/210 hộ”, “xong việc 2”, “thông báo: …”; they will go with it.
