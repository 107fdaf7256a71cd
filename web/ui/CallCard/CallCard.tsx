import './CallCard.css';
import { Icon } from '../Icon/Icon.tsx';
import { uiWords } from '../words.ts';

interface CallCardProps {
  /** Who answers: 李慧, 安和物业. */
  name: string;
  /** 楼门长 · 3单元, 24小时值班. */
  note: string;
  phone: string;
  /** The one filled card of the elder page. */
  isPrimary?: boolean;
}

/** A neighbour one tap away. */
export function CallCard({ name, note, phone, isPrimary = false }: CallCardProps) {
  return (
    <a
      className={isPrimary ? 'jia-call jia-call-primary' : 'jia-call'}
      href={`tel:${phone}`}
      aria-label={`${uiWords.call(name)}，${note}`}
    >
      <span className="jia-call-text">
        <span className="jia-call-name">{isPrimary ? uiWords.call(name) : name}</span>
        <span className="jia-call-note">{note}</span>
      </span>
      <Icon name="phone" />
    </a>
  );
}

/** 12345, 120: the number is the name. */
export function NumberTile({
  number,
  note,
  phone = number,
}: {
  number: string;
  note: string;
  phone?: string;
}) {
  return (
    <a className="jia-number" href={`tel:${phone}`}>
      <span className="jia-number-name">{number}</span>
      <span className="jia-number-note">{note}</span>
    </a>
  );
}
