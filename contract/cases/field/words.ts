export const fieldProblems = {
  'case.photos_before_after': '当场处理的，处理前、处理后各要一张照片。',
  'case.check_photo': '核查要拍一张现场照片。',
  'case.check_kind': '这件事由回访人员问诉求人，不用核查。',
  'case.known_already': '这件事已经收到过。',
  'case.find_only': '您的岗位可以上报，现场处置由网格员来做。',
} as const;
