import type { InputOf, OutputOf } from '#contract/define.ts';
import type {
  deviceContact as contactEndpoint,
  wipeDevices as wipeEndpoint,
} from '#contract/identity/devices.ts';
import { devicesWipeOrdered, deviceWiped } from '#contract/identity/events.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { accountRights } from '../policy.ts';
import { getAccount } from '../store/accounts.ts';
import { findDevice, markWiped, orderWipe, seeDevice } from '../store/devices.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { accountFacts } from '../view.ts';

/** A lost phone often has no session any more, so it is known by its id alone. */
export async function contactDevice(
  context: Context,
  { deviceId, wiped }: InputOf<typeof contactEndpoint>,
): Promise<OutputOf<typeof contactEndpoint>> {
  const pin = context.services.config.FIELD_PIN;
  const device = await findDevice(context, deviceId);
  const isTold = device?.wipe_ordered_at != null && device.wiped_at === null;
  if (device && isTold && !wiped) return { wipe: true, key: null, pin };
  if (device && isTold) {
    await markWiped(context, deviceId);
    await context.emit({
      name: deviceWiped.name,
      subject: { module: 'identity', id: device.account_id },
      data: {},
    });
  }
  const { accountId } = context.actor;
  if (!accountId) return { wipe: false, key: null, pin };
  await seeDevice(context, deviceId, accountId);
  const key = context.services.crypto.sign('device', `${accountId}/${deviceId}`);
  return { wipe: false, key, pin };
}

/** @throws Problem 409 `account.own`; 404 `input.id_unknown` */
export async function wipeDevices(
  context: Context,
  input: InputOf<typeof wipeEndpoint>,
): Promise<OutputOf<typeof wipeEndpoint>> {
  const account = await getAccount(context, input.accountId);
  const allowed = accountRights(context.actor, accountFacts(context, account)).wipe_devices;
  if (allowed !== true) throw new Problem(allowed, 409);
  const devices = await orderWipe(context, account.id);
  await deleteSessionsOf(context, account.id);
  await context.emit({
    name: devicesWipeOrdered.name,
    subject: { module: 'identity', id: account.id },
    data: { reason: input.reason, devices },
  });
  return { devices };
}
