/** What can be uploaded, for screens. */
export const fileKindLabels = {
  image: '照片',
  pdf: 'PDF文件',
  audio: '录音',
} as const;

/** Sizes are in MB (1,000,000 bytes). */
export const fileProblems = {
  'file.unknown': '没有找到这个文件，可能已删除，或不在您能看的范围内。',
  'file.empty': '文件是空的，请重新选一次',
  'file.type_unknown': '看不出这是什么文件。可以传照片（JPG、PNG、WebP）、PDF或录音',
  'file.type_refused': '文件内容是{found}，不能收。可以传照片（JPG、PNG、WebP）、PDF或录音',
  'file.heic': '这是HEIC照片，这里打不开。请在苹果手机“设置-相机-格式”里选“兼容性最佳”后重拍，或截屏再传',
  'file.kind_not_taken': '这里不收{kind}，请换成{wanted}',
  'file.too_large': '文件有{mb} MB，{kind}最大{mb_max} MB',
  'file.too_many_pixels': '照片有{megapixels}百万像素，最多{megapixels_max}百万，请先缩小再传',
  'file.unreadable': '文件打不开，可能没有传完整，请重新选一次',
};

/** What each event of the trail says; the audit page joins the sentences of all modules. */
export const filesEvents = { 'file.stored': '上传了文件' } as const;
