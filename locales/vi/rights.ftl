# Quyền (điền vào “chưa có quyền …”)

action-ask-figures = xem số liệu chung
action-see-village-figures = xem số liệu từng thôn
action-see-history = xem lịch sử cập nhật
action-submit-report = gửi báo cáo của thôn
action-withdraw-report = rút báo cáo của thôn
action-review-report = duyệt báo cáo
action-reopen-approval = mở lại báo cáo đã duyệt
action-set-status = cập nhật kết quả
action-fix-rollup = chốt số liệu cộng dồn
action-see-reporting = xem tình hình báo cáo
action-see-assignments = xem phân công
action-assign = phân công việc
action-link-group = gắn nhóm chat
action-send-notice = gửi thông báo
action-schedule-notice = đặt lịch thông báo
action-export = xuất số liệu
action-list-people = xem danh sách người dùng
action-grant-viewer = thêm hoặc bớt người xem
action-grant-village_head = thêm hoặc bớt trưởng thôn
action-grant-commune_officer = thêm hoặc bớt cán bộ xã
action-grant-district_officer = thêm hoặc bớt cán bộ cấp trên
action-grant-admin = thêm hoặc bớt người quản trị
action-see-audit = xem nhật ký
action-handle-data-requests = xử lý yêu cầu về dữ liệu cá nhân
