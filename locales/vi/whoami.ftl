# Tôi là ai

whoami = Anh/chị là [b]{ $name }[/b].
whoami-title = Chức danh: { $title }.
whoami-role = Vai trò: { $role }, { $unit }.
whoami-stranger = Tôi chưa biết anh/chị là ai. Anh/chị vẫn hỏi được số liệu chung. Để có thêm quyền, anh/chị xin cán bộ phụ trách một mã mời rồi nhắn mã đó cho tôi. Mã tài khoản của anh/chị: { $account }
whoami-group = Anh/chị hỏi riêng tôi để xem vai trò của mình; trong nhóm tôi không nêu thông tin cá nhân.
role-admin = quản trị
role-district_officer = cán bộ cấp trên
role-commune_officer = cán bộ xã
role-village_head = trưởng thôn
role-viewer = người xem
