import './Icon.css';
import { type Drawing, drawings, type IconName } from './paths.ts';

export type { IconName } from './paths.ts';

interface IconProps {
  name: IconName;
  /** Side in px; without it the size of the surrounding design (24, elder 36). */
  size?: number;
  /** The selected entry of a menu is filled lightly. */
  selected?: boolean;
  /** The one wheat detail of a service icon; menus draw in one colour. */
  warm?: boolean;
}

/** A drawn sign. Never alone: a word stands beside or below it, so it is hidden from screen readers. */
export function Icon({ name, size, selected = false, warm = false }: IconProps) {
  const { ink, wheat, solid }: Drawing = drawings[name];
  return (
    <svg
      className={selected ? 'jia-icon jia-icon-selected' : 'jia-icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      data-icon={name}
      style={size ? { width: size, height: size } : undefined}
    >
      {ink && <path d={ink} />}
      {wheat && <path d={wheat} className={warm ? 'jia-icon-wheat' : undefined} />}
      {solid && <path d={solid} className="jia-icon-solid" />}
    </svg>
  );
}

/** The mark: a roof of two strokes over a door. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="jia-mark" viewBox="0 0 48 48" aria-hidden="true" style={{ width: size, height: size }}>
      <path d="M24 7.5 6.5 22.5M24 7.5 27 4.5M24 7.5l17.5 15M11.5 26v14.5h6.5M36.5 26v14.5H30" />
      <path d="M24 32v8.5" className="jia-icon-wheat" />
    </svg>
  );
}
