import type { MatterSuggestion, PlaceSuggestion } from '#contract/cases/suggest.ts';
import { deskWords as words } from './words.ts';

interface MattersProps {
  matters: readonly MatterSuggestion[];
  value: string | null;
  onTake: (code: string) => void;
}

/** Categories the text suggests, each with its confidence and the words that spoke for it; one tap takes one. */
export function SuggestedMatters({ matters, value, onTake }: MattersProps) {
  if (matters.length === 0) return <p className="jia-caption">{words.noMatterHeard}</p>;
  return (
    <fieldset className="jia-suggested">
      <legend>{words.suggestedMatter}</legend>
      {matters.map(({ code, name, confidence, words: heard }) => (
        <button key={code} type="button" aria-pressed={code === value} onClick={() => onTake(code)}>
          <strong>{name}</strong>
          <span>{words.sure(Math.round(confidence * 100))}</span>
          {heard.length > 0 && (
            <span className="jia-caption">{words.because(heard.slice(0, 4).join('、'))}</span>
          )}
        </button>
      ))}
    </fieldset>
  );
}

interface PlaceProps {
  place: PlaceSuggestion | null | undefined;
  value: string | null;
  onTake: (areaId: string) => void;
}

/** The place the words mean, and others they may mean. */
export function SuggestedPlace({ place, value, onTake }: PlaceProps) {
  if (!place) return null;
  const all = [place, ...place.others.filter(({ areaId }) => areaId !== place.areaId)];
  return (
    <fieldset className="jia-suggested">
      <legend>{words.suggestedPlace}</legend>
      {all.map(({ areaId, name, confidence }) => (
        <button key={areaId} type="button" aria-pressed={areaId === value} onClick={() => onTake(areaId)}>
          <strong>{name}</strong>
          <span>{words.sure(Math.round(confidence * 100))}</span>
        </button>
      ))}
    </fieldset>
  );
}
