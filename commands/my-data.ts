import { defineCommand, type Turn } from '../src/command/command.ts'
import { dataRequestForm, hearKind, KINDS } from '../src/replies/data-request.ts'
import { countTasksOf } from '../src/store/assignments.ts'
import { consentsOf, messagesKept, countReportsBy, requestsOf, type Consent } from '../src/store/personal-data.ts'
import { accountsOf } from '../src/store/people.ts'
import { ownTasks } from '../src/tasks/own-tasks.ts'
import { taskLine } from '../src/tasks/describe.ts'
import { day } from '../src/wording/figures.ts'
import { instant } from '../src/wording/instant.ts'
import { unitName } from '../src/wording/names.ts'
import { roleName } from '../src/wording/roles.ts'
import sentences from './sentences/my-data.ts'

/** More are in “việc của tôi”. */
const MOST_TASKS = 5

export default defineCommand({
  name: 'my-data',
  slash: ['dulieucuatoi', 'xoadulieu', 'suadulieu', 'mydata'],
  summary: 'summary-my-data',
  examples: ['dữ liệu của tôi', 'xóa dữ liệu của tôi'],
  sentences,
  always: true,
  form: dataRequestForm,
  async run(turn) {
    const { say, chat } = turn
    if (chat.kind === 'group') return { text: say('private-only') }
    const heard = hearKind(turn.text)
    const kind = KINDS.find((each) => each === turn.subject) ?? (heard && 'value' in heard ? heard.value : undefined)
    if (kind) return turn.begin({ kind })
    const lines = [
      say('my-data-title'),
      ...identity(turn),
      ...(await accounts(turn)),
      ...(await kept(turn)),
      ...(await tasks(turn)),
      ...(await agreed(turn)),
      ...(await asked(turn)),
      say('my-data-why'),
    ]
    const ask = { command: 'my-data' }
    return {
      text: lines.join('\n'),
      choices: [
        { label: say('my-data-offer-correct'), ask: { ...ask, subject: 'correct' } },
        { label: say('my-data-offer-erase'), ask: { ...ask, subject: 'erase' } },
      ],
    }
  },
})

function identity({ say, speaker }: Turn<never>): string[] {
  if (!speaker.personId) return [say('my-data-stranger')]
  return [
    say('my-data-name', { name: speaker.name ?? '' }),
    ...(speaker.title ? [say('my-data-job', { title: speaker.title })] : []),
    ...speaker.grants.map(({ role, unitName: name, unitLevel: level }) =>
      say('my-data-role', { role: roleName(say, role), unit: unitName(say, { name, level }) }),
    ),
  ]
}

async function accounts({ db, say, speaker, channel }: Turn<never>): Promise<string[]> {
  const own = speaker.personId ? await accountsOf(db, speaker.personId) : [{ channel, external_id: speaker.accountId }]
  return own.map(({ channel: on, external_id }) =>
    say('my-data-account', { channel: CHANNEL_NAMES[on], id: external_id }),
  )
}

const CHANNEL_NAMES = { telegram: 'Telegram', zalo: 'Zalo', console: 'console' } as const

async function kept({ db, say, speaker, channel }: Turn<never>): Promise<string[]> {
  const own = speaker.personId ? await accountsOf(db, speaker.personId) : [{ channel, external_id: speaker.accountId }]
  const counts = await Promise.all(
    own.map(({ channel: on, external_id }) => messagesKept(db, { channel: on, accountId: external_id })),
  )
  const reports = speaker.personId ? await countReportsBy(db, speaker.personId) : 0
  return [
    say('my-data-messages', { count: counts.reduce((sum, count) => sum + count, 0) }),
    ...(reports > 0 ? [say('my-data-reports', { count: reports })] : []),
  ]
}

/** The tasks are the office's record; what is still to be done is named. */
async function tasks(turn: Turn<never>): Promise<string[]> {
  const { db, say, speaker } = turn
  if (!speaker.personId) return []
  const { live, over } = await countTasksOf(db, speaker.personId)
  if (live + over === 0) return []
  const named = (await ownTasks(turn)).slice(0, MOST_TASKS)
  return [
    say('my-data-tasks', { live, over }),
    ...named.map((task) => say('my-data-task', { line: taskLine(turn, task) })),
  ]
}

const ANSWERS = { agreed: 'my-data-agreed', told: 'my-data-told', withdrawn: 'my-data-withdrawn' } as const

async function agreed({ db, say, speaker }: Turn<never>): Promise<string[]> {
  const consents: Consent[] = speaker.personId ? await consentsOf(db, speaker.personId) : []
  return consents.map(({ answer, text_version, at }) =>
    say(ANSWERS[answer], { version: text_version, at: instant(at) }),
  )
}

async function asked({ db, say, speaker, channel }: Turn<never>): Promise<string[]> {
  const requests = await requestsOf(db, speaker.personId, { channel, accountId: speaker.accountId })
  return requests
    .filter(({ done_at }) => !done_at)
    .map(({ id, kind, due_on }) =>
      say('my-data-request-open', { id, what: say(`data-request-${kind}`), due: day(due_on) }),
    )
}
