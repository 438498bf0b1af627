import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachPunctuation } from "../../src/sentence/punctuation.ts";

/** `form head` pairs, heads counted from 1, 0 the root; marks are what is no letter. Gives the heads after re-attaching. */
function attached(rows: string): string[] {
  const pairs = rows.trim().split(/\s+/);
  const forms = pairs.filter((_, i) => i % 2 === 0);
  const heads = Int32Array.from(
    pairs.filter((_, i) => i % 2 === 1),
    (head) => Number(head) - 1,
  );
  attachPunctuation(
    heads,
    forms.map((form) => !/\w/.test(form)),
    forms,
  );
  return Array.from(heads, (head, i) => (/\w/.test(forms[i]!) ? "" : `${forms[i]} ${forms[head]}`)).filter(Boolean);
}

describe("attachPunctuation", () => {
  it("hangs the full stop on the root and brackets on what they enclose", () => {
    expect(attached("Envoys 2 met 0 ( 1 briefly 2 ) 1 . 1")).toEqual(["( briefly", ") briefly", ". met"]);
  });

  it("hangs straight quotes on the head of the quotation", () => {
    expect(attached('" 6 We 3 leave 7 , 7 " 7 he 7 said 0')).toEqual(['" leave', ", leave", '" leave']);
  });

  it("keeps a head that crosses nothing", () => {
    expect(attached("Rebels 2 fled 0 , 5 witnesses 5 said 2")).toEqual([", said"]);
  });

  it("never makes a cycle or loses the root", () => {
    const tree = fc.array(fc.tuple(fc.nat(), fc.constantFrom("a", "b", ",", ".", "(", ")", '"')), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(tree, (rows) => {
        // Each token hangs on an earlier one, so the start is a tree.
        const heads = Int32Array.from(rows, ([n], i) => (i === 0 ? -1 : n % i));
        attachPunctuation(
          heads,
          rows.map(([, form]) => !/\w/.test(form)),
          rows.map(([, form]) => form),
        );
        expect(heads.filter((head) => head < 0).length).toBe(1);
        for (let i = 0; i < heads.length; i++) {
          let steps = 0;
          for (let up = i; up >= 0; up = heads[up]!) expect(++steps).toBeLessThan(heads.length + 2);
        }
      }),
    );
  });
});
