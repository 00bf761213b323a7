# Who am I

whoami = You are [b]{ $name }[/b].
whoami-title = Title: { $title }.
whoami-role = Role: { $role }, { $unit }.
whoami-stranger = I do not know who you are. You can still ask for public figures. For more, ask the officer in charge for an invitation code and send it to me. Your account id: { $account }
whoami-group = Ask me in private to see your role; in a group I say nothing personal.
role-admin = administrator
role-district_officer = officer of the level above
role-commune_officer = commune officer
role-village_head = village head
role-viewer = viewer
