/** Addresses of check-in, below /m, /g and /a. */
export const attendancePaths = {
  checkIn: '/check-in',
  memberCode: '/check-in/code',
  hours: '/hours',
  certificate: '/certificates/$certificateId',
  venues: '/venues',
  venue: '/venues/$sessionId',
  ledger: '/hours',
  requests: '/hour-requests',
  rules: '/hours-rules',
  spotCheck: '/hours-spot-check',
  notice: '/hours-notice',
  objections: '/hours-objections',
} as const;
