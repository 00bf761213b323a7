# The same sentences in English, for those who test and translate. Figures keep one form: 15/19 criteria, 52/57 indicators.

## Units

level-tinh = province
level-huyen = district
level-xa = commune
level-thon = village
unit-merged = On { $day }, { $unit } became part of { $successor }.
unit-ended = Since { $day }, { $unit } is no administrative unit any more.
unit-predecessor = Figures from before the merger are with: { $units }.
unit-unknown = I find no unit called “{ $name }”. Do you mean:
unit-unknown-no-like = I find no unit called “{ $name }”. Please check the name.
unit-which = There are { $count } units called “{ $name }”. Which one?
unit-missing = Which commune? Please write its name, for example “{ $example }”, or choose:
village-missing = Which village? Please write its name, for example “{ $example }”, or choose:
no-units = There are no figures of any commune yet. The administrator has to import some first.

## States

state-met = Met
state-unmet = Not met
state-unassessed = Not assessed
state-not_applicable = Not applicable
state-unknown-totals = Not known, the report gives totals only

## How many criteria and indicators are met

standing-title = [b]{ $unit }[/b]
criteria-of = { $met }/{ $total } criteria
indicators-of = { $met }/{ $total } indicators
criteria-count = { $count } criteria
indicators-count = { $count } indicators
standing = { $set }: [b]{ $counts }[/b] met
open-unmet = { $count } indicators not met
open-unassessed = { $count } not assessed
open-not-applicable = { $count } not applicable
source-line = As of { $day }. Source: { $source }.
standing-totals-only = The report gives totals only, not the single indicators.
standing-listed-differs = Note: the list names { $unmet } unmet indicators, which makes { $listed }/{ $total } met, { $difference } off the reported total.
standing-listed-criteria-differ = Note: by the list, { $listed }/{ $total } criteria are met, { $difference } off the reported total.
standing-listed-total = Note: by the list of indicators as of { $day }, { $listed }/{ $total } are met, { $difference } off the reported total.
standing-later-updates = Single indicators as updated (as of { $day }): { $met } met, { $unmet } not met; the totals above do not count updates after { $reported }.
standing-older-report = The latest report (as of { $day }): { $counts }.
no-figures = There are no figures of { $unit } yet.
figures-of-commune = A criteria set is counted for the whole commune, not for { $village } alone. These are the figures of { $commune }:
no-figures-set = There are no figures of { $unit } on { $set } yet.
no-figures-day = There are no figures of { $unit } as of { $day }. The earliest are of { $first }.
set-incomplete = { $set } ({ $decision }) has { $criteria } criteria and { $indicators } indicators. The list of indicators is not loaded; it has to come from that decision before the set is used.
offer-unmet = What is missing ({ $set })
offer-explain = What { $code } demands

## Met, not met

unmet-title = [b]{ $unit } – { $set }[/b]: [b]{ $criteria } criteria, { $indicators } indicators[/b] not met
unmet-criterion = { $no }. { $name }: { $codes }
unmet-none = [b]{ $unit } – { $set }[/b]: no indicator is unmet.
unmet-totals-only = [b]{ $unit } – { $set }[/b]: { $open } are not met, but the report gives totals only ({ $counts }) and does not say which.
unmet-unassessed = Another { $count } indicators are not assessed.
unmet-unassessed-codes = Another { $count } indicators are not assessed: { $codes }
unmet-hint = Type a code to see an indicator, for example { $code }.
met-title = [b]{ $unit } – { $set }[/b]: [b]{ $criteria }/{ $criteriaTotal } criteria, { $indicators }/{ $indicatorsTotal } indicators[/b] met
met-criteria = Criteria met:
met-criterion = { $no }. { $name }
met-none = No criterion is met as a whole yet.
met-partly = Criteria not complete, with indicators that are met:
met-presumed = The report lists only what is not met; the rest counts as met by that report.
met-totals-only = [b]{ $unit } – { $set }[/b]: { $counts } met. The report gives totals only, so it is not known which.

## One criterion, one indicator

target-missing = Which criterion or indicator? Please write its code or name, for example “17.5” or “phân loại rác”.
target-unknown = I do not find “{ $name }” in the criteria sets. Please write a code (for example 17.5) or a name.
target-which = “{ $name }” may be one of these. Please choose:
criterion-title = [b]Criterion { $no }. { $name }[/b] ({ $set }), { $unit }: [b]{ $verdict }[/b]
criterion-counts = { $met }/{ $total } indicators met.
criterion-unmet = Not met: { $codes }
criterion-unassessed = Not assessed: { $codes }
criterion-unknown-totals = The report of { $unit } gives totals only, so it is not known whether criterion { $no }. { $name } ({ $set }) is met.
criterion-no-list = Criterion { $no }. { $name } ({ $set }): the list of indicators is not loaded from { $decision }.
indicator-title = [b]Indicator { $code }[/b] ({ $set }), { $unit }: [b]{ $verdict }[/b]
indicator-name = { $name }
indicator-value = Figure: { $value }.
indicator-no-value = There is no figure.
indicator-presumed = There is no figure of its own; the report names only what is not met, and { $code } is not among it, so by that report it is met.
indicator-presumed-doubt = The report's total and its list disagree, so this should be checked.
indicator-totals-only = The report of { $unit } gives totals only, so it is not known whether indicator { $code } ({ $set }) is met.
indicator-not-assessed = There are no figures on this indicator yet.
threshold = Demanded: { $threshold }.
threshold-unconfirmed = Demanded: { $threshold } (not checked against the decision).
threshold-unknown = Demanded: not known here; see the decision or the province's rules.
threshold-province = Demanded: { $threshold }.
at-least = { $value } or more
at-most = { $value } or less
exactly = { $value }

## Explaining

explain-indicator = [b]Indicator { $code }[/b] ({ $set }): { $name }
explain-criterion = [b]Criterion { $no }. { $name }[/b] ({ $set }) has { $count } indicators:
explain-criterion-line = { $code } { $name }
explain-set = [b]{ $name }[/b] has { $criteria } criteria, { $indicators } indicators.
explain-set-line = { $no }. { $name }
explain-part-of = Part of criterion { $no }. { $name }.
explain-decision = Basis: { $decision }, { $annex }.
explain-name-unconfirmed = The name was not checked against the decision.
explain-note = Note: { $note }

## Comparing and ranking

ranking-title = [b]{ $place } – { $set }[/b]: { $count } communes with figures
ranking-all = All communes
ranking-compared = Compared
ranking-line = { $rank }. { $unit }: { $counts } ({ $about })
ranking-day = as of { $day }
ranking-source = Source: { $sources }.
ranking-sources-many = Source: the report of each commune; ask about one commune to see it.
ranking-more = … and { $count } more.
ranking-none = No commune of { $place } has figures yet.
ranking-none-set = No commune of { $place } has figures on { $set } yet.
target-in-title = [b]{ $place } – { $target }[/b] ({ $set }): { $count } communes with figures
target-criterion = criterion { $no }. { $name }
target-indicator = indicator { $name }
target-communes = { $verdict } ({ $count }): { $communes }
compare-title = [b]Compared by { $set }[/b]
compare-line = { $unit }: { $counts } (as of { $day }, source: { $source })
compare-line-none = { $unit }: no figures yet.
compare-ahead = { $unit } is ahead by { $by }.
compare-even = Both meet as many criteria and indicators.
compare-even-criteria = Both meet as many criteria.
compare-days-differ = Note: the figures are not of the same day.

## Changes

changes-title = [b]{ $unit } – { $set }[/b]: changes from { $from } to { $to }
changes-met = Newly met: { $codes }
changes-unmet = No longer met: { $codes }
changes-other = Another state: { $codes }
changes-values = Figures that changed: { $codes }
changes-value = { $code } ({ $before } → { $after })
changes-totals = Result: { $before } ({ $dayBefore }) → { $after } ({ $dayAfter })
changes-first = First figures: { $before } ({ $dayBefore })
changes-none = { $unit }: nothing changed from { $from } to { $to }. The latest figures are of { $last }.

## Who am I

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

## Help, greetings, not understood

help-title = I am a bot that answers about nông thôn mới. Ask in plain Vietnamese, with or without marks:
help-line = • { $what }: “{ $example }” (/{ $slash })
greeting = Hello! I am a bot that answers about the commune's nông thôn mới. You may ask, for example: { $examples }.
thanks = You are welcome. Ask me whenever you need to.
acknowledged = All right. Ask me whenever you need to.
goodbye = Goodbye, see you again.
not-understood = I did not understand. I answer about the criteria and indicators of nông thôn mới. Try: { $examples }.
which-question = I am not sure what you mean. Please choose:
slash-unknown = I have no command /{ $name }. Type /trogiup to see the commands.
button-gone = This button no longer works. Please ask again in words.
not-allowed = You have no right to do this ({ $what }). It is for: { $roles }.
not-allowed-unit = You have no right to { $what } in { $unit }. The right is for: { $roles }.
not-allowed-ask = Who can give it: { $people }.
not-allowed-ask-roles = Please ask the unit's { $roles } for it.
officer = { $name } ({ $office })
voice-unread = I cannot listen to voice messages. Please type.
kind-unread = I cannot read this kind of message. Please type, or send a picture.
file-unexpected = I do not know what to do with this file. Please add a few words.
turn-failed = Sorry, something went wrong with this message (number { $id }). It is kept for the administrator; please try again later.

## What the bot can do (a line each in help and menus)

summary-status = How many criteria and indicators are met
summary-unmet = What is still missing
summary-met = What is met
summary-criterion = One criterion
summary-indicator = One indicator
summary-explain = What a criterion or an indicator demands
summary-compare = Compare and rank communes
summary-changes = What changed
summary-whoami = Who am I, what may I do
summary-help = Help
summary-greeting = Greeting

## Rights (fill “you have no right to …”)

action-ask-figures = see public figures
action-see-village-figures = see the figures of each village
action-see-history = see the history of updates
action-submit-report = submit a village's report
action-withdraw-report = withdraw a village's report
action-review-report = review reports
action-reopen-approval = reopen an approved report
action-set-status = update results
action-fix-rollup = fix the rolled-up figure
action-see-reporting = see who has reported
action-see-assignments = see assignments
action-assign = assign work
action-link-group = link a group chat
action-send-notice = send notices
action-schedule-notice = schedule notices
action-export = export figures
action-list-people = see the list of people
action-grant-viewer = add or remove viewers
action-grant-village_head = add or remove village heads
action-grant-commune_officer = add or remove commune officers
action-grant-district_officer = add or remove officers of the level above
action-grant-admin = add or remove administrators
action-see-audit = see the audit
action-handle-data-requests = handle requests about personal data

## Inviting, joining, people

private-only = This shows personal data: please write to me in private, not in the group.
summary-invite = Invite somebody
summary-join = Join with an invitation code
summary-people = List of people
summary-my-data = My data
summary-data-requests = Requests about personal data
summary-history = History of an indicator
invitation-code = Code: [b]{ $code }[/b]
invitation-until = The code works once, until { $until }.
invitation-link = On Telegram a press is enough: { $link }
invite-step-role = role
invite-step-unit = unit
invite-step-name = name
invite-ask-role = Which role is the invitation for?
invite-ask-unit = { $role } of which unit?
invite-no-units = { $role }: there is no unit on the list for which you can invite. The administrator has to import units first.
invite-ask-name = The full name of who is invited? (can be skipped: they will be asked)
invite-confirm = Invite somebody as [b]{ $role }[/b], { $unit }. Make a code?
invite-confirm-named = Invite [b]{ $name }[/b] as [b]{ $role }[/b], { $unit }. Make a code?
invite-confirm-person = [b]{ $name }[/b] is on the list already. Make a code with which they link their account?
invite-absent = Note: { $names } is on the list already, without an account. To invite that person, cancel and type “mời” with the name.
invite-unit-unfit = The role { $role } is not for a unit of this level. Please invite again.
invite-made = Made an invitation as { $role }, { $unit }.
invite-made-person = Made a code for { $name }.
invite-how = Hand it to that person alone; they join by sending it to me. Whoever has the code can use it, so do not send it to a group.
invite-person-no-role = This person has no role. Please invite by role, for example “mời trưởng thôn Đoài”.
link-account-stranger = This account belongs to nobody yet. If you have an invitation code, just send it to me.
link-account-made = Send me this code from your other account (Telegram or Zalo), and both are one person.
join-how = If you have an invitation code, send it to me, for example K7CP-3MXG-9TRH. If not, ask your commune's officer for one.
join-wrong = This code is not right. Please check each sign and type it again.
join-used = Somebody has used this code. Please ask the officer for a new one.
join-expired = This code has expired. Please ask the officer for a new one.
join-gone = This invitation no longer works. Please ask the officer for a new one.
join-paused = There were several wrong codes, so I take none for a while. Please try again after { $until }.
join-own-account = This account is yours already. The code still works: send it from the other account.
join-others-account = This account belongs to { $name } and cannot be linked to anybody else.
join-step-name = name
join-step-agrees = agreement
join-ask-name = Please give your full name:
join-offer = Invitation: [b]{ $role }[/b], { $unit }.
join-offer-named = Invitation for [b]{ $name }[/b]: [b]{ $role }[/b], { $unit }.
join-offer-account = This code links the account you are using to [b]{ $name }[/b].
consent-text = The bot keeps your name, title, account id, role and what you send, only for the work on nông thôn mới; the commune's People's Committee is the controller. Officers of your unit and above see reports with the name of who sent them. Messages pass through Telegram or Zalo (Telegram's servers are abroad). You can see, correct or erase your data or take back your agreement at any time: type “dữ liệu của tôi”.
join-question = Do you agree that the bot keeps and uses your data like this?
join-question-account = Are you { $name }, and do you want to link this account?
join-agree = I agree
join-refuse = I do not agree
join-refused = I keep nothing more, then. You can still ask for public figures; if you change your mind, send the code again.
join-done = Welcome [b]{ $name }[/b], you have joined.
join-next = Type /trogiup to see what can be done.
join-told = { $name } has joined by your invitation.
people-title = [b]People – { $unit }[/b]: { $count } roles
people-line = • { $name }: { $role }, { $unit }
people-line-absent = • { $name }: { $role }, { $unit } (no account yet)
people-none = { $unit } has no people yet.
people-more = … and { $count } more roles. Ask village by village to see them.
people-hint = To add: “mời trưởng thôn …”. To remove: “xóa … khỏi …”.
remove-step-person = person
remove-ask-person = Whose rights are to be taken away?
remove-confirm = Take away the rights of [b]{ $name }[/b]:
remove-role = • { $role }, { $unit }
remove-confirm-effect = Old reports and history stay. Do you confirm?
remove-no-role = This person has no role there.
remove-last-admin = This is the last administrator. Please invite another one first.
remove-done = Took away the rights of { $name }:
removed-told = You no longer have these roles:

## Personal data

first-notice = I am a machine. I keep your account id and messages to answer and to account for figures; type “dữ liệu của tôi” to see or erase them.
my-data-title = [b]What the bot keeps about you[/b]
my-data-stranger = I do not know who you are and keep no name.
my-data-name = Name: { $name }
my-data-job = Title: { $title }
my-data-role = Role: { $role }, { $unit }
my-data-account = { $channel } account: { $id }
my-data-messages = Private messages of yours that are kept: { $count } (deleted regularly).
my-data-reports = Reports submitted: { $count } (the office's record, which stays).
my-data-agreed = Agreed (version { $version }) at { $at }.
my-data-told = Told (version { $version }) at { $at }.
my-data-withdrawn = Took back the agreement (version { $version }) at { $at }.
my-data-request-open = Request { $id } ({ $what }) is open, due { $due }.
my-data-why = Purpose: the work on nông thôn mới. Controller: the commune's People's Committee.
my-data-offer-correct = Correct my data
my-data-offer-erase = Erase my data
my-data-step-kind = kind of request
my-data-step-note = what to correct
my-data-ask-kind = What do you ask for?
my-data-ask-note = Please write what is wrong, and what is right:
my-data-confirm = Request: [b]{ $what }[/b]. The office has to be done with it by { $due }.
my-data-confirm-note = What: { $note }
my-data-effect-correct = Send this request?
my-data-effect-erase = After it you have no role; reports stay as the office's record, without your name. Send this request?
my-data-effect-withdraw = After it you have no role and the bot takes no new data of yours. Send this request?
my-data-asked = Request { $id } is recorded: { $what }. Due: { $due }. I will tell you when it is done.
my-data-asked-before = There is such a request of yours already (number { $id }, due { $due }).
data-request-correct = correct data
data-request-erase = erase data
data-request-withdraw = take back the agreement
data-request-told = There is request { $id } about personal data: { $what }, due { $due }.
data-request-due-soon = Request { $id } about personal data ({ $what }) is due soon: { $due }.
data-request-overdue = Request { $id } about personal data ({ $what }) was due on { $due }. Please handle it now.
data-request-done-told = Your request { $id } ({ $what }) is done.
data-request-refused-told = Your request { $id } ({ $what }) was not granted. Please ask the commune's People's Committee for the reason and how to complain.
data-requests-open = See the request
data-requests-title = [b]Requests about personal data[/b]: { $count }
data-requests-none = No request is open.
data-requests-line = Number { $id }: { $who}, { $what }, due { $due }.
data-requests-note = What: { $note }.
data-requests-acknowledge = Acknowledge by { $day }.
data-requests-late = [b]Overdue.[/b]
data-requests-stranger = somebody unknown
data-requests-choice = Number { $id }: { $what }
data-requests-gone = This request is no longer open.
data-requests-not-yours = This request is not of your unit, so you cannot handle it.
data-requests-step-outcome = decision
data-requests-step-name = right name
data-requests-do = Carry out
data-requests-refuse = Refuse
data-requests-ask-name = What is the right name? (skip where the name stays)
data-requests-new-name = New name: { $name }
data-requests-effect-correct = Close the request and tell the person?
data-requests-effect-erase = Erase name, title, roles, accounts and messages of this person. It cannot be undone. Do you confirm?
data-requests-effect-withdraw = Take away the roles and accounts of this person. Do you confirm?
data-requests-effect-refused = Refuse this request and tell the person? Refuse only where the law allows it.
data-requests-done = Request { $id } is done.
data-requests-refused = Request { $id } is refused.
person-erased = erased person #{ $number }

## History

history-title = [b]History of { $code }[/b] ({ $set }), { $unit }
history-line = • { $day }, { $code }: { $figure }. Source: { $source }. Recorded by { $who }, { $at }.
history-line-import = • { $day }, { $code }: { $figure }. Source: { $source }. Imported, { $at }.
history-more = … and { $count } older ones.
history-none = Nothing was recorded of { $code } in { $unit } yet.
history-reports = Reports:
history-report = • Number { $id }, { $unit }: { $figure }, sent by { $who } at { $at }.
history-report-waiting = Waiting for review.
history-report-approved = Approved by { $who } at { $at }.
history-report-returned = Returned by { $who } at { $at }.
history-report-reopened = Reopened by { $who } at { $at }.
history-report-withdrawn = Withdrawn by { $who } at { $at }.
history-report-reason = Reason: { $reason }.

members-only = This bot answers only people who have joined. If you have an invitation code, send it to me; if not, ask your commune's officer for one.

not-allowed-ask-do = Who can do it: { $people }.

## The terminal

choices-number = { $number }. { $label }
choices-hint = (Answer by number or in words.)
part-number = ({ $number }/{ $count })
terminal-welcome = The bot in the terminal. You speak as “{ $handle }”; ask away, for example “xã đạt bao nhiêu tiêu chí”. /as NAME speaks as another, /in GROUP speaks in a group, /in leaves it, Ctrl+D ends.
terminal-as = You now speak as “{ $handle }”.
terminal-in = You now speak in the group “{ $group }”; call the bot by @bot.
terminal-private = You are back in the private chat with the bot.

## Files, on a channel that takes none

file-link = File “{ $name }”: { $url } (for 24 hours)
file-elsewhere = “{ $name }” belongs to this message but cannot be sent here. Please ask the officer in charge to see it.

## Step by step

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

## A village's report

summary-report = Report a village's figure
summary-correct = Correct a report
summary-approve = Approve reports
summary-return = Return a report
summary-withdraw = Withdraw a report
summary-reopen = Reopen an approved report
summary-pending = Reports waiting for review
summary-my-reports = My reports
summary-contact = Call an officer

report-label-unit = Village
report-label-indicator = Indicator
report-label-figure = Figure
report-label-day = Day
report-label-evidence = Photos, documents
report-label-note = Note
report-ask-unit = Which village do you report for?
report-ask-indicator = Which indicator? Choose, or type its code or name, for example “17.5” or “phân loại rác”.
report-about = [b]Indicator { $code }[/b]: { $name }
report-ask-figure-households = How many of all households? For example “150/210 hộ”, or “86,4%”.
report-ask-figure-share = How many of all? For example “150/210”, or “86,4%”.
report-ask-figure-amount = How many { $unit }? For example “62,5”.
report-ask-figure-verdict = Has the village met it?
report-ask-day = As of which day? For example “20/11” or “hôm qua”.
report-today = Today ({ $day })
report-day-to-come = { $day } is still to come. Please give a day that has passed, or today.
report-ask-evidence = Send photos or documents here (at most { $most }), or skip.
report-files-kept = I have the files.
report-ask-note = Anything to note? Or skip.
report-not-yours = You cannot report for { $unit }; that is for its own head.
report-stranger = I do not know you yet, so I cannot take a report. Please ask the commune's officer for an invitation.
report-check = Please check before it is sent:
report-title = [b]{ $unit } – indicator { $code } ({ $set })[/b]
report-figure = Figure: [b]{ $figure }[/b], as of { $day }.
report-before = Last time: { $value } (on { $day }).
report-if-approved = If approved, { $unit }: { $verdict }; { $before }/{ $total } → { $after }/{ $total } indicators met.
report-undecided = The threshold is not confirmed against the decision, so this figure does not change Met or Not met.
report-warn-households = Note: { $whole } households differ from the village's number that I have ({ $households }).
report-warn-jump = Note: { $points } percentage points away from last time ({ $day }). Please check again.
report-evidence = Evidence: { $count } files.
report-note = Note: { $note }
report-replaces = This report takes the place of report { $id }.
report-confirm-hint = If it is right, type “xác nhận”. If not, “sửa”, or just say the right figure.
report-sent = Report { $id } was sent: { $line }.
report-goes-to = Waiting for: { $people }.
report-no-officer = No other officer of the commune is here to review it; the report is kept and waits.
report-after-hint = Until it is reviewed you can type “sửa báo cáo { $id }” or “rút lại { $id }”.
report-same = You sent this report at { $time } (number { $id }); it was not sent again.
report-line = { $unit } – { $code } { $name } ({ $set }): { $figure }, as of { $day }
report-waiting = waiting
report-waiting-again = corrected, waiting again
report-approved = approved ({ $person }, { $time } on { $day })
report-returned = returned ({ $person }, { $time } on { $day }): { $reason }
report-withdrawn = withdrawn ({ $time } on { $day })
report-unknown = I find no report { $id } of yours.
report-source = Report { $id } of { $unit }, approved by the commune's officer
report-source-reopened = Report { $id } reopened; before: { $source }
indicator-pending = { $count } reports of villages on this indicator are waiting for review; the figure above does not count them.

figure-households = { $part }/{ $whole } households ({ $share })
figure-count = { $part }/{ $whole } ({ $share })
figure-part-over-whole = The part ({ $part }) cannot be more than the whole ({ $whole }). Please write it again, for example “150/210 hộ”.
figure-over-100 = A share cannot be over 100%. Please write it again.
figure-negative = A figure cannot be negative. Please write it again.
figure-whole-zero = The whole has to be more than 0. Please write it again, for example “150/210 hộ”.
figure-not-whole = Households are whole numbers. Please write it again, for example “150/210 hộ”.
figure-wants-share = This indicator is a share. Please write “150/210 hộ” or “86,4%”.
figure-wants-verdict = This indicator is only Met or Not met. Please answer “đạt” or “chưa đạt”.
figure-wants-amount = This indicator is counted in { $unit }. Please write a number, for example “62,5”.
figure-wants-whole = { $part } of how many? Please write both, for example “150/210 hộ”.

file-too-large = This file is larger than 10 MB. Please send a smaller one.
file-unknown-type = I take only pictures (JPEG, PNG, WebP) and documents (PDF, Word, Excel).
file-too-many-pixels = This picture is too large. Please send a smaller one.
file-damaged = This file is damaged. Please send it again.
file-unreachable = I could not fetch this file. Please send it again.
file-too-many = A report takes at most { $most } files.

## Review

review-title = [b]Report { $id } waits for review[/b], sent by { $person }:
review-title-again = [b]Report { $id } was corrected and waits again[/b], sent by { $person }:
review-evidence = Evidence { $number } of report { $id }.
review-before = In the place of report { $id }: { $line }.
review-hint = Type “duyệt { $id }” or “trả lại { $id }: reason”.
review-approve = Approve
review-return = Return
review-label-reason = Reason
review-in-private = Reports are reviewed in our private chat, not in a group.
review-own = You sent report { $id } yourself, so somebody else has to approve it.
review-now = [b]Report { $id }[/b]: { $line }. It is now: { $state }.
review-late = Report { $id } is now: { $state }.
review-approved = Approved report { $id }: { $line }.
review-returned = Returned report { $id }: { $line }. The sender was told why.
return-ask-reason = Why is report { $id } returned? The sender will read this to correct it.
reopen-ask-reason = Why is report { $id } reopened? The reason is kept.
reopen-which = Which report? Please give its number, for example “mở lại báo cáo 12”.
reopen-done = Reopened report { $id }; it waits again: { $line }.
told-approved = Your report { $id } was approved ({ $person }): { $line }.
told-returned = Your report { $id } was returned ({ $person }): { $line }. Reason: { $reason }. Type “sửa báo cáo { $id }” to correct it.
told-correct = Correct it
told-reopened = Your report { $id } was reopened and waits again ({ $person }): { $line }. Reason: { $reason }.
approve-several = Approve these { $count } reports?
pending-title = [b]{ $count } reports wait for review[/b], the oldest first:
pending-line = Number { $id }: { $line } ({ $person })
pending-more = … and { $count } more.
pending-hint = Type “duyệt { $id }”, “trả lại { $id }: reason”, or “duyệt hết”.
pending-none = No report waits for review.
pending-approve-all = Approve all
pending-reminder = Reminder: { $count } reports have waited for you for more than 2 working days:
withdraw-label = Report
withdraw-which = Which report do you withdraw?
withdraw-check = Withdraw report { $id }? { $line }.
withdraw-done = Withdrew report { $id }: { $line }.
withdraw-none = You have no waiting report to withdraw.
withdraw-not-own = Report { $id } is not yours.
correct-none = You have no waiting or returned report to correct.
my-reports-title = The reports you sent, the newest first:
my-reports-line = Number { $id }: { $line } – { $state }
my-reports-more = … and older ones.
my-reports-none = You have not sent any report yet. Type “báo cáo” to begin.
my-reports-in-private = Please ask me in private to see your reports.
my-reports-correct = Correct report { $id }
my-reports-withdraw = Withdraw { $id }

contact-done = I told { $people } that you want to talk.
contact-told = { $person } ({ $unit }) asks for your help.
contact-nobody = There is no officer here whom I could tell.
contact-stranger = I do not know your unit yet. Please turn to the commune's office.

## Added up over the villages

summary-rollup = Add up the villages' figures
summary-fix-rollup = Fix what the villages add up to as the commune's figure
rollup-title = [b]{ $code } added up[/b] ({ $set }), { $unit }
rollup-note = Villages report: [b]{ $figure }[/b], from { $covered }/{ $total } villages, as of { $day }.
rollup-households = { $value } ({ $part }/{ $whole } households)
rollup-counts = { $value } ({ $part }/{ $whole })
rollup-verdicts = { $met } villages met, { $unmet } villages not met
rollup-weighted = { $value } (weighted by the village's { $households } households)
rollup-weights = { $count } villages gave a percentage without counts; it is weighted by the village's households.
rollup-weights-amount = The commune's figure is the mean of { $count } villages, weighted by their households.
rollup-by-threshold = By this requirement, the figure is: { $verdict }.
rollup-official = The commune's figure now: { $figure }. { $source }
rollup-no-official = The commune has not fixed a figure for this indicator yet.
rollup-trend = Trend: { $points }
rollup-point = { $figure } ({ $covered }/{ $total } villages, { $day })
rollup-by-village = Village by village:
rollup-village = { $unit }: { $figure }, as of { $day }
rollup-arithmetic = Worked out as: ({ $parts }) / ({ $wholes }) = { $value }.
rollup-missing = No approved report yet: { $units }.
rollup-no-households = Not added, since the village's number of households is not known: { $units }.
rollup-no-figure = Not added, since the report has no figure: { $units }.
rollup-source = Source: the latest approved report of each village, figures from { $from } to { $to }.
rollup-none = { $unit }: no village has an approved report on { $codes } yet (0/{ $total } villages).
rollup-none-at-all = { $unit }: no village has an approved report yet (0/{ $total } villages).
rollup-overview = [b]Added up over the villages[/b], { $unit }:
rollup-overview-line = • { $name }: { $figure }, { $covered }/{ $total } villages, as of { $day }
rollup-would-begin = If approved, the villages add up to: { $figure }, { $covered }/{ $total } villages.
rollup-would-be = If approved, the villages add up to: { $before }, { $coveredBefore }/{ $total } villages → { $figure }, { $covered }/{ $total } villages.
village-figure = [b]{ $code }[/b] ({ $set }), approved report: [b]{ $line }[/b].
rollup-no-villages = There is no list of the villages of { $unit } yet.
rollup-commune-only = Villages are added up commune by commune. Please name a commune instead of { $unit }.
rollup-offer = Fix { $code } ({ $set })
offer-villages = { $code } over the villages
rollup-ask-verdict = There is no confirmed requirement to decide by. What is your verdict on indicator { $code } of { $unit }?
rollup-threshold-decides = The requirement is confirmed, so it decides.
rollup-complete = [b]{ $unit }: all villages have reported on { $code }[/b] ({ $set })
rollup-complete-ask = Do you want to fix this as the commune's figure?
rollup-fixed-from = Note: the figure for { $code } of { $unit } was fixed with this report in it; please look at it again.
fix-check = [b]Fix { $code }[/b] ({ $set }), { $unit }
fix-incomplete = Note: only { $covered }/{ $total } villages so far; this is not the whole commune.
fix-verdict = Verdict: [b]{ $verdict }[/b] (by you).
fix-verdict-threshold = Verdict by the requirement: [b]{ $verdict }[/b].
fix-which = Which indicator do you want to fix?
fix-choice = { $name } ({ $covered }/{ $total } villages)
fix-nothing = There is nothing added up for { $unit } to fix yet.
fix-instead = Set { $code } yourself ({ $set })
fix-changed = The villages' figures changed after you saw them, so nothing was fixed. They are now:
fix-source = Added up from { $covered }/{ $total } villages, fixed on { $day }
fix-done = Fixed indicator { $code } ({ $set }) of { $unit }: { $figure }, [b]{ $verdict }[/b].
fix-again = Indicator { $code } ({ $set }) of { $unit } is fixed that way already: { $figure }, { $verdict }.
effect = Met by the list: { $before }/{ $total } → [b]{ $after }/{ $total } indicators[/b], { $criteriaBefore }/{ $criteria } → { $criteriaAfter }/{ $criteria } criteria.
effect-none = Met by the list, unchanged: { $after }/{ $total } indicators, { $criteriaAfter }/{ $criteria } criteria.

## Officers set the commune's results

summary-set-status = Set an indicator of the commune
result-label-unit = Commune
result-label-indicator = Indicator
result-label-figure = Figure
result-label-verdict = Result
result-label-source = Source
result-label-day = Day
result-ask-unit = Which commune is it for?
result-ask-indicator = Which indicator? Please write its code or name, for example “8.5” or “wifi”.
result-about = Indicator { $code }: { $name }
result-ask-share = What is the share? For example “86,4%” or “860/995”.
result-ask-amount = What is the figure ({ $unit })?
result-ask-verdict = Indicator { $code } of { $unit } is:
result-ask-source = What is the source? For example “The commune's report of the third quarter”.
result-source-own = The officer's own assessment
result-ask-day = As of which day?
result-day-to-come = { $day } is still to come. Please give the day that the figure is true for.
result-not-yours = You have no right to set results of { $unit }.
result-communes-only = Only a commune's results are set here; figures of { $unit } are reported by its head.
result-check = [b]Set { $code }[/b] ({ $set }), { $unit }
result-verdict = Result: [b]{ $verdict }[/b]
result-verdict-threshold = Result by the requirement: [b]{ $verdict }[/b]
result-figure = Figure: { $figure }.
result-before = Now: { $figure }. { $source }
result-overtaken = Note: there is a newer figure (as of { $day }), so this only goes into the history and the result stays as it is.
result-changed = In the meantime somebody else set indicator { $code } ({ $set }) of { $unit }: { $figure }. { $source } Nothing more was recorded.
result-again = Set { $code } again
result-done = Indicator { $code } ({ $set }) of { $unit } is set: [b]{ $verdict }[/b], as of { $day }.
result-same = Indicator { $code } ({ $set }) of { $unit } is recorded that way already: { $verdict }, as of { $day }.
source-line-person = As of { $day }. Source: { $source }. Set by { $person } on { $recorded }.

## Which villages have reported

summary-completeness = Which villages have reported and which have not
completeness-title = [b]{ $unit }[/b]: village reports from { $from } to { $to }
completeness-title-target = [b]{ $unit }[/b]: village reports on { $target } from { $from } to { $to }
completeness-counts = Reported: [b]{ $reported }/{ $total } villages[/b] ({ $share }). On time: { $onTime }/{ $total } villages ({ $onTimeShare }), which means sent before the period ended.
completeness-running = The period is not over yet.
completeness-reported = Reported:
completeness-village = • { $unit }: { $count } reports
completeness-village-waiting = • { $unit }: { $count } reports, { $waiting } to be reviewed
completeness-late = { $line } (late)
completeness-returned = Returned and not sent again: { $units }.
completeness-missing = Not reported: { $units }.
completeness-none-missing = No village is missing.
completeness-head = { $unit } ({ $person })
completeness-commune = • { $unit }: { $reported }/{ $total } villages ({ $share }), on time { $onTime }/{ $total } villages ({ $onTimeShare })
