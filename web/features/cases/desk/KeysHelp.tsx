import { Modal } from 'antd';
import { Button } from '#web/ui/Button/Button.tsx';
import { deskWords as words } from './words.ts';

/** What each key does; the words are the documentation. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal open title={words.keys} footer={null} onCancel={onClose} width={420}>
      <dl className="jia-keys">
        {Object.entries(words.keyWords).map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd className="jia-keycap">{key}</kbd>
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
      <Button onPress={onClose}>{words.keysClose}</Button>
    </Modal>
  );
}
