import './publish.css';
import { publicPhotosMax } from '#contract/cases/publish/codes.ts';
import type { Publication } from '#contract/cases/publish/records.ts';
import { Banner } from '#web/ui/Banner/Banner.tsx';
import { Tick } from '#web/ui/Tick/Tick.tsx';
import { pictureOf } from '../usePhotos.ts';
import { showsWords, photoWords as words } from './words.ts';

interface ChoosePhotosProps {
  photos: Publication['photos'];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

/** Which photos go out: none until somebody has looked at it and ticked it. */
export function ChoosePhotos({ photos, chosen, onChange }: ChoosePhotosProps) {
  if (photos.length === 0) return null;
  return (
    <fieldset className="jia-publish-photos">
      <legend>{words.choose}</legend>
      <p className="jia-caption">{words.none}</p>
      <div className="jia-photos">
        {photos.map(({ fileId, shows, may }, index) => {
          const isOn = chosen.includes(fileId);
          const name = words.nth(showsWords[shows], index + 1);
          return (
            <div key={fileId}>
              <a className="jia-photo" href={pictureOf(fileId, 'full')} target="_blank" rel="noreferrer">
                <img src={pictureOf(fileId)} alt={name} />
              </a>
              {may === true ? (
                <Tick
                  isOn={isOn}
                  onChange={(on) =>
                    onChange(on ? [...chosen, fileId].slice(0, publicPhotosMax) : without(chosen, fileId))
                  }
                >
                  {name}
                </Tick>
              ) : (
                <p className="jia-caption">{words.notAgreed(name)}</p>
              )}
            </div>
          );
        })}
      </div>
      {chosen.length > 0 && <Banner kind="notice">{words.look(chosen.length)}</Banner>}
    </fieldset>
  );
}

const without = (chosen: readonly string[], fileId: string) => chosen.filter((one) => one !== fileId);
