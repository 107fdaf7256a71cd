// The neutral street signs a dispute twice: its pack says so, and a case keeps what it began with.
import { describe, expect, it } from 'vitest';
import * as cases from '#contract/cases/endpoints.ts';
import { kindRules } from '#contract/cases/kinds.ts';
import { listReview } from '#contract/cases/review/endpoints.ts';
import { caseAt } from '../kit/cases.ts';
import { streetId } from '../kit/people.ts';
import { reviewStage } from '../kit/review.ts';
import { testStreet } from '../kit/street.ts';

const street = await testStreet();
const stage = reviewStage(street);

async function awaiting(name: string): Promise<string[]> {
  const { items } = await (await stage.as(name)).call(listReview);
  return items.map(({ caseId }) => caseId);
}

describe('a kind of the street', () => {
  it('is signed by those whom its pack names, one after the other', async () => {
    let on = await caseAt(stage, 'under_review', 'dispute');
    expect(await stage.read('李书记', on.caseId)).toMatchObject({ reviewLevels: 2, status: 'under_review' });
    expect(await awaiting('李书记')).toContain(on.caseId);
    expect(await awaiting('许分管')).not.toContain(on.caseId);

    on = await stage.do('李书记', cases.reviewApprove, on);
    expect(on.status).toBe('under_review');
    expect(await awaiting('许分管')).toContain(on.caseId);
    on = await stage.do('许分管', cases.reviewApprove, on);
    expect(on.status).toBe('resolved');
  });

  it('leaves the other kinds as the platform has them', async () => {
    const on = await caseAt(stage, 'under_review', 'grid_case');
    expect(await stage.read('李书记', on.caseId)).toMatchObject({
      reviewLevels: 1,
      switchedOff: kindRules.grid_case.switchedOff,
    });
    expect(await stage.do('李书记', cases.reviewApprove, on)).toMatchObject({ status: 'resolved' });
  });

  it('that changes later leaves running cases alone', async () => {
    const on = await caseAt(stage, 'under_review', 'dispute');
    await street.owner.query(
      "update case_limits set content = jsonb_set(content, '{kinds}', '{}') where street_id = $1",
      [streetId],
    );
    street.clock.set(new Date(street.clock.now().getTime() + 60_000));
    expect(await stage.read('李书记', on.caseId)).toMatchObject({ reviewLevels: 2 });
    expect(await stage.read('李书记', (await caseAt(stage, 'under_review', 'dispute')).caseId)).toMatchObject(
      { reviewLevels: 1 },
    );
  });
});
