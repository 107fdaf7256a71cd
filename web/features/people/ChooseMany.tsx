import './people.css';

interface ChooseManyProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; word: string }[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}

/** Several of a few, each a box to tick. */
export function ChooseMany<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: ChooseManyProps<Value>) {
  return (
    <fieldset className="jia-choose-many">
      <legend className="jia-field-label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            checked={value.includes(choice.value)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...value, choice.value]
                  : value.filter((chosen) => chosen !== choice.value),
              )
            }
          />
          {choice.word}
        </label>
      ))}
    </fieldset>
  );
}
