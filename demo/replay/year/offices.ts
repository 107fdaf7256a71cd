// What member units offer and need, rooms that were looked at, and posts that came to their end.
import { assignPost, endPost } from '#contract/identity/endpoints.ts';
import { changeCommitment, recordCommitment, recordPremises } from '#contract/organisations/endpoints.ts';
import type { PremisesUse } from '#contract/organisations/kinds.ts';
import { perform } from '../stage.ts';
import type { Cast, Scene } from '../year.ts';

export function officeScenes(cast: Cast): Scene[] {
  return [...commitments(cast), ...rooms(cast), ...formerPosts(cast)];
}

// biome-ignore format: a table is read by its columns.
const offers = [
  ['resource', '会议室每月第一个周六借给社区议事'],
  ['resource', '停车场夜间错时开放 30 个车位'],
  ['need', '员工子女假期托管，约 15 人'],
  ['project', '楼道粉刷与照明更换，3 个单元'],
  ['resource', '每季度一次义诊，派医护 4 人'],
  ['need', '单位门前早高峰秩序疏导'],
  ['project', '为独居老人安装 20 套防滑扶手'],
] as const;

function commitments(cast: Cast): Scene[] {
  const chief = cast.chiefOf('党群工作办公室');
  return cast.street.memberships.map(({ organisationCode }, index) => {
    const [kind, text] = offers[index % offers.length] ?? offers[0];
    const params = { organisationId: cast.organisationIds.get(organisationCode) ?? '' };
    return {
      daysAgo: 260 - index * 9,
      hour: 15,
      play: async () => {
        const made = await perform(cast.stage, chief, recordCommitment, { params, body: { kind, text } });
        if (index % 3 === 0) return;
        await perform(cast.stage, chief, changeCommitment, {
          params: { ...params, commitmentId: made.commitmentId },
          body: { text, dueOn: null, status: index % 3 === 1 ? 'doing' : 'done', version: made.version },
        });
      },
    };
  });
}

/** 扫楼明企: four floors of one house, every third room empty. */
function rooms(cast: Cast): Scene[] {
  const chief = cast.chiefOf('经济发展办公室');
  const host = cast.street.organisations.find((one) => one.name === '云杉数据技术有限公司');
  const area = cast.places.get(host?.areaCode ?? '');
  const nearby = cast.street.organisations.filter((one) => one.kind === 'enterprise').slice(0, 12);
  if (!area) throw new Error('the enterprise of the persona has no place');
  return Array.from({ length: 16 }, (_, index) => {
    const floor = Math.floor(index / 4) + 1;
    const tenant = index % 3 === 2 ? null : nearby[index % nearby.length];
    const use: PremisesUse = floor === 1 ? 'shop' : 'office';
    return {
      daysAgo: 96,
      hour: 10,
      minute: index * 3,
      play: () =>
        perform(cast.stage, chief, recordPremises, {
          body: {
            areaId: area.areaId,
            floor,
            room: `A座${floor}0${(index % 4) + 1}`,
            use,
            squareMetres: 60 + (index % 5) * 35,
            organisationId: tenant ? (cast.organisationIds.get(tenant.code) ?? null) : null,
          },
        }),
    };
  });
}

const former = [
  { name: '苗春生', role: 'part_time_grid_worker', areaCode: '110112003009007', from: 330, until: 140 },
  { name: '凌玉洁', role: 'part_time_grid_worker', areaCode: '110112003002001', from: 310, until: 95 },
  { name: '翟大勇', role: 'door_warden', areaCode: '110112003009007E01B03U3', from: 350, until: 210 },
] as const;

/** People who have handed their post on: the register keeps who held it when. */
function formerPosts(cast: Cast): Scene[] {
  const security = cast.persona('security_admin');
  return former.flatMap(({ name, role, areaCode, from, until }, index) => {
    let post = { postId: '', version: 0 };
    const areaId = cast.places.get(areaCode)?.areaId ?? '';
    const assign = async () => {
      const body = { name, phone: `1990003${String(index + 1).padStart(4, '0')}`, role, areaId };
      post = await perform(cast.stage, security, assignPost, { body });
    };
    const end = () =>
      perform(cast.stage, security, endPost, {
        params: { postId: post.postId },
        body: { reason: '随子女搬家，交给邻居', version: post.version },
      });
    return [
      { daysAgo: from, hour: 9, play: assign },
      { daysAgo: until, hour: 17, play: end },
    ];
  });
}
