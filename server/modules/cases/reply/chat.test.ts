import { expect, it } from 'vitest';
import { copyReply } from './chat.ts';

it('a chat reply is ready to be pasted', () => {
  const given = { title: '3号楼楼道灯不亮', number: 'BY-1121-0037', dueOn: '11月22日18:00' };
  expect(copyReply({ who: '张三', ...given })).toBe(
    '@张三 您好，您说的3号楼楼道灯不亮已记下，编号BY-1121-0037，11月22日18:00前有人联系您。',
  );
  expect(copyReply({ who: null, ...given })).toMatch(/^您好，/);
});
