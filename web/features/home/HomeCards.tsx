import './home.css';
import type { Home } from '#contract/home/records.ts';
import { CallCard } from '#web/ui/CallCard/CallCard.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { homeWords as words } from './words.ts';

interface Neighbour {
  key: string;
  name: string;
  note: string;
  phone: string | null;
}

/** Who is near: wardens, property company, office, grid worker; those with a number are one tap away. */
export function HomeCards({ home }: { home: Home }) {
  const neighbours = neighboursOf(home);
  if (neighbours.length === 0) return null;
  return (
    <Section title={words.near}>
      <div className="jia-near">
        {neighbours.map(({ key, name, note, phone }) =>
          phone ? (
            <CallCard key={key} name={name} note={note} phone={phone} />
          ) : (
            <div key={key} className="jia-near-plain">
              <span className="jia-near-name">{name}</span>
              <span className="jia-near-note">{note}</span>
            </div>
          ),
        )}
      </div>
    </Section>
  );
}

function neighboursOf({ wardens, property, communityOffice, gridWorkers }: Home): Neighbour[] {
  const workers = gridWorkers.map((worker) => worker.name).join('、');
  return [
    ...wardens.map(({ name, place, phone }) => ({
      key: `warden ${name}`,
      name,
      note: words.warden(place),
      phone,
    })),
    ...(property ? [{ key: 'property', ...property, note: dutyNote(property.phone, words.property) }] : []),
    ...(communityOffice
      ? [{ key: 'office', ...communityOffice, note: dutyNote(communityOffice.phone, words.office) }]
      : []),
    ...(workers ? [{ key: 'grid', name: workers, note: words.gridWorker, phone: null }] : []),
  ];
}

const dutyNote = (phone: string | null, otherwise: string) => (phone ? words.onDuty : otherwise);
