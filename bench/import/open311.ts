// Requests of other cities in their own columns: the files of a folder, or rows in the same shape made by rule.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { details, troubles } from '../cases/words.ts';

/** The largest file of the folder, unpacked; null where there is none. */
export function open311File(folder: string | undefined): string | null {
  if (!folder) return null;
  const packed = readdirSync(folder)
    .filter((name) => name.endsWith('.csv.gz'))
    .map((name) => gunzipSync(readFileSync(join(folder, name))).toString('utf8'))
    .sort((one, other) => other.length - one.length);
  return packed[0] ?? null;
}

/** The columns that such files share, half of them unknown to a street. */
export function* open311Sheet(size: number): Generator<string> {
  yield 'unique_key,created_date,closed_date,status,status_notes,agency_name,category,complaint_type,descriptor,incident_address,source,latitude,longitude\r\n';
  for (let index = 0; index < size; index++) {
    const day = `2018-0${1 + (index % 9)}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const trouble = troubles[index % troubles.length];
    const cells = [
      String(700_000 + index),
      `${day} 15:49:47+00:00`,
      index % 10 === 0 ? '' : `${day} 23:38:05+00:00`,
      index % 10 === 0 ? 'Open' : 'Closed',
      'Case Resolved',
      `Agency ${index % 200}`,
      `Category ${index % 61}`,
      trouble,
      `${trouble} ${details[index % details.length]}`,
      `"${100 + (index % 900)} MAIN ST, Apt ${index % 40}"`,
      'Phone',
      `37.7${index % 1000}`,
      `-122.3${index % 1000}`,
    ];
    yield `${cells.join(',')}\r\n`;
  }
}
