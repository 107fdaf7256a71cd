// Runs before the first paint, so that elder mode never flashes the small type. Mirrors web/lib/elder.ts.
try {
  if (localStorage.getItem('jia.mode') === 'elder') document.documentElement.dataset.mode = 'elder';
} catch {
  // Storage may be forbidden; the standard version is shown then.
}
