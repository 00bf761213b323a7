import { describe, expect, it } from 'vitest'
import { speechAct } from '../../src/language/speech-act.ts'
import { fold } from '../../src/language/fold.ts'

const QUESTIONS = [
  'ai chưa nhận việc',
  'ai đã nhận việc rồi',
  'ai nhận việc 8.5 vậy',
  'những ai chưa nhận việc',
  'có ai nhận việc 13.2 chưa',
  'anh Tùng nhận việc chưa',
  'việc 8.5 xong chưa',
  'việc 8.5 xong chưa ạ',
  'đã xong việc 8.5 chưa nhỉ',
  'chị Miền đã làm xong việc 8.5 chưa',
  'xong việc 2 chưa vậy em',
  'có nên gia hạn 8.5 đến 25/12 không',
  'có nên gia hạn việc số 3 thêm 1 tuần không ạ',
  'có cần gia hạn 8.5 đến 25/12 không',
  'gia hạn 8.5 đến 25/12 hay không',
  'gia hạn 8.5 đến 25/12 có được không hay thôi',
  'gia hạn 8.5 đến 25/12?',
  'xong việc 2?',
  'bao giờ xong việc 8.5',
  'khi nào xong 13.5',
  'khi nào thì nhận việc',
  'việc nào đã xong',
  'thôn nào chưa nhận việc',
  'xã nào xin gia hạn',
  'tại sao chưa nhận việc',
  'vì sao gia hạn 2.1',
  'sao lại gia hạn 2.1 đến 15/12/2026',
  'anh ơi, ai đã nhận việc rồi',
  'làm sao để xác nhận xong việc 3',
  'duyệt báo cáo 12 chưa',
  'ai duyệt báo cáo 12',
  'có đồng ý gia hạn 2.1 không',
  'đã nhận việc 8.5 không',
  'nhận việc gì đấy',
  'có phải việc 3 đã xong không',
]

const DENIALS = [
  'tôi chưa nhận việc này',
  'em chưa nhận việc 13.2',
  'tôi chưa làm xong việc 8.5',
  'tôi chưa xong việc 8.5 đâu mà',
  'không nhận việc này',
  'chưa hoàn thành 13.5',
  'chưa thể nhận việc 13.2',
  'em hông nhận việc này',
  'chẳng xong việc 8.5',
  'tôi không gia hạn việc 8.5',
  'chưa đồng ý gia hạn 2.1',
  'không xin gia hạn 2.1 nữa',
  'chưa xong 13.5: thiếu ảnh',
  'chưa duyệt báo cáo 12',
  'bác ơi, tôi chưa làm xong việc 8.5',
  'việc 8.5 chưa làm xong',
  'việc 2 không kịp xong',
  'không xác nhận việc 13.5',
]

const REQUESTS = [
  'bác có thể cho gia hạn đến 30/11 được không, trời mưa quá',
  'cho em xin gia hạn 2.1 thêm 1 tuần được không ạ',
  'gửi thông báo được không ạ',
  'anh giao giúp 8.5 cho chị Miền được không',
  'xác nhận giúp việc 3 được không',
]

const STATEMENTS = [
  'đã nhận việc',
  'em nhận việc 13.2',
  'đã nhận rồi ạ',
  'nhận nhiệm vụ',
  'xong việc 13.5',
  'xong 13.5: đã nộp hồ sơ, còn chờ huyện khi nào trả lời',
  'xong việc 8.5: chưa có ảnh, mai gửi',
  'xong việc 8.5, chưa gửi ảnh',
  'tôi đã làm xong rồi nhé',
  'toi da lam xong roi nhe',
  'việc 8.5 xong rồi',
  'gia hạn 2.1 đến 15/12/2026',
  'gia hạn 2.1 thêm 1 tuần vì chưa có xi măng',
  'xin gia hạn 2.1 đến 15/12 vì không ai đi làm được',
  'em chưa làm kịp xin thêm thời gian',
  'xin gia hạn 2.1 thêm 1 tuần, do chưa biết khi nào có vật tư',
  'xác nhận xong 13.5',
  'đồng ý gia hạn việc 3',
  'duyệt báo cáo 12 từ đầu',
  'xong việc làm nhà văn hóa ở chùa',
  'giao cho anh Dũng làm hồ sơ OCOP hạn 31/12',
  'nhận việc anh Ái giao',
  'xong việc nước máy',
  '13.5 đã hoàn thành',
]

describe('what a sentence does', () => {
  it.each(QUESTIONS)('asks: %s', (text) => expect(speechAct(text)).toBe('question'))
  it.each(QUESTIONS)('asks without marks too: %s', (text) => expect(speechAct(fold(text))).toBe('question'))
  it.each(DENIALS)('denies: %s', (text) => expect(speechAct(text)).toBe('denial'))
  it.each(DENIALS)('denies without marks too: %s', (text) => expect(speechAct(fold(text))).toBe('denial'))
  it.each(REQUESTS)('asks that it be done: %s', (text) => expect(speechAct(text)).toBe('request'))
  it.each(STATEMENTS)('says or orders: %s', (text) => expect(speechAct(text)).toBeUndefined())
})
