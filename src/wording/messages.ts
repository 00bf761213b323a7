// Made from locales/vi/ by `npm run locales`.
/* oxfmt-ignore */
export interface MessageArguments {
  'changes-title': { from: string | number; set: string | number; to: string | number; unit: string | number }
  'changes-met': { codes: string | number }
  'changes-unmet': { codes: string | number }
  'changes-other': { codes: string | number }
  'changes-values': { codes: string | number }
  'changes-value': { after: string | number; before: string | number; code: string | number }
  'changes-totals': { after: string | number; before: string | number; dayAfter: string | number; dayBefore: string | number }
  'changes-first': { before: string | number; dayBefore: string | number }
  'changes-none': { from: string | number; last: string | number; to: string | number; unit: string | number }
  'changes-by-commune': { unit: string | number }
  'ranking-title': { count: string | number; place: string | number; set: string | number }
  'ranking-all': Record<string, never>
  'ranking-compared': Record<string, never>
  'ranking-line': { about: string | number; counts: string | number; rank: string | number; unit: string | number }
  'ranking-day': { day: string | number }
  'ranking-days': { from: string | number; to: string | number }
  'ranking-source': { sources: string | number }
  'ranking-sources-many': Record<string, never>
  'ranking-more': { count: string | number }
  'ranking-none': { place: string | number }
  'ranking-none-set': { place: string | number; set: string | number }
  'target-in-title': { count: string | number; place: string | number; set: string | number; target: string | number }
  'target-criterion': { name: string | number; no: string | number }
  'target-indicator': { name: string | number }
  'target-communes': { communes: string | number; count: string | number; verdict: string | number }
  'compare-title': { set: string | number }
  'compare-line': { counts: string | number; days: string | number; source: string | number; unit: string | number }
  'compare-line-none': { unit: string | number }
  'compare-ahead': { by: string | number; unit: string | number }
  'compare-even': Record<string, never>
  'compare-even-criteria': Record<string, never>
  'compare-days-differ': Record<string, never>
  'summary-completeness': Record<string, never>
  'completeness-title': { from: string | number; to: string | number; unit: string | number }
  'completeness-title-target': { from: string | number; target: string | number; to: string | number; unit: string | number }
  'completeness-counts': { onTime: string | number; onTimeShare: string | number; reported: string | number; share: string | number; total: string | number }
  'completeness-running': Record<string, never>
  'completeness-reported': Record<string, never>
  'completeness-village': { count: string | number; unit: string | number }
  'completeness-village-waiting': { count: string | number; unit: string | number; waiting: string | number }
  'completeness-late': { line: string | number }
  'completeness-returned': { units: string | number }
  'completeness-missing': { units: string | number }
  'completeness-none-missing': Record<string, never>
  'completeness-head': { person: string | number; unit: string | number }
  'completeness-commune': { onTime: string | number; onTimeShare: string | number; reported: string | number; share: string | number; total: string | number; unit: string | number }
  'standing-title': { unit: string | number }
  'criteria-of': { met: string | number; total: string | number }
  'indicators-of': { met: string | number; total: string | number }
  'criteria-count': { count: string | number }
  'indicators-count': { count: string | number }
  'standing': { counts: string | number; set: string | number }
  'open-unmet': { count: string | number }
  'open-unassessed': { count: string | number }
  'open-not-applicable': { count: string | number }
  'source-line': { day: string | number; source: string | number }
  'source-line-days': { from: string | number; source: string | number; to: string | number }
  'source-and-others': { others: string | number; source: string | number }
  'standing-totals-only': Record<string, never>
  'standing-listed-differs': { difference: string | number; listed: string | number; total: string | number; unmet: string | number }
  'standing-listed-criteria-differ': { difference: string | number; listed: string | number; total: string | number }
  'standing-listed-total': { day: string | number; difference: string | number; listed: string | number; total: string | number }
  'standing-later-updates': { day: string | number; met: string | number; reported: string | number; unmet: string | number }
  'standing-short-list': { named: string | number; total: string | number }
  'standing-too-many-unmet': { open: string | number; unmet: string | number }
  'standing-older-report': { counts: string | number; day: string | number }
  'no-figures': { unit: string | number }
  'figures-of-commune': { commune: string | number; village: string | number }
  'no-figures-set': { set: string | number; unit: string | number }
  'no-figures-day': { day: string | number; first: string | number; unit: string | number }
  'set-incomplete': { criteria: string | number; decision: string | number; indicators: string | number; set: string | number }
  'offer-unmet': { set: string | number }
  'offer-explain': { code: string | number }
  'dialog-confirm': Record<string, never>
  'dialog-edit': Record<string, never>
  'dialog-cancel': Record<string, never>
  'dialog-back': Record<string, never>
  'dialog-skip': Record<string, never>
  'dialog-more': Record<string, never>
  'dialog-words': { words: string | number }
  'dialog-edit-which': Record<string, never>
  'dialog-cancelled': Record<string, never>
  'dialog-none': Record<string, never>
  'dialog-changed': { changes: string | number }
  'dialog-waits': { what: string | number }
  'dialog-which': { text: string | number }
  'dialog-is-answer': { label: string | number }
  'dialog-is-else': Record<string, never>
  'dialog-nothing-changed': Record<string, never>
  'dialog-leave': Record<string, never>
  'dialog-anew': Record<string, never>
  'dialog-unfit': Record<string, never>
  'dialog-old-button': Record<string, never>
  'dialog-nothing-to-confirm': Record<string, never>
  'dialog-nothing-to-edit': Record<string, never>
  'dialog-cannot-skip': Record<string, never>
  'dialog-first-step': Record<string, never>
  'dialog-help': Record<string, never>
  'dialog-restarted': Record<string, never>
  'dialog-back-to': Record<string, never>
  'dialog-taken-up': Record<string, never>
  'dialog-resumed': Record<string, never>
  'dialog-upgraded': Record<string, never>
  'dialog-in-private': Record<string, never>
  'dialog-in-private-open': { link: string | number }
  'dialog-in-private-write': Record<string, never>
  'dialog-ending': { day: string | number; time: string | number; what: string | number }
  'stop-left': Record<string, never>
  'unlink-left': Record<string, never>
  'withdraw-left': { id: string | number }
  'cancel-left': { id: string | number }
  'dialog-later': Record<string, never>
  'dialog-same': Record<string, never>
  'summary-digest': Record<string, never>
  'digest-title': { day: string | number; time: string | number; unit: string | number }
  'digest-of-commune': { unit: string | number }
  'digest-area': { communes: string | number; full: string | number; set: string | number }
  'digest-commune': { counts: string | number; unit: string | number }
  'digest-area-day': { day: string | number }
  'digest-area-days': { from: string | number; to: string | number }
  'digest-since': { day: string | number }
  'digest-no-change': { day: string | number }
  'digest-first': Record<string, never>
  'digest-change': { changes: string | number; of: string | number }
  'digest-plus': { codes: string | number; count: string | number }
  'digest-minus': { codes: string | number; count: string | number }
  'digest-unmet': { codes: string | number }
  'digest-criteria': { numbers: string | number }
  'digest-totals': { after: string | number; before: string | number }
  'digest-totals-first': { after: string | number }
  'digest-new-figures': Record<string, never>
  'digest-met': { of: string | number }
  'digest-met-item': { day: string | number; indicator: string | number; source: string | number }
  'digest-figures': { of: string | number }
  'digest-figure': { code: string | number; day: string | number; now: string | number }
  'digest-figure-from': { before: string | number; code: string | number; day: string | number; now: string | number }
  'digest-due': { count: string | number; days: string | number }
  'digest-overdue': { count: string | number }
  'digest-criterion': { no: string | number }
  'digest-target-in': { target: string | number; unit: string | number }
  'digest-task': { day: string | number; target: string | number; task: string | number }
  'digest-late': { day: string | number; days: string | number; target: string | number; task: string | number }
  'digest-task-done': { line: string | number }
  'digest-missing': { from: string | number; missing: string | number; to: string | number; total: string | number }
  'digest-missing-in': { count: string | number; unit: string | number }
  'digest-all-reported': { from: string | number; to: string | number; total: string | number }
  'digest-more-tasks': { count: string | number }
  'digest-more-communes': { count: string | number }
  'digest-more-villages': { count: string | number }
  'digest-more-indicators': { count: string | number }
  'overdue-title': { day: string | number; time: string | number; unit: string | number }
  'overdue-none': Record<string, never>
  'explain-indicator': { code: string | number; name: string | number; set: string | number }
  'explain-criterion': { count: string | number; name: string | number; no: string | number; set: string | number }
  'explain-criterion-line': { code: string | number; name: string | number }
  'explain-set': { criteria: string | number; indicators: string | number; name: string | number }
  'explain-set-line': { name: string | number; no: string | number }
  'explain-part-of': { name: string | number; no: string | number }
  'explain-decision': { annex: string | number; decision: string | number }
  'explain-name-unconfirmed': Record<string, never>
  'explain-note': { note: string | number }
  'file-link': { name: string | number; url: string | number }
  'file-elsewhere': { name: string | number }
  'file-held': { count: string | number }
  'flood-pause': Record<string, never>
  'summary-link-group': Record<string, never>
  'summary-unlink-group': Record<string, never>
  'summary-groups': Record<string, never>
  'follow-digest': Record<string, never>
  'follow-met': Record<string, never>
  'follow-overdue': Record<string, never>
  'follow-announcements': Record<string, never>
  'follow-all': Record<string, never>
  'follow-nothing': Record<string, never>
  'group-named': { name: string | number; unit: string | number }
  'group-unnamed': { unit: string | number }
  'group-stopped': { since: string | number; why: string | number }
  'group-step-group': Record<string, never>
  'group-step-name': Record<string, never>
  'group-step-unit': Record<string, never>
  'group-step-follows': Record<string, never>
  'group-ask-which': Record<string, never>
  'group-ask-name': Record<string, never>
  'group-ask-unit': Record<string, never>
  'group-ask-follows': Record<string, never>
  'group-follow-line': { number: string | number; what: string | number }
  'group-link-confirm': { name: string | number; unit: string | number }
  'group-link-before': { unit: string | number; what: string | number }
  'group-link-follows': { what: string | number }
  'group-link-hint': Record<string, never>
  'group-linked': { name: string | number; unit: string | number; what: string | number }
  'group-linked-told': { unit: string | number; what: string | number }
  'group-link-nothing': Record<string, never>
  'group-link-how': Record<string, never>
  'group-unit-ended': { unit: string | number }
  'group-of-other': { unit: string | number }
  'group-unlink-confirm': { name: string | number; unit: string | number }
  'group-unlinked': { name: string | number; unit: string | number }
  'group-unlinked-told': { unit: string | number }
  'group-unlinked-already': Record<string, never>
  'group-gone': Record<string, never>
  'groups-title': { count: string | number; unit: string | number }
  'groups-title-several': { count: string | number }
  'groups-line': { name: string | number; number: string | number; unit: string | number; what: string | number }
  'groups-line-stopped': { line: string | number; why: string | number }
  'groups-more': { count: string | number }
  'groups-hint': Record<string, never>
  'groups-none': { unit: string | number }
  'group-stop-told': { name: string | number; since: string | number; todo: string | number; unit: string | number; why: string | number }
  'group-back-told': { name: string | number; unit: string | number; what: string | number }
  'group-back-here': { unit: string | number; what: string | number }
  'reason-removed': Record<string, never>
  'reason-gone': Record<string, never>
  'reason-muted': Record<string, never>
  'reason-file': Record<string, never>
  'reason-long': Record<string, never>
  'reason-off': Record<string, never>
  'reason-interrupted': Record<string, never>
  'reason-busy': Record<string, never>
  'reason-network': Record<string, never>
  'reason-unlinked': Record<string, never>
  'reason-other': Record<string, never>
  'remedy-removed': Record<string, never>
  'remedy-gone': Record<string, never>
  'remedy-muted': Record<string, never>
  'remedy-file': Record<string, never>
  'remedy-long': Record<string, never>
  'remedy-off': Record<string, never>
  'remedy-interrupted': Record<string, never>
  'remedy-busy': Record<string, never>
  'remedy-network': Record<string, never>
  'remedy-unlinked': Record<string, never>
  'remedy-other': Record<string, never>
  'groups-in-private': Record<string, never>
  'help-title': Record<string, never>
  'help-line': { example: string | number; slash: string | number; what: string | number }
  'help-more': Record<string, never>
  'greeting': { examples: string | number }
  'thanks': Record<string, never>
  'acknowledged': Record<string, never>
  'goodbye': Record<string, never>
  'not-understood': { examples: string | number }
  'which-question': Record<string, never>
  'slash-unknown': { name: string | number }
  'button-gone': Record<string, never>
  'not-allowed': { roles: string | number; what: string | number }
  'not-allowed-unit': { roles: string | number; unit: string | number; what: string | number }
  'not-allowed-ask': { people: string | number }
  'not-allowed-ask-roles': { roles: string | number }
  'not-allowed-stranger': Record<string, never>
  'officer': { name: string | number; office: string | number }
  'voice-unread': Record<string, never>
  'kind-unread': Record<string, never>
  'file-unexpected': Record<string, never>
  'turn-failed': { id: string | number }
  'choices-which': Record<string, never>
  'put-off': Record<string, never>
  'history-title': { code: string | number; set: string | number; unit: string | number }
  'history-line': { at: string | number; code: string | number; day: string | number; figure: string | number; source: string | number; who: string | number }
  'history-line-import': { at: string | number; code: string | number; day: string | number; figure: string | number; source: string | number }
  'history-more': { count: string | number }
  'history-none': { code: string | number; unit: string | number }
  'history-reports': Record<string, never>
  'history-report': { at: string | number; figure: string | number; id: string | number; unit: string | number; who: string | number }
  'history-report-waiting': Record<string, never>
  'history-report-approved': { at: string | number; who: string | number }
  'history-report-returned': { at: string | number; who: string | number }
  'history-report-reopened': { at: string | number; who: string | number }
  'history-report-withdrawn': { at: string | number; who: string | number }
  'history-report-reason': { reason: string | number }
  'members-only': Record<string, never>
  'not-allowed-ask-do': { people: string | number }
  'summary-export-letter': Record<string, never>
  'letter-report': Record<string, never>
  'letter-proposal': Record<string, never>
  'letter-table': Record<string, never>
  'letter-which': Record<string, never>
  'letter-which-set': { unit: string | number }
  'letter-sent': { set: string | number; unit: string | number; what: string | number }
  'letter-not-yet': { met: string | number; total: string | number }
  'letter-communes-only': { unit: string | number }
  'letter-region': { unit: string | number }
  'letter-none-unmet': Record<string, never>
  'letter-presumed': Record<string, never>
  'letter-template-fields': { fields: string | number; template: string | number }
  'letter-template-marks': { fields: string | number; template: string | number }
  'letter-template-damaged': { template: string | number }
  'summary-notify': Record<string, never>
  'summary-notices': Record<string, never>
  'summary-resend': Record<string, never>
  'announcement-title': { unit: string | number }
  'announcement-step-text': Record<string, never>
  'announcement-step-photo': Record<string, never>
  'announcement-step-groups': Record<string, never>
  'announcement-step-when': Record<string, never>
  'announcement-ask-text': Record<string, never>
  'announcement-ask-photo': Record<string, never>
  'announcement-ask-groups': Record<string, never>
  'announcement-ask-when': Record<string, never>
  'announcement-now': Record<string, never>
  'announcement-morning': Record<string, never>
  'announcement-too-long': { most: string | number }
  'announcement-photo-only': Record<string, never>
  'announcement-photo-kept': Record<string, never>
  'announcement-in-private': Record<string, never>
  'announcement-no-groups': { unit: string | number }
  'announcement-groups-unknown': { number: string | number }
  'announcement-again': { at: string | number; count: string | number }
  'announcement-preview': Record<string, never>
  'announcement-with-photo': Record<string, never>
  'announcement-to': { count: string | number }
  'announcement-group': { group: string | number }
  'announcement-group-numbered': { group: string | number; number: string | number }
  'announcement-groups-more': { count: string | number }
  'announcement-left-out': { numbers: string | number }
  'announcement-stopped': { group: string | number; why: string | number }
  'announcement-count': { count: string | number }
  'announcement-zalo-left': { left: string | number; need: string | number }
  'announcement-zalo-short': { left: string | number; need: string | number }
  'announcement-choose': Record<string, never>
  'announcement-quiet': { time: string | number }
  'announcement-waits': { at: string | number }
  'announcement-none-left': Record<string, never>
  'announcement-sending': { count: string | number; id: string | number }
  'announcement-sending-at': { at: string | number; count: string | number; id: string | number }
  'announcement-dropped': { group: string | number }
  'announcement-just-sent': { at: string | number; count: string | number }
  'announcement-send-anyway': Record<string, never>
  'delivered-all': { id: string | number; sent: string | number; total: string | number }
  'delivered-some': { id: string | number; sent: string | number; text: string | number; total: string | number }
  'delivered-own': { day: string | number; sent: string | number; total: string | number; what: string | number }
  'delivered-again': { id: string | number; sent: string | number; total: string | number }
  'delivered-waiting': { id: string | number; sent: string | number; total: string | number; waiting: string | number }
  'delivered-failed-title': Record<string, never>
  'delivered-unknown-title': Record<string, never>
  'delivered-line': { group: string | number; todo: string | number; why: string | number }
  'delivered-line-unknown': { group: string | number; why: string | number }
  'delivered-more': { count: string | number }
  'delivered-waiting-line': { count: string | number }
  'delivered-resend': Record<string, never>
  'delivered-resend-unknown': Record<string, never>
  'delivered-skip': Record<string, never>
  'resend-nothing': Record<string, never>
  'resend-confirm': { count: string | number; id: string | number; text: string | number }
  'resend-done': { count: string | number; id: string | number }
  'resend-cannot': { group: string | number; todo: string | number; why: string | number }
  'resend-skipped': { id: string | number }
  'resend-step-notice': Record<string, never>
  'notices-title': Record<string, never>
  'notices-line': { at: string | number; id: string | number; sent: string | number; text: string | number; total: string | number }
  'notices-line-waiting': { line: string | number; waiting: string | number }
  'notices-line-unknown': { line: string | number; unknown: string | number }
  'notices-none': { unit: string | number }
  'notices-unknown': { id: string | number }
  'notices-hint': { id: string | number }
  'notices-by': { at: string | number; person: string | number }
  'notices-in-private': Record<string, never>
  'kind-digest': Record<string, never>
  'kind-met': Record<string, never>
  'kind-overdue': Record<string, never>
  'kind-announcement': Record<string, never>
  'newly-met-title': { count: string | number; unit: string | number }
  'newly-met-line': { code: string | number; name: string | number; set: string | number }
  'newly-met-source': { day: string | number; source: string | number }
  'resend-not-followed': Record<string, never>
  'notices-line-old': { at: string | number; id: string | number; text: string | number }
  'announcement-ask-unit': Record<string, never>
  'announcement-number': { number: string | number }
  'notices-by-program': Record<string, never>
  'private-only': Record<string, never>
  'summary-invite': Record<string, never>
  'summary-join': Record<string, never>
  'summary-people': Record<string, never>
  'summary-my-data': Record<string, never>
  'summary-data-requests': Record<string, never>
  'summary-history': Record<string, never>
  'invitation-code': { code: string | number }
  'invitation-until': { until: string | number }
  'invitation-link': { link: string | number }
  'invite-step-role': Record<string, never>
  'invite-step-unit': Record<string, never>
  'invite-step-name': Record<string, never>
  'invite-ask-role': Record<string, never>
  'invite-ask-unit': { role: string | number }
  'invite-no-units': { role: string | number }
  'invite-ask-name': Record<string, never>
  'invite-confirm': { role: string | number; unit: string | number }
  'invite-confirm-named': { name: string | number; role: string | number; unit: string | number }
  'invite-confirm-person': { name: string | number }
  'invite-absent': { names: string | number }
  'invite-unit-unfit': { role: string | number }
  'invite-made': { role: string | number; unit: string | number }
  'invite-made-person': { name: string | number }
  'invite-how': Record<string, never>
  'invite-person-no-role': Record<string, never>
  'link-account-stranger': Record<string, never>
  'link-account-made': Record<string, never>
  'join-how': Record<string, never>
  'join-wrong': Record<string, never>
  'join-used': Record<string, never>
  'join-expired': Record<string, never>
  'join-gone': Record<string, never>
  'join-paused': { until: string | number }
  'join-own-account': Record<string, never>
  'join-others-account': { name: string | number }
  'join-step-name': Record<string, never>
  'join-step-agrees': Record<string, never>
  'join-ask-name': Record<string, never>
  'join-offer': { role: string | number; unit: string | number }
  'join-offer-named': { name: string | number; role: string | number; unit: string | number }
  'join-offer-account': { name: string | number }
  'consent-text': Record<string, never>
  'join-question': Record<string, never>
  'join-question-account': { name: string | number }
  'join-agree': Record<string, never>
  'join-refuse': Record<string, never>
  'join-refused': Record<string, never>
  'join-done': { name: string | number }
  'join-next': Record<string, never>
  'join-told': { name: string | number }
  'people-title': { count: string | number; unit: string | number }
  'people-line': { name: string | number; role: string | number; unit: string | number }
  'people-line-absent': { name: string | number; role: string | number; unit: string | number }
  'people-none': { unit: string | number }
  'people-more': { count: string | number }
  'people-hint': Record<string, never>
  'remove-step-person': Record<string, never>
  'remove-ask-person': Record<string, never>
  'remove-confirm': { name: string | number }
  'remove-role': { role: string | number; unit: string | number }
  'remove-confirm-effect': Record<string, never>
  'remove-no-role': Record<string, never>
  'remove-last-admin': Record<string, never>
  'remove-done': { name: string | number }
  'removed-told': Record<string, never>
  'first-notice': Record<string, never>
  'my-data-title': Record<string, never>
  'my-data-stranger': Record<string, never>
  'my-data-name': { name: string | number }
  'my-data-job': { title: string | number }
  'my-data-role': { role: string | number; unit: string | number }
  'my-data-account': { channel: string | number; id: string | number }
  'my-data-messages': { count: string | number }
  'my-data-reports': { count: string | number }
  'my-data-agreed': { at: string | number; version: string | number }
  'my-data-told': { at: string | number; version: string | number }
  'my-data-withdrawn': { at: string | number; version: string | number }
  'my-data-request-open': { due: string | number; id: string | number; what: string | number }
  'my-data-why': Record<string, never>
  'my-data-offer-correct': Record<string, never>
  'my-data-offer-erase': Record<string, never>
  'my-data-step-kind': Record<string, never>
  'my-data-step-note': Record<string, never>
  'my-data-ask-kind': Record<string, never>
  'my-data-ask-note': Record<string, never>
  'my-data-confirm': { due: string | number; what: string | number }
  'my-data-confirm-note': { note: string | number }
  'my-data-effect-correct': Record<string, never>
  'my-data-effect-erase': Record<string, never>
  'my-data-effect-withdraw': Record<string, never>
  'my-data-asked': { due: string | number; id: string | number; what: string | number }
  'my-data-asked-before': { due: string | number; id: string | number }
  'data-request-correct': Record<string, never>
  'data-request-erase': Record<string, never>
  'data-request-withdraw': Record<string, never>
  'data-request-told': { due: string | number; id: string | number; what: string | number }
  'data-request-due-soon': { due: string | number; id: string | number; what: string | number }
  'data-request-overdue': { due: string | number; id: string | number; what: string | number }
  'data-request-done-told': { id: string | number; what: string | number }
  'data-request-refused-told': { id: string | number; what: string | number }
  'data-requests-open': Record<string, never>
  'data-requests-title': { count: string | number }
  'data-requests-none': Record<string, never>
  'data-requests-line': { due: string | number; id: string | number; what: string | number; who: string | number }
  'data-requests-note': { note: string | number }
  'data-requests-acknowledge': { day: string | number }
  'data-requests-late': Record<string, never>
  'data-requests-stranger': Record<string, never>
  'data-requests-choice': { id: string | number; what: string | number }
  'data-requests-gone': Record<string, never>
  'data-requests-not-yours': Record<string, never>
  'data-requests-step-outcome': Record<string, never>
  'data-requests-step-name': Record<string, never>
  'data-requests-do': Record<string, never>
  'data-requests-refuse': Record<string, never>
  'data-requests-ask-name': Record<string, never>
  'data-requests-new-name': { name: string | number }
  'data-requests-effect-correct': Record<string, never>
  'data-requests-effect-erase': Record<string, never>
  'data-requests-effect-withdraw': Record<string, never>
  'data-requests-effect-refused': Record<string, never>
  'data-requests-done': { id: string | number }
  'data-requests-refused': { id: string | number }
  'person-erased': { number: string | number }
  'summary-picture': Record<string, never>
  'offer-picture': Record<string, never>
  'picture-failed': Record<string, never>
  'picture-status-name': { place: string | number; set: string | number }
  'picture-criteria-met': Record<string, never>
  'picture-indicators-met': Record<string, never>
  'picture-tile-name': { name: string | number; no: string | number }
  'picture-tile-met': { met: string | number; of: string | number }
  'picture-tile-unmet': { codes: string | number }
  'picture-tile-unassessed': { count: string | number }
  'picture-tile-not-applicable': { count: string | number }
  'picture-tile-counts-as-met': Record<string, never>
  'picture-legend': { count: string | number; state: string | number }
  'picture-legend-short': { count: string | number; state: string | number }
  'picture-totals-open': { open: string | number }
  'picture-totals-only': Record<string, never>
  'picture-no-figures': Record<string, never>
  'picture-comparison-name': { place: string | number; set: string | number }
  'picture-comparison-kind': { set: string | number }
  'picture-communes-known': Record<string, never>
  'picture-communes-all': { of: string | number }
  'picture-communes-mean': Record<string, never>
  'picture-progress-name': { place: string | number; set: string | number }
  'picture-progress-kind': { set: string | number }
  'picture-progress-goal': { goal: string | number }
  'picture-progress-open': { left: string | number }
  'picture-progress-done': Record<string, never>
  'picture-progress-hollow': Record<string, never>
  'picture-plan-name': { place: string | number; set: string | number }
  'picture-plan-kind': { set: string | number }
  'picture-plan-late': Record<string, never>
  'picture-plan-running': Record<string, never>
  'picture-plan-nobody': Record<string, never>
  'picture-plan-unassigned': Record<string, never>
  'picture-plan-person': { person: string | number }
  'picture-plan-due': { day: string | number }
  'picture-plan-overdue': { day: string | number; days: string | number }
  'picture-plan-more': { count: string | number }
  'picture-villages-name': { code: string | number; place: string | number; set: string | number }
  'picture-villages-kind': { set: string | number }
  'picture-villages-covered': { covered: string | number; total: string | number }
  'picture-villages-none': Record<string, never>
  'picture-villages-stroke': Record<string, never>
  'picture-comparison-own': { unit: string | number }
  'picture-comparison-day': { day: string | number }
  'picture-progress-thinned': { count: string | number }
  'picture-plan-source': { day: string | number }
  'picture-plan-done': Record<string, never>
  'picture-plan-person-village': { person: string | number; village: string | number }
  'picture-offer-status': Record<string, never>
  'picture-offer-progress': Record<string, never>
  'picture-offer-comparison': Record<string, never>
  'picture-offer-plan': Record<string, never>
  'picture-offer-villages': Record<string, never>
  'picture-commune-only': { unit: string | number }
  'picture-progress-title': { set: string | number; unit: string | number }
  'picture-progress-line': { counts: string | number; day: string | number }
  'picture-progress-one-day': { day: string | number }
  'picture-plan-title': { set: string | number; unit: string | number }
  'picture-plan-line': { what: string | number; who: string | number }
  'picture-plan-line-nobody': { about: string | number }
  'picture-plan-empty': { unit: string | number }
  'picture-villages-own-only': Record<string, never>
  'summary-read-report': Record<string, never>
  'read-label-text': Record<string, never>
  'read-label-set': Record<string, never>
  'read-ask-text': Record<string, never>
  'read-ask-unit': Record<string, never>
  'read-ask-set': Record<string, never>
  'read-private': Record<string, never>
  'read-nothing': Record<string, never>
  'read-unreadable': Record<string, never>
  'read-too-long': Record<string, never>
  'read-lost': Record<string, never>
  'read-no-right': Record<string, never>
  'read-joined': Record<string, never>
  'read-source-presumed': { day: string | number; hash: string | number }
  'read-check': Record<string, never>
  'read-title': { set: string | number; unit: string | number }
  'read-met': { counts: string | number; words: string | number }
  'read-unmet': { codes: string | number; count: string | number; criteria: string | number; words: string | number }
  'read-none-unmet': { words: string | number }
  'read-met-list': { criteria: string | number; words: string | number }
  'read-day': { day: string | number }
  'read-day-from': { day: string | number; words: string | number }
  'read-differs-indicators': { listed: string | number; reported: string | number; total: string | number; unmet: string | number }
  'read-differs-criteria': { listed: string | number; reported: string | number; total: string | number }
  'read-differs-unmet-criteria': { listed: string | number; reported: string | number }
  'read-differs-unmet-indicators': { listed: string | number; reported: string | number }
  'read-differs-at-most': { listed: string | number; reported: string | number }
  'read-differs-criteria-twice': { listed: string | number; reported: string | number }
  'read-differs-indicators-twice': { listed: string | number; reported: string | number }
  'read-differs-percent': { listed: string | number; reported: string | number }
  'read-differs-of': { listed: string | number; reported: string | number }
  'read-differs-both': { criteria: string | number }
  'read-change-totals-first': { counts: string | number }
  'read-change-totals': { before: string | number; counts: string | number; day: string | number }
  'read-older': { day: string | number }
  'read-change-unmet': { count: string | number; fresh: string | number; same: string | number }
  'read-newer': { codes: string | number }
  'read-unnamed': { criteria: string | number }
  'read-unmentioned': { codes: string | number; example: string | number }
  'read-source': { source: string | number }
  'read-more': Record<string, never>
  'read-nothing-to-record': Record<string, never>
  'read-no-unit': Record<string, never>
  'read-left-unknown-unit': { unit: string | number }
  'read-left-not-yours': { unit: string | number }
  'read-left-ambiguous': { unit: string | number }
  'read-left-no-set': { unit: string | number }
  'read-left-no-date': { unit: string | number }
  'read-left-to-come': { unit: string | number }
  'read-left-nothing': { unit: string | number }
  'read-changed': Record<string, never>
  'read-again': Record<string, never>
  'read-done': { hash: string | number; indicators: string | number; totals: string | number; unchanged: string | number }
  'read-same-totals': { counts: string | number }
  'read-same-unmet': { count: string | number }
  'read-left-counts': { counts: string | number; unit: string | number }
  'read-left-unmet': { codes: string | number }
  'read-no-news': Record<string, never>
  'summary-remind-villages': Record<string, never>
  'remind-label-units': Record<string, never>
  'remind-ask-units': Record<string, never>
  'remind-title': { period: string | number; to: string | number; units: string | number }
  'remind-missing': { missing: string | number; total: string | number }
  'remind-to': { count: string | number }
  'remind-line': { line: string | number }
  'remind-more': { count: string | number }
  'remind-left': Record<string, never>
  'remind-head': { person: string | number; units: string | number }
  'remind-left-nobody': { unit: string | number }
  'remind-left-absent': { person: string | number }
  'remind-left-quiet': { day: string | number; person: string | number }
  'remind-left-told': { person: string | number }
  'remind-left-soon': { day: string | number; person: string | number }
  'remind-left-self': { person: string | number }
  'remind-night': { day: string | number; time: string | number }
  'remind-text': Record<string, never>
  'remind-by': { person: string | number }
  'remind-done': { count: string | number; people: string | number }
  'remind-nobody': Record<string, never>
  'remind-all-reported': Record<string, never>
  'remind-none-missing': { period: string | number; units: string | number }
  'remind-no-villages': { units: string | number }
  'remind-no-period': Record<string, never>
  'completeness-remind': Record<string, never>
  'reporting-reminder-over': { period: string | number; to: string | number }
  'period-days': { from: string | number; to: string | number }
  'remind-due': { day: string | number }
  'task-reminder': { count: string | number }
  'task-reminder-line': { task: string | number }
  'task-reminder-more': { count: string | number }
  'task-reminder-hint': { id: string | number }
  'task-reminder-done': Record<string, never>
  'task-reminder-extend': Record<string, never>
  'task-overdue-digest': { count: string | number; day: string | number; unit: string | number }
  'task-overdue-line': { person: string | number; task: string | number }
  'task-overdue-unit': { count: string | number; days: string | number; unit: string | number }
  'task-overdue-more': { count: string | number }
  'task-overdue-hint': Record<string, never>
  'task-escalated': { count: string | number; days: string | number }
  'reporting-reminder': { days: string | number; period: string | number; to: string | number }
  'reporting-reminder-missing': { units: string | number }
  'reporting-reminder-how': Record<string, never>
  'period-week': { from: string | number; to: string | number }
  'period-month': { month: string | number; year: string | number }
  'period-quarter': { quarter: string | number; year: string | number }
  'period-year': { year: string | number }
  'summary-quiet': Record<string, never>
  'quiet-ask': Record<string, never>
  'quiet-days': { days: string | number }
  'quiet-until': { day: string | number }
  'quiet-too-long': { day: string | number; days: string | number }
  'quiet-past': { day: string | number }
  'quiet-off': Record<string, never>
  'quiet-was-off': Record<string, never>
  'quiet-stranger': Record<string, never>
  'summary-reporting-period': Record<string, never>
  'reporting-label': Record<string, never>
  'reporting-ask': Record<string, never>
  'reporting-week': Record<string, never>
  'reporting-month': Record<string, never>
  'reporting-quarter': Record<string, never>
  'reporting-year': Record<string, never>
  'reporting-none': Record<string, never>
  'reporting-check': { period: string | number; unit: string | number }
  'reporting-before': { period: string | number }
  'reporting-means': Record<string, never>
  'reporting-means-none': Record<string, never>
  'reporting-done': { period: string | number; unit: string | number }
  'summary-report': Record<string, never>
  'summary-correct': Record<string, never>
  'summary-approve': Record<string, never>
  'summary-return': Record<string, never>
  'summary-withdraw': Record<string, never>
  'summary-reopen': Record<string, never>
  'summary-pending': Record<string, never>
  'summary-my-reports': Record<string, never>
  'summary-contact': Record<string, never>
  'report-label-unit': Record<string, never>
  'report-label-indicator': Record<string, never>
  'report-label-figure': Record<string, never>
  'report-label-day': Record<string, never>
  'report-label-evidence': Record<string, never>
  'report-label-note': Record<string, never>
  'report-ask-unit': Record<string, never>
  'report-ask-indicator': Record<string, never>
  'report-about': { code: string | number; name: string | number }
  'report-ask-figure-households': Record<string, never>
  'report-ask-figure-share': Record<string, never>
  'report-ask-figure-amount': { unit: string | number }
  'report-ask-figure-verdict': Record<string, never>
  'report-ask-day': Record<string, never>
  'report-as-before': { figure: string | number }
  'report-today': { day: string | number }
  'report-day-to-come': { day: string | number }
  'report-ask-evidence': { most: string | number }
  'report-files-kept': Record<string, never>
  'report-ask-note': Record<string, never>
  'report-not-yours': { unit: string | number }
  'report-stranger': Record<string, never>
  'report-check': Record<string, never>
  'report-title': { code: string | number; set: string | number; unit: string | number }
  'report-figure': { day: string | number; figure: string | number }
  'report-before': { day: string | number; value: string | number }
  'report-if-approved': { after: string | number; before: string | number; total: string | number; unit: string | number; verdict: string | number }
  'report-undecided': Record<string, never>
  'report-warn-households': { households: string | number; whole: string | number }
  'report-warn-jump': { day: string | number; points: string | number }
  'report-evidence': { count: string | number }
  'report-note': { note: string | number }
  'report-replaces': { id: string | number }
  'report-also': { text: string | number }
  'report-also-next': { text: string | number }
  'report-confirm-hint': Record<string, never>
  'report-sent': { id: string | number; line: string | number }
  'report-goes-to': { people: string | number }
  'report-no-officer': Record<string, never>
  'report-after-hint': { id: string | number }
  'report-same': { id: string | number; time: string | number }
  'report-line': { code: string | number; day: string | number; figure: string | number; name: string | number; set: string | number; unit: string | number }
  'report-waiting': Record<string, never>
  'report-waiting-again': Record<string, never>
  'report-approved': { day: string | number; person: string | number; time: string | number }
  'report-returned': { day: string | number; person: string | number; reason: string | number; time: string | number }
  'report-withdrawn': { day: string | number; time: string | number }
  'report-unknown': { id: string | number }
  'report-source': { id: string | number; unit: string | number }
  'report-source-reopened': { id: string | number; source: string | number }
  'indicator-pending': { count: string | number }
  'figure-households': { part: string | number; share: string | number; whole: string | number }
  'figure-count': { part: string | number; share: string | number; whole: string | number }
  'figure-part-over-whole': { part: string | number; whole: string | number }
  'figure-over-100': Record<string, never>
  'figure-negative': Record<string, never>
  'figure-whole-zero': Record<string, never>
  'figure-not-whole': Record<string, never>
  'figure-wants-share': Record<string, never>
  'figure-wants-verdict': Record<string, never>
  'figure-wants-amount': { unit: string | number }
  'figure-wants-whole': { part: string | number }
  'file-too-large': Record<string, never>
  'file-unknown-type': Record<string, never>
  'file-too-many-pixels': Record<string, never>
  'file-damaged': Record<string, never>
  'file-unreachable': Record<string, never>
  'file-too-many': { most: string | number }
  'review-title': { id: string | number; person: string | number }
  'review-title-again': { id: string | number; person: string | number }
  'review-evidence': { id: string | number; number: string | number }
  'review-before': { id: string | number; line: string | number }
  'review-hint': { id: string | number }
  'review-approve': Record<string, never>
  'review-return': Record<string, never>
  'review-label-reason': Record<string, never>
  'review-in-private': Record<string, never>
  'review-own': { id: string | number }
  'review-now': { id: string | number; line: string | number; state: string | number }
  'review-late': { id: string | number; state: string | number }
  'review-approved': { id: string | number; line: string | number }
  'review-returned': { id: string | number; line: string | number }
  'return-ask-reason': { id: string | number }
  'reopen-ask-reason': { id: string | number }
  'reopen-which': Record<string, never>
  'reopen-done': { id: string | number; line: string | number }
  'told-approved': { id: string | number; line: string | number; person: string | number }
  'told-returned': { id: string | number; line: string | number; person: string | number; reason: string | number }
  'told-correct': Record<string, never>
  'told-reopened': { id: string | number; line: string | number; person: string | number; reason: string | number }
  'approve-several': { count: string | number }
  'pending-title': { count: string | number }
  'pending-line': { id: string | number; line: string | number; person: string | number }
  'pending-more': { count: string | number }
  'pending-hint': { id: string | number }
  'pending-none': Record<string, never>
  'pending-stranger': Record<string, never>
  'pending-approve-all': Record<string, never>
  'pending-reminder': { count: string | number }
  'withdraw-label': Record<string, never>
  'withdraw-which': Record<string, never>
  'withdraw-check': { id: string | number; line: string | number }
  'withdraw-done': { id: string | number; line: string | number }
  'withdraw-none': Record<string, never>
  'withdraw-not-own': { id: string | number }
  'correct-none': Record<string, never>
  'my-reports-title': Record<string, never>
  'my-reports-line': { id: string | number; line: string | number; state: string | number }
  'my-reports-more': Record<string, never>
  'my-reports-none': Record<string, never>
  'my-reports-in-private': Record<string, never>
  'my-reports-correct': { id: string | number }
  'my-reports-withdraw': { id: string | number }
  'contact-done': { people: string | number }
  'contact-told': { person: string | number; unit: string | number }
  'contact-nobody': Record<string, never>
  'contact-stranger': Record<string, never>
  'action-ask-figures': Record<string, never>
  'action-see-village-figures': Record<string, never>
  'action-see-history': Record<string, never>
  'action-submit-report': Record<string, never>
  'action-withdraw-report': Record<string, never>
  'action-review-report': Record<string, never>
  'action-reopen-approval': Record<string, never>
  'action-set-status': Record<string, never>
  'action-fix-rollup': Record<string, never>
  'action-see-reporting': Record<string, never>
  'action-see-assignments': Record<string, never>
  'action-assign': Record<string, never>
  'action-link-group': Record<string, never>
  'action-send-notice': Record<string, never>
  'action-schedule-notice': Record<string, never>
  'action-export': Record<string, never>
  'action-list-people': Record<string, never>
  'action-grant-viewer': Record<string, never>
  'action-grant-village_head': Record<string, never>
  'action-grant-commune_officer': Record<string, never>
  'action-grant-district_officer': Record<string, never>
  'action-grant-admin': Record<string, never>
  'action-see-audit': Record<string, never>
  'action-handle-data-requests': Record<string, never>
  'summary-rollup': Record<string, never>
  'summary-fix-rollup': Record<string, never>
  'rollup-title': { code: string | number; set: string | number; unit: string | number }
  'rollup-note': { covered: string | number; day: string | number; figure: string | number; total: string | number }
  'rollup-households': { part: string | number; value: string | number; whole: string | number }
  'rollup-counts': { part: string | number; value: string | number; whole: string | number }
  'rollup-verdicts': { met: string | number; unmet: string | number }
  'rollup-weighted': { households: string | number; value: string | number }
  'rollup-weights': { count: string | number }
  'rollup-weights-amount': { count: string | number }
  'rollup-by-threshold': { verdict: string | number }
  'rollup-official': { figure: string | number; source: string | number }
  'rollup-no-official': Record<string, never>
  'rollup-trend': { points: string | number }
  'rollup-point': { covered: string | number; day: string | number; figure: string | number; total: string | number }
  'rollup-by-village': Record<string, never>
  'rollup-village': { day: string | number; figure: string | number; unit: string | number }
  'rollup-arithmetic': { parts: string | number; value: string | number; wholes: string | number }
  'rollup-missing': { units: string | number }
  'rollup-no-households': { units: string | number }
  'rollup-no-figure': { units: string | number }
  'rollup-source-day': { day: string | number }
  'rollup-source': { from: string | number; to: string | number }
  'rollup-none': { codes: string | number; total: string | number; unit: string | number }
  'rollup-none-at-all': { total: string | number; unit: string | number }
  'rollup-overview': { unit: string | number }
  'rollup-overview-line': { covered: string | number; day: string | number; figure: string | number; name: string | number; total: string | number }
  'rollup-would-begin': { covered: string | number; figure: string | number; total: string | number }
  'rollup-would-be': { before: string | number; covered: string | number; coveredBefore: string | number; figure: string | number; total: string | number }
  'village-figure': { code: string | number; line: string | number; set: string | number }
  'rollup-no-villages': { unit: string | number }
  'rollup-commune-only': { unit: string | number }
  'rollup-offer': { code: string | number; set: string | number }
  'offer-villages': { code: string | number }
  'rollup-ask-verdict': { code: string | number; unit: string | number }
  'rollup-threshold-decides': Record<string, never>
  'rollup-complete': { code: string | number; set: string | number; unit: string | number }
  'rollup-complete-ask': Record<string, never>
  'rollup-fixed-from': { code: string | number; unit: string | number }
  'fix-check': { code: string | number; set: string | number; unit: string | number }
  'fix-incomplete': { covered: string | number; total: string | number }
  'fix-verdict': { verdict: string | number }
  'fix-verdict-threshold': { verdict: string | number }
  'fix-which': Record<string, never>
  'fix-choice': { covered: string | number; name: string | number; total: string | number }
  'fix-nothing': { unit: string | number }
  'fix-instead': { code: string | number; set: string | number }
  'fix-changed': Record<string, never>
  'fix-source': { covered: string | number; day: string | number; total: string | number }
  'fix-done': { code: string | number; figure: string | number; set: string | number; unit: string | number; verdict: string | number }
  'fix-again': { code: string | number; figure: string | number; set: string | number; unit: string | number; verdict: string | number }
  'effect': { after: string | number; before: string | number; criteria: string | number; criteriaAfter: string | number; criteriaBefore: string | number; total: string | number }
  'effect-none': { after: string | number; criteria: string | number; criteriaAfter: string | number; total: string | number }
  'schedule-when': { days: string | number; times: string | number }
  'clock-hour': { hour: string | number }
  'clock-minutes': { hour: string | number; minute: string | number }
  'clock-few-minutes': { hour: string | number; minute: string | number }
  'clock-morning': { clock: string | number }
  'clock-noon': { clock: string | number }
  'clock-afternoon': { clock: string | number }
  'clock-evening': { clock: string | number }
  'clock-night': { clock: string | number }
  'weekday': { number: string | number }
  'and': { items: string | number; last: string | number }
  'days-once': { day: string | number; weekday: string | number }
  'days-daily': Record<string, never>
  'days-every': { count: string | number }
  'days-weekly': { days: string | number }
  'days-weeks': { count: string | number; days: string | number }
  'weekdays-working': { from: string | number; to: string | number }
  'weekday-working': Record<string, never>
  'days-last': { of: string | number }
  'days-first-weekday': { of: string | number; weekday: string | number }
  'days-last-weekday': { of: string | number; weekday: string | number }
  'days-nth-weekday': { nth: string | number; of: string | number; weekday: string | number }
  'of-months': Record<string, never>
  'of-quarters': Record<string, never>
  'of-years': Record<string, never>
  'of-some-months': { months: string | number }
  'dates-monthly': { dates: string | number }
  'dates-quarter-first': { dates: string | number }
  'dates-quarter-second': { dates: string | number }
  'dates-quarter-last': { dates: string | number }
  'dates-yearly': { dates: string | number; month: string | number }
  'dates-some-months': { dates: string | number; months: string | number }
  'schedule-when-broken': Record<string, never>
  'schedule-moment': { day: string | number; time: string | number; weekday: string | number }
  'summary-schedule': Record<string, never>
  'summary-schedules': Record<string, never>
  'summary-stop-schedule': Record<string, never>
  'summary-edit-schedule': Record<string, never>
  'schedule-label-kind': Record<string, never>
  'schedule-label-text': Record<string, never>
  'schedule-label-days': Record<string, never>
  'schedule-label-times': Record<string, never>
  'schedule-label-unit': Record<string, never>
  'schedule-ask-kind': Record<string, never>
  'schedule-kind-digest': Record<string, never>
  'schedule-kind-announcement': Record<string, never>
  'schedule-kind-overdue': Record<string, never>
  'schedule-what-digest': { unit: string | number }
  'schedule-what-announcement': { unit: string | number }
  'schedule-what-overdue': { unit: string | number }
  'schedule-ask-text': Record<string, never>
  'schedule-text-short': Record<string, never>
  'schedule-text-long': { length: string | number; most: string | number }
  'schedule-ask-days': Record<string, never>
  'schedule-other': { kind: string | number }
  'schedule-ask-times': Record<string, never>
  'schedule-no-living-unit': { unit: string | number }
  'schedule-unit-ended': { unit: string | number }
  'schedule-ask-unit': Record<string, never>
  'schedule-not-yours': { unit: string | number }
  'schedule-past': { moment: string | number }
  'schedule-check': { what: string | number }
  'schedule-check-edit': { what: string | number }
  'schedule-check-before': { when: string | number }
  'schedule-check-when': { when: string | number }
  'schedule-check-usual': { times: string | number }
  'schedule-check-quiet': Record<string, never>
  'schedule-check-next': { count: string | number }
  'schedule-check-moment': { moment: string | number }
  'schedule-check-zone': { zone: string | number }
  'schedule-check-groups': { count: string | number; groups: string | number }
  'schedule-check-below': { count: string | number }
  'schedule-check-own': { level: string | number }
  'schedule-check-same': { number: string | number; when: string | number }
  'schedule-check-together': { moment: string | number; number: string | number; when: string | number }
  'schedule-label-groups': Record<string, never>
  'schedule-ask-groups': Record<string, never>
  'schedule-groups-own': { unit: string | number }
  'schedule-groups-below': Record<string, never>
  'schedule-check-more-groups': { count: string | number }
  'schedule-check-no-groups': { unit: string | number }
  'schedule-check-text': Record<string, never>
  'schedule-check-preview': Record<string, never>
  'schedule-check-change': Record<string, never>
  'schedule-group': { title: string | number; unit: string | number }
  'schedule-done': { moment: string | number; what: string | number; when: string | number }
  'schedule-changed': { moment: string | number; what: string | number; when: string | number }
  'schedule-same': Record<string, never>
  'schedule-hint': { number: string | number }
  'schedule-gone': Record<string, never>
  'schedule-once-past': Record<string, never>
  'schedules-title': { count: string | number }
  'schedules-none': Record<string, never>
  'schedules-line': { moment: string | number; number: string | number; what: string | number; when: string | number }
  'schedules-line-broken': { number: string | number; what: string | number }
  'schedules-line-text': { text: string | number }
  'schedules-line-quiet': { time: string | number }
  'schedules-hint': { number: string | number }
  'schedules-ended': Record<string, never>
  'schedules-none-ended': Record<string, never>
  'schedules-set-again': { what: string | number; when: string | number }
  'schedules-unknown': { number: string | number }
  'stop-ask': Record<string, never>
  'stop-label': Record<string, never>
  'stop-all': Record<string, never>
  'stop-check': Record<string, never>
  'stop-check-all': { count: string | number }
  'stop-option': { what: string | number; when: string | number }
  'stop-done': { what: string | number; when: string | number }
  'stop-done-all': { count: string | number }
  'edit-ask': Record<string, never>
  'schedule-ended-right': { what: string | number; when: string | number }
  'schedule-ended-unit': { unit: string | number; what: string | number; when: string | number }
  'schedule-broken': { what: string | number }
  'schedule-mend': Record<string, never>
  'schedule-stop': Record<string, never>
  'schedule-no-groups': { what: string | number }
  'summary-set-status': Record<string, never>
  'result-label-unit': Record<string, never>
  'result-label-indicator': Record<string, never>
  'result-label-figure': Record<string, never>
  'result-label-verdict': Record<string, never>
  'result-label-source': Record<string, never>
  'result-label-day': Record<string, never>
  'result-ask-unit': Record<string, never>
  'result-ask-indicator': Record<string, never>
  'result-about': { code: string | number; name: string | number }
  'result-ask-share': Record<string, never>
  'result-ask-amount': { unit: string | number }
  'result-ask-verdict': { code: string | number; unit: string | number }
  'result-ask-source': Record<string, never>
  'result-source-own': Record<string, never>
  'result-ask-day': Record<string, never>
  'result-day-to-come': { day: string | number }
  'result-not-yours': { unit: string | number }
  'result-communes-only': { unit: string | number }
  'result-check': { code: string | number; set: string | number; unit: string | number }
  'result-verdict': { verdict: string | number }
  'result-verdict-threshold': { verdict: string | number }
  'result-figure': { figure: string | number }
  'result-before': { figure: string | number; source: string | number }
  'result-overtaken': { day: string | number }
  'result-changed': { code: string | number; figure: string | number; set: string | number; source: string | number; unit: string | number }
  'result-again': { code: string | number }
  'result-done': { code: string | number; day: string | number; set: string | number; unit: string | number; verdict: string | number }
  'result-same': { code: string | number; day: string | number; set: string | number; unit: string | number; verdict: string | number }
  'source-line-person': { day: string | number; person: string | number; recorded: string | number; source: string | number }
  'state-met': Record<string, never>
  'state-unmet': Record<string, never>
  'state-unassessed': Record<string, never>
  'state-not_applicable': Record<string, never>
  'state-unknown-totals': Record<string, never>
  'summary-status': Record<string, never>
  'summary-unmet': Record<string, never>
  'summary-met': Record<string, never>
  'summary-criterion': Record<string, never>
  'summary-indicator': Record<string, never>
  'summary-explain': Record<string, never>
  'summary-compare': Record<string, never>
  'summary-changes': Record<string, never>
  'summary-whoami': Record<string, never>
  'summary-help': Record<string, never>
  'summary-greeting': Record<string, never>
  'target-missing': Record<string, never>
  'target-unknown': { name: string | number }
  'target-which': { name: string | number }
  'criterion-title': { name: string | number; no: string | number; set: string | number; unit: string | number; verdict: string | number }
  'criterion-counts': { met: string | number; total: string | number }
  'criterion-unmet': { codes: string | number }
  'criterion-unassessed': { codes: string | number }
  'criterion-unknown-totals': { name: string | number; no: string | number; set: string | number; unit: string | number }
  'criterion-no-list': { decision: string | number; name: string | number; no: string | number; set: string | number }
  'indicator-title': { code: string | number; set: string | number; unit: string | number; verdict: string | number }
  'indicator-name': { name: string | number }
  'indicator-value': { value: string | number }
  'indicator-no-value': Record<string, never>
  'indicator-presumed': { code: string | number }
  'indicator-presumed-doubt': Record<string, never>
  'indicator-totals-only': { code: string | number; set: string | number; unit: string | number }
  'indicator-not-assessed': Record<string, never>
  'threshold': { threshold: string | number }
  'threshold-unconfirmed': { threshold: string | number }
  'threshold-unknown': Record<string, never>
  'threshold-cell-unconfirmed': { threshold: string | number }
  'at-least': { value: string | number }
  'at-most': { value: string | number }
  'exactly': { value: string | number }
  'summary-task-trouble': Record<string, never>
  'trouble-label-wish': Record<string, never>
  'trouble-ask-task': Record<string, never>
  'trouble-ask-wish': Record<string, never>
  'trouble-wish-extend': Record<string, never>
  'trouble-wish-help': Record<string, never>
  'trouble-wish-hand-on': Record<string, never>
  'trouble-ask-reason': Record<string, never>
  'trouble-help-done': { line: string | number }
  'trouble-hand-on-done': { line: string | number }
  'trouble-still-yours': Record<string, never>
  'trouble-help-told': { line: string | number; person: string | number }
  'trouble-hand-on-told': { line: string | number; person: string | number }
  'trouble-reason': { reason: string | number }
  'trouble-hint': { id: string | number }
  'trouble-contact': Record<string, never>
  'summary-assign': Record<string, never>
  'summary-my-tasks': Record<string, never>
  'summary-tasks': Record<string, never>
  'summary-finish-task': Record<string, never>
  'summary-confirm-task': Record<string, never>
  'summary-reopen-task': Record<string, never>
  'summary-accept-task': Record<string, never>
  'summary-extend-task': Record<string, never>
  'summary-grant-extension': Record<string, never>
  'summary-refuse-extension': Record<string, never>
  'summary-cancel-task': Record<string, never>
  'summary-plan': Record<string, never>
  'task-target': { set: string | number; target: string | number }
  'task-target-criterion': { name: string | number; no: string | number }
  'task-due': { day: string | number; days: string | number }
  'task-due-now': { day: string | number }
  'task-due-day': { day: string | number }
  'task-overdue': { day: string | number; days: string | number }
  'task-line': { due: string | number; id: string | number; what: string | number }
  'task-what': { target: string | number; unit: string | number }
  'task-what-text': { target: string | number; task: string | number; unit: string | number }
  'task-unit-ended': { day: string | number; unit: string | number }
  'task-owner-gone': { person: string | number }
  'task-not-accepted': Record<string, never>
  'task-accepted': Record<string, never>
  'task-asks': { day: string | number }
  'task-done': Record<string, never>
  'task-closed': { day: string | number }
  'task-cancelled': { day: string | number }
  'task-unknown': { id: string | number }
  'task-late': { id: string | number; person: string | number; state: string | number; target: string | number }
  'task-note': { note: string | number }
  'task-option': { due: string | number; id: string | number; target: string | number }
  'task-option-of': { due: string | number; id: string | number; person: string | number; target: string | number }
  'task-label-task': Record<string, never>
  'task-label-note': Record<string, never>
  'task-in-private': Record<string, never>
  'task-stranger': Record<string, never>
  'task-not-yours': { id: string | number }
  'task-own-decision': { id: string | number }
  'task-none-such': Record<string, never>
  'task-which-number': Record<string, never>
  'told-in-the-morning': { day: string | number; time: string | number }
  'task-told': { person: string | number }
  'task-cannot-tell': { person: string | number }
  'task-cannot-tell-yet': { person: string | number }
  'task-due-past': { day: string | number }
  'task-due-far': { day: string | number }
  'task-now': { state: string | number; unit: string | number }
  'task-now-source': { day: string | number; source: string | number; state: string | number; unit: string | number }
  'task-now-unknown': { unit: string | number }
  'task-now-unmet': { codes: string | number; unit: string | number }
  'task-now-none-unmet': { unit: string | number }
  'assign-label-person': Record<string, never>
  'assign-label-unit': Record<string, never>
  'assign-label-target': Record<string, never>
  'assign-label-due': Record<string, never>
  'assign-label-task': Record<string, never>
  'assign-ask-person': Record<string, never>
  'assign-ask-unit': Record<string, never>
  'assign-ask-target': Record<string, never>
  'assign-ask-due': Record<string, never>
  'assign-ask-task': Record<string, never>
  'assign-no-person': { name: string | number }
  'assign-no-head': { unit: string | number }
  'assign-not-yours': { unit: string | number }
  'assign-person-gone': Record<string, never>
  'assign-check': { target: string | number; unit: string | number }
  'assign-person': { person: string | number }
  'assign-task': { task: string | number }
  'assign-due': { due: string | number }
  'assign-due-today': Record<string, never>
  'assign-has-already': { due: string | number; state: string | number }
  'assign-has-other': { due: string | number; person: string | number; state: string | number }
  'assign-confirm-hint': Record<string, never>
  'assign-done': { line: string | number; person: string | number }
  'assign-same': { line: string | number; person: string | number }
  'assign-changed-own': { line: string | number; person: string | number }
  'assign-changed': { line: string | number; person: string | number }
  'assign-again': { target: string | number }
  'hand-on-which': Record<string, never>
  'hand-on-check': { line: string | number }
  'hand-on-from': { person: string | number }
  'hand-on-done': { from: string | number; line: string | number; to: string | number }
  'hand-on-told': { id: string | number; person: string | number; target: string | number; to: string | number }
  'given-told': { person: string | number }
  'given-told-office': Record<string, never>
  'given-told-office-many': { count: string | number }
  'given-hint': { id: string | number }
  'given-hint-many': Record<string, never>
  'given-accept': Record<string, never>
  'given-extend': Record<string, never>
  'accept-done': { line: string | number }
  'accept-hint': { id: string | number }
  'accept-none': Record<string, never>
  'accept-told': { line: string | number; person: string | number }
  'finish-ask-task': Record<string, never>
  'finish-label-files': Record<string, never>
  'finish-ask-files': { most: string | number }
  'finish-ask-note': Record<string, never>
  'finish-again': { line: string | number }
  'finish-done': { id: string | number; target: string | number }
  'finish-goes-to': { people: string | number }
  'finish-nobody': Record<string, never>
  'finish-told': { line: string | number; person: string | number }
  'finish-hint': { id: string | number }
  'finish-file': { id: string | number; number: string | number }
  'finish-agree': Record<string, never>
  'finish-refuse': Record<string, never>
  'confirm-ask-task': Record<string, never>
  'confirm-none': Record<string, never>
  'confirm-done': { id: string | number; target: string | number }
  'confirm-told': { id: string | number; person: string | number; target: string | number }
  'confirm-still': { code: string | number; state: string | number }
  'reopen-ask-task': Record<string, never>
  'reopen-task-ask-reason': Record<string, never>
  'reopen-task-done': { line: string | number }
  'reopen-told': { line: string | number; person: string | number; reason: string | number }
  'reopen-told-hint': { id: string | number }
  'reopen-late': { id: string | number }
  'reopen-own': Record<string, never>
  'reopen-none-such': Record<string, never>
  'extend-ask-task': Record<string, never>
  'extend-ask-due': Record<string, never>
  'extend-ask-reason': Record<string, never>
  'extend-now': { line: string | number }
  'extend-same': { day: string | number; id: string | number }
  'extend-earlier': { day: string | number }
  'extend-asked': { day: string | number; id: string | number }
  'extend-asked-before': { day: string | number; id: string | number }
  'extend-goes-to': { people: string | number }
  'extend-asked-told': { day: string | number; line: string | number; person: string | number }
  'extend-hint': { id: string | number }
  'extend-agree': Record<string, never>
  'extend-refuse': Record<string, never>
  'extend-done': { after: string | number; before: string | number; line: string | number }
  'extend-told': { after: string | number; before: string | number; line: string | number; person: string | number }
  'extend-done-earlier': { after: string | number; before: string | number; line: string | number }
  'extend-told-earlier': { after: string | number; before: string | number; line: string | number; person: string | number }
  'extend-refused': { day: string | number; id: string | number }
  'extend-refused-told': { line: string | number; person: string | number; reason: string | number }
  'grant-ask-task': Record<string, never>
  'refuse-ask-task': Record<string, never>
  'refuse-ask-reason': Record<string, never>
  'extension-none': Record<string, never>
  'cancel-ask-task': Record<string, never>
  'cancel-ask-reason': Record<string, never>
  'cancel-check': { line: string | number; person: string | number; state: string | number }
  'cancel-confirm-hint': Record<string, never>
  'cancel-done': { id: string | number; person: string | number; target: string | number }
  'cancel-told': { line: string | number; person: string | number }
  'tasks-none-given': Record<string, never>
  'my-tasks-title': { count: string | number }
  'my-tasks-line': { line: string | number; state: string | number }
  'my-tasks-hint': { id: string | number }
  'my-tasks-none': Record<string, never>
  'my-tasks-none-then': { count: string | number }
  'my-tasks-in-private': Record<string, never>
  'my-tasks-finish': { id: string | number }
  'my-tasks-extend': { id: string | number }
  'my-tasks-waiting': { count: string | number }
  'my-tasks-waiting-line': { line: string | number; person: string | number; state: string | number }
  'my-tasks-waiting-hint': Record<string, never>
  'tasks-all': { count: string | number; unit: string | number }
  'tasks-late': { count: string | number; unit: string | number }
  'tasks-soon': { count: string | number; unit: string | number }
  'tasks-until': { count: string | number; day: string | number; unit: string | number }
  'tasks-none-all': { unit: string | number }
  'tasks-none-late': { unit: string | number }
  'tasks-none-soon': { unit: string | number }
  'tasks-none-until': { day: string | number; unit: string | number }
  'tasks-line': { due: string | number; id: string | number; person: string | number; state: string | number; what: string | number }
  'tasks-more': { count: string | number }
  'tasks-group-hint': Record<string, never>
  'tasks-group-unlinked': Record<string, never>
  'tasks-group-other': Record<string, never>
  'tasks-which-target': Record<string, never>
  'who-title': { target: string | number; unit: string | number }
  'who-line': { due: string | number; id: string | number; person: string | number; state: string | number }
  'who-line-what': { due: string | number; id: string | number; person: string | number; state: string | number; what: string | number }
  'who-nobody': { state: string | number; target: string | number; unit: string | number }
  'who-assign': { target: string | number }
  'plan-title': { count: string | number; set: string | number; unit: string | number }
  'plan-none': { set: string | number; unit: string | number }
  'plan-nobody': { codes: string | number; count: string | number }
  'plan-all-given': Record<string, never>
  'plan-line': { due: string | number; person: string | number; what: string | number }
  'plan-criterion': { codes: string | number; target: string | number }
  'plan-which': { unit: string | number }
  'task-closed-met': { id: string | number; person: string | number; target: string | number; unit: string | number }
  'task-closed-approved': { id: string | number; person: string | number; target: string | number; unit: string | number }
  'task-closed-here': { id: string | number; person: string | number; target: string | number }
  'my-data-tasks': { live: string | number; over: string | number }
  'my-data-task': { line: string | number }
  'remove-has-tasks': { count: string | number }
  'data-requests-tasks': { count: string | number }
  'confirm-told-giver': { id: string | number; owner: string | number; person: string | number; target: string | number }
  'confirm-not-said': { person: string | number }
  'confirm-all-the-same': { id: string | number }
  'task-closed-met-own': { id: string | number; target: string | number; unit: string | number }
  'task-closed-approved-own': { id: string | number; target: string | number; unit: string | number }
  'task-closed-here-own': { id: string | number; target: string | number }
  'task-due-none': { day: string | number }
  'assign-also': { codes: string | number }
  'assign-next': { code: string | number }
  'choices-number': { label: string | number; number: string | number }
  'choices-hint': Record<string, never>
  'part-number': { count: string | number; number: string | number }
  'terminal-welcome': { handle: string | number }
  'terminal-as': { handle: string | number }
  'terminal-in': { group: string | number }
  'terminal-private': Record<string, never>
  'level-tinh': Record<string, never>
  'level-huyen': Record<string, never>
  'level-xa': Record<string, never>
  'level-thon': Record<string, never>
  'unit-merged': { day: string | number; successor: string | number; unit: string | number }
  'unit-ended': { day: string | number; unit: string | number }
  'unit-predecessor': { units: string | number }
  'unit-unknown': { name: string | number }
  'unit-unknown-no-like': { name: string | number }
  'unit-which': { count: string | number; name: string | number }
  'unit-missing': { example: string | number }
  'village-missing': { example: string | number }
  'no-units': Record<string, never>
  'unmet-title': { criteria: string | number; indicators: string | number; set: string | number; unit: string | number }
  'unmet-criterion': { codes: string | number; name: string | number; no: string | number }
  'unmet-none': { set: string | number; unit: string | number }
  'unmet-totals-only': { counts: string | number; open: string | number; set: string | number; unit: string | number }
  'unmet-unassessed': { count: string | number }
  'unmet-unassessed-codes': { codes: string | number; count: string | number }
  'unmet-hint': { code: string | number }
  'met-title': { criteria: string | number; criteriaTotal: string | number; indicators: string | number; indicatorsTotal: string | number; set: string | number; unit: string | number }
  'met-criteria': Record<string, never>
  'met-criterion': { name: string | number; no: string | number }
  'met-none': Record<string, never>
  'met-partly': Record<string, never>
  'met-presumed': Record<string, never>
  'met-totals-only': { counts: string | number; set: string | number; unit: string | number }
  'whoami': { name: string | number }
  'whoami-title': { title: string | number }
  'whoami-role': { role: string | number; unit: string | number }
  'whoami-stranger': { account: string | number }
  'whoami-group': Record<string, never>
  'role-admin': Record<string, never>
  'role-district_officer': Record<string, never>
  'role-commune_officer': Record<string, never>
  'role-village_head': Record<string, never>
  'role-viewer': Record<string, never>
  'summary-export-workbook': Record<string, never>
  'summary-import-workbook': Record<string, never>
  'export-workbook-sent': { unit: string | number }
  'export-without-people': Record<string, never>
  'workbook-title': { unit: string | number }
  'workbook-template-title': { unit: string | number }
  'workbook-set-title': { set: string | number; unit: string | number }
  'workbook-made': { day: string | number }
  'workbook-how': { day: string | number }
  'workbook-how-blank': Record<string, never>
  'workbook-summary': Record<string, never>
  'workbook-code': Record<string, never>
  'workbook-criterion': Record<string, never>
  'workbook-indicator': Record<string, never>
  'workbook-unit': Record<string, never>
  'workbook-threshold': Record<string, never>
  'workbook-state': Record<string, never>
  'workbook-value': Record<string, never>
  'workbook-as-of': Record<string, never>
  'workbook-source': Record<string, never>
  'workbook-person': Record<string, never>
  'workbook-due': Record<string, never>
  'document-state-presumed': Record<string, never>
  'document-state-unknown': Record<string, never>
  'workbook-set': Record<string, never>
  'workbook-what': Record<string, never>
  'workbook-met': Record<string, never>
  'workbook-total': Record<string, never>
  'workbook-unmet': Record<string, never>
  'workbook-note': Record<string, never>
  'workbook-criteria-total': Record<string, never>
  'workbook-indicators-total': Record<string, never>
  'workbook-commune': Record<string, never>
  'workbook-above': Record<string, never>
  'workbook-criteria-met': { total: string | number }
  'workbook-indicators-met': { total: string | number }
  'workbook-indicators-unmet': Record<string, never>
  'workbook-indicators-unassessed': Record<string, never>
  'workbook-indicators-not-applicable': Record<string, never>
  'workbook-no-figures': Record<string, never>
  'workbook-communes': Record<string, never>
  'workbook-communes-figures': Record<string, never>
  'workbook-communes-complete': Record<string, never>
  'workbook-criteria-average': Record<string, never>
  'workbook-oldest': Record<string, never>
  'workbook-newest': Record<string, never>
  'import-template': { unit: string | number }
  'import-template-elsewhere': { unit: string | number }
  'import-which': Record<string, never>
  'import-no-list': Record<string, never>
  'import-private': Record<string, never>
  'import-label-file': Record<string, never>
  'import-ask-file': Record<string, never>
  'import-not-workbook': Record<string, never>
  'import-not-ours': Record<string, never>
  'import-damaged': Record<string, never>
  'import-too-large': Record<string, never>
  'import-nothing': Record<string, never>
  'import-nothing-good': Record<string, never>
  'import-counts': { bad: string | number; changes: string | number }
  'import-group': { set: string | number; unit: string | number }
  'import-change': { after: string | number; before: string | number; code: string | number; day: string | number }
  'import-change-old': { day: string | number; line: string | number }
  'import-none': Record<string, never>
  'import-more': { count: string | number }
  'import-bad-title': Record<string, never>
  'import-bad': { code: string | number; place: string | number; why: string | number }
  'import-bad-more': { count: string | number }
  'import-place': { row: string | number }
  'import-place-sheet': { row: string | number; sheet: string | number }
  'import-check': Record<string, never>
  'import-done': { bad: string | number; count: string | number; unchanged: string | number }
  'import-changed': Record<string, never>
  'import-again': Record<string, never>
  'import-unit-unknown': Record<string, never>
  'import-set-unknown': Record<string, never>
  'import-code-unknown': Record<string, never>
  'import-not-allowed': Record<string, never>
  'import-communes-only': Record<string, never>
  'import-moved': Record<string, never>
  'import-state-unread': { state: string | number }
  'import-state-missing': Record<string, never>
  'import-day-missing': Record<string, never>
  'import-day-unread': { day: string | number }
  'import-day-to-come': { day: string | number }
  'import-source-missing': Record<string, never>
  'import-source-long': Record<string, never>
  'import-value-unread': { value: string | number }
  'import-value-unwanted': Record<string, never>
  'import-value-negative': Record<string, never>
  'import-value-over-100': Record<string, never>
  'import-contradicts': { value: string | number; verdict: string | number }
  'import-repeated': { row: string | number }
  'import-overtaken': { day: string | number; figure: string | number }
  'workbook-days': { from: string | number; to: string | number }
  'import-file-source': { day: string | number }
  'import-by-sending': { codes: string | number; day: string | number; source: string | number }
}
