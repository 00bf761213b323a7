# One criterion, one indicator

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
threshold-cell-unconfirmed = { $threshold } (not checked against the decision)
at-least = { $value } or more
at-most = { $value } or less
exactly = { $value }
