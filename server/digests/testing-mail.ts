import { once } from "node:events";
import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";

/** A letter as it came over the wire, and whom it was for. */
export interface TestLetter {
  readonly to: string;
  readonly raw: string;
}

/** What the server does with a letter that it has read. */
export type Manner = "takes" | "takes slowly" | "puts off" | "refuses" | "hangs up" | "is silent";

/** A mail server on loopback. Not for use outside of tests. */
export interface TestMail {
  readonly url: string;
  /** What it took. */
  readonly letters: readonly TestLetter[];
  /** All that it read, taken or not. */
  readonly read: readonly TestLetter[];
  /** To everybody, or to some by their address. */
  manner: Manner | ((to: string) => Manner);
  close(): Promise<void>;
}

export async function testMail(): Promise<TestMail> {
  const letters: TestLetter[] = [];
  const read: TestLetter[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const letter = { to, raw: Buffer.concat(parts).toString() };
        read.push(letter);
        const manner = typeof mail.manner === "function" ? mail.manner(to) : mail.manner;
        const take = () => {
          letters.push(letter);
          done();
        };
        if (manner === "takes") take();
        else if (manner === "takes slowly") setTimeout(take, 1_000);
        else if (manner === "hangs up") {
          for (const socket of sockets) socket.destroy();
        } else if (manner !== "is silent") {
          const responseCode = manner === "puts off" ? 452 : 552;
          done(Object.assign(new Error("No room"), { responseCode }));
        }
      });
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
  const mail: TestMail = {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    read,
    manner: "takes",
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return mail;
}

/** A letter without what the wire does to it. Not for use outside of tests. */
export function unwrapped({ raw }: TestLetter): string {
  const bytes = raw
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString();
}

/** The value of a header. Not for use outside of tests. */
export function headerOf({ raw }: TestLetter, name: string): string | undefined {
  const [head = ""] = raw.split("\r\n\r\n");
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return lines
    .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `))
    ?.slice(name.length + 2);
}
