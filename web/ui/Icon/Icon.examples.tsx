import type { Examples } from '../examples.ts';
import { Icon, type IconName, Mark } from './Icon.tsx';
import { drawings } from './paths.ts';

const names = Object.keys(drawings) as IconName[];

export const iconExamples: Examples = {
  mark: <Mark size={48} />,
  all: (
    <div className="jia-example-icons">
      {names.map((name) => (
        <span key={name}>
          <Icon name={name} size={28} warm />
          <span className="jia-caption">{name}</span>
        </span>
      ))}
    </div>
  ),
};
