import './MaskedText.css';
import { useState } from 'react';
import { sentenceOf } from '#web/lib/problem.ts';
import { ConfirmQuestion } from '../ConfirmQuestion/ConfirmQuestion.tsx';
import { TextField } from '../Field/Field.tsx';
import { uiWords } from '../words.ts';

interface MaskedTextProps {
  /** As the server sent it: `138****1234`. */
  masked: string;
  /** Fetches the whole value for a purpose; the server writes it down. Absent where the viewer may not. */
  reveal?: ((purpose: string) => Promise<string>) | undefined;
  /** The verb, where it is no number. */
  verb?: string;
  /** A telephone number becomes a call link once it is whole. */
  isPhone?: boolean;
}

/** Masked until a person says what for; the whole value stays on screen only. */
export function MaskedText({ masked, reveal, verb = uiWords.numbers.see, isPhone = false }: MaskedTextProps) {
  const [whole, setWhole] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [problem, setProblem] = useState<string | undefined>();

  if (whole !== null) {
    return isPhone ? (
      <a href={`tel:${whole}`} className="jia-masked jia-keep">
        {whole}
      </a>
    ) : (
      <span className="jia-masked">{whole}</span>
    );
  }
  const show = async () => {
    if (!reveal) return;
    try {
      setWhole(await reveal(purpose.trim()));
      setAsking(false);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <span className="jia-masked">
      <span className="jia-keep">{masked}</span>
      {reveal && (
        <button type="button" className="jia-masked-see" onClick={() => setAsking(true)}>
          {verb}
        </button>
      )}
      <ConfirmQuestion
        isOpen={isAsking}
        question={uiWords.numbers.why}
        yes={verb}
        no={uiWords.numbers.notNow}
        yesReason={purpose.trim().length < 2 ? uiWords.numbers.whyHelp : undefined}
        onYes={() => void show()}
        onNo={() => setAsking(false)}
      >
        <TextField
          label={uiWords.numbers.why}
          value={purpose}
          onChange={setPurpose}
          maxLength={100}
          error={problem}
        />
      </ConfirmQuestion>
    </span>
  );
}
