import { useEffect } from 'react';
import { clock, dayStamp } from '#web/lib/formats.ts';
import { sheetWords as words } from './words.ts';

interface Sheets {
  cases: readonly { number: string }[];
  printedBy: string;
  printedAt: string;
}

/** Name of the page of a sheet in CSS. */
export const pageOf = (index: number): string => `sheet-${index}`;

/**
 * The foot of each printed page: who printed it and when, which case it belongs to, page x of y. Only the margin of a
 * page knows its number, and a sheet that runs over carries its case onto the next page.
 */
export function usePageFeet(sheets: Sheets | undefined): void {
  useEffect(() => {
    if (!sheets) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rulesOf(sheets));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [sheets]);
}

export function rulesOf({ cases, printedBy, printedAt }: Sheets): string {
  const left = quoted(`${words.printedBy(printedBy)}　${dayStamp(printedAt)} ${clock(printedAt)}`);
  const [before, between, after] = words.pages(cases.length > 1).map(quoted);
  const pages = `${before} counter(page) ${between} counter(pages) ${after}`;
  const every = `@page {
    @bottom-left { content: ${left}; ${type} }
    @bottom-right { content: ${pages}; ${type} }
  }`;
  const each = cases.map(
    ({ number }, index) => `@page ${pageOf(index)} { @bottom-center { content: ${quoted(number)}; ${type} } }
      @media print { [data-sheet="${index}"] { page: ${pageOf(index)} } }`,
  );
  return [every, ...each].join('\n');
}

/** The face of the pages reaches no margin by itself. */
const type =
  'font: 9pt "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif; white-space: nowrap; vertical-align: top; padding-top: 3mm';

const quoted = (text: string): string => `"${text.replace(/["\\\n]/g, ' ')}"`;
