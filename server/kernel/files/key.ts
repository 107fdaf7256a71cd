// Keys of stored files. Only what is spelled out here can reach a path or an address.
import assert from 'node:assert/strict';

/** A digest in hex with up to two endings, under a street when files are kept by street. */
const form = /^(?:\d{1,12}\/)?[0-9a-f]{32,128}(?:\.[a-z0-9]{1,12}){0,2}$/;

/** `110112003/9f86d0….jpg`, `9f86d0….thumb.webp`: made by us, so another form is a bug and not a refusal. */
export function assertKey(key: string): void {
  assert(form.test(key), 'not the key of a stored file');
}
