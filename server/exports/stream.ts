import { reportBug } from "~/server/log";

/** Text is sent together from this size on, in UTF-16 code units; bytes as they come. */
const BATCH = 32_768;

/** The pieces as bytes, made only when they are asked for; a reader who goes away ends their making. */
export function streamed(
  pieces: AsyncIterable<string | Uint8Array>,
  where: Record<string, unknown>,
): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          let batch = "";
          while (batch.length < BATCH) {
            const next = await iterator.next();
            const piece = next.done ? null : next.value;
            if (typeof piece === "string") {
              batch += piece;
              continue;
            }
            if (batch !== "") controller.enqueue(encoder.encode(batch));
            if (piece === null) controller.close();
            else controller.enqueue(piece);
            return;
          }
          controller.enqueue(encoder.encode(batch));
        } catch (error) {
          // The headers are out: cutting the connection is what tells the browser that the file is not whole.
          reportBug(error, where);
          controller.error(error);
        }
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
