/** What a message means: the contract between the language part and the assistant. Pure data. */
import type { ScheduleMention } from './schedules.ts'

/** A unit's name found in the text. Several ids when units share the name. */
export interface UnitMention {
  ids: string[]
  /** The words as they were written. */
  text: string
  /** False where a spelling mistake was forgiven. */
  exact: boolean
  /** The level that was said with it ("xã Đông Sơn" → `xa`). */
  level?: UnitLevel
}

export type UnitLevel = 'tinh' | 'huyen' | 'xa' | 'thon'

/** A criterion or an indicator, by number, code, name or paraphrase; one reading for each set it may stand in. */
export interface TargetMention {
  text: string
  kind: 'criterion' | 'indicator'
  readings: { set: string; code: string }[]
}

/** A day or a span of days, ISO dates, both ends included; a single day has `from` = `to`. */
export interface DateMention {
  text: string
  from: string
  to: string
}

export type NumberMention = { text: string } & (
  | { kind: 'fraction'; part: number; whole: number }
  | { kind: 'percent'; value: number }
  /** `unit` as folded words: "trieu dong", "ho" … */
  | { kind: 'amount'; value: number; unit?: string }
)

export interface PersonMention {
  ids: string[]
  text: string
}

/** What was named in the text, whatever is asked about it. */
export interface Mentions {
  units: UnitMention[]
  /** A unit's name that nothing in the lexicon is like ("xã Abc" → "Abc"), so that the nearest can be named. */
  unknownUnit?: string
  /** "xã mình", "thôn tôi": the speaker's own unit is meant, of this level where it was said. */
  ownUnit?: { level?: UnitLevel }
  /** Ids of criteria sets. */
  sets: string[]
  targets: TargetMention[]
  dates: DateMention[]
  /** Times of day, `HH:MM`. */
  times: string[]
  numbers: NumberMention[]
  people: PersonMention[]
  /** `met` for "đạt", `unmet` for "chưa đạt", said as a verdict ("8.5 đạt"). */
  verdict?: 'met' | 'unmet'
  /** What follows a colon or quotation mark, word for word: a task, a note, a notice's text. */
  freeText?: string
}

export interface Meaning {
  /** The command's name. */
  command: string
  /** 0–1. */
  confidence: number
  mentions: Mentions
}

export type Understanding =
  | ({ kind: 'meaning' } & Meaning)
  /** Two readings are too close: the person chooses. */
  | { kind: 'ambiguous'; options: Meaning[]; mentions: Mentions }
  /** Not for this bot or not understood; `near` names the commands it is least unlike. */
  | { kind: 'unknown'; near: string[]; mentions: Mentions }
  /** Only names, no question ("còn nâng cao?", "thế còn Đông Sơn"): the last topic with these instead. */
  | {
      kind: 'followUp'
      mentions: Mentions
      near: string[]
      /** "tiêu chí nào?", "cụ thể chỉ tiêu nào": what was counted before is to be listed. */
      which?: boolean
    }

/** A unit as the lexicon knows it. */
export interface LexiconUnit {
  id: string
  name: string
  level: UnitLevel
  aliases: string[]
  parent?: string
}

export interface LexiconPerson {
  id: string
  name: string
}

/** A criteria set as the lexicon knows it; `criteria/criteria-set.ts` fits. */
export interface LexiconSet {
  id: string
  name: string
  short_name: string
  aliases: string[]
  official_counts: { criteria: number; indicators: number }
  criteria: {
    no: number
    name: string
    aliases: string[]
    indicators: { code: string; name: string; aliases: string[] }[]
  }[]
}

/** A command as the language part knows it. */
export interface LanguageCommand {
  name: string
  /** Sentences that people say to reach it. */
  sentences: string[]
  /** It changes something: names and numbers alone never reach it. */
  acts?: boolean
}

export interface LanguageData {
  units: LexiconUnit[]
  people: LexiconPerson[]
  sets: LexiconSet[]
  commands: LanguageCommand[]
  /** Sentences that are not for this bot. */
  outside: readonly string[]
}

export interface Language {
  /** `today`: ISO date at the speaker's place, for "hôm nay" and "cuối năm". Never throws. */
  understand(text: string, today: string): Understanding
  /**
   * On which days and at what times something is to be, in a text that says when; `today` as above, `time` (`HH:MM`) for what
   * counts from now. Never throws.
   */
  schedule(text: string, today: string, time?: string): ScheduleMention | undefined
  /** Takes these units and people in the place of those it knew; what it learned of the sentences stays. */
  learnNames(names: Pick<LanguageData, 'units' | 'people'>): void
  /** Units whose names are most like this, best first: for "ý anh/chị là …?". */
  nearestUnits(name: string, limit?: number): UnitMention[]
}
