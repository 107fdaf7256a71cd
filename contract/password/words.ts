/** Why a new password is not taken, and why a code is not. */
export const passwordProblems = {
  'password.too_short': '密码至少{length_min}位，现在是{length}位',
  'password.too_long': '密码最多{length_max}位',
  'password.too_simple': '密码里要有大写字母、小写字母、数字、符号中的至少3种，现在有{classes}种',
  'password.contains_phone': '密码里不要用自己的手机号',
  'password.contains_name': '密码里不要用自己的名字',
  'password.common': '这个密码太常见，容易被猜到，请换一个',
  'totp.wrong': '动态码不对。请看手机上现在的6位数字，并确认手机时间是准的',
  'totp.replayed': '这个动态码刚用过，请等手机上换出下一个',
};
