import './home.css';
import { chooseCommunity, readHome } from '#contract/home/endpoints.ts';
import { listPlaces } from '#contract/territory/endpoints.ts';
import { sentenceOf } from '#web/lib/problem.ts';
import { useCommand, useRead } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ListRow, RowSheet } from '#web/ui/ListRow/ListRow.tsx';
import { Failed, Loading } from '#web/ui/Loading/Loading.tsx';
import { Section } from '#web/ui/Section/Section.tsx';
import { homeWords as words } from './words.ts';

interface ChooseCommunityProps {
  /** Given where there is a choice already, which may stay. */
  onKeep?: (() => void) | undefined;
  onChosen: () => void;
}

/** For somebody whom the register does not know: which community is yours? */
export function ChooseCommunity({ onKeep, onChosen }: ChooseCommunityProps) {
  const places = useRead(listPlaces);
  const choose = useCommand(chooseCommunity, { touches: [readHome.name], onDone: onChosen });
  return (
    <Section
      title={words.choose}
      aside={
        onKeep && (
          <Button small kind="quiet" onPress={onKeep}>
            {words.keep}
          </Button>
        )
      }
    >
      <p className="jia-text2">{words.chooseWhy}</p>
      {choose.isPending && <Banner kind="notice">{words.saving}</Banner>}
      {choose.error && <Banner kind="error">{sentenceOf(choose.error)}</Banner>}
      {places.error && <Failed error={places.error} onRetry={() => void places.refetch()} />}
      {places.isPending && <Loading rows={6} />}
      {places.data && (
        <RowSheet>
          {places.data.places
            .filter((place) => place.level === 'community')
            .map(({ areaId, name }) => (
              <ListRow
                key={areaId}
                title={name}
                onPress={() => !choose.isPending && choose.mutate({ body: { areaId } })}
              />
            ))}
        </RowSheet>
      )}
    </Section>
  );
}
