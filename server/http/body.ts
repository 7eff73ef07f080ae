import type { Refusal } from "./guard";

/** The most that a request to a procedure may carry. */
export const BODY_BYTES = 1_000_000;

/**
 * Reads a body while counting, so that what it claims of its length does not matter.
 * @param most bytes
 * @returns the bytes; or the refusal, as soon as there are too many
 */
export async function readBody(
  request: Request,
  most = BODY_BYTES,
): Promise<Uint8Array<ArrayBuffer> | Refusal> {
  if (Number(request.headers.get("content-length") ?? 0) > most) return tooLarge(most);
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      await reader.cancel();
      return tooLarge(most);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** The same as text. Bytes that are not UTF-8 are refused rather than replaced. */
export async function readText(request: Request, most = BODY_BYTES): Promise<string | Refusal> {
  const bytes = await readBody(request, most);
  if (!(bytes instanceof Uint8Array)) return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { status: 400, sentence: "The request is not valid UTF-8. Nothing was changed." };
  }
}

function tooLarge(most: number): Refusal {
  const size = most < 1_000_000 ? `${Math.round(most / 1_000)} kB` : `${Math.round(most / 1_000_000)} MB`;
  return { status: 413, sentence: `This is more than ${size} at once. Nothing was changed.` };
}
