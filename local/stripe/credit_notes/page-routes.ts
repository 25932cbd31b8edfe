import { Hono } from "hono";
import type { Account } from "../account.ts";
import { answerPage } from "../pages/form.ts";
import { noticePage } from "../pages/page.ts";
import { creditNoteDocument } from "./document.ts";

/** The documents of credit notes, under `/credit_notes/:id/pdf`. */
export function creditNotePages({ objects }: Account): Hono {
  const pages = new Hono();
  pages.get("/:id/pdf", async (context) => {
    const note = objects.find("credit_note", context.req.param("id"));
    if (note === undefined) {
      return answerPage(context, noticePage("Not found", "There is no such credit note."), 404);
    }
    return context.body(await creditNoteDocument(note), 200, {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="credit-note-${note.number}.pdf"`,
    });
  });
  return pages;
}
