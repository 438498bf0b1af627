import mammoth from "mammoth";
import { NO_METADATA } from "../model/reading.ts";
import { readFragment } from "./fragment.ts";
import { measureZip } from "./inflate.ts";
import { type PageInput, type PageReadings, pageNotice } from "./input.ts";
import type { Limits } from "./limits.ts";

/** Reads a Word document as the text it shows. A document that unpacks to more than the limit is refused unread. */
export async function readDocx(input: PageInput, limits: Limits): Promise<PageReadings> {
  if (measureZip(input.bytes, limits.unpackedBytes) > limits.unpackedBytes) {
    const reason = `${input.path} unpacks to more than ${limits.unpackedBytes} bytes and was not read. Raise the limit "unpackedBytes" if it is sound.`;
    return { pages: [], notices: [pageNotice(input.path, "unpacked-limit", reason)] };
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(input.bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
  );
  const { page } = readFragment(input, value, NO_METADATA, limits);
  // A document may hold several articles: its lines are split as text.
  return {
    pages: [
      { page: { ...page, mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }, metadata: NO_METADATA },
    ],
    notices: [],
  };
}
