import { describe, expect, it } from 'vitest';
import { checkReply } from './replyCheck.ts';
import { type ReplyLesson, trainReplyModel, weakness } from './replyModel.ts';

const request = '六号楼二单元的暖气一直不热，家里有老人，请尽快派人来看看，已经打过三次电话了没有人管。';
const good =
  '您好，接到来件后社区工作人员当天下午上门查看，发现二单元立管阀门锈死。供热公司已于次日更换阀门并排气，复测室温为二十一度。如再有不热，请直接联系网格员小周。';

const reasonsOf = (reply: string, earlier: string[] = []) => checkReply(reply, request, { earlier }).reasons;

describe('the check of a reply', () => {
  it('lets a reply pass that says who did what', () => {
    expect(checkReply(good, request)).toEqual({ weak: false, confidence: 0, reasons: [] });
  });

  it('warns of a reply that says nothing but courtesies, however many', () => {
    const courtesy =
      '尊敬的网友，您好！您反映的问题已收悉，感谢您的留言，感谢您的支持，感谢您的理解，祝您生活愉快！';
    const { weak, reasons } = checkReply(courtesy, request);
    expect(weak).toBe(true);
    expect(reasons).toEqual(['too_short', 'no_action_named']);
  });

  it('warns of an empty reply', () => {
    expect(checkReply('', request).weak).toBe(true);
  });

  it('points at shirking words, unless a long account surrounds them', () => {
    const passedOn = '您好，这件事不归我们管，请向有关部门反映，感谢您的理解。';
    expect(reasonsOf(passedOn)).toContain('shirking');
    expect(reasonsOf(`${good}${good}此前的答复让您自行协商，做法不妥，已经批评改正。`)).not.toContain(
      'shirking',
    );
  });

  it('points at a reply copied from the request or from an earlier reply', () => {
    expect(reasonsOf(`您好，${request}`)).toContain('copied');
    expect(reasonsOf(good, ['另一件事的答复，与此无关。', good])).toContain('copied');
    expect(reasonsOf(good, ['另一件事的答复，与此无关。'])).not.toContain('copied');
  });

  it('is surer of two reasons than of one', () => {
    const one = checkReply('阀门已更换。', request);
    const two = checkReply('不归我们管，自行解决。', request);
    expect(one.reasons).toEqual(['too_short']);
    expect(two.confidence).toBeGreaterThan(one.confidence);
  });
});

describe('a check that has learned', () => {
  const done = ['更换了阀门', '清运了垃圾', '拆除了地锁', '修好了路灯', '疏通了下水', '约谈了店主'];
  const hollow = ['已转办', '正在跟进', '会认真对待', '持续关注', '高度重视', '统筹考虑'];
  const lessons: ReplyLesson[] = Array.from({ length: 60 }, (_, place) => {
    const weak = place % 2 === 0;
    const [what = ''] = (weak ? hollow : done).slice((place >> 1) % 6);
    const told = weak
      ? `我们对此事${what}，今后将一如既往${what}，不断提升服务水平，努力让每一位居民满意，请您放心`
      : `第${place}号来件：网格员到场后${what}，并向您当面说明了经过，您表示认可，材料已归档备查`;
    return { reply: told, weak, group: `group ${place}` };
  });
  const model = trainReplyModel(lessons);

  it('recognises the kind of reply that people found weak', () => {
    if (!model) throw new Error('Nothing was learned.');
    const fine = '第九号来件：网格员到场后更换了阀门，并向您当面说明了经过，您表示认可，材料已归档备查';
    const empty =
      '我们对此事高度重视，今后将一如既往统筹考虑，不断提升服务水平，努力让每一位居民满意，请您放心';
    expect(weakness(empty, model)).toBeGreaterThan(0.7);
    expect(weakness(fine, model)).toBeLessThan(0.3);
    expect(checkReply(fine, request, { model }).weak).toBe(false);
    const check = checkReply(empty, request, { model });
    expect(check.weak).toBe(true);
    expect(check.reasons.length).toBeGreaterThan(0);
  });

  it('waits for twenty judged replies of each kind', () => {
    expect(trainReplyModel(lessons.slice(0, 30))).toBeNull();
    expect(trainReplyModel(lessons.filter(({ weak }) => weak))).toBeNull();
  });

  it('learns the same from the same', () => {
    expect(trainReplyModel(lessons)).toEqual(model);
  });
});
