// The person's own copy (PIPL 45): everything the register knows, to take away.
import type { InputOf } from '#contract/define.ts';
import { roleWords } from '#contract/identity/words.ts';
import { copyTaken } from '#contract/people/events.ts';
import type { copyMine, MyData } from '#contract/people/mine.ts';
import {
  careTagList,
  consentPurposeLabels,
  houseUseLabels,
  relationLabels,
  revealFieldList,
  revealPurposeLabels,
  sexLabels,
  copyWords as words,
} from '#contract/people/words.ts';
import { dayOf } from '#kernel/calendar/time.ts';
import type { Context } from '#kernel/context.ts';
import type { Download } from '#kernel/module.ts';
import { sheetStream } from '#kernel/sheets/write.ts';
import { clearValues } from '../view.ts';
import { readMyData } from './mine.ts';
import { ownPerson } from './ownPerson.ts';

export async function copyMyData(context: Context, input: InputOf<typeof copyMine>): Promise<Download> {
  const person = await ownPerson(context);
  const data = { ...(await readMyData(context)), idNumber: clearValues(context, person).idNumber };
  await context.emit({
    name: copyTaken.name,
    subject: { module: 'people', id: person.id },
    data: { format: input.format },
    areaPath: person.area_path,
  });

  const fileName = `${words.fileName}-${dayOf(context.now)}`;
  if (input.format === 'json')
    return {
      contentType: 'application/json; charset=utf-8',
      fileName: `${fileName}.json`,
      body: Buffer.from(JSON.stringify(data, null, 2)),
    };
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName: `${fileName}.xlsx`,
    body: sheetStream({
      title: words.title,
      organisation: context.street.name,
      madeOn: dayOf(context.now),
      columns: [
        { header: words.subject, width: 24, kind: 'text' },
        { header: words.content, width: 60, kind: 'text' },
        { header: words.time, width: 24, kind: 'text' },
      ],
      rows: lines(data).map((cells) => ({ cells })),
    }),
  };
}

type Line = [subject: string, content: string, time: string];

function lines(data: MyData): Line[] {
  const own: [string, string | null][] = [
    [words.fields.name, data.name],
    [words.fields.sex, data.sex && sexLabels[data.sex]],
    [words.fields.bornOn, data.bornOn],
    [words.fields.phone, data.phone],
    [words.fields.idNumber, data.idNumber],
    [words.fields.address, data.address],
    [words.fields.relation, data.relation && relationLabels[data.relation]],
    [words.fields.houseUse, data.household && houseUseLabels[data.household.houseUse]],
    [words.fields.careTags, careTagList(data.careTags)],
  ];
  const consents = [...data.consents, ...data.children.flatMap((child) => child.consents)];
  return [
    ...own.map(([subject, content]): Line => [subject, content ?? '', '']),
    ...data.children.map((child): Line => [words.fields.child, child.name, child.bornOn ?? '']),
    ...consents.map(
      (one): Line => [
        one.withdrawnAt ? words.consentWithdrawn : words.consentGiven,
        consentPurposeLabels[one.purpose],
        one.withdrawnAt ?? one.givenAt,
      ],
    ),
    ...data.looks.map(
      (look): Line => [
        words.look,
        [
          look.byRole && look.byRole in roleWords ? roleWords[look.byRole as keyof typeof roleWords] : '',
          look.byName,
          revealPurposeLabels[look.purpose],
          revealFieldList(look.fields),
        ].join(' '),
        look.at,
      ],
    ),
  ];
}
