import type { Problem, ProblemArguments, ProblemCode } from '../world/problem.ts'

/** What is wrong with a world, to the operator, in Vietnamese. */
const SENTENCES: { [Code in ProblemCode]: (args: ProblemArguments[Code]) => string } = {
  no_world: () => 'không có thư mục hay tệp .xlsx này',
  missing_table: () => 'thiếu tệp này: phải có danh sách đơn vị',
  unknown_table: () => 'không biết tệp này; các tên dùng được: units, people, statuses, summaries, assignments, groups',
  not_utf8: () => 'tệp không phải mã UTF-8: trong Excel hãy lưu dạng “CSV UTF-8”',
  not_a_workbook: ({ reason }) => `không đọc được tệp Excel này (${reason})`,
  workbook_too_large: ({ megabytes }) =>
    `tệp Excel này mở ra lớn hơn ${megabytes} MB: hãy chia nhỏ, hoặc lưu mỗi trang tính thành một tệp “CSV UTF-8” trong một thư mục`,
  open_quote: () => 'dấu ngoặc kép (") mở ra mà không đóng, phần sau của tệp bị nuốt mất',

  missing_column: () => 'thiếu cột này',
  unknown_column: () => 'không biết cột này',
  repeated_column: () => 'cột này có hai lần',
  cell_without_column: ({ value }) => `có ô “${value}” nằm ngoài các cột có tên`,

  empty: () => 'còn trống',
  bad_id: ({ value }) => `mã “${value}” không dùng được: không có dấu cách, không có dấu “/”, dài nhất 64 ký tự`,
  unknown_word: ({ value, allowed }) => `không dùng được “${value}”; chỉ dùng một trong: ${allowed}`,
  bad_number: ({ value }) => `“${value}” không phải số viết với dấu chấm thập phân, như 86.4`,
  bad_count: ({ value }) => `“${value}” không phải số nguyên từ 0 trở lên`,
  future_date: ({ value }) => `ngày “${value}” còn ở xa phía trước, nên số liệu chưa thể có: kiểm tra lại năm`,
  bad_date: ({ value }) => `“${value}” không phải ngày có thật viết dạng năm-tháng-ngày, như 2023-04-30`,
  repeated_row: ({ first }) => `trùng với dòng ${first}`,

  unknown_region: ({ value }) => `không biết vùng “${value}”`,
  unknown_unit: ({ value }) => `không có đơn vị “${value}” trong tệp đơn vị và trong cơ sở dữ liệu`,
  unknown_person: ({ value }) => `không có người “${value}” trong tệp người dùng và trong cơ sở dữ liệu`,
  unknown_set: ({ value }) => `không có bộ tiêu chí “${value}”`,
  set_without_indicators: ({ set }) => `bộ ${set} chưa có danh mục chỉ tiêu nên chưa nhận kết quả từng chỉ tiêu`,
  unknown_indicator: ({ value, set }) => `không có chỉ tiêu “${value}” trong bộ ${set}`,
  unknown_target: ({ value, set }) => `không có tiêu chí hay chỉ tiêu “${value}” trong bộ ${set}`,
  ambiguous_code: ({ value, other }) =>
    `ô này là số nên không rõ là ${value} hay ${other}: hãy định dạng ô là Văn bản (Text) rồi gõ lại mã`,

  parent_not_above: ({ parent }) => `đơn vị cấp trên “${parent}” không thuộc cấp cao hơn`,
  child_not_below: ({ child }) => `cấp này không cao hơn cấp của “${child}”, đơn vị trực thuộc đã có`,
  unit_in_circle: ({ value }) => `“${value}” kế thừa chính mình qua các đơn vị nối tiếp`,
  successor_without_end: () => 'có đơn vị kế thừa thì phải có ngày kết thúc',
  above_total: ({ value, total }) => `${value} lớn hơn tổng số ${total} của bộ tiêu chí`,
  no_totals: () => 'phải có số tiêu chí đạt hoặc số chỉ tiêu đạt',
  person_differs: ({ first }) => `khác với dòng ${first} của cùng một người`,
  handle_taken: ({ value, person }) => `tài khoản “${value}” đã là của “${person}”`,
  person_erased: ({ value }) => `“${value}” đã được xóa theo yêu cầu về dữ liệu cá nhân: bỏ dòng này khỏi tệp`,
}

/** One line: where the problem is, and what. */
export function problemSentence({ file, row, column, code, args }: Problem): string {
  const sentence = (SENTENCES[code] as (args: ProblemArguments[ProblemCode]) => string)(args)
  const place = [file, row === undefined ? '' : `dòng ${row}`, column === undefined ? '' : `cột ${column}`]
  return `${place.filter((part) => part !== '').join(', ')}: ${sentence}`
}
