import type { Suggestion } from '#contract/cases/suggest.ts';
import { readHome } from '#contract/home/endpoints.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import type { ChosenPlace } from '../PlaceChooser.tsx';
import type { ReportDraft } from './useReportDraft.ts';
import { useSuggestion } from './useSuggestion.ts';

/** From here on a place is filled in; below, it is offered with a question. */
const fillFrom = 0.8;

export interface Offers {
  suggestion: Suggestion | null;
  /** Filled in for the person, who may change it. */
  filled: { place: ChosenPlace | null; matterCode: string | null };
  /** Perhaps there: asked, not filled in. */
  perhaps: ChosenPlace | null;
}

/** What the words, the position and the own door say, where the person has not said it. */
export function useOffers(now: ReportDraft): Offers {
  const isChosen = now.placeSource === 'person' && now.place !== null;
  const suggestion = useSuggestion({
    text: now.text,
    placeText: now.placeText,
    areaId: isChosen ? (now.place?.areaId ?? null) : null,
    matterCode: now.matterCode ?? null,
    longitude: now.position?.longitude ?? null,
    latitude: now.position?.latitude ?? null,
  });
  const home = useOwnDoor();
  const said = !isChosen && suggestion?.place?.ground === 'text' ? suggestion.place : null;
  const isSure = said !== null && said.confidence >= fillFrom;
  const chosen = isChosen ? now.place : null;
  const sure = said && isSure ? { areaId: said.areaId, name: said.name } : null;
  const place = chosen ?? sure ?? now.place ?? (now.placeText.trim() ? null : home);
  const matter = suggestion?.sure ? suggestion.matters[0]?.code : undefined;
  return {
    suggestion,
    filled: { place, matterCode: now.matterCode === undefined ? (matter ?? null) : now.matterCode },
    perhaps: said && !isSure ? { areaId: said.areaId, name: said.name } : null,
  };
}

/** As the register knows it: most of what people report is at their own door. */
function useOwnDoor(): ChosenPlace | null {
  const { data: home } = useKeptRead(readHome);
  const door = home?.source === 'register' ? home.door : null;
  const found = useSuggestion({ text: '', placeText: door ?? '' })?.place;
  return door && found ? { areaId: found.areaId, name: door } : null;
}
