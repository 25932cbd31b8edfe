/** What Search.find() finds: records by object. Source: Apex Reference, "SearchResults Class" and "SearchResult Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { ApexList } from "../../runtime/list.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { required } from "../required.ts";

export class SearchResultValue {
  readonly record: SObjectValue;

  constructor(record: SObjectValue) {
    this.record = record;
  }
}

export class SearchResultsValue {
  readonly #lists: readonly ApexList<SObjectValue>[];

  /** @param lists of each object of the RETURNING clause its records */
  constructor(lists: readonly ApexList<SObjectValue>[]) {
    this.#lists = lists;
  }

  of(object: string): readonly SObjectValue[] {
    return this.#lists
      .filter(({ element }) => element.kind === "sobject" && isNamed(element.name, object))
      .flatMap((records) => [...records]);
  }
}

function isNamed(name: string, object: string): boolean {
  return name.toLowerCase() === object.toLowerCase();
}

export const searchResultBehaviour = platformType({
  type: "Search.SearchResult",
  implementation: SearchResultValue,
  methods: { getSObject: ({ record }: SearchResultValue) => record },
});

export const searchResultsBehaviour = platformType({
  type: "Search.SearchResults",
  implementation: SearchResultsValue,
  methods: {
    get: (results: SearchResultsValue, object: string | null) =>
      new ApexList(
        platformTypeNamed("Search.SearchResult"),
        results.of(required(object)).map((record) => new SearchResultValue(record)),
      ),
  },
});
