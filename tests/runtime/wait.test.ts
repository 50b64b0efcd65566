// Waiting that is given up: work that hangs holds nobody up, and nothing of it is lost while it is waited for.
import { expect, it } from "vitest";
import { endsUnless } from "../../src/runtime/wait.ts";

const never = new Promise<void>(() => undefined);

it("work that ends is waited for, however long it takes, while nothing is off", async () => {
  let looks = 0;
  let end: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    end = resolve;
  });
  const isOff = (): boolean => {
    looks += 1;
    if (looks === 5) end();
    return false;
  };
  expect(await endsUnless(isOff, slow, 1)).toBe(true);
  expect(looks).toBeGreaterThanOrEqual(5);
});

it("work that hangs is given up at the first look that finds it off", async () => {
  let looks = 0;
  expect(await endsUnless(() => ++looks === 3, never, 1)).toBe(false);
  expect(looks).toBe(3);
});

it("an error while it is waited for is thrown, one after that is nobody's", async () => {
  await expect(endsUnless(() => false, Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  let fail: (cause: Error) => void = () => undefined;
  const late = new Promise<void>((_, reject) => {
    fail = reject;
  });
  expect(await endsUnless(() => true, late, 1)).toBe(false);
  fail(new Error("too late"));
  await expect(late).rejects.toThrow("too late");
});
