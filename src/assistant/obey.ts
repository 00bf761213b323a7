import type { Form } from '../command/form.ts'
import { fold } from '../language/fold.ts'
import { saidTurn, type Act, type FormCommand } from './act.ts'
import type { Control } from './control-words.ts'
import { advance, answered, CONFIRM, EDIT, isEditable, newDraft, stepBack, stepOf, type Draft } from './draft.ts'
import { textOf, type TurnParts } from './make-turn.ts'
import { prefill } from './open-form.ts'

const NOTHING_MORE = /^(?:da |vang |u )?(?:ok\w*|xong|gui|xac nhan|dong y|duoc|dung|nhat tri|chuan)\b/

/** Does what a word says; a word that has nothing to do at a step changes nothing. */
export async function obey(parts: TurnParts, command: FormCommand, draft: Draft, control: Control): Promise<Act> {
  const { form } = command
  const { say } = parts.house
  const step = stepOf(form, draft.step)
  const stay = (note?: string): Act => ({ kind: 'go-on', draft, note })
  switch (control) {
    case 'cancel':
      return { kind: 'cancel' }
    case 'confirm':
      if (draft.step === CONFIRM) return { kind: 'submit', draft }
      // "Ok", "xong", "gửi đi" to what can be left out: there is nothing more. "Có" and "vâng" say that something comes.
      if (step?.optional && NOTHING_MORE.test(fold(textOf(parts.incoming)))) return skip(form, draft)
      return stay(say('dialog-nothing-to-confirm'))
    case 'refuse':
      if (step?.optional) return skip(form, draft)
      if (draft.step !== CONFIRM) return stay()
      // To a yes or no, "không" is the no.
      return isEditable(form) ? { kind: 'go-on', draft: { ...draft, step: EDIT } } : { kind: 'cancel' }
    case 'edit': {
      const any = isEditable(form) && Object.values(draft.values).some((value) => value !== undefined && value !== null)
      return any ? { kind: 'go-on', draft: { ...draft, step: EDIT } } : stay(say('dialog-nothing-to-edit'))
    }
    case 'skip':
      return step?.optional ? skip(form, draft) : stay(step ? say('dialog-cannot-skip') : undefined)
    case 'back': {
      if (draft.step === EDIT) return { kind: 'go-on', draft: advance(form, draft) }
      const before = stepBack(draft)
      if (before) return { kind: 'go-on', draft: before }
      return draft.step === CONFIRM
        ? { kind: 'go-on', draft: { ...draft, step: EDIT } }
        : stay(say('dialog-first-step'))
    }
    case 'help':
      return stay(say('dialog-help'))
    case 'repeat':
    case 'resume':
      return stay()
    case 'restart':
      return { kind: 'go-on', draft: await begunAgain(parts, command, draft), note: say('dialog-restarted') }
    case 'more':
      return { kind: 'go-on', draft: { ...draft, page: draft.page + 1 } }
    case 'person':
      return { kind: 'aside' }
  }
}

/** From the beginning: only what the form was opened with stays. */
async function begunAgain(parts: TurnParts, command: FormCommand, draft: Draft): Promise<Draft> {
  const { form, name } = command
  const given = Object.fromEntries(Object.keys(form.given ?? {}).map((key) => [key, draft.values[key]]))
  const { values } = await prefill(form, saidTurn(parts, command, ''), given)
  const fresh = newDraft(name, form.version, values, '', draft.below)
  return advance(form, { ...fresh, shown: draft.shown, message: draft.message })
}

function skip(form: Form, draft: Draft): Act {
  return { kind: 'go-on', draft: answered(form, draft, { [draft.step]: null }) }
}
