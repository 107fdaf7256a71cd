import './Button.css';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon/Icon.tsx';

interface ButtonProps {
  /** Two to six characters, verb first; for a call with the person: 打给 周敏. */
  children: ReactNode;
  /** `primary`: filled, one per view. `quiet`: text only. */
  kind?: 'primary' | 'secondary' | 'quiet';
  onPress?: () => void;
  type?: 'button' | 'submit';
  icon?: IconName;
  /** Word while working (`正在提交…`); the width stays. */
  busy?: string | false;
  /** A button that cannot be used says why, below itself. */
  reason?: string | undefined;
  /** As wide as its place. */
  wide?: boolean;
  small?: boolean;
  /** Small keycap inside, on the desk. */
  shortcut?: string;
  /** Makes it a link: a telephone number, a file, another page. */
  href?: string;
}

export function Button({
  children,
  kind = 'secondary',
  onPress,
  type = 'button',
  icon,
  busy = false,
  reason,
  wide = false,
  small = false,
  shortcut,
  href,
}: ButtonProps) {
  const className = `jia-button jia-button-${kind}${wide ? ' jia-button-wide' : ''}${small ? ' jia-button-small' : ''}`;
  const content = (
    <>
      {icon && <Icon name={icon} size={20} />}
      <span className="jia-button-words">
        <span className={busy ? 'jia-button-hidden' : undefined}>{children}</span>
        {busy && <span className="jia-button-busy">{busy}</span>}
      </span>
      {shortcut && <kbd className="jia-keycap">{shortcut}</kbd>}
    </>
  );
  if (href && !reason) {
    return (
      <a className={className} href={href}>
        {content}
      </a>
    );
  }
  const button = (
    <button
      type={type}
      className={className}
      disabled={Boolean(reason)}
      aria-busy={busy !== false}
      onClick={busy ? undefined : onPress}
    >
      {content}
    </button>
  );
  if (!reason) return button;
  return (
    <span className={wide ? 'jia-button-block jia-button-wide' : 'jia-button-block'}>
      {button}
      <span className="jia-button-reason">{reason}</span>
    </span>
  );
}
