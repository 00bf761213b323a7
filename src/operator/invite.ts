import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { loadEnvironment, readConfig } from '../config.ts'
import { makeCode, writtenCode } from '../people/invite-code.ts'
import { ROLES } from '../people/permissions.ts'
import { fits } from '../people/role-levels.ts'
import { audit } from '../store/audit.ts'
import { keepInvitation } from '../store/invitations.ts'
import { openStore } from '../store/store.ts'
import { findUnits } from '../store/units.ts'
import { instant } from '../wording/instant.ts'
import type { OperatorCommand } from './operator-command.ts'

/** Makes the code with which the first administrator joins; every other invitation can be made in the chat. */
export const inviteCommand: OperatorCommand = {
  name: 'invite',
  usage: `--role VAI_TRÒ --unit MÃ_ĐƠN_VỊ [--name "HỌ TÊN"] [--db ĐƯỜNG_DẪN]`,
  summary: `Tạo mã mời, trước hết cho người quản trị đầu tiên. Vai trò: ${ROLES.join(', ')}.`,
  async run(args) {
    const { role, unitId, name, db } = readArguments(args)
    const store = await openStore(db)
    try {
      const [unit] = await findUnits(store.db, [unitId])
      if (!unit) throw new Error(`Không có đơn vị “${unitId}”`)
      if (!fits(role, unit)) throw new Error(`Vai trò ${role} không dùng cho đơn vị cấp ${unit.level}`)
      const code = makeCode(randomInt)
      const now = new Date()
      const { id, expires_at } = await store.db.transaction().execute(async (within) => {
        const kept = await keepInvitation(within, code, { role, unitId, name }, undefined, now)
        await audit(within, {
          at: now,
          action: 'invite',
          unit_id: unitId,
          subject: `invitation/${kept.id}`,
          after: role,
          reason: 'operator',
        })
        return kept
      })
      console.log(`Mã mời số ${id} (${role}, ${unit.name}): ${writtenCode(code)}`)
      console.log(`Dùng một lần, có hạn đến ${instant(expires_at)}. Người được mời nhắn mã này cho bot.`)
      return 0
    } finally {
      await store.close()
    }
  },
}

function readArguments(args: string[]) {
  const usage = new Error(`Dùng: ntm ${inviteCommand.name} ${inviteCommand.usage}`)
  const text = { type: 'string' } as const
  let values
  try {
    values = parseArgs({ args, options: { role: text, unit: text, name: text, db: text } }).values
  } catch {
    throw usage
  }
  const role = ROLES.find((each) => each === values.role)
  if (!role || !values.unit) throw usage
  return { role, unitId: values.unit, name: values.name, db: values.db ?? readConfig(loadEnvironment()).DATABASE_URL }
}
