import { readPublicPhoto } from '#contract/cases/publish/endpoints.ts';
import type { PublicCase } from '#contract/cases/publish/records.ts';
import { addressOf } from '#web/lib/call.ts';
import { showsWords } from './words.ts';

/** Photos that staff chose, each with what it shows below it; a tap opens the whole picture. */
export function PublicPhotos({ publicationId, photos }: Pick<PublicCase, 'publicationId' | 'photos'>) {
  if (photos.length === 0) return null;
  const address = (fileId: string, size: 'full' | 'thumbnail') =>
    addressOf(readPublicPhoto, { params: { publicationId, fileId }, query: { size } });
  return (
    <div className="jia-public-photos">
      {photos.map(({ fileId, shows }) => (
        <figure key={fileId}>
          <a href={address(fileId, 'full')} target="_blank" rel="noreferrer">
            <img src={address(fileId, 'thumbnail')} alt={showsWords[shows]} loading="lazy" />
          </a>
          <figcaption className="jia-caption">{showsWords[shows]}</figcaption>
        </figure>
      ))}
    </div>
  );
}
