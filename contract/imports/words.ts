// Sentences for people about the files they hand in. A staff voice: the fact, then the way out.

/** Why a whole file cannot be taken. */
export const sheetProblems = {
  'sheet.empty': '这个文件是空的，没有可以导入的行。请核对后重新选择',
  'sheet.file_too_large': '文件超过 {megabytesMax} MB。请分成几个文件分别导入',
  'sheet.too_large': '文件展开后过大，已停止读取。请另存为新的 .xlsx，只留要导入的表',
  'sheet.too_many_rows': '表里超过 {rowsMax} 行。请分成几个文件分别导入',
  'sheet.too_many_columns': '第 {row} 行超过 {columnsMax} 列。请删去右侧多余的列',
  'sheet.cell_too_long': '第 {row} 行有一格超过 32767 字。请缩短后再导入',
  'sheet.xls': '这是旧版 .xls 或其他表格格式。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入',
  'sheet.html': '这个文件其实是网页，只是改了名字。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入',
  'sheet.encrypted': '文件设了打开密码。请取消密码并另存后再导入',
  'sheet.not_a_workbook': '这是一个压缩包，不是表格。请先解压，再选择里面的 .xlsx 文件',
  'sheet.damaged': '文件已损坏，读不出来。请用 Excel 或 WPS 打开修复，另存为 .xlsx',
  'sheet.unknown': '这不是表格文件。可以导入 .xlsx 和 .csv',
  'sheet.csv_quotes': '第 {row} 行起引号不成对，后面的行分不清。请用 Excel 打开核对，另存为 .xlsx',
  'sheet.no_such_sheet': '文件里没有这张工作表。请重新选择',
  'sheet.no_header': '前 10 行里没有找到表头。请下载模板对照，或手工指定表头所在行',
} as const;

/** Why one cell or one row cannot be taken; stands in the red cell and in the result file. */
export const cellProblems = {
  'cell.missing': '“{label}”不能空着',
  'cell.digits_lost': '号码被 Excel 改成了科学计数（{value}），后几位已丢失。请把这一列设为文本，重新填写',
  'cell.not_digits': '“{value}”不是号码，请只填数字',
  'cell.not_a_date': '“{value}”不是有效日期。写成 2026-11-21 即可',
  'cell.formula': '这一格以“{mark}”开头，会被当作公式。请改为普通文字',
  'cell.error': '这一格是公式错误（{value}）。请改为填写实际内容',
  'cell.too_long': '“{label}”最多 {max} 字，现在是 {length} 字',
  'cell.not_a_number': '“{value}”不是数字',
  'cell.not_listed': '“{value}”不在可选范围内。可以填：{options}',
  'cell.invalid': '“{label}”的内容“{value}”不符合要求',
  'row.duplicate': '与本文件第 {row} 行重复，只导入前一行',
  'row.conflict': '这一行与已有记录冲突，没有写入',
} as const;

/** Why a step of the wizard cannot be taken. */
export const importProblems = {
  ...sheetProblems,
  ...cellProblems,
  'import.unknown_register': '没有这个台账可以导入',
  'import.not_found': '没有找到这次导入，可能已超过保存期限',
  'import.not_yours': '这次导入由 {byName} 上传，请由本人继续',
  'import.columns_missing': '还有必填列没有对应：{labels}',
  'import.column_twice': '同一列不能对应两个字段',
  'import.unknown_column': '表里没有第 {column} 列，请重新对应',
  'import.started': '已有行写入，不能再改对应关系。要换表请重新上传',
  'import.running': '正在导入，请等完成后再改',
  'import.not_running': '现在没有在导入',
  'import.finished': '已经导入完成。需要再导入请重新上传',
  'import.nothing_failed': '所有行都已导入，没有出错的行',
  'import.file_gone': '原文件已按规定删除，请重新上传',
  'import.fault': '导入中断在第 {row} 行之后，前面的行已保存。点“继续导入”接着做',
} as const;

/** Words inside the files that we hand out. */
export const importSheetWords = {
  rowNumber: '原行号',
  reason: '原因',
  resultTitle: '{title}导入结果（未导入的行）',
  templateTitle: '{title}导入模板',
  templateNote: '第 4 行是填写说明，可保留；从第 5 行起填写',
  required: '必填。',
  unit: '单位：{organisation}',
  file: '原文件：{fileName}',
  watermark: '{name} {time}',
  pageNumber: '第 &P 页，共 &N 页',
} as const;

/** Lines of the trail. */
export const importsEvents = {
  'import.started': '开始导入',
  'import.stopped': '停止导入',
  'import.finished': '完成导入',
} as const;

export const importStatusLabels = {
  uploaded: '待对应列',
  mapped: '待预览',
  previewed: '待导入',
  running: '正在导入',
  finished: '已完成',
  stopped: '已停下',
  failed: '中断',
} as const;
