import type { PageReference } from "lightning/navigation";
import { encodeDefaultFieldValues } from "lightning/pageReferenceUtils";

export interface Email {
  /** Beside which record it is kept as an activity. */
  readonly recordId: string | undefined;
  readonly to: string | null | undefined;
  readonly subject: string;
  /** Lines of plain text. */
  readonly text: string;
}

/** Where the platform's composer is, filled in: the one who sends reads first what is sent. */
export function composerOf({ recordId, to, subject, text }: Email): PageReference {
  return {
    type: "standard__quickAction",
    attributes: { apiName: "Global.SendEmail" },
    state: {
      recordId: recordId ?? "",
      defaultFieldValues: encodeDefaultFieldValues({
        ToAddress: to ?? "",
        Subject: subject,
        HtmlBody: htmlOf(text),
      }),
    },
  };
}

/** A plan called `R&D <Pro>` is written so. */
function htmlOf(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}
