# Giải thích

explain-indicator = [b]Chỉ tiêu { $code }[/b] ({ $set }): { $name }
explain-criterion = [b]Tiêu chí { $no }. { $name }[/b] ({ $set }), gồm { $count } chỉ tiêu:
explain-criterion-line = { $code } { $name }
explain-set = [b]{ $name }[/b] có { $criteria } tiêu chí, { $indicators } chỉ tiêu.
explain-set-line = { $no }. { $name }
explain-part-of = Thuộc tiêu chí { $no }. { $name }.
explain-decision = Căn cứ: { $decision }, { $annex }.
explain-name-unconfirmed = Tên chỉ tiêu chưa đối chiếu với văn bản gốc.
explain-note = Ghi chú: { $note }
