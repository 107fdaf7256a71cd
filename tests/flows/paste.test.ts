// Words of a chat become cases that a person confirms one by one; what was pasted stays as it was.
import { describe, expect, it } from 'vitest';
import { getCase } from '#contract/cases/endpoints.ts';
import { openPasted, type PasteDraft, readPaste } from '#contract/cases/paste.ts';
import { flowStage } from '../kit/stage.ts';

const stage = await flowStage();
const clerk = await stage.as('郑社工');
const read = async (text: string) => await clerk.call(readPaste, { body: { text } });

/** An exported group chat: a divider, system lines, emoji, a sticker, a picture, two people, thanks. */
const chat = `———————  2026-11-19  ———————
"小芳"邀请"老周"加入了群聊

贺小满 2026-11-19 08:12:33
各位邻居早上好🌞🌞
贺小满 2026-11-19 08:13:02
梧桐里1号院1号楼2单元302室漏水😭，水都滴到楼道了，电话13900001111
贺小满 2026-11-19 08:13:40
[图片]

老周 2026-11-19 09:01:10
[捂脸]我家也是

沈梅 2026-11-19 09:20:00
2号楼门口有燃气泄漏的味道！！快来人
"沈梅"撤回了一条消息
老周 2026-11-19 09:30:00
谢谢大家👍
`;

const bodyOf = (draft: PasteDraft) => ({
  title: draft.title,
  text: draft.text,
  original: draft.original,
  matterCode: draft.matters[0]?.code ?? null,
  areaId: draft.place?.areaId ?? null,
  placeText: draft.placeText,
  urgency: draft.urgency,
  requester: draft.who ? { name: draft.who, phone: draft.phones[0] ?? null } : null,
});

describe('an exported group chat', () => {
  it('becomes drafts with place, door, phone, category and urgency; the rest stays visible', async () => {
    const { drafts, rest } = await read(chat);
    const leak = drafts.find(({ text }) => text.includes('漏水'));
    expect(leak).toMatchObject({
      who: '贺小满',
      phones: ['13900001111'],
      place: { name: '梧桐里1号院1号楼2单元', building: '1', unit: '2', room: '302' },
      mediaCount: 1,
    });
    const gas = drafts.find(({ text }) => text.includes('燃气'));
    expect(gas).toMatchObject({ who: '沈梅', urgency: 'critical' });
    expect(gas?.alarms).not.toHaveLength(0);
    expect(rest.filter(({ kind }) => kind === 'system').length).toBeGreaterThanOrEqual(2);
    // Not a character is lost: what became no draft is shown as it came.
    const shown = [...drafts.map(({ original }) => original), ...rest.map(({ raw }) => raw)].join('');
    expect([...shown].sort().join('')).toBe([...chat].sort().join(''));
  });

  it('keeps nothing until a person confirms, then the words as pasted and an answer to copy', async () => {
    const { drafts } = await read(chat);
    const leak = drafts.find(({ text }) => text.includes('漏水'));
    if (!leak) throw new Error('no draft');
    expect(leak.openedAs).toBeNull();
    const { case: made, reply } = await clerk.call(openPasted, { body: bodyOf(leak) as never });
    expect(reply).toContain(made.number);
    expect(reply).toContain('@贺小满');
    const record = await clerk.call(getCase, { params: { caseId: made.caseId } });
    expect(record).toMatchObject({
      channel: 'wechat',
      original: leak.original,
      requesters: [{ name: '贺**' }],
    });
    expect(record.area?.path).toContain('E01B01U2');
    expect(record.original).toContain('😭');

    // The same words again are known by their number, and refused.
    const again = (await read(chat)).drafts.find(({ text }) => text.includes('漏水'));
    expect(again?.openedAs).toEqual({ caseId: made.caseId, number: made.number });
    expect(await clerk.refusal(openPasted, { body: bodyOf(leak) as never })).toMatchObject({
      status: 409,
      code: 'case.pasted_before',
    });
  });
});

describe('one message alone', () => {
  it('is a draft even when no category is named, and opens at the post of who pastes', async () => {
    const { drafts, rest } = await read('麻烦帮忙看一下🙏');
    expect(drafts).toHaveLength(1);
    expect(rest).toHaveLength(0);
    const [only] = drafts;
    if (!only) throw new Error('no draft');
    const { case: made } = await clerk.call(openPasted, { body: bodyOf(only) as never });
    const record = await clerk.call(getCase, { params: { caseId: made.caseId } });
    expect(record.area?.areaId).toBe(stage.communityId);
  });

  it('is read by nobody without the right to take in', async () => {
    expect(await (await stage.as('陈居民')).refusal(readPaste, { body: { text: '漏水' } })).toMatchObject({
      status: 403,
    });
  });
});
