import { describe, expect, it } from "vitest";
import type { Host } from "../../runtime/host.ts";
import { apex } from "../../testing/apex.ts";
import { TEST_NOW, testSchema } from "../../testing/host.ts";

const schema = {
  ...testSchema(),
  cachePartitions: [
    { name: "Rates", isDefault: true },
    { name: "Other", isDefault: false },
  ],
};

const org = apex()
  .schema(schema)
  .class(
    `public class Loader implements Cache.CacheBuilder {
      public Object doLoad(String key) { System.debug('loading ' + key); return key + '!'; }
    }`,
  );

function debugOf(block: string, host: Partial<Host> = {}): readonly string[] {
  const { debug, exception } = org.host(host).run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("Cache.Org", () => {
  it("puts, finds and removes values under short and whole keys", () => {
    expect(
      debugOf(`
        Cache.Org.put('usd', 1.1);
        Cache.Org.put('local.Other.eur', 2);
        System.debug(Cache.Org.get('local.Rates.usd') + ' ' + Cache.Org.contains('eur') + ' ' + Cache.Org.get('local.Other.eur'));
        System.debug(Cache.Org.getPartition('local.Rates').getKeys() + ' ' + Cache.Org.remove('usd') + ' ' + Cache.Org.get('usd'));`),
    ).toEqual(["1.1 false 2", "{usd} true null"]);
  });

  it("gives copies: what is changed afterwards is not cached", () => {
    expect(
      debugOf(`
        List<Integer> numbers = new List<Integer>{1};
        Cache.Org.put('numbers', numbers);
        numbers.add(2);
        ((List<Integer>) Cache.Org.get('numbers')).add(3);
        System.debug(Cache.Org.get('numbers'));`),
    ).toEqual(["(1)"]);
  });

  it("loads what is missing by its builder, once", () => {
    expect(
      debugOf(`
        System.debug(Cache.Org.get(Loader.class, 'a'));
        System.debug(Cache.Session.get(Loader.class, 'b'));
        System.debug(Cache.Org.get(Loader.class, 'a'));`),
    ).toEqual(["loading a", "a!", "loading b", "b!", "a!"]);
  });

  it("forgets a value when its time is over", () => {
    let now = TEST_NOW;
    const clock = {
      now: () => {
        now += 1000;
        return now;
      },
    };
    expect(
      debugOf(
        "Cache.Org.put('a', 1, 300); System.debug(Cache.Org.contains('a')); Cache.Org.put('b', 1, 1); System.debug(Cache.Org.contains('b'));",
        { clock },
      ),
    ).toEqual(["true", "false"]);
  });

  it.each([
    [
      "Cache.Org.getPartition('local.None');",
      "Cache.Org.OrgCacheException: Cache partition local.None does not exist",
    ],
    [
      "Cache.Org.put('a-b', 1);",
      "Cache.InvalidParamException: Invalid cache key 'a-b': only alphanumeric characters, at most 50",
    ],
    ["Cache.Org.put('a', null);", "Cache.InvalidParamException: Cache value cannot be null"],
  ])("%s raises %s", (block, headline) => {
    expect(org.run(block).exception?.headline).toBe(headline);
  });
});
