# Explaining

explain-indicator = [b]Indicator { $code }[/b] ({ $set }): { $name }
explain-criterion = [b]Criterion { $no }. { $name }[/b] ({ $set }) has { $count } indicators:
explain-criterion-line = { $code } { $name }
explain-set = [b]{ $name }[/b] has { $criteria } criteria, { $indicators } indicators.
explain-set-line = { $no }. { $name }
explain-part-of = Part of criterion { $no }. { $name }.
explain-decision = Basis: { $decision }, { $annex }.
explain-name-unconfirmed = The name was not checked against the decision.
explain-note = Note: { $note }
