# Changes

changes-title = [b]{ $unit } – { $set }[/b]: changes from { $from } to { $to }
changes-met = Newly met: { $codes }
changes-unmet = No longer met: { $codes }
changes-other = Another state: { $codes }
changes-values = Figures that changed: { $codes }
changes-value = { $code } ({ $before } → { $after })
changes-totals = Result: { $before } ({ $dayBefore }) → { $after } ({ $dayAfter })
changes-first = First figures: { $before } ({ $dayBefore })
changes-none = { $unit }: nothing changed from { $from } to { $to }. The latest figures are of { $last }.
changes-by-commune = I tell changes commune by commune; please choose one. For { $unit } as a whole, type “bản tin tiến độ”.
