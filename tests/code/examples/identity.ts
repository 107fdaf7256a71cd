import { delegatePost, listAccounts } from '#contract/identity/endpoints.ts';
import { type Example, list, record, self } from './example.ts';
import type { World } from './world.ts';

const delegation = {
  deputyPhone: '19900001004',
  startsAt: '2026-11-22T00:00:00Z',
  endsAt: '2026-11-25T00:00:00Z',
};

async function accountOf(world: World, name: string) {
  const { items } = await (await world.as('系统员')).call(listAccounts, { query: { search: name } });
  const [account] = items;
  if (!account) throw new Error(`${name} has no account.`);
  return account;
}

export const identityExamples: Record<string, Example> = {
  'identity.me': list(async (world) => (await world.postOf('李书记')).postId),
  'identity.change_password': self(() => ({ body: { current: 'wrong', next: 'Wutong-2026-new' } }), {
    reaches: 'password.wrong',
  }),
  'identity.start_second_factor': self(),
  'identity.confirm_second_factor': self(() => ({ body: { totp: '000000' } }), {
    reaches: 'sign_in.totp_wrong',
  }),
  'identity.list_posts': list(async (world) => (await world.postOf('周网格')).postId),
  'identity.assign_post': record((world) => ({
    body: { name: '新人', phone: '13911112222', role: 'grid_worker', areaId: world.id('grid') },
  })),
  'identity.end_post': record(async (world) => {
    const { postId, version } = await world.postOf('安物业');
    return { params: { postId }, body: { reason: '离职', version } };
  }),
  'identity.delegate_post': record(
    async (world) => {
      const { postId } = await world.postOf('周网格');
      return { params: { postId }, body: { ...delegation, reason: '休假' } };
    },
    { holder: '周网格' },
  ),
  'identity.end_delegation': record(
    async (world) => {
      const { postId } = await world.postOf('吴网格');
      const body = { ...delegation, deputyPhone: '19900001003', reason: '休假' };
      await (await world.as('吴网格')).call(delegatePost, { params: { postId }, body });
      return { params: { postId } };
    },
    { holder: '吴网格' },
  ),
  'identity.list_accounts': list(async (world) => (await accountOf(world, '何经办')).accountId),
  'identity.change_account': record(async (world) => {
    const { accountId, version } = await accountOf(world, '何经办');
    return { params: { accountId }, body: { action: 'disable', reason: '离岗', version } };
  }),
  'identity.reset_password': record(async (world) => {
    const { accountId } = await accountOf(world, '许分管');
    return { params: { accountId }, body: { reason: '忘记口令' } };
  }),
  'identity.wipe_devices': record(async (world) => {
    const { accountId } = await accountOf(world, '许分管');
    return { params: { accountId }, body: { reason: '手机丢了' } };
  }),
  'identity.sign_out': self(() => ({}), { holder: '冯值班', outsider: null, foreigner: '文书记' }),
};
