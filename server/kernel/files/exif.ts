// Where and when a photo was taken, as the camera wrote it; nothing else is read.
import readExif from 'exif-reader';

export interface PhotoPlace {
  lon: number;
  lat: number;
  /** Phones write what their satellites say. */
  datum: 'WGS-84';
}

export interface PhotoFacts {
  place: PhotoPlace | null;
  takenAt: Date | null;
}

/** Null for whatever is missing or makes no sense: a camera with an empty battery dates photos to 1980. */
export function photoFacts(exif: Uint8Array | undefined): PhotoFacts {
  const tags = parsed(exif);
  return { place: placeOf(tags?.GPSInfo), takenAt: takenAtOf(tags?.Photo) };
}

type Tags = ReturnType<typeof readExif>;

function parsed(exif: Uint8Array | undefined): Tags | undefined {
  try {
    return exif && readExif(Buffer.from(exif));
  } catch {
    return undefined;
  }
}

function placeOf(gps: Tags['GPSInfo']): PhotoPlace | null {
  const lat = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef, 'S');
  const lon = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef, 'W');
  // Zero, zero is what a phone writes before it has found its satellites.
  const known = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);
  return known ? { lon, lat, datum: 'WGS-84' } : null;
}

function degrees(parts: unknown, ref: unknown, negative: string): number {
  const [degree, minute = 0, second = 0] = Array.isArray(parts) ? parts : [];
  const value = Number(degree) + Number(minute) / 60 + Number(second) / 3600;
  return Number((ref === negative ? -value : value).toFixed(7));
}

const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const CHINA_MINUTES = 8 * 60;

function takenAtOf(photo: Tags['Photo']): Date | null {
  // The reader gives wall-clock time as if it were UTC; most cameras do not write the zone.
  const wall: unknown = photo?.DateTimeOriginal;
  if (!(wall instanceof Date) || !(wall.getTime() > EARLIEST)) return null;
  return new Date(wall.getTime() - zoneMinutes(photo?.OffsetTimeOriginal) * 60_000);
}

function zoneMinutes(zone: unknown): number {
  const [, sign, hours, minutes] =
    /^([+-])(\d{2}):(\d{2})$/.exec(String(zone ?? '').replace(/\0+$/, '')) ?? [];
  if (!sign) return CHINA_MINUTES;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
