import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/text/civil.ts";
import { formatMonth, gapBetween, lengthOf, readInterval } from "../../src/text/interval.ts";

const span = (value: string): string | null => {
  const interval = readInterval(value);
  return interval && `${formatDay(interval.low)}/${formatDay(interval.high)}`;
};

describe("EDTF values as days", () => {
  it("reads days, months, seasons, weeks, years, decades and intervals", () => {
    expect(span("2025-03-21")).toBe("2025-03-21/2025-03-21");
    expect(span("2025-03-21T16:16")).toBe("2025-03-21/2025-03-21");
    expect(span("2024-02")).toBe("2024-02-01/2024-02-29");
    expect(span("2025-SU")).toBe("2025-06-01/2025-08-31");
    expect(span("2025-21")).toBe("2025-03-01/2025-05-31");
    expect(span("2025-W01")).toBe("2024-12-30/2025-01-05");
    expect(span("2021~")).toBe("2021-01-01/2021-12-31");
    expect(span("199X")).toBe("1990-01-01/1999-12-31");
    expect(span("2025-03-21/2025-04")).toBe("2025-03-21/2025-04-30");
  });

  it("leaves a side open, and refuses what is no date", () => {
    expect(readInterval("../2025-01-20")?.low).toBe(Number.NEGATIVE_INFINITY);
    expect(readInterval("2025-04-30/..")?.high).toBe(Number.POSITIVE_INFINITY);
    for (const bad of ["", "soon", "2025-13", "2025-02-30", "2025-05/2025-01", "/", "a/b/c", "P3D"])
      expect(readInterval(bad), bad).toBeNull();
    expect(readInterval(null)).toBeNull();
  });

  it("goes from day numbers to dates and back, as the calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 60_000 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(formatDay(day)).toBe(iso);
        expect(formatMonth(day)).toBe(iso.slice(0, 7));
        expect(readInterval(iso)).toEqual({ low: day, high: day });
      }),
    );
  });

  it("measures gaps and lengths", () => {
    const [a, b] = [readInterval("2025-03")!, readInterval("2025-04-02")!];
    expect(gapBetween(a, b)).toBe(2);
    expect(gapBetween(b, a)).toBe(2);
    expect(gapBetween(a, readInterval("2025-03-05")!)).toBe(0);
    expect(lengthOf(a)).toBe(31);
  });
});
