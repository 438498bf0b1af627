import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/text/civil.ts";
import { boundsOf, compareDates, sayDate } from "../../src/view/dates.ts";

const days = (edtf: string) => {
  const bounds = boundsOf(edtf);
  return bounds && [formatDay(bounds.low), formatDay(bounds.high)];
};

describe("dates", () => {
  it("says EDTF in words", () => {
    expect(sayDate("2026-03-18")).toBe("18 Mar 2026");
    expect(sayDate("2026-03-18T16:20")).toBe("18 Mar 2026");
    expect(sayDate("2026-03")).toBe("Mar 2026");
    expect(sayDate("2026~")).toBe("about 2026");
    expect(sayDate("2026-03-18/2026-03-22")).toBe("18–22 Mar 2026");
    expect(sayDate("2026-03-18/2026-04-02")).toBe("18 Mar – 2 Apr 2026");
    expect(sayDate("2025-12-30/2026-01-02")).toBe("30 Dec 2025 – 2 Jan 2026");
    expect(sayDate("../2026-04")).toBe("until Apr 2026");
    expect(sayDate("2026-21")).toBe("Mar–May 2026");
    expect(sayDate(null)).toBe("no date");
  });

  it("bounds a date by its precision", () => {
    expect(days("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
    expect(days("2026")).toEqual(["2026-01-01", "2026-12-31"]);
    expect(days("2026-03-18/2026-04")).toEqual(["2026-03-18", "2026-04-30"]);
    expect(boundsOf("soon")).toBeNull();
  });

  it("orders dates, the undated last", () => {
    expect([null, "2026-04", "2026-03-18", "2025"].toSorted(compareDates)).toEqual(["2025", "2026-03-18", "2026-04", null]);
  });

  it("gives every day back", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(fc.property(day, (d) => days(d.toISOString().slice(0, 10))?.[0] === d.toISOString().slice(0, 10)));
  });
});
