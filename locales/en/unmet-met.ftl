# Met, not met

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
