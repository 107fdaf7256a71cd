import { residentWords as words } from './words.ts';

interface ResidentFooterProps {
  streetName: string;
  /** Filing number of the site, once its host has one. */
  recordNumber?: string;
}

/** Who runs this, its filing, and where to complain (国办函〔2026〕12号). */
export function ResidentFooter({ streetName, recordNumber }: ResidentFooterProps) {
  return (
    <footer className="jia-home-foot">
      <span>{words.host(streetName)}</span>
      {recordNumber && <span>{words.record(recordNumber)}</span>}
      <a href={`tel:${words.complaintPhone}`}>
        {words.complaint} {words.complaintPhone}
      </a>
    </footer>
  );
}
