# Which villages have reported

summary-completeness = Which villages have reported and which have not
completeness-title = [b]{ $unit }[/b]: village reports from { $from } to { $to }
completeness-title-target = [b]{ $unit }[/b]: village reports on { $target } from { $from } to { $to }
completeness-counts = Reported: [b]{ $reported }/{ $total } villages[/b] ({ $share }). On time, which means sent before the period ended: { $onTime }/{ $total } villages ({ $onTimeShare }).
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
