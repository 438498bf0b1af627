import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Notice } from "../../src/model/page.ts";
import { isPublicAddress } from "../../src/pipeline/inputs/address.ts";
import type { Input, InputOptions } from "../../src/pipeline/inputs/input.ts";
import { openInputs } from "../../src/pipeline/inputs/open.ts";
import { splitInputs } from "../../src/pipeline/inputs/split.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demarche-inputs-"));
  mkdirSync(join(folder, "in/deep"), { recursive: true });
  writeFileSync(join(folder, "in/b.txt"), "b");
  writeFileSync(join(folder, "in/a.html"), "a");
  writeFileSync(join(folder, "in/deep/c.md"), "c");
  writeFileSync(join(folder, "in/.hidden.txt"), "h");
  writeFileSync(join(folder, "in/picture.png"), "p");
  writeFileSync(join(folder, "outside.txt"), "secret");
  symlinkSync(join(folder, "outside.txt"), join(folder, "in/link.txt"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = async (paths: readonly string[], options: InputOptions = {}) => {
  const inputs: Input[] = [];
  const notices: Notice[] = [];
  for await (const one of openInputs(paths, options)) "rule" in one ? notices.push(one) : inputs.push(one);
  return { inputs, notices, names: inputs.map((input) => input.path.slice(folder.length + 1)) };
};
const text = (input: Input | undefined) => new TextDecoder().decode(input?.bytes);

describe("files, folders and patterns", () => {
  test("a folder gives its readable files in order, not hidden ones, pictures, or what a link leads out to", async () => {
    const { names, notices } = await open([join(folder, "in")]);
    expect(names).toEqual(["in/a.html", "in/b.txt", "in/deep/c.md"]);
    expect(notices).toEqual([]);
  });

  test("a pattern", async () => expect((await open([join(folder, "in/*.txt")])).inputs.map(text)).toEqual(["b"]));

  test("what is not there is a Notice, and the rest goes on", async () => {
    const { inputs, notices } = await open([join(folder, "none.txt"), join(folder, "in/*.none"), join(folder, "in/b.txt")]);
    expect(notices.map((n) => n.rule)).toEqual(["input/not-found", "input/no-match"]);
    expect(inputs.map(text)).toEqual(["b"]);
  });

  test("of files with the same bytes the first by name is kept, in whatever order they come", async () => {
    const paths = ["same-a.txt", "same-b.txt"].map((name) => join(folder, name));
    for (const path of paths) writeFileSync(path, "A harbour town mended its pier on Monday, and the ferry came back.\n");
    const [there, back] = await Promise.all([splitInputs(paths), splitInputs(paths.toReversed())]);
    expect(there.pages.map((one) => one.page.path)).toEqual([paths[0]]);
    expect(back).toEqual(there);
  });

  test("a file longer than the limit is read up to it", async () => {
    writeFileSync(join(folder, "long.txt"), "x".repeat(5000));
    const { inputs, notices } = await open([join(folder, "long.txt")], { inputBytes: 100 });
    expect(inputs[0]!.bytes.length).toBe(100);
    expect(notices.map((n) => n.rule)).toEqual(["input/too-long"]);
  });

  test("a file of 200 MB costs what the limit allows", async () => {
    const path = join(folder, "huge.txt");
    writeFileSync(path, "A sentence of prose that opens the file.\n");
    truncateSync(path, 200 * 1024 * 1024);
    const { inputs, notices } = await open([path]);
    expect(inputs[0]!.bytes.length).toBe(64 * 1024 * 1024);
    expect(notices.map((n) => n.rule)).toEqual(["input/too-long"]);
    rmSync(path);
  });

  test("no more files than the limit", async () => {
    const { inputs, notices } = await open([join(folder, "in")], { files: 1 });
    expect(inputs).toHaveLength(1);
    expect(notices.map((n) => n.rule)).toEqual(["input/too-many"]);
  });

  test("an address is not fetched unless asked for", async () => {
    const { inputs, notices } = await open(["https://quay.example/1"]);
    expect(inputs).toEqual([]);
    expect(notices.map((n) => n.rule)).toEqual(["input/no-network"]);
  });
});

describe("which addresses are public", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "not an address",
  ])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8"])("%s is", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe("fetching, on loopback", () => {
  let server: Server;
  let base = "";
  let robots = "";
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? "");
      if (request.url === "/robots.txt") response.end(robots);
      else if (request.url === "/page") response.setHeader("content-type", "text/html; charset=utf-8").end("<p>hello</p>");
      else if (request.url === "/long") response.end("x".repeat(100_000));
      else if (request.url === "/versioned") {
        if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
        else response.writeHead(200, { etag: '"v1"', "content-type": "text/plain" }).end("first version");
      } else if (request.url === "/hop") response.writeHead(302, { location: "/page" }).end();
      else if (request.url === "/inside") response.writeHead(302, { location: "http://127.0.0.2:1/secret" }).end();
      else if (request.url === "/loop") response.writeHead(302, { location: "/loop" }).end();
      else if (request.url === "/feeds")
        response
          .setHeader("content-type", "text/x-opml")
          .end(`<opml version="2.0"><body><outline type="rss" text="q" xmlUrl="${base}/page"/></body></opml>`);
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((done) => server.close(() => done())));
  const allowed = { fetch: { allowHosts: ["127.0.0.1"], timeout: 5000 } };

  test("loopback is refused, and nothing is asked of it", async () => {
    asked.length = 0;
    const { inputs, notices } = await open([`${base}/page`], { fetch: {} });
    expect(inputs).toEqual([]);
    expect(notices.map((n) => n.rule)).toEqual(["input/not-fetched"]);
    expect(notices[0]!.reason).toContain("not a public address");
    expect(asked).toEqual([]);
  });

  test("a page comes with its address, type and time; a redirect is followed", async () => {
    robots = "";
    for (const path of ["/page", "/hop"]) {
      const { inputs } = await open([base + path], allowed);
      expect(inputs.map((i) => [text(i), i.url, i.mediaType])).toEqual([["<p>hello</p>", `${base}/page`, "text/html; charset=utf-8"]]);
      expect(inputs[0]!.retrievedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    }
  });

  test("a kept page is asked after by its version, and not sent anew", async () => {
    const cache = mkdtempSync(join(tmpdir(), "demarche-cache-"));
    const keeping = { fetch: { ...allowed.fetch, cache } };
    const first = await open([`${base}/versioned`], keeping);
    const again = await open([`${base}/versioned`], keeping);
    expect(again).toEqual(first);
    expect(text(again.inputs[0]!)).toBe("first version");
    // The same page unversioned is not kept: each asking brings it anew.
    await open([`${base}/page`], keeping);
    expect(readdirSync(cache)).toHaveLength(2);
    rmSync(cache, { recursive: true });
  });

  test.each([
    ["/inside", "input/not-fetched", "not a public address"],
    ["/loop", "input/not-fetched", "too many redirects"],
    ["/gone", "input/http-status", "404"],
  ])("%s is refused", async (path, rule, reason) => {
    const { inputs, notices } = await open([base + path], allowed);
    expect(inputs).toEqual([]);
    expect(notices.map((n) => n.rule)).toEqual([rule]);
    expect(notices[0]!.reason).toContain(reason);
  });

  test("robots.txt is obeyed", async () => {
    robots = "User-agent: *\nDisallow: /page";
    const { inputs, notices } = await open([`${base}/page`], allowed);
    robots = "";
    expect(inputs).toEqual([]);
    expect(notices[0]!.reason).toContain("robots.txt forbids it");
  });

  test("bytes are capped", async () => {
    const { inputs, notices } = await open([`${base}/long`], { ...allowed, inputBytes: 1000 });
    expect(inputs[0]!.bytes.length).toBe(1000);
    expect(notices.map((n) => n.rule)).toEqual(["input/too-long"]);
  });

  test("the feeds of an OPML list are fetched with the network, and only named without it", async () => {
    writeFileSync(
      join(folder, "list.opml"),
      `<opml version="2.0"><body><outline type="rss" text="q" xmlUrl="${base}/page"/></body></opml>`,
    );
    expect((await open([join(folder, "list.opml")], allowed)).inputs.map(text)).toEqual(["<p>hello</p>"]);
    expect((await open([`${base}/feeds`], allowed)).inputs.map(text)).toEqual(["<p>hello</p>"]);
    expect((await open([join(folder, "list.opml")])).inputs).toHaveLength(1);
  });
});
