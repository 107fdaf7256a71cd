import './examples.css';
import { Fragment } from 'react';
import { DeskPage } from '#web/ui/DeskFrame/DeskFrame.tsx';
import type { Examples } from '#web/ui/examples.ts';
import { Section } from '#web/ui/Section/Section.tsx';
import { deskWords as words } from './words.ts';

const found = import.meta.glob<Record<string, Examples>>('../../ui/*/*.examples.tsx', { eager: true });

/** Every part with its examples: what a newcomer looks at before drawing a new one. */
export function ExamplesPage() {
  return (
    <DeskPage title={words.examples}>
      {Object.entries(found).map(([file, module]) => (
        <Section key={file} title={/(\w+)\.examples/.exec(file)?.[1] ?? file}>
          {Object.values(module).map((examples) =>
            Object.entries(examples).map(([name, example]) => (
              <Fragment key={name}>
                <span className="jia-caption">{name}</span>
                <div data-example={name}>{example}</div>
              </Fragment>
            )),
          )}
        </Section>
      ))}
    </DeskPage>
  );
}
