import { expect, it } from "vitest";

import { hasReadablePath } from "./path";

it.each([
  ["/", true],
  ["/articles/0199?tag=1", true],
  ["/n/caf%C3%A9", true],
  ["/n/%00", true],
  ["/sign-in?back=%ff", true],
  ["/articles/%ff%fe", false],
  ["/n/%E0%A4%A", false],
  ["/api/trpc/%c0%ae", false],
  ["/%", false],
])("the path of %s can be read: %s", (url, readable) => {
  expect(hasReadablePath(url)).toBe(readable);
});
