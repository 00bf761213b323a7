/** Words around a question that change nothing in it: greetings, politeness, addresses, hesitation. Folded; longest first. */
const PHRASES =
  `xin chao|chao ban|chao bot|chao em|chao anh|chao chi|chao ca nha|chao moi nguoi|chao buoi sang|chao|kinh gui|kinh thua|thua|da thua|da chao|
da vang|vang a|vang|da|a|u|uh|um|uhm|ua|e|eh|ha|he|nhe|nhen|nha|nghen|nghe|hen|hi|nhi|voi a|voi nhe|a nhe|nhe a|a em|e a|hen|ne|a nha|hihi|haha|hehe|
bot oi|bot a|bot|ad oi|ad|admin oi|admin|tro ly oi|tro ly|em oi|anh oi|chi oi|ban oi|may oi|ong oi|ba oi|oi|troi oi|
cho em hoi|cho anh hoi|cho chi hoi|cho toi hoi|cho minh hoi|cho hoi|cho tui hoi|cho tao hoi|cho bac hoi|cho chau hoi|cho con hoi|em hoi|em xin hoi|xin hoi|xin phep hoi|toi muon hoi|em muon hoi|minh muon hoi|muon hoi|hoi chut|hoi ti|hoi xiu|hoi cai|hoi ty|cho hoi chut|
cho em biet|cho toi biet|cho minh biet|cho anh biet|cho chi biet|cho biet|noi cho toi biet|toi muon biet|em muon biet|minh muon biet|muon biet|toi can biet|em can biet|can biet|
giup em voi|giup toi voi|giup minh voi|giup voi|giup em|giup toi|giup minh|giup anh|giup chi|giup|gium em|gium toi|gium|dum em|dum|ho em|ho minh|ho toi|ho cai|lam on|vui long|phien ban|phien|nho ban|nho em|nho bot|nho ad|nho|xin|lam phien|
the a|the nhi|the nhe|vay a|vay nhi|vay ta|vay ha|day nhe|day a|cai nhe|cai di|cai nao|di nhe|di a|di em|
cam on nhieu|cam on ban|cam on em|cam on|xin cam on|ok|oke|ck|thi la|la vi|kieu nhu|noi chung la|noi chung|thuc ra|thuc ra la|toi noi la|y em la|y la|tuc la|co nghia la la|bay gio|gio nay|hien nay|hien tai|hien gio|luc nay|hien thoi|
anh chi|anh chi oi|quy co quan|moi nguoi|moi nguoi oi|ca nha|ca nha oi|dong chi|cac dong chi|cac bac|cac anh`
    .split(/\s*\|\s*/)
    .filter((phrase) => phrase !== '')
const BY_FIRST = new Map<string, string[][]>()
for (const phrase of PHRASES) {
  const words = phrase.split(' ')
  const list = BY_FIRST.get(words[0] ?? '') ?? []
  list.push(words)
  BY_FIRST.set(words[0] ?? '', list)
}
for (const list of BY_FIRST.values()) list.sort((a, b) => b.length - a.length)

/** How many words of `words` from `i` on are filler. */
export function fillerLength(words: readonly string[], i: number): number {
  for (const phrase of BY_FIRST.get(words[i] ?? '') ?? []) {
    if (phrase.every((word, k) => words[i + k] === word)) return phrase.length
  }
  return 0
}
