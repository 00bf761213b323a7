# A task that cannot be done: another day, help, somebody else

summary-task-trouble = Say what hinders a task, or ask that somebody else takes it
trouble-label-wish = Request
trouble-ask-task = Which task is it?
trouble-ask-wish = What would you like to ask for?
trouble-wish-extend = Another due day
trouble-wish-help = Help with what hinders it
trouble-wish-hand-on = That somebody else takes it
trouble-ask-reason = What hinders it? The officer will read this.
trouble-help-done = Noted that this task is hindered. { $line }.
trouble-hand-on-done = Noted that you ask for somebody else to take this task. { $line }.
trouble-still-yours = Until there is an answer, the task is still yours and its due day stays.
trouble-help-told = { $person } says that a task is hindered. { $line }.
trouble-hand-on-told = { $person } asks that somebody else takes this task. { $line }.
trouble-reason = Reason: { $reason }
trouble-hint = Type “gia hạn việc { $id } đến …”, “chuyển việc { $id } cho …”, “hủy việc { $id }”, or call the owner.
trouble-contact = If you need help with something else, type “gặp cán bộ”.
