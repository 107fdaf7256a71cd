import './cases.css';
import { useState } from 'react';
import { reportCase } from '#contract/cases/endpoints.ts';
import type { PlainCase } from '#contract/cases/records.ts';
import { call } from '#web/lib/call.ts';
import { clock } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { useOnline } from '#web/lib/online.ts';
import { isOffline, sentenceOf } from '#web/lib/problem.ts';
import { queryClient, refresh } from '#web/lib/query.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { TextField } from '#web/ui/Field/Field.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Block, Foot, Tick } from './formParts.tsx';
import { MatterChips } from './MatterChips.tsx';
import { PhotoGrid } from './PhotoGrid.tsx';
import { PlaceChooser, placeAt } from './PlaceChooser.tsx';
import { ReportReceived } from './ReportReceived.tsx';
import { keepReport } from './reportQueue.ts';
import { useSendPhotos } from './usePhotos.ts';
import { bodyOf, missingIn, type ReportDraft, useReportDraft } from './useReportDraft.ts';
import { reportWords as words } from './words.ts';

/** 随手报: what, where, and one tap. Nothing typed is lost, and it arrives once. */
export function ReportCasePage({ onSee }: { onSee: (caseId: string | null) => void }) {
  const { data: me } = useMe();
  return me ? <Report accountId={me.accountId} onSee={onSee} /> : null;
}

interface ReportProps {
  accountId: string;
  onSee: (caseId: string | null) => void;
}

/** Photos and words, and for whom, where it is not for oneself. */
function WhatBlock({ draft }: { draft: ReturnType<typeof useReport>['draft'] }) {
  const now = draft.value;
  return (
    <>
      {now.onBehalfOf !== null && (
        <div className="jia-block">
          <TextField
            label={words.neighbourName}
            value={now.onBehalfOf}
            maxLength={40}
            onChange={(onBehalfOf) => draft.set({ onBehalfOf })}
          />
        </div>
      )}
      <Block number={1} title={words.blocks.what}>
        <PhotoGrid
          photos={now.photos}
          onAdd={(added) => draft.set({ photos: [...now.photos, ...added] })}
          onRetry={(key) => draft.setPhoto(key, { problem: null })}
          onRemove={(key) => draft.set({ photos: now.photos.filter((photo) => photo.key !== key) })}
        />
        <TextField
          label={words.textLabel}
          value={now.text}
          rows={3}
          maxLength={4000}
          placeholder={words.textExample}
          onChange={(text) => draft.set({ text })}
        />
      </Block>
    </>
  );
}

function Report({ accountId, onSee }: ReportProps) {
  const report = useReport(accountId);
  const { draft } = report;
  const now = draft.value;
  useSendPhotos({
    photos: now.photos,
    isOnline: useOnline(),
    onChange: draft.setPhoto,
    onStored: ({ place }) =>
      place &&
      void placeAt(place.longitude, place.latitude)
        .then((found) => found && draft.offerPlace(found))
        .catch(() => {}),
  });
  if (report.sent) return <ReportReceived sent={report.sent} onSee={onSee} onAnother={report.again} />;
  const missing = missingIn(now);
  return (
    <div className="jia-report-form">
      <PageHeader
        title={words.title}
        onBack
        action={
          <Button
            small
            kind="quiet"
            onPress={() => draft.set({ onBehalfOf: now.onBehalfOf === null ? '' : null })}
          >
            {now.onBehalfOf === null ? words.forNeighbour : words.forMyself}
          </Button>
        }
      />
      {report.problem && <Banner kind="error">{report.problem}</Banner>}
      {draft.restored && (
        <Banner kind="notice" action={{ word: words.startOver, onPress: draft.discard }}>
          {words.restored}
        </Banner>
      )}
      <WhatBlock draft={draft} />
      <PlaceBlock now={now} set={draft.set} />
      <Block number={3} title={words.blocks.matter}>
        <MatterChips
          text={now.text}
          value={now.matterCode}
          onChange={(matterCode) => draft.set({ matterCode })}
        />
      </Block>
      <Tick isOn={now.hidden} onChange={(hidden) => draft.set({ hidden })}>
        {words.notPublic}
      </Tick>
      <Foot>
        <span className="jia-foot-note">
          <span>{missing ?? words.promise}</span>
          {draft.savedAt && (
            <span className="jia-saved" role="status">
              <Icon name="check" size={16} />
              {words.saved(clock(draft.savedAt))}
            </span>
          )}
        </span>
        <Button kind="primary" wide busy={report.isBusy && words.submitting} onPress={report.submit}>
          {words.submit}
        </Button>
      </Foot>
    </div>
  );
}

function PlaceBlock({ now, set }: { now: ReportDraft; set: (change: Partial<ReportDraft>) => void }) {
  const [isChoosing, setChoosing] = useState(false);
  return (
    <Block
      number={2}
      title={words.blocks.where}
      {...(now.place && now.placeSource === 'photo' ? { chosen: words.fromPhoto } : {})}
    >
      {!isChoosing && (
        <div className="jia-place-line">
          <Icon name="pin" />
          <span>{now.place?.name ?? ''}</span>
          <Button small kind={now.place ? 'quiet' : 'secondary'} onPress={() => setChoosing(true)}>
            {now.place ? words.change : words.choosePlace}
          </Button>
        </div>
      )}
      {isChoosing && (
        <PlaceChooser
          onClose={() => setChoosing(false)}
          onChosen={(place) => {
            set({ place, placeSource: 'person' });
            setChoosing(false);
          }}
        />
      )}
      <TextField
        label={words.placeNote}
        optional={now.place !== null}
        value={now.placeText}
        maxLength={120}
        placeholder={words.placeNoteExample}
        onChange={(placeText) => set({ placeText })}
      />
    </Block>
  );
}

export type SentReport = { kept: true } | { kept: false; received: PlainCase };

function useReport(accountId: string) {
  const draft = useReportDraft(accountId);
  const isOnline = useOnline();
  const [key, setKey] = useState<string>(() => crypto.randomUUID());
  const [sent, setSent] = useState<SentReport | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const keep = async () => {
    const photos = draft.value.photos.map((photo) => ({ ...photo, problem: null }));
    await keepReport({
      key,
      accountId,
      givenAt: Date.now(),
      photos,
      body: bodyOf(draft.value),
      problem: null,
    });
    setSent({ kept: true });
  };
  const send = async () => {
    const fileIds = draft.value.photos.flatMap(({ fileId }) => fileId ?? []);
    const received = await call(
      reportCase,
      { body: { ...bodyOf(draft.value), fileIds } },
      { idempotencyKey: key },
    );
    setSent({ kept: false, received });
    await refresh(queryClient, ['cases']);
  };
  const submit = async () => {
    const missing = missingIn(draft.value);
    if (missing) return setProblem(missing);
    const waits = draft.value.photos.some(({ fileId }) => fileId === null);
    if (waits && isOnline) return setProblem(words.missing.photos);
    setBusy(true);
    setProblem(null);
    try {
      await (isOnline
        ? send().catch((error) => (isOffline(error) ? keep() : Promise.reject(error)))
        : keep());
      draft.discard();
    } catch (error) {
      setProblem(sentenceOf(error));
      // A refused report is another request once it was changed.
      setKey(crypto.randomUUID());
    }
    setBusy(false);
  };
  const again = () => {
    setKey(crypto.randomUUID());
    setSent(null);
  };
  return { draft, sent, problem, isBusy, submit: () => void submit(), again };
}
