import PDFDocument from "pdfkit";

const MARGIN = 56;

export interface DocumentText {
  readonly title: string;
  readonly author: string;
  /** One line each, below the title. */
  readonly facts: readonly string[];
  /** What it is and how much, in pairs. */
  readonly lines: readonly (readonly [string, string])[];
  readonly totals: readonly (readonly [string, string])[];
}

/** A document a payer can download. */
export async function pdfDocument(text: DocumentText): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    lang: "en",
    displayTitle: true,
    info: { Title: text.title, Author: text.author },
  });
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  write(document, text);
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function write(document: PDFKit.PDFDocument, { title, facts, lines, totals }: DocumentText): void {
  document.fontSize(20).text(title).moveDown(0.5).fontSize(11);
  for (const fact of facts) document.text(fact);
  document.moveDown();
  for (const [name, amount] of lines) row(document, name, amount);
  document.moveDown();
  for (const [name, amount] of totals) row(document, name, amount);
}

/** What it is on the left, how much on the right, below what was written last. */
function row(document: PDFKit.PDFDocument, name: string, amount: string): void {
  const { y } = document;
  document.text(amount, MARGIN, y, { align: "right" });
  const below = document.y;
  document.text(name, MARGIN, y, { width: 340 });
  document.y = Math.max(below, document.y);
}
