import '../cases.css';
import './report.css';
import type { ReportedKind } from '#contract/cases/resident/codes.ts';
import { clock } from '#web/lib/formats.ts';
import { useMe } from '#web/lib/me.ts';
import { useOnline } from '#web/lib/online.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { Foot } from '../formParts.tsx';
import { placeAt } from '../PlaceChooser.tsx';
import { useSendPhotos } from '../usePhotos.ts';
import { reportWords as words } from '../words.ts';
import { AlarmCard } from './AlarmCard.tsx';
import { kindWords } from './kinds.ts';
import { MatterBlock, NeighbourBlock, PlaceBlock, WhatBlock } from './ReportBlocks.tsx';
import { ReportReceived } from './ReportReceived.tsx';
import { SimilarOffer } from './SimilarOffer.tsx';
import { useReport } from './useReport.ts';
import { missingIn, type ReportState } from './useReportDraft.ts';

interface ReportCasePageProps {
  kind: ReportedKind;
  onSee: (caseId: string | null) => void;
}

/** 随手报, 有事您找我, 企业诉求: what, where, and one tap. Nothing typed is lost, and it arrives once. */
export function ReportCasePage(props: ReportCasePageProps) {
  const { data: me } = useMe();
  return me ? <Report key={props.kind} accountId={me.accountId} {...props} /> : null;
}

function Report({ accountId, kind, onSee }: ReportCasePageProps & { accountId: string }) {
  const report = useReport(accountId, kind);
  const { draft, offers } = report;
  const now = draft.value;
  const say = kindWords[kind];
  usePhotosOnTheirWay(draft);
  if (report.sent)
    return <ReportReceived title={say.title} sent={report.sent} onSee={onSee} onAnother={report.again} />;
  return (
    <div className="jia-report-form">
      <PageHeader
        title={say.title}
        onBack
        action={kind !== 'enterprise_demand' && <NeighbourSwitch draft={draft} />}
      />
      {report.problem && <Banner kind="error">{report.problem}</Banner>}
      {draft.restored && (
        <Banner kind="notice" action={{ word: words.startOver, onPress: draft.discard }}>
          {words.restored}
        </Banner>
      )}
      <AlarmCard text={`${now.text}\n${now.placeText}`} />
      <NeighbourBlock draft={draft} />
      <WhatBlock draft={draft} label={say.textLabel} example={say.textExample} />
      <PlaceBlock draft={draft} offers={offers} />
      <MatterBlock draft={draft} offers={offers} />
      {kind !== 'enterprise_demand' && (
        <SimilarOffer
          similar={offers.suggestion?.similar ?? []}
          said={{ text: now.text.trim(), fileIds: now.photos.flatMap(({ fileId }) => fileId ?? []) }}
          onSee={(caseId, isFollowed) => {
            if (isFollowed) draft.discard();
            onSee(caseId);
          }}
        />
      )}
      <Tick isOn={now.hidden} onChange={(hidden) => draft.set({ hidden })}>
        {words.notPublic}
      </Tick>
      <Foot>
        <span className="jia-foot-note">
          <span>{missingIn(report.whole) ?? say.promise}</span>
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

function NeighbourSwitch({ draft }: { draft: ReportState }) {
  const isForNeighbour = draft.value.onBehalfOf !== null;
  return (
    <Button small kind="quiet" onPress={() => draft.set({ onBehalfOf: isForNeighbour ? null : '' })}>
      {isForNeighbour ? words.forMyself : words.forNeighbour}
    </Button>
  );
}

/** Photos go up while the person goes on; where one was taken is where it probably is. */
function usePhotosOnTheirWay(draft: ReportState): void {
  useSendPhotos({
    photos: draft.value.photos,
    isOnline: useOnline(),
    onChange: draft.setPhoto,
    onStored: ({ place }) => {
      if (!place) return;
      draft.set({ position: { longitude: place.longitude, latitude: place.latitude } });
      void placeAt(place.longitude, place.latitude)
        .then((found) => found && draft.offerPlace(found))
        .catch(() => {});
    },
  });
}
