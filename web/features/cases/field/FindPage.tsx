import '../cases.css';
import './field.css';
import { listMatters, readShift } from '#contract/cases/endpoints.ts';
import { useKeptRead } from '#web/lib/keep.ts';
import { useMayAnywhere, useMe } from '#web/lib/me.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Button } from '#web/ui/Button/Button.tsx';
import { ChoiceChips, TextField } from '#web/ui/Field/Field.tsx';
import { PageHeader } from '#web/ui/PageHeader/PageHeader.tsx';
import { Block, Foot } from '../formParts.tsx';
import { FoundPage } from './FoundPage.tsx';
import { type FindDraft, settleVerdict } from './findDraft.ts';
import { MatterSearch } from './MatterSearch.tsx';
import { OwnPlace } from './OwnPlace.tsx';
import { ProofPhotos } from './ProofPhotos.tsx';
import { useFind } from './useFind.ts';
import { VoiceNote } from './VoiceNote.tsx';
import { fieldWords, findWords as words } from './words.ts';

interface FindPageProps {
  onDone: () => void;
  onPaste: () => void;
}

/** ＋上报: photo or voice, what, where; settled on the spot or left to others. Works without a network. */
export function FindPage({ onDone, onPaste }: FindPageProps) {
  const { data: me } = useMe();
  const may = useMayAnywhere();
  if (!me) return null;
  return (
    <Find
      accountId={me.accountId}
      mayFind={may('case.find')}
      maySettle={may('case.handle')}
      onDone={onDone}
      onPaste={may('case.intake') ? onPaste : null}
    />
  );
}

interface FindProps extends Pick<FindPageProps, 'onDone'> {
  /** Null for those who take in nothing for others. */
  onPaste: (() => void) | null;
  accountId: string;
  mayFind: boolean;
  maySettle: boolean;
}

function Neighbour({ name, find }: { name: string; find: ReturnType<typeof useFind> }) {
  return (
    <div className="jia-block">
      <TextField
        label={words.neighbourName}
        value={name}
        maxLength={40}
        onChange={(onBehalfOf) => find.update(() => ({ onBehalfOf }))}
      />
    </div>
  );
}

function Find({ accountId, mayFind, maySettle, onDone, onPaste }: FindProps) {
  // A warden tells for a neighbour; what the grid finds it finds itself.
  const find = useFind(accountId, mayFind ? {} : { onBehalfOf: '' });
  const { value: now } = find.draft;
  const shift = useKeptRead(readShift, {}, { enabled: mayFind }).data;
  const matters = useKeptRead(listMatters).data?.items ?? [];
  const branches = matters.filter(({ parentCode }) => parentCode === null).map(({ code }) => code);
  if (find.sent) return <FoundPage how={find.sent} onAnother={find.again} onDone={onDone} />;
  const isNeighbour = now.onBehalfOf !== null;
  const verdict = settleVerdict(matters.find(({ code }) => code === now.matterCode));
  return (
    <div className="jia-report-form">
      <PageHeader
        title={isNeighbour ? words.neighbour : words.title}
        onBack
        action={
          mayFind && (
            <Button
              small
              kind="quiet"
              onPress={() => find.update(() => ({ onBehalfOf: isNeighbour ? null : '', isSettled: false }))}
            >
              {isNeighbour ? words.title : words.neighbour}
            </Button>
          )
        }
      />
      {find.problem && <Banner kind="error">{find.problem}</Banner>}
      {onPaste && (
        <Button wide icon="chat" onPress={onPaste}>
          {words.fromChat}
        </Button>
      )}
      {isNeighbour && <Neighbour name={now.onBehalfOf ?? ''} find={find} />}
      <What find={find} />
      <Block number={2} title={words.matter}>
        <MatterSearch
          matters={matters}
          frequent={shift?.frequent ?? branches}
          value={now.matterCode}
          onChange={(matterCode) => find.update(() => ({ matterCode, isSettled: false }))}
        />
        {!isNeighbour && (
          <ChoiceChips
            label={words.severity}
            choices={severities}
            value={now.severity}
            onChange={(severity) => find.update(() => ({ severity }))}
          />
        )}
      </Block>
      <Block number={3} title={words.where}>
        <OwnPlace now={now} set={(change) => find.update(() => change)} />
      </Block>
      {!isNeighbour && maySettle && verdict !== undefined && (
        <Settled now={now} verdict={verdict} set={(change) => find.update(() => change)} />
      )}
      <Foot>
        <Button kind="primary" wide onPress={find.submit}>
          {words.submit}
        </Button>
      </Foot>
    </div>
  );
}

const severities = (['critical', 'livelihood', 'ordinary'] as const).map((value) => ({
  value,
  word: words.severities[value],
}));

function What({ find }: { find: ReturnType<typeof useFind> }) {
  const now = find.draft.value;
  const setFiles = (change: (files: FindDraft['files']) => FindDraft['files']) =>
    find.update((latest) => ({ files: change(latest.files) }));
  return (
    <Block number={1} title={words.what}>
      <ProofPhotos
        files={now.files}
        phases={now.isSettled ? ['before', 'after'] : ['before']}
        onChange={setFiles}
      />
      <TextField
        label={words.text}
        value={now.text}
        rows={2}
        maxLength={4000}
        placeholder={words.textExample}
        onChange={(text) => find.update(() => ({ text }))}
      />
      <VoiceNote files={now.files} onChange={setFiles} />
    </Block>
  );
}

interface SettledProps {
  now: FindDraft;
  verdict: true | string;
  set: (change: Partial<FindDraft>) => void;
}

/** Small things stay in the grid, where the list of matters allows it. */
function Settled({ now, verdict, set }: SettledProps) {
  return (
    <Block number={4} title={words.settledQuestion}>
      {verdict === true ? (
        <ChoiceChips
          label={words.settledQuestion}
          choices={[
            { value: 'no', word: words.settledNo },
            { value: 'yes', word: words.settledYes },
          ]}
          value={now.isSettled ? 'yes' : 'no'}
          onChange={(answer) => set({ isSettled: answer === 'yes' })}
        />
      ) : (
        <p className="jia-caption">{verdict}</p>
      )}
      {now.isSettled && (
        <>
          <TextField
            label={words.settled}
            value={now.settled}
            rows={2}
            maxLength={1000}
            placeholder={words.settledExample}
            onChange={(settled) => set({ settled })}
          />
          <p className="jia-caption">{fieldWords.missingPhotos}</p>
        </>
      )}
    </Block>
  );
}
