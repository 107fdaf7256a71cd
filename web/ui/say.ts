import { currentMode } from '#web/lib/elder.ts';

/** One line that confirms a deed on the phone: two seconds, in the elder version until tapped. */
export async function say(text: string): Promise<void> {
  const { Toast } = await import('antd-mobile');
  const stays = currentMode() === 'elder';
  Toast.show({ content: text, duration: stays ? 0 : 2000 });
  if (!stays) return;
  // The kit keeps clicks on its own layer to itself, so they are caught on the way down.
  setTimeout(() => document.addEventListener('click', () => Toast.clear(), { once: true, capture: true }));
}
