import { parseArgs } from "node:util";
import type { SObjectValue } from "../runtime/sobject.ts";
import { childrenRenderer } from "../rest/resources/query.ts";
import { queryRefusal } from "../rest/query-error-text.ts";
import { recordToJson } from "../rest/record-to-json.ts";
import { shownFields, type ShownFields, ALL_FIELDS } from "../rest/shown-fields.ts";
import { QueryError } from "../soql/query-error.ts";
import { parseQuery } from "../syntax/parse.ts";
import { UsageError, type Command } from "./command.ts";
import { openedOrg } from "./opened-org.ts";
import {
  DATA_OPTIONS,
  DATA_USAGE,
  PROJECT_OPTIONS,
  PROJECT_USAGE,
  projectOptions,
} from "./project-options.ts";
import { tableOf, type TableRow } from "./table.ts";

export const query: Command = {
  usage: `org query "SOQL" [options]

${PROJECT_USAGE}
${DATA_USAGE}
  --json          records as JSON, in place of a table`,
  run(argv) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...PROJECT_OPTIONS, ...DATA_OPTIONS, json: { type: "boolean" } },
      allowPositionals: true,
    });
    const [text, ...others] = positionals;
    if (text === undefined || others.length > 0) throw new UsageError("Give one query, in quotes.");
    const { org } = openedOrg(projectOptions(values), values.data);
    try {
      const selected = org.select(text, org.administrator, { allRows: false });
      if (selected.kind === "count") {
        console.log(selected.count);
        return 0;
      }
      const records = selected.records.map((record) => shownRecord(record, shownBy(text)));
      if (values.json === true) console.log(JSON.stringify(records, null, 2));
      else for (const line of tableOf(records)) console.log(line);
      return 0;
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      console.error(queryRefusal(error, text).message.trim());
      return 1;
    } finally {
      org.close();
    }
  },
};

function shownBy(text: string): ShownFields {
  const parsed = parseQuery(text);
  return "query" in parsed ? shownFields(parsed.query) : ALL_FIELDS;
}

function shownRecord(record: SObjectValue, shown: ShownFields): TableRow {
  return recordToJson(record, "", childrenRenderer(""), shown);
}
