import { z } from 'zod';
import { id } from '#contract/common.ts';
import { event } from '#contract/define.ts';
import { organisationKinds } from './kinds.ts';

const fields = z.object({ fields: z.array(z.string()) });
const nothing = z.object({});

export const organisationRegistered = event(
  'organisation.registered',
  z.object({ kind: z.enum(organisationKinds) }),
);
export const organisationCorrected = event('organisation.corrected', fields);
export const organisationClosed = event('organisation.closed', z.object({ reason: z.string() }));
export const organisationReopened = event('organisation.reopened', nothing);
/** Many at once, 200 in one event: set-up and sheets. */
export const organisationImported = event(
  'organisation.imported',
  z.object({ count: z.number().int(), organisationIds: z.array(id).max(200) }),
);
export const contactAdded = event('organisation.contact_added', z.object({ contactId: id }));
export const contactChanged = event(
  'organisation.contact_changed',
  z.object({ contactId: id, fields: fields.shape.fields }),
);
export const contactRemoved = event('organisation.contact_removed', z.object({ contactId: id }));
export const contactRevealed = event(
  'organisation.contact_revealed',
  z.object({ contactId: id, purpose: z.string() }),
);
export const areasServedSet = event('organisation.areas_served_set', z.object({ areaIds: z.array(id) }));
export const premisesRecorded = event('premises.recorded', z.object({ organisationId: id.nullable() }));
export const premisesChecked = event('premises.checked', z.object({ vacant: z.boolean() }));
export const premisesRemoved = event('premises.removed', nothing);
export const commitmentRecorded = event('commitment.recorded', z.object({ organisationId: id }));
export const commitmentChanged = event(
  'commitment.changed',
  z.object({ organisationId: id, fields: fields.shape.fields }),
);
