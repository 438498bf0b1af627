import { strToU8, zipSync } from "fflate";

/** A Word document of the given paragraphs, as small as Word's own rules allow. */
export function makeDocx(paragraphs: readonly string[], extra: Record<string, Uint8Array> = {}): Uint8Array {
  const body = paragraphs.map((p) => `<w:p><w:r><w:t xml:space="preserve">${p}</w:t></w:r></w:p>`).join("");
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    ...extra,
  });
}

/** A PDF of one page with the given lines, 14 points apart; an empty string leaves a blank line. */
export function makePdf(lines: readonly string[]): Uint8Array {
  const shown = lines
    .map((line, i) => (line === "" ? "" : `BT /F1 10 Tf 50 ${780 - i * 14} Td (${line.replace(/[()\\]/g, "\\$&")}) Tj ET`))
    .join("\n");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
    `<</Length ${shown.length}>>\nstream\n${shown}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let out = "%PDF-1.4\n";
  const places: number[] = [];
  for (const [i, object] of objects.entries()) {
    places.push(out.length);
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}`;
  out += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return new TextEncoder().encode(out);
}

/** One record of a WARC file: a response with its HTTP header. */
export function makeWarc(url: string, html: string, status = 200): string {
  const http = `HTTP/1.1 ${status} OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
  const length = new TextEncoder().encode(http).length;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length}\r\n\r\n${http}\r\n\r\n`;
}

/** A page of one article in markup, with furniture around it. */
export function makeHtml(title: string, paragraphs: readonly string[]): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${title} | The Quay</title><meta property="og:title" content="${title}"><meta property="og:site_name" content="The Quay"><meta property="article:published_time" content="2024-05-03T09:30:00+02:00"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><main><article><h1>${title}</h1><div class="byline">By Ada Quill</div>
<figure><img src="a.jpg"><figcaption>The ferry at its berth in spring.</figcaption></figure>
${paragraphs.map((p) => `<p>${p}</p>`).join("\n")}
<div class="newsletter-signup">Get our letter every morning.</div></article></main><footer>All rights reserved</footer></body></html>`;
}
