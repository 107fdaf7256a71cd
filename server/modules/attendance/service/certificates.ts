// Proof of service (民政部令67号): who recorded the hours proves them; anybody may check the code.
import { randomInt } from 'node:crypto';
import type * as endpoints from '#contract/attendance/endpoints.ts';
import { certificateIssued } from '#contract/attendance/events.ts';
import { streetOffice } from '#contract/attendance/words.ts';
import type { InputOf, OutputOf } from '#contract/define.ts';
import type { Context } from '#kernel/context.ts';
import { Problem } from '#kernel/problem.ts';
import { organisationNames } from '#modules/organisations/index.ts';
import { personNames } from '#modules/people/index.ts';
import { certifiableEntries, countLiving, entriesByIds, totalsByOrganisation } from '../store/hours.ts';
import {
  type CertificateRow,
  certificatesOf,
  findByCode,
  findCertificate,
  insertCertificate,
} from '../store/requests.ts';
import { ownAndWards } from './ledger.ts';
import { maskedNames } from './load.ts';

export async function listCertifiable(context: Context): Promise<OutputOf<typeof endpoints.listCertifiable>> {
  const people = new Map((await ownAndWards(context)).map((one) => [one.personId, one.name]));
  const ids = [...people.keys()];
  const totals = await totalsByOrganisation(context, ids);
  const names = await organisationNames(
    context,
    totals.flatMap((row) => row.organisation_id ?? []),
  );
  const issued = await certificatesOf(context, ids);
  return {
    organisations: totals.map((row) => ({
      personId: row.person_id,
      name: people.get(row.person_id) ?? '',
      organisationId: row.organisation_id,
      organisation: row.organisation_id
        ? (names.get(row.organisation_id) ?? '')
        : streetOffice(context.street.name),
      fromOn: row.from_on,
      toOn: row.to_on,
      minutes: row.minutes,
    })),
    issued: issued.map((row) => headOf(context, row, people.get(row.person_id) ?? '')),
  };
}

export async function issueCertificate(
  context: Context,
  input: InputOf<typeof endpoints.issueCertificate>,
): Promise<OutputOf<typeof endpoints.issueCertificate>> {
  await requireOwn(context, input.personId);
  const entries = await certifiableEntries(context, input);
  if (entries.length === 0) throw new Problem('certificate.nothing', 409);
  const names = await organisationNames(context, input.organisationId ? [input.organisationId] : []);
  const row = {
    id: context.newId(),
    code: newCode(),
    person_id: input.personId,
    organisation_id: input.organisationId,
    organisation_name: names.get(input.organisationId ?? '') ?? streetOffice(context.street.name),
    from_on: input.fromOn,
    to_on: input.toOn,
    minutes: entries.reduce((sum, entry) => sum + entry.minutes, 0),
    entry_ids: entries.map((entry) => entry.id),
    issued_by: context.actor.accountId ?? '',
  };
  await insertCertificate(context, row);
  await context.emit({
    name: certificateIssued.name,
    subject: { module: 'attendance', id: row.id },
    areaPath: entries[0]?.area_path ?? '',
    data: { personId: row.person_id, minutes: row.minutes },
  });
  return { certificateId: row.id };
}

/** 16 digits, drawn at random: not to be guessed, easy to read out. */
const newCode = (): string => Array.from({ length: 16 }, () => randomInt(10)).join('');

/** @throws Problem 403 `attendance.not_yours` */
async function requireOwn(context: Context, personId: string): Promise<string> {
  const person = (await ownAndWards(context)).find((one) => one.personId === personId);
  if (!person) throw new Problem('attendance.not_yours', 403);
  return person.name;
}

export async function readCertificate(
  context: Context,
  input: InputOf<typeof endpoints.readCertificate>,
): Promise<OutputOf<typeof endpoints.readCertificate>> {
  const row = await findCertificate(context, input.certificateId);
  if (!row) throw new Problem('input.id_unknown', 404);
  const name = await requireOwn(context, row.person_id);
  const entries = await entriesByIds(context, row.entry_ids);
  return {
    ...headOf(context, row, name),
    lines: entries
      .toSorted((one, other) => one.day.localeCompare(other.day))
      .map(({ day, title, minutes }) => ({ day, title, minutes })),
  };
}

const headOf = (context: Context, row: CertificateRow, name: string) => ({
  certificateId: row.id,
  code: row.code,
  name,
  organisation: row.organisation_name,
  street: context.street.name,
  fromOn: row.from_on,
  toOn: row.to_on,
  minutes: row.minutes,
  issuedAt: row.issued_at,
});

export async function checkCertificate(
  context: Context,
  { code }: InputOf<typeof endpoints.checkCertificate>,
): Promise<OutputOf<typeof endpoints.checkCertificate>> {
  const row = await findByCode(context, code.replace(/[\s-]/g, ''));
  if (!row) throw new Problem('certificate.unknown', 404);
  const names = await personNames(context, [row.person_id]);
  const masked = names.has(row.person_id) ? await maskedNames(context, [row.person_id]) : new Map();
  return {
    code: row.code,
    name: masked.get(row.person_id) ?? '',
    organisation: row.organisation_name,
    street: context.street.name,
    fromOn: row.from_on,
    toOn: row.to_on,
    minutes: row.minutes,
    count: row.entry_ids.length,
    issuedAt: row.issued_at,
    holds: (await countLiving(context, row.entry_ids)) === row.entry_ids.length,
  };
}
