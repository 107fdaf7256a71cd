import { describe, expect, it } from 'vitest';
import { ageOn, daysBetween } from '#kernel/calendar/time.ts';
import { peopleOfTheStreet } from '../people.ts';
import { shiftStreet } from './shift.ts';

describe('the street on another day', () => {
  const street = peopleOfTheStreet();

  it('is itself on its own day', () => {
    expect(shiftStreet(street, street.day)).toBe(street);
  });

  it.each(['2026-02-28', '2027-03-05', '2031-12-31'])('has the same ages on %s', (today) => {
    const moved = shiftStreet(street, today);
    const ages = (of: typeof street) => of.persons.map((person) => ageOn(of.day, person.bornOn));
    const before = ages(street);
    expect(moved.day).toBe(today);
    const apart = ages(moved).filter((age, index) => Math.abs(age - (before[index] ?? 0)) > 1);
    expect(apart).toEqual([]);
  });

  it('keeps every distance in days, and everything that is no day', () => {
    const moved = shiftStreet(street, '2028-01-01');
    const days = daysBetween(street.day, '2028-01-01');
    for (const [index, post] of street.posts.entries()) {
      const { startsOn, ...rest } = moved.posts[index] ?? post;
      expect(daysBetween(post.startsOn, startsOn)).toBe(days);
      expect(rest).toEqual((({ startsOn: _, ...other }) => other)(post));
    }
    expect(moved.households).toEqual(street.households);
  });
});
