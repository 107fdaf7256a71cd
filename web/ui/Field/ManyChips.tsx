import './Field.css';
import { Icon } from '../Icon/Icon.tsx';
import type { Choice } from './Field.tsx';

interface ManyChipsProps<Value extends string> {
  /** Empty where the one chip says it all. */
  label: string;
  choices: readonly Choice<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

/** Any number of a few: chips like those of one of a few, each with a check of its own. */
export function ManyChips<Value extends string>({ label, choices, value, onChange }: ManyChipsProps<Value>) {
  const flip = (one: Value) =>
    onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <fieldset className="jia-choices">
      {label && <legend className="jia-field-label">{label}</legend>}
      {choices.map((choice) => {
        const isOn = value.includes(choice.value);
        return (
          <label key={choice.value} className={isOn ? 'jia-choice jia-choice-on' : 'jia-choice'}>
            <input
              type="checkbox"
              className="jia-unseen"
              checked={isOn}
              onChange={() => flip(choice.value)}
            />
            {isOn && <Icon name="check" size={16} />}
            {choice.word}
          </label>
        );
      })}
    </fieldset>
  );
}
