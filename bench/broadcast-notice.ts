/** What every group is told: as long as notices of a commune are. */
export const NOTICE =
  'Thông báo: 19h00 ngày 28/11/2026 họp thôn tại nhà văn hóa để bàn việc phân loại rác tại nhà. Mời đại diện các hộ đến đông đủ. (mẫu)'
