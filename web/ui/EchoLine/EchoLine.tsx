import './EchoLine.css';
import { Icon } from '../Icon/Icon.tsx';

export interface EchoStep {
  word: string;
  /** Second line under the word: a time or a name. */
  note?: string;
}

interface EchoLineProps {
  /** Two to five steps. */
  steps: readonly EchoStep[];
  /** Index of the step that is now; `steps.length` when all are done. */
  now: number;
  overdue?: boolean;
  /** ①–④ of a sign-off. */
  numbered?: boolean;
}

/** The signature of the product: every matter has an echo, and this is where it is now. */
export function EchoLine({ steps, now, overdue = false, numbered = false }: EchoLineProps) {
  const isDone = now >= steps.length;
  return (
    <ol className={`jia-echo${isDone ? ' jia-echo-alldone' : ''}${numbered ? ' jia-echo-numbered' : ''}`}>
      {steps.map((step, index) => {
        const state = index < now ? 'past' : index === now ? (overdue ? 'late' : 'now') : 'future';
        return (
          <li
            key={step.word}
            className={`jia-echo-step jia-echo-${state}`}
            aria-current={index === now ? 'step' : undefined}
          >
            <span className="jia-echo-node">
              {numbered && <span className="jia-echo-digit">{index + 1}</span>}
              {!numbered && isDone && index === steps.length - 1 && <Icon name="check" size={12} />}
            </span>
            <span className="jia-echo-word">{step.word}</span>
            {step.note && <span className="jia-echo-note">{step.note}</span>}
          </li>
        );
      })}
    </ol>
  );
}
