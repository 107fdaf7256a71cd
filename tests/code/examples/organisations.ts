import * as organisations from '#contract/organisations/endpoints.ts';
import { type Example, list, record } from './example.ts';
import type { World } from './world.ts';

async function existing(world: World) {
  const { organisationId, version } = await world.newOrganisation();
  return { params: { organisationId }, version };
}

async function newContact(world: World) {
  const { params } = await existing(world);
  const contact = await (await world.as('李书记')).call(organisations.addContact, {
    params,
    body: { name: '老板', phone: '13800002222' },
  });
  return { params: { ...params, contactId: contact.contactId }, version: contact.version };
}

async function newPremises(world: World) {
  const body = {
    areaId: world.id('entrance'),
    room: `商铺${crypto.randomUUID().slice(0, 6)}`,
    use: 'shop' as const,
  };
  const { premisesId, version } = await (await world.as('李书记')).call(organisations.recordPremises, {
    body,
  });
  return { params: { premisesId }, version };
}

export const organisationExamples: Record<string, Example> = {
  'organisations.list': list(async (world) => (await world.newOrganisation()).organisationId),
  // Figures are counted over what the viewer may read: elsewhere there is nothing to count.
  'organisations.figures': list(
    async (world) => `"${(await world.newOrganisation()).kind}"`,
    {},
    (world) => ({ query: { areaId: world.id('grid') } }),
  ),
  'organisations.get': record(existing),
  'organisations.register': record((world) => ({
    body: { kind: 'merchant', name: '新店', areaId: world.id('entrance') },
  })),
  'organisations.correct': record(async (world) => {
    const { params, version } = await existing(world);
    return { params, body: { kind: 'merchant', name: '改名店', areaId: world.id('entrance'), version } };
  }),
  'organisations.close': record(async (world) => {
    const { params, version } = await existing(world);
    return { params, body: { reason: '停业', version } };
  }),
  'organisations.reopen': record(async (world) => {
    const { params, version } = await existing(world);
    const secretary = await world.as('李书记');
    const closed = await secretary.call(organisations.closeOrganisation, {
      params,
      body: { reason: '停业', version },
    });
    return { params, body: { version: closed.version } };
  }),
  'organisations.set_areas_served': record(async (world) => {
    const { params, version } = await existing(world);
    return { params, body: { areaIds: [world.id('estate')], version } };
  }),
  'organisations.add_contact': record(async (world) => ({
    params: (await existing(world)).params,
    body: { name: '店长', phone: '13800003333' },
  })),
  'organisations.change_contact': record(async (world) => {
    const { params, version } = await newContact(world);
    return { params, body: { duty: '店长', version } };
  }),
  'organisations.remove_contact': record(async (world) => ({ params: (await newContact(world)).params })),
  'organisations.reveal_contact': record(async (world) => ({
    params: (await newContact(world)).params,
    body: { purpose: '安全检查' },
  })),
  'organisations.list_premises': list(async (world) => (await newPremises(world)).params.premisesId),
  'organisations.record_premises': record((world) => ({
    body: { areaId: world.id('entrance'), room: '底商9', use: 'shop' },
  })),
  'organisations.check_premises': record(async (world) => {
    const { params, version } = await newPremises(world);
    return { params, body: { use: 'shop', version } };
  }),
  'organisations.remove_premises': record(async (world) => ({ params: (await newPremises(world)).params })),
  'organisations.record_commitment': record(async (world) => ({
    params: (await existing(world)).params,
    body: { kind: 'resource', text: '会议室可借用' },
  })),
  'organisations.change_commitment': record(async (world) => {
    const { params } = await existing(world);
    const made = await (await world.as('李书记')).call(organisations.recordCommitment, {
      params,
      body: { kind: 'resource', text: '会议室可借用' },
    });
    return {
      params: { ...params, commitmentId: made.commitmentId },
      body: { text: '会议室周末可借用', dueOn: null, status: 'doing', version: made.version },
    };
  }),
};
