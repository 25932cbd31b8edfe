import { LightningElement, api } from "lwc";
import { tableOf, type Table, type TableCell } from "../../../reports/report-table";
import type { ReportResult } from "../../../reports/types.ts";

interface ShownCell extends TableCell {
  readonly key: number;
  readonly className: string;
  readonly span: number;
}

/** The result of a report. */
export default class ReportTable extends LightningElement {
  @api heading = "";
  @api result: ReportResult | undefined;

  get table(): Table {
    return this.result === undefined ? { columns: [], lines: [] } : tableOf(this.result);
  }
  get columns(): readonly ShownCell[] {
    return this.table.columns.map(shown);
  }
  get lines(): readonly {
    readonly key: number;
    readonly className: string;
    readonly cells: readonly ShownCell[];
  }[] {
    const { columns, lines } = this.table;
    return lines.map(({ kind, level, cells }, key) => ({
      key,
      className: `${kind} level${level}`,
      // What a group sums up to takes the rest of its line.
      cells: cells.map((cell, index) => {
        const isLast = index === cells.length - 1;
        const rest = columns.length - cells.length + 1;
        return { ...shown(cell, index), span: isLast ? Math.max(1, rest) : 1 };
      }),
    }));
  }
  get isEmpty(): boolean {
    return this.table.lines.length === 0;
  }
}

function shown(cell: TableCell, key: number): ShownCell {
  return { ...cell, key, className: cell.isNumber ? "number" : "", span: 1 };
}
