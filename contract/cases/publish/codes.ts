/** What a public photo shows: as it was reported, before the work, after it. */
export const photoShows = ['request', 'before', 'after'] as const;
export type PhotoShows = (typeof photoShows)[number];

export const publicPhotosMax = 9;

/** A matter that was settled, or a question that was answered (问政). */
export const publicAsks = ['matter', 'question'] as const;
export type PublicAsks = (typeof publicAsks)[number];
