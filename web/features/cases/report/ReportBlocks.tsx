import { useState } from 'react';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { Block } from '../formParts.tsx';
import { PhotoGrid } from '../PhotoGrid.tsx';
import { PlaceChooser } from '../PlaceChooser.tsx';
import { suggestWords } from '../resident/words.ts';
import { isVoice } from '../useRecorder.ts';
import { reportWords as words } from '../words.ts';
import { MatterChips } from './MatterChips.tsx';
import type { Offers } from './useOffers.ts';
import type { ReportState } from './useReportDraft.ts';
import { VoiceCell, VoiceList } from './VoiceCell.tsx';

interface BlockProps {
  draft: ReportState;
  offers: Offers;
}

/** For whom, where it is not for oneself: who is called. */
export function NeighbourBlock({ draft }: { draft: ReportState }) {
  const { onBehalfOf, behalfPhone } = draft.value;
  if (onBehalfOf === null) return null;
  return (
    <div className="jia-block">
      <TextField
        label={words.neighbourName}
        value={onBehalfOf}
        maxLength={40}
        onChange={(name) => draft.set({ onBehalfOf: name })}
      />
      <TextField
        label={words.neighbourPhone}
        optional
        type="tel"
        inputMode="tel"
        value={behalfPhone}
        maxLength={11}
        help={words.neighbourHelp}
        onChange={(phone) => draft.set({ behalfPhone: phone.trim() })}
      />
    </div>
  );
}

interface WhatProps {
  draft: ReportState;
  label: string;
  example: string;
}

/** Photos, a talk, or words. */
export function WhatBlock({ draft, label, example }: WhatProps) {
  const { photos, text } = draft.value;
  const onRetry = (key: string) => draft.setPhoto(key, { problem: null });
  const onRemove = (key: string) => draft.set({ photos: photos.filter((photo) => photo.key !== key) });
  return (
    <Block number={1} title={words.blocks.what}>
      <PhotoGrid
        photos={photos.filter((photo) => !isVoice(photo))}
        onAdd={(added) => draft.set({ photos: [...photos, ...added] })}
        onRetry={onRetry}
        onRemove={onRemove}
      >
        <VoiceCell onRecorded={(voice) => draft.set({ photos: [...draft.value.photos, voice] })} />
      </PhotoGrid>
      <VoiceList voices={photos.filter(isVoice)} onRetry={onRetry} onRemove={onRemove} />
      <TextField
        label={label}
        value={text}
        rows={3}
        maxLength={4000}
        placeholder={example}
        onChange={(next) => draft.set({ text: next })}
      />
    </Block>
  );
}

/** Filled in from the words, the photo or the own door; else chosen from the position or the list. */
export function PlaceBlock({ draft, offers }: BlockProps) {
  const [isChoosing, setChoosing] = useState(false);
  const { placeSource, placeText } = draft.value;
  const { filled, perhaps } = offers;
  const { place } = filled;
  const isFilled = place !== null && !(placeSource === 'person' && draft.value.place !== null);
  const take = (chosen: typeof perhaps) => draft.set({ place: chosen, placeSource: 'person' });
  return (
    <Block number={2} title={words.blocks.where} {...(isFilled ? { chosen: words.chosenForYou } : {})}>
      {!isChoosing && (
        <div className="jia-place-line">
          <Icon name="pin" />
          <span>{place?.name ?? ''}</span>
          <Button small kind={place ? 'quiet' : 'secondary'} onPress={() => setChoosing(true)}>
            {place ? words.change : words.choosePlace}
          </Button>
        </div>
      )}
      {!isChoosing && perhaps && (
        <div className="jia-place-line">
          <span>{suggestWords.offered(perhaps.name)}</span>
          <Button small onPress={() => take(perhaps)}>
            {suggestWords.take}
          </Button>
        </div>
      )}
      {isChoosing && (
        <PlaceChooser
          onClose={() => setChoosing(false)}
          onChosen={(chosen) => {
            take(chosen);
            setChoosing(false);
          }}
        />
      )}
      {(isChoosing || !place || placeText !== '') && (
        <TextField
          label={words.placeNote}
          optional={place !== null}
          value={placeText}
          maxLength={120}
          placeholder={words.placeNoteExample}
          onChange={(next) => draft.set({ placeText: next })}
        />
      )}
    </Block>
  );
}

export function MatterBlock({ draft, offers }: BlockProps) {
  const { matterCode } = offers.filled;
  const isFilled = matterCode !== null && draft.value.matterCode === undefined;
  return (
    <Block number={3} title={words.blocks.matter} {...(isFilled ? { chosen: words.chosenForYou } : {})}>
      <MatterChips
        suggested={offers.suggestion?.matters.map(({ code }) => code) ?? []}
        value={matterCode}
        onChange={(code) => draft.set({ matterCode: code })}
      />
    </Block>
  );
}
