/** The formats of who looks. */
import { localeFormats, monthNames } from "../../core/locale-formats";
import { session } from "../../core/session";

export const formats = localeFormats(session.i18n.locale);
export const months = monthNames(session.i18n.locale);
