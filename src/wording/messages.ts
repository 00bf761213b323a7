// Made from locales/vi.ftl by `npm run locales`.
/* oxfmt-ignore */
export interface MessageArguments {
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
  'unit-missing': Record<string, never>
  'no-units': Record<string, never>
  'state-met': Record<string, never>
  'state-unmet': Record<string, never>
  'state-unassessed': Record<string, never>
  'state-not_applicable': Record<string, never>
  'standing-title': { unit: string | number }
  'standing': { criteria: string | number; criteriaMet: string | number; indicators: string | number; indicatorsMet: string | number; set: string | number }
  'standing-criteria-only': { criteria: string | number; criteriaMet: string | number; set: string | number }
  'standing-indicators-only': { indicators: string | number; indicatorsMet: string | number; set: string | number }
  'open-unmet': { count: string | number }
  'open-unassessed': { count: string | number }
  'open-not-applicable': { count: string | number }
  'source-line': { day: string | number; source: string | number }
  'standing-totals-only': Record<string, never>
  'standing-listed-differs': { difference: string | number; listed: string | number; total: string | number; unmet: string | number }
  'standing-listed-criteria-differ': { difference: string | number; listed: string | number; total: string | number }
  'standing-listed-total': { day: string | number; difference: string | number; listed: string | number; total: string | number }
  'standing-older-report': { criteria: string | number; criteriaMet: string | number; day: string | number; indicators: string | number; indicatorsMet: string | number }
  'standing-older-report-criteria': { criteria: string | number; criteriaMet: string | number; day: string | number }
  'standing-older-report-indicators': { day: string | number; indicators: string | number; indicatorsMet: string | number }
  'no-figures': { unit: string | number }
  'no-figures-set': { set: string | number; unit: string | number }
  'no-figures-day': { day: string | number; first: string | number; unit: string | number }
  'set-incomplete': { criteria: string | number; decision: string | number; indicators: string | number; set: string | number }
  'offer-unmet': { set: string | number }
  'offer-explain': { code: string | number }
  'unmet-title': { criteria: string | number; indicators: string | number; set: string | number; unit: string | number }
  'unmet-criterion': { codes: string | number; name: string | number; no: string | number }
  'unmet-none': { set: string | number; unit: string | number }
  'unmet-totals-only': { criteria: string | number; criteriaMet: string | number; criteriaTotal: string | number; indicators: string | number; indicatorsMet: string | number; indicatorsTotal: string | number; set: string | number; unit: string | number }
  'unmet-unassessed': { count: string | number }
  'unmet-hint': { code: string | number }
  'met-title': { criteria: string | number; criteriaTotal: string | number; indicators: string | number; indicatorsTotal: string | number; set: string | number; unit: string | number }
  'met-criteria': Record<string, never>
  'met-criterion': { name: string | number; no: string | number }
  'met-none': Record<string, never>
  'met-partly': Record<string, never>
  'met-presumed': Record<string, never>
  'met-totals-only': { criteriaMet: string | number; criteriaTotal: string | number; indicatorsMet: string | number; indicatorsTotal: string | number; set: string | number; unit: string | number }
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
  'threshold-province': { threshold: string | number }
  'at-least': { value: string | number }
  'at-most': { value: string | number }
  'exactly': { value: string | number }
  'explain-indicator': { code: string | number; name: string | number; set: string | number }
  'explain-criterion': { count: string | number; name: string | number; no: string | number; set: string | number }
  'explain-criterion-line': { code: string | number; name: string | number }
  'explain-part-of': { name: string | number; no: string | number }
  'explain-decision': { annex: string | number; decision: string | number }
  'explain-name-unconfirmed': Record<string, never>
  'explain-note': { note: string | number }
  'ranking-title': { count: string | number; place: string | number; set: string | number }
  'ranking-all': Record<string, never>
  'ranking-line': { criteria: string | number; criteriaMet: string | number; day: string | number; indicators: string | number; indicatorsMet: string | number; rank: string | number; unit: string | number }
  'ranking-more': { count: string | number }
  'ranking-none': { place: string | number }
  'compare-title': { set: string | number }
  'compare-line': { criteria: string | number; criteriaMet: string | number; day: string | number; indicators: string | number; indicatorsMet: string | number; source: string | number; unit: string | number }
  'compare-line-none': { unit: string | number }
  'compare-ahead': { criteria: string | number; indicators: string | number; unit: string | number }
  'compare-even': Record<string, never>
  'compare-days-differ': Record<string, never>
  'changes-title': { from: string | number; set: string | number; to: string | number; unit: string | number }
  'changes-met': { codes: string | number }
  'changes-unmet': { codes: string | number }
  'changes-other': { codes: string | number }
  'changes-values': { codes: string | number }
  'changes-value': { after: string | number; before: string | number; code: string | number }
  'changes-totals': { after: string | number; before: string | number; dayAfter: string | number; dayBefore: string | number }
  'changes-totals-first': { after: string | number; dayAfter: string | number }
  'totals': { criteria: string | number; criteriaMet: string | number; indicators: string | number; indicatorsMet: string | number }
  'changes-none': { from: string | number; last: string | number; to: string | number; unit: string | number }
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
  'help-title': Record<string, never>
  'help-line': { example: string | number; slash: string | number; what: string | number }
  'greeting': { examples: string | number }
  'thanks': Record<string, never>
  'goodbye': Record<string, never>
  'not-understood': { examples: string | number }
  'which-question': Record<string, never>
  'slash-unknown': { name: string | number }
  'button-gone': Record<string, never>
  'not-allowed': { roles: string | number; what: string | number }
  'not-allowed-unit': { roles: string | number; unit: string | number; what: string | number }
  'not-allowed-ask': { people: string | number }
  'not-allowed-ask-roles': { roles: string | number }
  'officer': { name: string | number; office: string | number }
  'voice-unread': Record<string, never>
  'kind-unread': Record<string, never>
  'file-unexpected': Record<string, never>
  'turn-failed': { id: string | number }
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
  'choices-number': { label: string | number; number: string | number }
  'choices-hint': Record<string, never>
  'part-number': { count: string | number; number: string | number }
  'terminal-welcome': { handle: string | number }
  'terminal-as': { handle: string | number }
  'terminal-in': { group: string | number }
  'terminal-private': Record<string, never>
  'file-link': { name: string | number; url: string | number }
  'file-elsewhere': { name: string | number }
  'dialog-confirm': Record<string, never>
  'dialog-edit': Record<string, never>
  'dialog-cancel': Record<string, never>
  'dialog-back': Record<string, never>
  'dialog-skip': Record<string, never>
  'dialog-more': Record<string, never>
  'dialog-words': { words: string | number }
  'dialog-edit-which': Record<string, never>
  'dialog-cancelled': Record<string, never>
  'dialog-corrected': Record<string, never>
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
  'dialog-ending': { day: string | number; time: string | number; what: string | number }
}
