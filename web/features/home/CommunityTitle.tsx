import './home.css';
import type { Home } from '#contract/home/records.ts';
import { Icon } from '#web/ui/Icon/Icon.tsx';
import { homeWords as words } from './words.ts';

interface CommunityTitleProps {
  home: Home | undefined;
  /** Shown until a community is known. */
  streetName: string;
  onChange: () => void;
}

/** The name over the page; a chosen community can be changed here, a registered one cannot. */
export function CommunityTitle({ home, streetName, onChange }: CommunityTitleProps) {
  const name = home?.community?.name ?? streetName;
  if (home?.source !== 'choice') return <h1>{name}</h1>;
  return (
    <h1>
      <button
        type="button"
        className="jia-community"
        onClick={onChange}
        aria-label={`${name}，${words.change}`}
      >
        {name}
        <Icon name="down" size={20} />
      </button>
    </h1>
  );
}
