// The few looks a sheet of ours has. The number is the index of `xf` in cellXfs below.
export const looks = {
  plain: 0,
  title: 1,
  note: 2,
  header: 3,
  text: 4,
  /** Text that a spreadsheet might take for a formula: `quotePrefix` keeps it text when edited. */
  guarded: 5,
  number: 6,
  day: 7,
  instant: 8,
  fault: 9,
  wrapped: 10,
} as const;

export type Look = keyof typeof looks;

const thin = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color rgb="FFBFB8AB"/></${side}>`,
);

const xf = (attributes: string, alignment = '') =>
  alignment
    ? `<xf xfId="0" ${attributes} applyAlignment="1"><alignment ${alignment}/></xf>`
    : `<xf xfId="0" ${attributes}/>`;

const cell = (format: number, fill = 0, font = 0) =>
  `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="1" applyNumberFormat="1" applyBorder="1" applyFill="1" applyFont="1"`;

/** Fonts, fills and formats of `looks`. The font is named by its English name, which Excel and WPS both know. */
export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>',
  '<fonts count="4">',
  '<font><sz val="11"/><name val="SimSun"/><charset val="134"/></font>',
  '<font><b/><sz val="16"/><name val="SimHei"/><charset val="134"/></font>',
  '<font><b/><sz val="11"/><name val="SimSun"/><charset val="134"/></font>',
  '<font><sz val="11"/><color rgb="FFC8161D"/><name val="SimSun"/><charset val="134"/></font>',
  '</fonts>',
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFF0EDE6"/></patternFill></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFCD9D7"/></patternFill></fill></fills>',
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${thin.join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="11">',
  xf('numFmtId="0" fontId="0" fillId="0" borderId="0"'),
  xf(
    'numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"',
    'horizontal="center" vertical="center"',
  ),
  xf('numFmtId="0" fontId="0" fillId="0" borderId="0" applyFont="1"', 'vertical="center"'),
  xf(cell(49, 2, 2), 'horizontal="center" vertical="center" wrapText="1"'),
  xf(cell(49)),
  xf(`${cell(49)} quotePrefix="1"`),
  xf(cell(0)),
  xf(cell(164)),
  xf(cell(165)),
  xf(cell(49, 3, 3), 'wrapText="1" vertical="top"'),
  xf(cell(49), 'wrapText="1" vertical="top"'),
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
