// The device parts of web/lib on an empty page of the street, for tests that need a real browser's storage.
import { createRoot } from 'react-dom/client';
import { acceptNotice } from '#contract/people/mine.ts';
import { deviceOutbox } from '#web/lib/deviceOutbox.ts';
import { useDraft } from '#web/lib/draft.ts';
import { keepSending } from '#web/lib/outbox.ts';
import { device, forgetReadings } from '#web/lib/store.ts';

function DraftForm() {
  const { value, change, savedAt, restored, discard } = useDraft('harness', '');
  return (
    <form>
      <textarea value={value} onChange={(event) => change(event.target.value)} />
      <output>{`${restored ? 'restored' : 'new'} ${savedAt ? 'saved' : 'unsaved'}`}</output>
      <button type="button" onClick={discard}>
        discard
      </button>
    </form>
  );
}

declare global {
  interface Window {
    harness: {
      showDraft(): void;
      drafts(): Promise<unknown[]>;
      give(accountId: string, version: string): Promise<void>;
      state(accountId: string): { waiting: string[]; refused: string[] };
      keepSending(accountId: string): void;
      forget(): Promise<void>;
    };
  }
}

window.harness = {
  showDraft: () => {
    const place = document.createElement('div');
    document.body.replaceChildren(place);
    createRoot(place).render(<DraftForm />);
  },
  drafts: async () => (await (await device()).drafts.toArray()).map((draft) => draft.value),
  give: (accountId, version) =>
    deviceOutbox(accountId).give(acceptNotice, { body: { version } }, { subject: version, label: version }),
  state: (accountId) => {
    const { waiting, refused } = deviceOutbox(accountId).state();
    const named = (commands: typeof waiting) =>
      commands.map((command) =>
        `${command.label} ${command.idempotencyKey} ${command.problem?.code ?? ''}`.trim(),
      );
    return { waiting: named(waiting), refused: named(refused) };
  },
  keepSending: (accountId) => void keepSending(deviceOutbox(accountId)),
  forget: forgetReadings,
};
