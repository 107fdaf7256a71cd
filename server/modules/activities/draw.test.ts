import { describe, expect, it } from 'vitest';
import { draw, lot, sha256 } from './draw.ts';

const alone = (number: number, first = false) => ({ number, first, wants: [{ postId: null, places: 1 }] });
const room = (places: number, posts: [string, number][] = []) => ({ places, posts: new Map(posts) });

describe('the lottery', () => {
  it('gives the order that anyone gets who hashes seed and number', () => {
    const entries = Array.from({ length: 30 }, (_, index) => alone(index + 1));
    const byHand = entries
      .map(({ number }) => ({ number, hash: sha256(`saat:${number}`) }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1));
    const drawn = draw('saat', entries, room(10));
    expect(drawn.map(({ number, hash }) => ({ number, hash }))).toEqual(byHand);
    expect(drawn.filter((one) => one.placed)).toHaveLength(10);
    expect(drawn.slice(0, 10).every((one) => one.placed)).toBe(true);
  });

  it('does not depend on the order in which the entries are given', () => {
    const entries = Array.from({ length: 20 }, (_, index) => alone(index + 1));
    expect(draw('saat', entries.toReversed(), room(5))).toEqual(draw('saat', entries, room(5)));
  });

  it('another seed draws others', () => {
    const entries = Array.from({ length: 50 }, (_, index) => alone(index + 1));
    const winners = (seed: string) =>
      draw(seed, entries, room(10)).flatMap((one) => (one.placed ? one.number : []));
    expect(winners('a')).not.toEqual(winners('b'));
  });

  it('draws those without a place so far before all others', () => {
    const entries = Array.from({ length: 20 }, (_, index) => alone(index + 1, index >= 15));
    const drawn = draw('saat', entries, room(6));
    expect(
      drawn
        .slice(0, 5)
        .map((one) => one.number)
        .toSorted((a, b) => a - b),
    ).toEqual([16, 17, 18, 19, 20]);
    expect(drawn.filter((one) => one.placed)).toHaveLength(6);
  });

  it('keeps a family together and leaves no place empty while somebody fits', () => {
    const three = { number: 1, first: true, wants: [{ postId: null, places: 3 }] };
    const drawn = draw('saat', [three, alone(2), alone(3)], room(2));
    expect(drawn.find((one) => one.number === 1)).toMatchObject({ placed: false, people: 3 });
    expect(
      drawn
        .filter((one) => one.placed)
        .map((one) => one.number)
        .toSorted(),
    ).toEqual([2, 3]);
  });

  it('fills each post by itself', () => {
    const at = (number: number, postId: string) => ({ number, first: false, wants: [{ postId, places: 1 }] });
    const drawn = draw(
      'saat',
      [at(1, 'door'), at(2, 'door'), at(3, 'tea')],
      room(2, [
        ['door', 1],
        ['tea', 1],
      ]),
    );
    expect(drawn.filter((one) => one.placed)).toHaveLength(2);
    expect(drawn.find((one) => one.number === 3)?.placed).toBe(true);
  });

  it('never places more than there is room for, whatever the families', () => {
    for (let seed = 0; seed < 40; seed++) {
      const entries = Array.from({ length: 25 }, (_, index) => ({
        number: index + 1,
        first: index % 3 === 0,
        wants: [{ postId: null, places: 1 + ((index + seed) % 4) }],
      }));
      const drawn = draw(String(seed), entries, room(17));
      const taken = drawn.filter((one) => one.placed).reduce((sum, one) => sum + one.people, 0);
      expect(taken).toBeLessThanOrEqual(17);
      const smallest = Math.min(...drawn.filter((one) => !one.placed).map((one) => one.people));
      expect(17 - taken).toBeLessThan(smallest);
    }
  });

  it('is the hash that openssl and every browser make', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(lot('abc', 7)).toBe(sha256('abc:7'));
  });
});
