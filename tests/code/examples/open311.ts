import { makeKey } from '#contract/open311/endpoints.ts';
import { type Example, record, self } from './example.ts';

export const open311Examples: Record<string, Example> = {
  'open311.list_keys': self(),
  'open311.make_key': self(() => ({ body: { name: '区图书馆自助机' } })),
  'open311.revoke_key': record(async (world) => {
    const { key } = await (await world.as('系统员')).call(makeKey, { body: { name: '旧程序' } });
    return { params: { keyId: key.keyId } };
  }),
};
