# How many criteria and indicators are met

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
source-line-days = Figures from { $from } to { $to }. Source: { $source }.
source-and-others = { $source } and { $others ->
    [one] 1 other
   *[other] { $others } others
}
standing-totals-only = The report gives totals only, not the single indicators.
standing-listed-differs = Note: the list names { $unmet } unmet indicators, which makes { $listed }/{ $total } met, { $difference } off the reported total.
standing-listed-criteria-differ = Note: by the list, { $listed }/{ $total } criteria are met, { $difference } off the reported total.
standing-listed-total = Note: by the list of indicators as of { $day }, { $listed }/{ $total } are met, { $difference } off the reported total.
standing-later-updates = Single indicators as updated (as of { $day }): { $met } met, { $unmet } not met; the totals above do not count updates after { $reported }.
standing-short-list = The list names { $named }/{ $total } indicators; the totals are the report's, and of those that are not named it is not known whether they are met.
standing-too-many-unmet = Note: the list names { $unmet } unmet indicators, but by the totals of the report only { $open } are unmet.
standing-older-report = The latest report (as of { $day }): { $counts }.
no-figures = There are no figures of { $unit } yet.
figures-of-commune = A criteria set is counted for the whole commune, not for { $village } alone. These are the figures of { $commune }:
no-figures-set = There are no figures of { $unit } on { $set } yet.
no-figures-day = There are no figures of { $unit } as of { $day }. The earliest are of { $first }.
set-incomplete = { $set } ({ $decision }) has { $criteria } criteria and { $indicators } indicators. The list of indicators is not loaded; it has to come from that decision before the set is used.
offer-unmet = What is missing ({ $set })
offer-explain = What { $code } demands
