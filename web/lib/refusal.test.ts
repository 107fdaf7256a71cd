import { expect, test } from 'vitest';
import { ProblemError } from './problem.ts';
import { refusalOf } from './refusal.ts';

test('who lacks the right reads what the page is for and who opens it', () => {
  const details = { permission: 'attendance.run' };
  const error = new ProblemError({ code: 'permission.missing', status: 403, details });
  expect(refusalOf(error)).toEqual({
    sentence:
      '这一页用来在活动现场值守、签到，由网格员、网格长、社区工作者、社区书记、活动志愿管理员等岗位打开。您现在的身份用不到它。',
    isFinal: true,
  });
});

test('a right held by few names them all', () => {
  const details = { permission: 'school.liaise' };
  const error = new ProblemError({ code: 'permission.missing', status: 403, details });
  expect(refusalOf(error).sentence).toContain('由学校联络员打开');
});

test('only what asking again can mend offers to ask again', () => {
  const refused = (status: number) => refusalOf(new ProblemError({ code: 'x', status, detail: '没有' }));
  expect(refused(404)).toEqual({ sentence: '没有', isFinal: true });
  expect(refused(503).isFinal).toBe(false);
  expect(refusalOf(new Error('x')).isFinal).toBe(false);
});
