// Numbers inside what people wrote. Pure.
import { maskPhone } from '#kernel/mask/mask.ts';

/** Mobile and landline numbers that stand in a text, also with spaces or hyphens; longer digits are no phones. */
const written = /(?<![\d-])(?:1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[- ]?\d{7,8})(?!\d)/g;

export const maskPhones = (text: string): string => text.replace(written, (number) => maskPhone(number));
