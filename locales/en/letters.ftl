# Letters in Word

summary-export-letter = Draft the report, the proposal, the summary table (Word)
letter-report = report on the criteria
letter-proposal = proposal for appraisal and recognition
letter-table = summary table
letter-which = Which letter do you need?
letter-which-set = A letter on { $unit } by which criteria set?
letter-sent = { $what } on { $unit } ({ $set }), drafted in Word, comes with this message. What is marked yellow is what I do not know (number, day, who signs …); please fill it in and read it through before it is submitted.
letter-not-yet = Note: only { $met }/{ $total } criteria are met; the proposal names what is not met.
letter-communes-only = Letters are made for communes; for { $unit } there is the Excel workbook (type “xuất Excel”).
letter-region = For { $unit } I can draft the summary table of its communes. Reports and proposals are made for one commune, such as “xuất báo cáo xã …”.
letter-none-unmet = The list names no indicator that is not met.
letter-presumed = An indicator marked “Met (by the report)”: the report names only what is not met and not this one; there is no figure of its own.
letter-template-fields = Not drafted: the template “{ $template }” uses fields that there are not: { $fields }. Please tell the administrator to correct it (the guide lists the fields).
letter-template-marks = Not drafted: the template “{ $template }” has marks that do not fit together at: { $fields }. Please tell the administrator to correct it.
letter-template-damaged = Not drafted: the template “{ $template }” is damaged or no Word file (.docx). Please tell the administrator to replace it.
