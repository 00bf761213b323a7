# Việc bot làm được (một dòng trong trợ giúp và menu)

summary-status = Số tiêu chí, chỉ tiêu đã đạt
summary-unmet = Tiêu chí, chỉ tiêu còn thiếu
summary-met = Tiêu chí, chỉ tiêu đã đạt là những gì
summary-criterion = Xem một tiêu chí
summary-indicator = Xem một chỉ tiêu
summary-explain = Giải thích yêu cầu của tiêu chí, chỉ tiêu
summary-compare = So sánh, xếp hạng các xã
summary-changes = Có gì thay đổi
summary-whoami = Tôi là ai, có quyền gì
summary-help = Trợ giúp
summary-greeting = Chào hỏi
