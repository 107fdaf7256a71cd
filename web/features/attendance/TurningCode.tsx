import './attendance.css';
import { useQuery } from '@tanstack/react-query';
import { toString as drawCode } from 'qrcode';
import { restOf, stepAt, stepSeconds } from '#contract/attendance/codes/steps.ts';
import { useTrustedNow } from './serverClock.ts';

interface TurningCodeProps {
  /** Says whose code it is, so that two are not taken for one. */
  name: string;
  /** What the code carries at a step, and the digits beside it. */
  make: (step: number) => Promise<{ text: string; digits: string }>;
  caption: string;
  seconds: (left: number) => string;
}

/** A code that changes every 15 seconds, with its digits and the time that is left; needs no network. */
export function TurningCode({ name, make, caption, seconds }: TurningCodeProps) {
  const now = useTrustedNow();
  const step = stepAt(now);
  const { data } = useQuery({
    queryKey: ['turning-code', name, step],
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before: { image: string; digits: string } | undefined) => before,
    queryFn: async () => {
      const { text, digits } = await make(step);
      return { digits, image: await drawCode(text, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }) };
    },
  });
  const left = Math.ceil(restOf(now) / 1000);
  return (
    <figure className="jia-turning">
      {data && <img alt={caption} src={`data:image/svg+xml;utf8,${encodeURIComponent(data.image)}`} />}
      <figcaption>
        <span className="jia-caption">{caption}</span>
        <strong className="jia-turning-digits">{spaced(data?.digits ?? '')}</strong>
        <span className="jia-turning-rest" aria-hidden="true">
          <span style={{ inlineSize: `${(left / stepSeconds) * 100}%` }} />
        </span>
        <span className="jia-hint">{seconds(left)}</span>
      </figcaption>
    </figure>
  );
}

/** `482 913`, `1234 5678`. */
const spaced = (digits: string) =>
  digits ? `${digits.slice(0, digits.length / 2)} ${digits.slice(digits.length / 2)}` : '';
