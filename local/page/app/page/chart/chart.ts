import { LightningElement, api } from "lwc";
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart as Drawing,
  type ChartConfiguration,
  DoughnutController,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Tooltip,
} from "chart.js";
import type { ChartData } from "../../../reports/chart-data.ts";

Drawing.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Tooltip,
);

/** Told apart without seeing colours too well: the palette of Okabe and Ito. */
const COLORS = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  "#d55e00",
  "#f0e442",
  "#444444",
];

/** A chart, and what it shows as a table for who does not see it. */
export default class Chart extends LightningElement {
  @api heading = "";
  #data: ChartData | null = null;
  #drawing: Drawing | null = null;
  isTable = false;

  @api
  get data(): ChartData | null {
    return this.#data;
  }
  set data(data: ChartData | null) {
    this.#data = data;
    this.#drawing?.destroy();
    this.#drawing = null;
  }

  override renderedCallback(): void {
    const canvas = this.refs?.["canvas"];
    if (!(canvas instanceof HTMLCanvasElement) || this.#data === null) return;
    // Another canvas after the table was shown.
    if (this.#drawing !== null && this.#drawing.canvas === canvas) return;
    this.#drawing?.destroy();
    this.#drawing = new Drawing(canvas, configurationOf(this.#data));
  }
  override disconnectedCallback(): void {
    this.#drawing?.destroy();
    this.#drawing = null;
  }

  get isEmpty(): boolean {
    return this.#data === null || this.#data.labels.length === 0;
  }
  get label(): string {
    const { measure = "", labels = [] } = this.#data ?? {};
    return `${this.heading}: ${measure} of ${labels.length} groups. The button below shows it as a table.`;
  }
  get toggleLabel(): string {
    return this.isTable ? "Show as chart" : "Show as table";
  }
  get columns(): readonly string[] {
    return (this.#data?.series ?? []).map(({ label }) => label);
  }
  get lines(): readonly {
    readonly label: string;
    readonly cells: readonly { readonly key: number; readonly text: string }[];
  }[] {
    return (this.#data?.labels ?? []).map((label, at) => ({
      label,
      cells: (this.#data?.series ?? []).map(({ words }, key) => ({ key, text: words[at] ?? "-" })),
    }));
  }

  toggle(): void {
    this.isTable = !this.isTable;
  }
}

function configurationOf({ kind, isStacked, labels, series }: ChartData): ChartConfiguration {
  const isRound = kind === "donut" || kind === "pie";
  return {
    type: kind === "donut" ? "doughnut" : kind === "column" ? "bar" : kind,
    data: {
      labels: [...labels],
      datasets: series.map(({ label, values }, at) => ({
        label,
        data: [...values],
        backgroundColor: isRound
          ? labels.map((_, index) => COLORS[index % COLORS.length] ?? "")
          : (COLORS[at % COLORS.length] ?? ""),
        borderColor: isRound ? "#ffffff" : (COLORS[at % COLORS.length] ?? ""),
        spanGaps: true,
      })),
    },
    options: {
      animation: false,
      indexAxis: kind === "bar" ? "y" : "x",
      maintainAspectRatio: false,
      plugins: {
        legend: { display: isRound || series.length > 1, position: "right" },
        tooltip: {
          callbacks: {
            label: ({ datasetIndex, dataIndex }) =>
              `${series[datasetIndex]?.label ?? ""}: ${series[datasetIndex]?.words[dataIndex] ?? ""}`,
          },
        },
      },
      ...(isRound ? {} : { scales: { x: { stacked: isStacked }, y: { stacked: isStacked } } }),
    },
  };
}
