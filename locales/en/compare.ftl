# Comparing and ranking

ranking-title = [b]{ $place } – { $set }[/b]: { $count } communes with figures
ranking-all = All communes
ranking-compared = Compared
ranking-line = { $rank }. { $unit }: { $counts } ({ $about })
ranking-day = as of { $day }
ranking-days = from { $from } to { $to }
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
compare-line = { $unit }: { $counts } ({ $days }, source: { $source })
compare-line-none = { $unit }: no figures yet.
compare-ahead = { $unit } is ahead by { $by }.
compare-even = Both meet as many criteria and indicators.
compare-even-criteria = Both meet as many criteria.
compare-days-differ = Note: the figures are not of the same day.
