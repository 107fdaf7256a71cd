// The answers of GeoReport v2 as values; XML and JSON are written from the same. Pure.
import type { MatterRecord } from '#contract/cases/records.ts';
import { requestTypeLabels } from '#contract/cases/words.ts';
import { attributeWords, offeredTypes, serviceWords } from '#contract/open311/words.ts';
import type { ForeignAnswer } from '#kernel/http/foreign.ts';
import { type Fault, hiddenValues } from './ask.ts';
import { type Value, xmlDocument } from './xml.ts';

export type Format = 'xml' | 'json';

export const specification = 'http://wiki.open311.org/GeoReport_v2';
/** The day the interface last changed. */
const changeset = '2026-11-21T00:00:00+08:00';

const contentTypes = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

/** @param root name of the XML element that holds it; JSON has none */
export const written = (format: Format, root: string, value: Value, status = 200): ForeignAnswer => ({
  status,
  contentType: contentTypes[format],
  body: format === 'xml' ? xmlDocument(root, value) : JSON.stringify(value),
});

export const errorsOf = (
  status: number,
  faults: readonly Fault[],
  sentence: (code: string, details?: Record<string, unknown>) => string,
): Value => faults.map(({ code, details }) => ({ code: status, description: sentence(code, details) }));

export const discoveryOf = (street: string, url: string): Value => ({
  changeset,
  contact: street,
  key_service: serviceWords.keyService(street),
  endpoints: [
    {
      specification,
      url,
      changeset,
      type: 'production',
      formats: ['text/xml', 'application/json'],
    },
  ],
});

/** Leaves of the tree; the branch is their group. */
export function servicesOf(matters: readonly MatterRecord[]): Value {
  const groups = new Map(matters.map(({ code, name }) => [code, name]));
  return leavesOf(matters).map(({ code, name, parentCode, tags }) => {
    const group = groups.get(parentCode ?? '') ?? '';
    return {
      service_code: code,
      service_name: name,
      description: group === '' ? name : serviceWords.description(group, name),
      metadata: true,
      type: 'realtime',
      keywords: [...new Set([name, group, ...tags])].filter((word) => word !== '').join(','),
      group,
    };
  });
}

export function leavesOf(matters: readonly MatterRecord[]): MatterRecord[] {
  const branches = new Set(matters.map(({ parentCode }) => parentCode));
  return matters.filter(({ code }) => !branches.has(code));
}

const attribute = (
  code: keyof typeof attributeWords,
  order: number,
  values: { key: string; name: string }[],
) => ({
  variable: true,
  code,
  datatype: values.length > 0 ? 'singlevaluelist' : 'string',
  required: false,
  datatype_description: attributeWords[code].help,
  order,
  description: attributeWords[code].description,
  values,
});

export const definitionOf = (serviceCode: string): Value => ({
  service_code: serviceCode,
  attributes: [
    attribute('place', 1, []),
    attribute(
      'request_type',
      2,
      offeredTypes.map((key) => ({ key, name: requestTypeLabels[key] })),
    ),
    attribute('hidden', 3, hiddenValues),
  ],
});
