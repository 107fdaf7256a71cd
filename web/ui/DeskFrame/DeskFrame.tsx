import './DeskFrame.css';
import type { ReactNode } from 'react';
import { Icon, type IconName, Mark } from '../Icon/Icon.tsx';
import { uiWords } from '../words.ts';

export interface DeskLink {
  path: string;
  word: string;
}

export interface DeskMenuEntry extends DeskLink {
  icon: IconName;
  /** Pages of one entry, shown as words beside the title. */
  pages: readonly DeskLink[];
}

interface DeskFrameProps {
  menu: readonly DeskMenuEntry[];
  /** Path of the page in view, without the base of the shell. */
  current: string;
  link: (to: DeskLink, content: ReactNode, className: string, isCurrent: boolean) => ReactNode;
  user: { name: string; post: string; onPress: () => void };
  /** Beside the person: the bell. */
  tools?: ReactNode;
  banner?: ReactNode;
  children: ReactNode;
}

const isAt = (current: string, path: string): boolean => current === path || current.startsWith(`${path}/`);

/** The desk: a column of places at the left, one bar on top, the work below. */
export function DeskFrame({ menu, current, link, user, tools, banner, children }: DeskFrameProps) {
  const open = menu.find(
    (entry) => entry.pages.some((page) => isAt(current, page.path)) || isAt(current, entry.path),
  );
  return (
    <div className="jia-desk">
      <a className="jia-desk-skip" href="#work">
        {open?.word ?? uiWords.menu}
      </a>
      <nav className="jia-desk-menu" aria-label={uiWords.menu}>
        <span className="jia-desk-mark">
          <Mark size={30} />
        </span>
        {menu.map((entry) => {
          const isOpen = entry === open;
          const content = (
            <>
              <Icon name={entry.icon} size={22} selected={isOpen} />
              <span>{entry.word}</span>
            </>
          );
          return link(entry, content, isOpen ? 'jia-desk-place jia-desk-open' : 'jia-desk-place', isOpen);
        })}
      </nav>
      <div className="jia-desk-main">
        <header className="jia-desk-bar">
          <h1>{open?.word}</h1>
          <nav className="jia-desk-pages" aria-label={open?.word}>
            {open &&
              open.pages.length > 1 &&
              open.pages.map((page) => {
                const isCurrent = isAt(current, page.path);
                return link(
                  page,
                  page.word,
                  isCurrent ? 'jia-desk-page jia-desk-page-on' : 'jia-desk-page',
                  isCurrent,
                );
              })}
          </nav>
          {tools}
          <button type="button" className="jia-desk-user" onClick={user.onPress}>
            <span className="jia-desk-initial" aria-hidden="true">
              {[...user.name][0]}
            </span>
            <span className="jia-desk-who">
              <span>{user.name}</span>
              <span className="jia-caption">{user.post}</span>
            </span>
          </button>
        </header>
        {banner}
        <main id="work" className="jia-desk-work" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

interface DeskPageProps {
  title: string;
  /** Figures beside the title. */
  figures?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** One page of the desk: title, figures, actions, work. */
export function DeskPage({ title, figures, actions, children }: DeskPageProps) {
  return (
    <div className="jia-deskpage">
      <div className="jia-deskpage-head">
        <h2>{title}</h2>
        {figures && <div className="jia-deskpage-figures">{figures}</div>}
        {actions && <div className="jia-deskpage-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
