/** The sentences that teach each command, those of commands to come too. */
import type { LanguageCommand } from '../../src/language/meaning.ts'
import approve from '../../commands/sentences/approve.ts'
import assign from '../../commands/sentences/assign.ts'
import cancelTask from '../../commands/sentences/cancel-task.ts'
import changes from '../../commands/sentences/changes.ts'
import compare from '../../commands/sentences/compare.ts'
import completeness from '../../commands/sentences/completeness.ts'
import contact from '../../commands/sentences/contact.ts'
import correct from '../../commands/sentences/correct.ts'
import criterion from '../../commands/sentences/criterion.ts'
import dataRequests from '../../commands/sentences/data-requests.ts'
import digest from '../../commands/sentences/digest.ts'
import editSchedule from '../../commands/sentences/edit-schedule.ts'
import explain from '../../commands/sentences/explain.ts'
import extendTask from '../../commands/sentences/extend-task.ts'
import finishTask from '../../commands/sentences/finish-task.ts'
import fixRollup from '../../commands/sentences/fix-rollup.ts'
import greeting from '../../commands/sentences/greeting.ts'
import groups from '../../commands/sentences/groups.ts'
import help from '../../commands/sentences/help.ts'
import history from '../../commands/sentences/history.ts'
import indicator from '../../commands/sentences/indicator.ts'
import invite from '../../commands/sentences/invite.ts'
import join from '../../commands/sentences/join.ts'
import linkGroup from '../../commands/sentences/link-group.ts'
import met from '../../commands/sentences/met.ts'
import myData from '../../commands/sentences/my-data.ts'
import myReports from '../../commands/sentences/my-reports.ts'
import myTasks from '../../commands/sentences/my-tasks.ts'
import notices from '../../commands/sentences/notices.ts'
import notify from '../../commands/sentences/notify.ts'
import pending from '../../commands/sentences/pending.ts'
import people from '../../commands/sentences/people.ts'
import picture from '../../commands/sentences/picture.ts'
import plan from '../../commands/sentences/plan.ts'
import quiet from '../../commands/sentences/quiet.ts'
import reopen from '../../commands/sentences/reopen.ts'
import report from '../../commands/sentences/report.ts'
import resend from '../../commands/sentences/resend.ts'
import returnReport from '../../commands/sentences/return.ts'
import rollup from '../../commands/sentences/rollup.ts'
import schedule from '../../commands/sentences/schedule.ts'
import schedules from '../../commands/sentences/schedules.ts'
import setStatus from '../../commands/sentences/set-status.ts'
import stopSchedule from '../../commands/sentences/stop-schedule.ts'
import status from '../../commands/sentences/status.ts'
import tasks from '../../commands/sentences/tasks.ts'
import unmet from '../../commands/sentences/unmet.ts'
import unlinkGroup from '../../commands/sentences/unlink-group.ts'
import whoami from '../../commands/sentences/whoami.ts'
import withdraw from '../../commands/sentences/withdraw.ts'

/** Those that change something. */
const ACTING = new Set(
  `approve assign cancel-task contact correct edit-schedule extend-task finish-task fix-rollup invite join link-group notify quiet reopen report resend
  return schedule set-status stop-schedule unlink-group withdraw`.split(/\s+/),
)

const sentencesOf: LanguageCommand[] = [
  { name: 'approve', sentences: approve },
  { name: 'assign', sentences: assign },
  { name: 'cancel-task', sentences: cancelTask },
  { name: 'changes', sentences: changes },
  { name: 'compare', sentences: compare },
  { name: 'completeness', sentences: completeness },
  { name: 'contact', sentences: contact },
  { name: 'correct', sentences: correct },
  { name: 'criterion', sentences: criterion },
  { name: 'data-requests', sentences: dataRequests },
  { name: 'digest', sentences: digest },
  { name: 'edit-schedule', sentences: editSchedule },
  { name: 'explain', sentences: explain },
  { name: 'extend-task', sentences: extendTask },
  { name: 'finish-task', sentences: finishTask },
  { name: 'fix-rollup', sentences: fixRollup },
  { name: 'greeting', sentences: greeting },
  { name: 'groups', sentences: groups },
  { name: 'help', sentences: help },
  { name: 'history', sentences: history },
  { name: 'indicator', sentences: indicator },
  { name: 'invite', sentences: invite },
  { name: 'join', sentences: join },
  { name: 'link-group', sentences: linkGroup },
  { name: 'met', sentences: met },
  { name: 'my-data', sentences: myData },
  { name: 'my-reports', sentences: myReports },
  { name: 'my-tasks', sentences: myTasks },
  { name: 'notices', sentences: notices },
  { name: 'notify', sentences: notify },
  { name: 'pending', sentences: pending },
  { name: 'people', sentences: people },
  { name: 'picture', sentences: picture },
  { name: 'plan', sentences: plan },
  { name: 'quiet', sentences: quiet },
  { name: 'reopen', sentences: reopen },
  { name: 'report', sentences: report },
  { name: 'resend', sentences: resend },
  { name: 'return', sentences: returnReport },
  { name: 'rollup', sentences: rollup },
  { name: 'schedule', sentences: schedule },
  { name: 'schedules', sentences: schedules },
  { name: 'set-status', sentences: setStatus },
  { name: 'stop-schedule', sentences: stopSchedule },
  { name: 'status', sentences: status },
  { name: 'tasks', sentences: tasks },
  { name: 'unmet', sentences: unmet },
  { name: 'unlink-group', sentences: unlinkGroup },
  { name: 'whoami', sentences: whoami },
  { name: 'withdraw', sentences: withdraw },
]

export const taught = sentencesOf.map((command) => ({ ...command, acts: ACTING.has(command.name) }))
