import './ReadAloud.css';
import { useSpeech } from '#web/lib/speak.ts';
import { Icon } from '../Icon/Icon.tsx';
import { uiWords } from '../words.ts';

/** Reads the page aloud; where the phone has no voice it shows the same words as large text. */
export function ReadAloud({ text }: { text: string }) {
  const { state, toggle } = useSpeech();
  return (
    <>
      <button
        type="button"
        className="jia-aloud"
        aria-pressed={state !== 'idle'}
        onClick={() => toggle(text)}
      >
        <Icon name="speaker" size={28} />
        {state === 'idle' ? uiWords.speech.read : uiWords.speech.stop}
      </button>
      {state === 'text' && (
        <div className="jia-aloud-text" role="status">
          <p>{uiWords.speech.textOnly}</p>
          <p>{text}</p>
        </div>
      )}
    </>
  );
}
