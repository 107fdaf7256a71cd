import type { Home } from '#contract/home/records.ts';
import { CallCard } from '#web/ui/CallCard/CallCard.tsx';
import { homeWords as words } from './words.ts';

/** The one large card of the elder page: the warden, or the community office where there is none to call. */
export function ElderCall({ home }: { home: Home | undefined }) {
  const first = firstCall(home);
  return first ? <CallCard {...first} isPrimary /> : null;
}

/** The sentence that the page reads aloud about that card; empty without one. */
export function spokenCall(home: Home | undefined): string {
  const first = firstCall(home);
  return first ? words.callable(first.name, first.note) : '';
}

/** 物业 as a number tile, where the company keeps a duty desk. */
export function propertyTile(home: Home | undefined) {
  const phone = home?.property?.phone;
  return phone ? { number: words.property, note: words.dutyShort, phone } : null;
}

function firstCall(home: Home | undefined): { name: string; note: string; phone: string } | null {
  const warden = home?.wardens.find((candidate) => candidate.phone !== null);
  if (warden?.phone) return { name: warden.name, note: words.yourWarden(warden.place), phone: warden.phone };
  const office = home?.communityOffice;
  return office?.phone ? { name: office.name, note: words.onDuty, phone: office.phone } : null;
}
