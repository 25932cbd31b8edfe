import { follow, following } from "c/stripeFollow";

let isHidden = false;
beforeEach(() => {
  jest.useFakeTimers();
  isHidden = false;
  jest.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const look = (hidden: boolean) => {
  isHidden = hidden;
  document.dispatchEvent(new Event("visibilitychange"));
};

test("asks after one, two, three and then every five seconds, until there is nothing to wait for", async () => {
  const ask = jest.fn().mockResolvedValue(true);
  follow(ask);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(ask).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(2_000 + 3_000 + 5_000);
  expect(ask).toHaveBeenCalledTimes(4);
  ask.mockResolvedValue(false);
  await jest.advanceTimersByTimeAsync(5_000);
  expect(ask).toHaveBeenCalledTimes(5);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(5);
});

test("after two minutes asks every fifteen seconds", async () => {
  const ask = jest.fn().mockResolvedValue(true);
  const stop = follow(ask);
  await jest.advanceTimersByTimeAsync(130_000);
  ask.mockClear();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(4);
  stop();
});

test("does not ask while nobody looks, and asks at once when somebody does again", async () => {
  const ask = jest.fn().mockResolvedValue(true);
  const stop = follow(ask);
  look(true);
  await jest.advanceTimersByTimeAsync(600_000);
  expect(ask).not.toHaveBeenCalled();
  look(false);
  await jest.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(1);
  stop();
});

test("a question that fails is asked again", async () => {
  const ask = jest.fn().mockRejectedValueOnce(new Error("away")).mockResolvedValue(false);
  follow(ask);
  await jest.advanceTimersByTimeAsync(3_000);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("asks no more once it is stopped", async () => {
  const ask = jest.fn().mockResolvedValue(true);
  follow(ask)();
  look(true);
  look(false);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(ask).not.toHaveBeenCalled();
});

test("a question that is refused for good is not asked again, nor when somebody looks again", async () => {
  const ask = jest.fn().mockRejectedValue({ body: { message: "You may not see sync runs." } });
  follow(ask);
  await jest.advanceTimersByTimeAsync(600_000);
  look(true);
  look(false);
  await jest.advanceTimersByTimeAsync(600_000);
  expect(ask).toHaveBeenCalledTimes(1);
});

test("does not ask twice at once, nor waits on while nobody looks", async () => {
  let answer = (_isWaiting: boolean): void => undefined;
  const ask = jest.fn(
    () =>
      new Promise<boolean>((resolve) => {
        answer = resolve;
      }),
  );
  const stop = follow(ask);
  await jest.advanceTimersByTimeAsync(1_000);
  look(true);
  look(false);
  expect(ask).toHaveBeenCalledTimes(1);
  look(true);
  answer(true);
  await jest.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(1);
  stop();
});

test("what is followed is followed once at a time, and again when it begins again", async () => {
  let isWaiting = true;
  const asked = jest.fn().mockResolvedValue(undefined);
  const followed = following(asked, () => isWaiting);
  followed.begin();
  followed.begin();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveBeenCalledTimes(1);
  isWaiting = false;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveBeenCalledTimes(2);
  isWaiting = true;
  followed.begin();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveBeenCalledTimes(3);
  followed.end();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveBeenCalledTimes(3);
  followed.begin();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveBeenCalledTimes(4);
  followed.end();
});

test("what was refused for good may be followed again, as when a right was given", async () => {
  const refused = { body: { message: "You may not see this." } };
  const asked = jest.fn().mockRejectedValueOnce(refused).mockResolvedValue(undefined);
  const followed = following(asked, () => true);
  followed.begin();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveBeenCalledTimes(1);
  followed.begin();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveBeenCalledTimes(2);
  followed.end();
});
