import { z } from 'zod'
import { defineCommand, type Reply, type Turn } from '../src/command/command.ts'
import { defineForm, type Heard } from '../src/command/form.ts'
import { fold } from '../src/language/fold.ts'
import { may } from '../src/people/permissions.ts'
import { recordAnswer } from '../src/replies/personal-data.ts'
import { countTasksOf } from '../src/store/assignments.ts'
import { audit } from '../src/store/audit.ts'
import {
  closeRequest,
  eraseAccount,
  erasePerson,
  findRequest,
  removeAccess,
  renamePerson,
  requestsOfNoUnit,
  requestsWithin,
  type DataRequest,
} from '../src/store/personal-data.ts'
import { anotherAdmin, namesOf, rolesOf } from '../src/store/roster.ts'
import { day } from '../src/wording/figures.ts'
import sentences from './sentences/data-requests.ts'

type Decision = { request: number; outcome: 'done' | 'refused'; name: string | null; asksName: boolean }

const MOST_SHOWN = 8

const form = defineForm<Decision>({
  version: 1,
  given: { request: z.number(), asksName: z.boolean() },
  steps: [
    {
      name: 'outcome',
      label: 'data-requests-step-outcome',
      value: z.enum(['done', 'refused']),
      ask: async (turn, { request = 0 }) => {
        const found = await findRequest(turn.db, request)
        return {
          text: found ? await requestLine(turn, found) : turn.say('data-requests-gone'),
          options: [
            { label: turn.say('data-requests-do'), value: 'done' as const },
            { label: turn.say('data-requests-refuse'), value: 'refused' as const },
          ],
        }
      },
      parse: ({ text }): Heard<'done' | 'refused'> => {
        const said = fold(text)
        if (/\b(tu choi|khong)\b/.test(said)) return { value: 'refused' }
        return /\b(thuc hien|xoa|sua|lam|xong|dong y)\b/.test(said) ? { value: 'done' } : undefined
      },
    },
    {
      name: 'name',
      label: 'data-requests-step-name',
      value: z.string().min(2).max(80),
      optional: true,
      takesAnyText: true,
      wanted: ({ asksName, outcome }) => asksName === true && outcome === 'done',
      ask: ({ say }) => ({ text: say('data-requests-ask-name') }),
      parse: ({ text }) => (text.trim().length >= 2 ? { value: text.trim().slice(0, 80) } : undefined),
    },
  ],
  async confirm(turn, { request, outcome, name }) {
    const { db, say } = turn
    const found = await findRequest(db, request)
    if (!found) return say('data-requests-gone')
    const effect = outcome === 'done' ? say(`data-requests-effect-${found.kind}`) : say('data-requests-effect-refused')
    return [await requestLine(turn, found), ...(name ? [say('data-requests-new-name', { name })] : []), effect].join(
      '\n',
    )
  },
  submit: decide,
})

export default defineCommand({
  name: 'data-requests',
  slash: ['yeucaudulieu', 'datarequests'],
  summary: 'summary-data-requests',
  examples: ['yêu cầu dữ liệu'],
  sentences,
  roles: ['admin', 'district_officer', 'commune_officer'],
  form,
  async run(turn) {
    const { db, say, chat, subject } = turn
    if (chat.kind === 'group') return { text: say('private-only') }
    if (subject !== undefined) {
      const found = await findRequest(db, Number(subject) || 0)
      if (!found || found.done_at) return { text: say('data-requests-gone') }
      if (!(await mayHandle(turn, found))) return { text: say('data-requests-not-yours') }
      return turn.begin({ request: found.id, asksName: found.kind === 'correct' && found.person_id !== null })
    }
    const requests = await requestsFor(turn)
    if (requests.length === 0) return { text: say('data-requests-none') }
    const shown = requests.slice(0, MOST_SHOWN)
    const lines = await Promise.all(shown.map((request) => requestLine(turn, request)))
    return {
      text: [say('data-requests-title', { count: requests.length }), ...lines].join('\n'),
      choices: shown.map(({ id, kind }) => ({
        label: say('data-requests-choice', { id, what: say(`data-request-${kind}`) }),
        ask: { command: 'data-requests', subject: String(id) },
      })),
    }
  },
})

/**
 * The open requests of the people of one's units; who is an administrator sees those of nobody's unit too. One's own is for
 * somebody else to decide.
 */
async function requestsFor({ db, speaker }: Turn<never>): Promise<DataRequest[]> {
  const paths = speaker.grants
    .filter(({ unitPath }) => may(speaker, 'handle-data-requests', { path: unitPath }))
    .map(({ unitPath }) => unitPath)
  const lists = await Promise.all(paths.map((path) => requestsWithin(db, path)))
  const nobodys = speaker.grants.some(({ role }) => role === 'admin') ? await requestsOfNoUnit(db) : []
  const found = new Map([...lists.flat(), ...nobodys].map((request) => [request.id, request]))
  const others = [...found.values()].filter(({ person_id }) => person_id === null || person_id !== speaker.personId)
  return others.sort((a, b) => (a.due_on < b.due_on ? -1 : 1))
}

async function mayHandle(turn: Turn<never>, { id }: DataRequest): Promise<boolean> {
  return (await requestsFor(turn)).some((request) => request.id === id)
}

async function requestLine({ db, say, today }: Turn<never>, request: DataRequest): Promise<string> {
  const { id, kind, person_id, note, due_on, acknowledge_by } = request
  const names = person_id ? await namesOf(db, [person_id]) : undefined
  const who = (person_id && names?.get(person_id)) || say('data-requests-stranger')
  const line = say('data-requests-line', { id, who, what: say(`data-request-${kind}`), due: day(due_on) })
  const late = due_on < today ? [say('data-requests-late')] : []
  const acknowledge = acknowledge_by >= today ? [say('data-requests-acknowledge', { day: day(acknowledge_by) })] : []
  return [line, ...(note ? [say('data-requests-note', { note })] : []), ...acknowledge, ...late].join(' ')
}

async function decide(turn: Turn<never>, { request, outcome, name }: Decision): Promise<Reply> {
  const { db, say, speaker, now, channel } = turn
  const found = await findRequest(db, request)
  if (!found || found.done_at) return { text: say('data-requests-gone') }
  if (!speaker.personId || !(await mayHandle(turn, found))) return { text: say('data-requests-not-yours') }
  const { person_id: person, kind } = found
  if (outcome === 'done' && kind !== 'correct' && person) {
    const isAdmin = (await rolesOf(db, person)).some(({ role }) => role === 'admin')
    if (isAdmin && !(await anotherAdmin(db, person))) return { text: say('remove-last-admin') }
  }
  if (!(await closeRequest(db, request, outcome, speaker.personId, now))) return { text: say('data-requests-gone') }
  await audit(db, {
    at: now,
    person_id: speaker.personId,
    channel,
    action: `data-request-${outcome}`,
    subject: `data-request/${request}`,
    before: kind,
  })
  // Told before the accounts go; what waits to be sent is still sent.
  if (person) {
    const told = outcome === 'done' ? 'data-request-done-told' : 'data-request-refused-told'
    await turn.tell(person, `data-request-done:${request}`, {
      text: say(told, { id: request, what: say(`data-request-${kind}`) }),
    })
  }
  const tasks = person && kind !== 'correct' && outcome === 'done' ? (await countTasksOf(db, person)).live : 0
  if (outcome === 'done') {
    await carryOut(turn, found, name)
    await turn.namesChanged?.()
  }
  const decided = say(outcome === 'done' ? 'data-requests-done' : 'data-requests-refused', { id: request })
  return { text: [decided, ...(tasks > 0 ? [say('data-requests-tasks', { count: tasks })] : [])].join('\n') }
}

async function carryOut(turn: Turn<never>, request: DataRequest, name: string | null): Promise<void> {
  const { db, say, now } = turn
  const { id, kind, person_id: person, channel, account_id } = request
  if (kind === 'correct') {
    if (person && name) await renamePerson(db, person, name)
    return
  }
  if (!person) {
    if (account_id) await eraseAccount(db, { channel, accountId: account_id })
    return
  }
  if (kind === 'erase') return erasePerson(db, person, id, say('person-erased', { number: id }), now)
  await recordAnswer(turn, person, 'withdrawn')
  await removeAccess(db, person, now)
}
