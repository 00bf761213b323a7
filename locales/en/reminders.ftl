# Reminders of tasks and reports, pausing them

task-reminder = { $count ->
    [1] A reminder of one task:
   *[other] A reminder of { $count } tasks:
}
task-reminder-line = • { $task }
task-reminder-more = … and { $count } more; write “việc của tôi” to see all.
task-reminder-hint = When it is done, write “xong việc { $id }”. If you need more time, “xin gia hạn việc { $id } đến …” with the new day. If you are busy, “tạm dừng nhắc 3 ngày”.
task-reminder-done = Done
task-reminder-extend = Ask for more time

task-overdue-digest = [b]Overdue in { $unit }[/b] as of { $day }: { $count } tasks.
task-overdue-line = • { $task } – { $person }
task-overdue-unit = • { $unit }: { $count } tasks, the oldest { $days } days over.
task-overdue-more = … and { $count } more.
task-overdue-hint = Write “việc quá hạn” to see all, “gia hạn … đến …” or “chuyển … cho …” to arrange anew.
task-escalated = { $count ->
    [1] [b]A task is overdue by { $days } days or more[/b]; please look after it:
   *[other] [b]{ $count } tasks are overdue by { $days } days or more[/b]; please look after them:
}

reporting-reminder = { $days ->
    [0] Today is the last day of the reporting period { $period }.
   *[other] The reporting period { $period } ends in { $days } days (on { $to }).
}
reporting-reminder-missing = I have had no report in this period from: { $units }.
reporting-reminder-how = Write “báo cáo” to send one; I shall ask step by step.
period-week = week { $from } – { $to }
period-month = month { $month }/{ $year }
period-quarter = quarter { $quarter }/{ $year }
period-year = year { $year }

summary-quiet = Pause reminders
quiet-ask = For how long shall I pause reminders?
quiet-days = { $days } days
quiet-until = I pause reminders; they begin again in the morning of { $day }. I still answer when you ask. To have them back earlier, write “bật lại nhắc việc”.
quiet-too-long = I can pause reminders for { $days } days at the most, until the morning of { $day }. Please choose again.
quiet-past = { $day } has passed. Until which day shall I pause reminders?
quiet-off = I shall remind you as usual.
quiet-was-off = I am reminding you as usual.
quiet-stranger = I do not know who you are yet, so I remind you of nothing. If you have an invitation code, send it to me.
