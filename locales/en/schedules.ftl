# Schedules of notices, in plain words

schedule-when = { $times } { $days }
clock-hour = { $hour }:00
clock-minutes = { $hour }:{ $minute }
clock-few-minutes = { $hour }:0{ $minute }
clock-morning = { $clock } in the morning
clock-noon = { $clock } at noon
clock-afternoon = { $clock } in the afternoon
clock-evening = { $clock } in the evening
clock-night = { $clock } at night
weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
  }
and = { $items } and { $last }
days-once = { $weekday }, { $day }
days-daily = every day
days-every = every { $count } days
days-weekly = { $days } every week
days-weeks = { $days } every { $count } weeks
weekdays-working = { $from } to { $to }
weekday-working = working day
days-last = the last day { $of }
days-first-weekday = the first { $weekday } { $of }
days-last-weekday = the last { $weekday } { $of }
days-nth-weekday = { $weekday } number { $nth } { $of }
of-months = of each month
of-quarters = of each quarter
of-years = of each year
of-some-months = of the months { $months }
dates-monthly = day { $dates } of each month
dates-quarter-first = day { $dates } of the first month of each quarter
dates-quarter-second = day { $dates } of the second month of each quarter
dates-quarter-last = day { $dates } of the last month of each quarter
dates-yearly = day { $dates } of month { $month } each year
dates-some-months = day { $dates } of the months { $months }
schedule-when-broken = its times are broken
schedule-moment = { $weekday } { $day }, at { $time }

# Setting one

summary-schedule = Schedule notices to groups
summary-schedules = See the schedules of notices
summary-stop-schedule = End a schedule
summary-edit-schedule = Change a schedule
schedule-label-kind = What is sent
schedule-label-text = Text
schedule-label-days = Days
schedule-label-times = Times
schedule-label-unit = Unit
schedule-ask-kind = What is to be sent to the groups?
schedule-kind-digest = The progress digest
schedule-kind-announcement = An announcement of yours
schedule-kind-overdue = The list of overdue tasks
schedule-what-digest = the progress digest of { $unit }
schedule-what-announcement = an announcement of { $unit }
schedule-what-overdue = the overdue tasks of { $unit }
schedule-ask-text = What is the announcement to say?
schedule-text-short = That is too short. Please write what is to be announced.
schedule-text-long = The text has { $length } characters, more than { $most }. Please shorten it.
schedule-ask-days = On which days? For example “thứ hai hằng tuần”, “ngày 1 hằng tháng”, “sáng mai”.
schedule-other = Another schedule is being set ({ $kind }). To set a new one, write “hủy” first.
schedule-ask-times = At what time? For example “7h30”, “17h”.
schedule-no-living-unit = { $unit } is no administrative unit any more, so I cannot set anything regular for it. To send something once, type “thông báo: …”. To set a schedule for the new unit, please ask the administrator to add you there.
schedule-unit-ended = { $unit } is no administrative unit any more, so I cannot set anything regular for it. Name another unit of yours, or type “hủy”; to send something once, type “thông báo: …”.
schedule-ask-unit = For the groups of which unit?
schedule-not-yours = You may not schedule notices for { $unit }.
schedule-past = { $moment } has passed. On which day is it to be sent?
schedule-check = [b]Schedule[/b]: { $what }
schedule-check-edit = [b]Change the schedule[/b]: { $what }
schedule-check-before = Before: { $when }.
schedule-check-when = It is sent at [b]{ $when }[/b].
schedule-check-usual = (No time was said, so it is { $times }.)
schedule-check-quiet = From 21:00 to 06:30 nobody is disturbed, so what falls due then is sent at 06:30.
schedule-check-next = { $count ->
    [1] Sent once:
   *[other] The next { $count } times:
  }
schedule-check-moment = • { $moment }
schedule-check-zone = (Time of { $zone }.)
schedule-check-groups = Sent to { $count } groups: { $groups }.
schedule-check-below = (To send it to the { $count } groups below too, write “các nhóm”.)
schedule-check-own = { $level ->
    [tinh] (To the province’s groups alone: write “chỉ nhóm tỉnh”.)
    [huyen] (To the district’s groups alone: write “chỉ nhóm huyện”.)
   *[other] (To the commune’s groups alone: write “chỉ nhóm xã”.)
  }
schedule-check-same = [b]Schedule { $number } does the same[/b] ({ $when }). Setting another sends nothing twice: each group gets one message.
schedule-check-together = Schedule { $number } ({ $when }) also sends this on { $moment }; each group gets one message then.
schedule-label-groups = Groups
schedule-ask-groups = To which groups?
schedule-groups-own = Only those of { $unit }
schedule-groups-below = Those below too
schedule-check-more-groups = and { $count } more groups
schedule-check-no-groups = No group of { $unit } receives such notices yet. The schedule can be set all the same; add the bot to a group and write “/nhom” there.
schedule-check-text = Text:
schedule-check-preview = To see it first, write “bản tin tiến độ”.
schedule-check-change = Say what is to change, for example “8h thứ ba hằng tuần”, then confirm.
schedule-group = { $title } ({ $unit })
schedule-done = Scheduled: { $what }, { $when }. First time: { $moment }.
schedule-changed = Changed: { $what }, { $when }. Next time: { $moment }.
schedule-same = The schedule is as it was; nothing changed.
schedule-hint = See the schedules: “lịch thông báo”. End one: “tắt lịch { $number }”. Change one: “sửa lịch { $number }”.
schedule-gone = This schedule has ended or was changed by somebody else. Write “lịch thông báo” to see what there is.
schedule-once-past = The time passed before you confirmed. Please set it again.

# Listing, ending, changing

schedules-title = [b]Schedules[/b] ({ $count }):
schedules-none = There is no schedule yet. To set one: “đặt lịch thông báo tiến độ 7h30 thứ hai hằng tuần cho nhóm”.
schedules-line = { $number }. { $what }: { $when }. Next: { $moment }.
schedules-line-broken = { $number }. { $what }: [b]broken, sends nothing[/b] (its times cannot be read). Set them anew: “sửa lịch { $number }”.
schedules-line-text = “{ $text }”
schedules-line-quiet = (That is at night, so it leaves at { $time } in the morning.)
schedules-hint = End one: “tắt lịch { $number }”. Change one: “sửa lịch { $number }”.
schedules-ended = A schedule that ended is not taken up again, but can be set again. Please choose:
schedules-none-ended = No schedule ended lately.
schedules-set-again = Set again: { $what }, { $when }
schedules-unknown = There is no schedule { $number }.
stop-ask = Which schedule is to end?
stop-label = Schedule
stop-all = All schedules
stop-check = [b]End this schedule?[/b]
stop-check-all = [b]End these { $count } schedules?[/b]
stop-option = { $what }, { $when }
stop-done = Ended: { $what }, { $when }. The groups get nothing by this schedule any more.
stop-done-all = { $count } schedules ended.
edit-ask = Which schedule is to be changed?

# When they run

schedule-ended-right = The schedule “{ $what }, { $when }” has ended, because who set it has no right to it any more. If it is still wanted, set it again:
schedule-ended-unit = The schedule “{ $what }, { $when }” has ended, because { $unit } is no unit any more.
schedule-broken = The schedule of { $what } could not be sent: the times that are kept are broken. Set its days and times anew, or end it:
schedule-mend = Set days and times
schedule-stop = End the schedule
schedule-no-groups = It was time to send { $what }, but no group can get it. The schedule stays. Add the bot to a group and write “/nhom” there, or end the schedule.
