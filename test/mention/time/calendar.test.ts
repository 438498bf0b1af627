import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shift, shiftDay, spanOfMonths, unitAround } from "../../../src/mention/time/calendar.ts";
import { readEdtf, toEdtf } from "../../../src/mention/time/edtf.ts";
import { civilOf, dayOf, isDate, weekdayOf } from "../../../src/text/civil.ts";

const days = fc.integer({ min: -600_000, max: 400_000 });

describe("days", () => {
  it("agree with the civil calendar both ways", () => {
    fc.assert(
      fc.property(days, (day) => {
        const { year, month, day: d } = civilOf(day);
        expect(dayOf(year, month, d)).toBe(day);
        const date = new Date(day * 86_400_000);
        expect([year, month, d]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
      }),
    );
  });

  it("know which dates there are", () => {
    expect(isDate(2024, 2, 29)).toBe(true);
    expect(isDate(2023, 2, 29)).toBe(false);
    expect(isDate(2023, 13, 1)).toBe(false);
  });

  it("move by months without running over", () => {
    expect(civilOf(shiftDay(dayOf(2023, 1, 31), "month", 1))).toEqual({ year: 2023, month: 2, day: 28 });
    expect(shift(spanOfMonths(2023, 3), "month", -1)).toEqual(spanOfMonths(2023, 2));
    expect(shift(spanOfMonths(2023, 7, 3), "year", -1)).toEqual(spanOfMonths(2022, 7, 3));
  });

  it("lie in their own week, month and year", () => {
    fc.assert(
      fc.property(days, fc.constantFrom("week", "month", "quarter", "half", "year", "decade", "century"), (day, unit) => {
        const span = unitAround(day, unit as "week");
        expect(span.lo <= day && day <= span.hi).toBe(true);
        expect(unitAround(day, unit as "week", 1).lo).toBe(span.hi + 1);
      }),
    );
  });
});

describe("EDTF", () => {
  it("comes back as it went", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 60_000 }), fc.integer({ min: 0, max: 900 }), (lo, length) => {
        const interval = { lo, hi: lo + length };
        expect(readEdtf(toEdtf(interval))).toEqual(interval);
      }),
    );
  });

  it("is as short as its edges let it", () => {
    expect(toEdtf(spanOfMonths(2021, 6, 3))).toBe("2021-06/2021-08");
    expect(toEdtf(spanOfMonths(1990, 1, 120))).toBe("199X");
    expect(toEdtf({ lo: dayOf(2025, 3, 24), hi: dayOf(2025, 3, 30) })).toBe("2025-03-24/2025-03-30");
  });

  it("refuses what is none", () => {
    for (const bad of ["", "yesterday", "2023-13", "2023-02-30", "2023/2021", "2023/2024/2025", "P2Y", "../2023"])
      expect(readEdtf(bad), bad).toBeNull();
    expect(readEdtf(null)).toBeNull();
    expect(readEdtf("2023-05-17T16:16")).toEqual({ lo: dayOf(2023, 5, 17), hi: dayOf(2023, 5, 17) });
  });
});
