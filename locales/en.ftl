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
unit-missing = Which commune? Please write its name, for example “xã Trung Lương”, or choose:
no-units = There are no figures of any commune yet. The administrator has to import some first.

## States

state-met = Met
state-unmet = Not met
state-unassessed = Not assessed
state-not_applicable = Not applicable

## How many criteria and indicators are met

standing-title = [b]{ $unit }[/b]
standing = { $set }: [b]{ $criteriaMet }/{ $criteria } criteria, { $indicatorsMet }/{ $indicators } indicators[/b] met
standing-criteria-only = { $set }: [b]{ $criteriaMet }/{ $criteria } criteria[/b] met
standing-indicators-only = { $set }: [b]{ $indicatorsMet }/{ $indicators } indicators[/b] met
open-unmet = { $count } indicators not met
open-unassessed = { $count } not assessed
open-not-applicable = { $count } not applicable
source-line = As of { $day }. Source: { $source }.
standing-totals-only = The report gives totals only, not the single indicators.
standing-listed-differs = Note: the list names { $unmet } unmet indicators, which makes { $listed }/{ $total } met, { $difference } off the reported total.
standing-listed-criteria-differ = Note: by the list, { $listed }/{ $total } criteria are met, { $difference } off the reported total.
standing-listed-total = Note: by the list of indicators as of { $day }, { $listed }/{ $total } are met, { $difference } off the reported total.
standing-older-report = Latest report (as of { $day }): { $criteriaMet }/{ $criteria } criteria, { $indicatorsMet }/{ $indicators } indicators.
standing-older-report-criteria = Latest report (as of { $day }): { $criteriaMet }/{ $criteria } criteria.
standing-older-report-indicators = Latest report (as of { $day }): { $indicatorsMet }/{ $indicators } indicators.
no-figures = There are no figures of { $unit } yet.
no-figures-set = There are no figures of { $unit } on { $set } yet.
no-figures-day = There are no figures of { $unit } as of { $day }. The earliest are of { $first }.
set-incomplete = { $set } ({ $decision }) has { $criteria } criteria and { $indicators } indicators. The list of indicators is not loaded; it has to come from that decision before the set is used.
offer-unmet = What is missing ({ $set })
offer-explain = What { $code } demands

## Met, not met

unmet-title = [b]{ $unit } – { $set }[/b]: [b]{ $criteria } criteria, { $indicators } indicators[/b] not met
unmet-criterion = { $no }. { $name }: { $codes }
unmet-none = [b]{ $unit } – { $set }[/b]: no indicator is unmet.
unmet-totals-only = [b]{ $unit } – { $set }[/b]: { $criteria } criteria and { $indicators } indicators are not met, but the report gives totals only ({ $criteriaMet }/{ $criteriaTotal } criteria, { $indicatorsMet }/{ $indicatorsTotal } indicators) and does not say which.
unmet-unassessed = Another { $count } indicators are not assessed.
unmet-hint = Type a code to see an indicator, for example { $code }.
met-title = [b]{ $unit } – { $set }[/b]: [b]{ $criteria }/{ $criteriaTotal } criteria, { $indicators }/{ $indicatorsTotal } indicators[/b] met
met-criteria = Criteria met:
met-criterion = { $no }. { $name }
met-none = No criterion is met as a whole yet.
met-partly = Criteria not complete, with indicators that are met:
met-presumed = The report lists only what is not met; the rest counts as met by that report.
met-totals-only = [b]{ $unit } – { $set }[/b]: { $criteriaMet }/{ $criteriaTotal } criteria, { $indicatorsMet }/{ $indicatorsTotal } indicators met. The report gives totals only, so it is not known which.

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
explain-part-of = Part of criterion { $no }. { $name }.
explain-decision = Basis: { $decision }, { $annex }.
explain-name-unconfirmed = The name was not checked against the decision.
explain-note = Note: { $note }

## Comparing and ranking

ranking-title = [b]{ $place } – { $set }[/b]: { $count } communes with figures
ranking-all = All communes
ranking-line = { $rank }. { $unit }: { $criteriaMet }/{ $criteria } criteria, { $indicatorsMet }/{ $indicators } indicators (as of { $day })
ranking-more = … and { $count } more.
ranking-none = No commune of { $place } has figures yet.
compare-title = [b]Compared by { $set }[/b]
compare-line = { $unit }: { $criteriaMet }/{ $criteria } criteria, { $indicatorsMet }/{ $indicators } indicators (as of { $day }, source: { $source })
compare-line-none = { $unit }: no figures yet.
compare-ahead = { $unit } is ahead by { $criteria } criteria, { $indicators } indicators.
compare-even = Both meet as many criteria and indicators.
compare-days-differ = Note: the figures are not of the same day.

## Changes

changes-title = [b]{ $unit } – { $set }[/b]: changes from { $from } to { $to }
changes-met = Newly met: { $codes }
changes-unmet = No longer met: { $codes }
changes-other = Another state: { $codes }
changes-values = Figures that changed: { $codes }
changes-value = { $code } ({ $before } → { $after })
changes-totals = Reported totals: { $before } ({ $dayBefore }) → { $after } ({ $dayAfter })
changes-totals-first = Reported totals: { $after } ({ $dayAfter })
totals = { $criteriaMet }/{ $criteria } criteria, { $indicatorsMet }/{ $indicators } indicators
changes-none = { $unit }: nothing changed from { $from } to { $to }. The latest figures are of { $last }.

## Who am I

whoami = You are [b]{ $name }[/b].
whoami-title = Title: { $title }.
whoami-role = Role: { $role }, { $unit }.
whoami-stranger = I do not know you yet. You can ask about public figures all the same. For more, give this code to the officer in charge: { $account }
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
