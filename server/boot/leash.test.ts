import { spawn, type ChildProcess } from "node:child_process";
import { expect, it } from "vitest";

/** A child that follows this process, then runs `rest`. */
function follower(rest: string): ChildProcess {
  const script = `import { followLauncher } from "~/server/boot/leash"; const letGo = followLauncher(); ${rest}`;
  return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

const codeOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve, reject) => child.once("error", reject).once("exit", resolve));

it.each([0, 1])("ends with its own code %i once it has let go", async (code) => {
  expect(await codeOf(follower(`process.exitCode = ${code}; letGo();`))).toBe(code);
});

it("ends with 143 when the launcher's channel closes", async () => {
  const child = follower(`setInterval(() => {}, 1000); process.send("ready");`);
  child.once("message", () => child.disconnect());
  expect(await codeOf(child)).toBe(143);
});
