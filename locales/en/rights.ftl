# Rights (fill “you have no right to …”)

action-ask-figures = see public figures
action-see-village-figures = see the figures of each village
action-see-history = see the history of updates
action-submit-report = submit a village's report
action-withdraw-report = withdraw a village's report
action-review-report = review reports
action-reopen-approval = reopen an approved report
action-set-status = update results
action-fix-rollup = fix the rolled-up figure
action-see-reporting = see who has reported
action-see-assignments = see assignments
action-assign = assign work
action-link-group = link a group chat
action-send-notice = send notices
action-schedule-notice = schedule notices
action-export = export figures
action-list-people = see the list of people
action-grant-viewer = add or remove viewers
action-grant-village_head = add or remove village heads
action-grant-commune_officer = add or remove commune officers
action-grant-district_officer = add or remove officers of the level above
action-grant-admin = add or remove administrators
action-see-audit = see the audit
action-handle-data-requests = handle requests about personal data
