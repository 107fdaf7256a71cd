import { z } from 'zod';
import { id, instant, version } from '#contract/common.ts';
import * as codes from './codes.ts';

/** One line of somebody's inbox, in words. */
export const notification = z
  .object({
    notificationId: id,
    at: instant,
    kind: z.enum(codes.notificationKinds),
    notice: z.enum(codes.notices),
    title: z.string().describe('What is asked or told'),
    line: z.string().describe('Which case, until when'),
    /** What it is about, so that the shell knows where to go. */
    subject: z.object({ module: z.string(), id: z.string() }),
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type NotificationRecord = z.output<typeof notification>;

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const notificationPreferences = z
  .object({
    muted: z.array(z.enum(codes.mutableKinds)),
    texts: z.boolean().describe('Texts to the phone or WeChat are welcome'),
    quietFrom: hour,
    quietTo: hour,
    wechat: z.object({
      offered: z.boolean().describe('The street has a WeChat service account'),
      bound: z.boolean(),
      authorizeUrl: z.string().nullable(),
    }),
    version: version.or(z.literal(0)).describe('0 while nothing was set'),
  })
  .meta({ id: 'NotificationPreferences' });
export type NotificationPreferences = z.output<typeof notificationPreferences>;

export const preferencesInput = z.object({
  muted: z.array(z.enum(codes.mutableKinds)).max(codes.mutableKinds.length),
  texts: z.boolean(),
  quietFrom: hour,
  quietTo: hour,
});

/** One text on its way out; the number it goes to is not here. */
export const delivery = z
  .object({
    deliveryId: id,
    at: instant,
    channel: z.enum(codes.textChannels),
    template: z.enum(codes.textTemplates),
    text: z.string(),
    status: z.enum(codes.deliveryStatuses),
    attempts: z.number().int(),
    nextAt: instant.nullable(),
    problem: z.string().nullable(),
    doneAt: instant.nullable(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryRecord = z.output<typeof delivery>;
