import { describe, expect, it } from "vitest";
import { isLoopback, readEnv } from "./env";

const secret = "q3Zt7vB1yW9rK5mN0pL8sD2fG6hJ4xCa";
const ownServer = {
  DATABASE_URL: "postgres://galley:hidden@db:5432/galley",
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: "https://galley.example.org",
};

describe("the settings", () => {
  it("are all optional on the embedded database; empty counts as unset", () => {
    const bare = readEnv({});
    expect(bare).toEqual({
      HOST: "127.0.0.1",
      PORT: 3000,
      PROCESSES: 1,
      WORKER: "process",
      GALLEY_DATA: ".galley",
      TRUST_PROXY: 0,
      EVIDENCE_FILE_MB: 25,
      LOG_LEVEL: "info",
      GALLEY_INSTANCE: "00000000",
    });
    expect(readEnv({ DATABASE_URL: "", PORT: "", HOST: "" })).toEqual(bare);
  });

  it("keep of NEXTAUTH_URL the origin", () => {
    expect(readEnv({ ...ownServer, NEXTAUTH_URL: "https://galley.example.org/" }).NEXTAUTH_URL).toBe(
      "https://galley.example.org",
    );
  });

  it.each([
    ["a server without a secret", { ...ownServer, NEXTAUTH_SECRET: undefined }, "NEXTAUTH_SECRET is needed"],
    ["a server without its address", { ...ownServer, NEXTAUTH_URL: "" }, "NEXTAUTH_URL is needed"],
    ["a short secret", { ...ownServer, NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have 32"],
    ["a repeated character", { NEXTAUTH_SECRET: "a".repeat(40) }, "NEXTAUTH_SECRET is a known example"],
    ["a secret of a tutorial", { NEXTAUTH_SECRET: "please-change-me-please-change-me-now" }, "known example"],
    ["an open HOST without an address", { HOST: "0.0.0.0" }, "NEXTAUTH_URL is needed"],
    ["an address with a path", { NEXTAUTH_URL: "https://example.org/galley" }, "without a path"],
    ["another scheme", { NEXTAUTH_URL: "ftp://example.org" }, "https://galley.example.org"],
    [
      "another database",
      { DATABASE_URL: "mysql://localhost/x" },
      "DATABASE_URL must be an address like postgres://",
    ],
    ["a port of words", { PORT: "http" }, "PORT must be a whole number"],
    ["a port out of range", { PORT: "70000" }, "PORT"],
    ["half an administrator", { INIT_ADMIN_EMAIL: "a@example.org" }, "INIT_ADMIN_PASSWORD is needed"],
    ["the other half", { INIT_ADMIN_PASSWORD: "long enough to pass" }, "INIT_ADMIN_EMAIL is needed"],
    ["letters from nobody", { SMTP_URL: "smtp://127.0.0.1:25" }, "MAIL_FROM is needed"],
    ["letters by nobody", { MAIL_FROM: "galley@example.org" }, "SMTP_URL is needed"],
    ["letters by the web", { SMTP_URL: "https://mail.example.org", MAIL_FROM: "a@example.org" }, "smtps://"],
    [
      "a sender of two lines",
      { SMTP_URL: "smtp://127.0.0.1:25", MAIL_FROM: "Galley\r\nBcc: all <a@example.org>" },
      "MAIL_FROM must be like",
    ],
    ["a loud level", { LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  ])("refuse %s in a sentence", (_, source, words) => {
    expect(() => readEnv(source)).toThrow(words);
  });

  it("never repeat a value, which may be a password", () => {
    expect(() => readEnv({ ...ownServer, PORT: "x", DATABASE_URL: "mysql://hidden@db/x" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("hidden") as string }),
    );
  });
});

describe("loopback", () => {
  it.each(["127.0.0.1", "127.9.9.9", "localhost", "::1"])("is %s", (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  it.each(["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example.org", "localhost.example.org"])(
    "is not %s",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
