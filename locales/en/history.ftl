# History

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
