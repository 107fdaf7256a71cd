// What is wrong with a password somebody wants to take. Pure.
import type { passwordProblems } from '#contract/password/words.ts';
import { PASSWORD_LENGTH_MAX } from '#kernel/password/hash.ts';

export interface PasswordFault {
  code: Extract<keyof typeof passwordProblems, `password.${string}`>;
  details: Record<string, number>;
}

export interface PasswordOwner {
  phone?: string;
  name?: string;
}

export const PASSWORD_LENGTH_MIN = 10;
const CLASSES_MIN = 3;

/** Everything that is wrong, so that it can be put right in one go; empty when the password may be taken. */
export function passwordFaults(password: string, owner: PasswordOwner = {}): PasswordFault[] {
  const length = [...password].length;
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;

  const checks: [wrong: boolean, code: PasswordFault['code'], details: Record<string, number>][] = [
    [length < PASSWORD_LENGTH_MIN, 'password.too_short', { length, length_min: PASSWORD_LENGTH_MIN }],
    [password.length > PASSWORD_LENGTH_MAX, 'password.too_long', { length, length_max: PASSWORD_LENGTH_MAX }],
    [classes < CLASSES_MIN, 'password.too_simple', { classes, classes_min: CLASSES_MIN }],
    [containsPhone(password, owner.phone), 'password.contains_phone', {}],
    [containsName(password, owner.name), 'password.contains_name', {}],
    [isCommon(password), 'password.common', {}],
  ];
  return checks.filter(([wrong]) => wrong).map(([, code, details]) => ({ code, details }));
}

/** The last eight digits are what people call their number. */
function containsPhone(password: string, phone = ''): boolean {
  const tail = phone.replace(/\D/g, '').slice(-8);
  return tail.length === 8 && password.includes(tail);
}

function containsName(password: string, name = ''): boolean {
  const parts = name
    .toLowerCase()
    .split(/[\s·.]+/)
    .filter((part) => [...part].length >= 2);
  return parts.some((part) => password.toLowerCase().includes(part));
}

/** A common word with digits and signs around it, or with signs for its letters, is still that word. */
function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const core = lower.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const spelled = [...core].map((sign) => lookalikes[sign] ?? sign).join('');
  return isWalk(lower) || [lower, core, spelled].some((text) => commonWords.has(text) || isRepeated(text));
}

const lookalikes: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  $: 's',
  '5': 's',
  '1': 'i',
  '!': 'i',
  '3': 'e',
};

const commonWords = new Set(
  `password passwd passw admin administrator root guest test user welcome login letmein master secret changeme
  qwerty qwertyuiop qwert asdfgh asdfghjkl asdf zxcvbn zxcvbnm zxcv qazwsx qweasd qweasdzxc qwerasdf abc abcd abcde abcdef
  abcdefg abcabc iloveyou woaini woaiwojia woaibeijing beijing tongzhou zhongguo china mima nihao caonima
  wangluo jiedao shequ wangge zhihui monkey dragon football superman sunshine princess`.split(/\s+/),
);

const isRepeated = (text: string) => text.length > 1 && /^(.{1,4})\1+$/.test(text);

const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
  'abcdefghijklmnopqrstuvwxyz',
];
const walks = [...rows, ...rows.map((row) => [...row].reverse().join(''))];
const STRIDE_MIN = 3;

/** Nothing but strides of three or more along the keyboard or the alphabet: 1qaz@WSX, Qwerty-1234. */
function isWalk(text: string): boolean {
  let rest = text.replace(/[^a-z0-9]/g, '');
  while (rest.length > 0) {
    const stride = longestStride(rest);
    if (stride < STRIDE_MIN) return false;
    rest = rest.slice(stride);
  }
  return text.length > 0;
}

function longestStride(text: string): number {
  let length = 0;
  while (length < text.length && walks.some((walk) => walk.includes(text.slice(0, length + 1)))) length++;
  return length;
}
