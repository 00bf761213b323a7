# How often villages report

summary-reporting-period = Set how often villages report
reporting-label = Period
reporting-ask = How often do the villages report?
reporting-week = every week
reporting-month = every month
reporting-quarter = every quarter
reporting-year = every year
reporting-none = at no set time
reporting-check = [b]Villages of { $unit } report[/b] { $period }.
reporting-before = Now: { $period }.
reporting-means = Villages that have not reported are reminded before a period ends, and named in the progress digest.
reporting-means-none = No village will be reminded to report, and none is named in the digest for not having done so.
reporting-done = Villages of { $unit } report { $period } from now on.
