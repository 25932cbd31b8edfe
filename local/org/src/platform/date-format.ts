/** Dates by java.text.SimpleDateFormat patterns. Source: Java SE, java.text.SimpleDateFormat; Apex Reference, "Datetime Class: format". */
import { raise } from "../runtime/exception.ts";
import { offsetMs, wallClock, type WallClock, zoneName } from "../runtime/time-zones.ts";

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const DAY_MS = 86_400_000;

export function formatPattern(epochMs: number, pattern: string, zone: string): string {
  const clock = wallClock(epochMs, zone);
  let out = "";
  for (let at = 0; at < pattern.length;) {
    const character = pattern.charAt(at);
    if (character === "'") {
      const [text, length] = quoted(pattern, at);
      out += text;
      at += length;
    } else if (/[A-Za-z]/.test(character)) {
      let end = at + 1;
      while (pattern.charAt(end) === character) end += 1;
      out += field(character, end - at, clock, epochMs, zone);
      at = end;
    } else {
      out += character;
      at += 1;
    }
  }
  return out;
}

/** `'T'` is T, `''` is one quote. */
function quoted(pattern: string, at: number): readonly [text: string, length: number] {
  if (pattern.charAt(at + 1) === "'") return ["'", 2];
  const end = pattern.indexOf("'", at + 1);
  return end < 0
    ? raise("System.IllegalArgumentException", "Unterminated quote")
    : [pattern.slice(at + 1, end), end - at + 1];
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function dayOfYear(clock: WallClock): number {
  const day = Date.UTC(clock.year, clock.month - 1, clock.day);
  return Math.floor((day - Date.UTC(clock.year, 0, 1)) / DAY_MS) + 1;
}

function weekday(clock: WallClock): number {
  return new Date(Date.UTC(clock.year, clock.month - 1, clock.day)).getUTCDay();
}

/** Weeks start on Sunday; the week of 1 January is the first. */
function weekOf(day: number, firstDayOf: number): number {
  return Math.floor((day - 1 + firstDayOf) / 7) + 1;
}

function field(
  letter: string,
  width: number,
  clock: WallClock,
  epochMs: number,
  zone: string,
): string {
  switch (letter) {
    case "G":
      return clock.year > 0 ? "AD" : "BC";
    case "y":
    case "Y":
    case "u":
      if (letter === "u") return padded(weekday(clock) === 0 ? 7 : weekday(clock), width);
      return width === 2 ? padded(clock.year % 100, 2) : padded(clock.year, width);
    case "M":
    case "L":
      if (width >= 4) return MONTHS[clock.month - 1] ?? "";
      if (width === 3) return (MONTHS[clock.month - 1] ?? "").slice(0, 3);
      return padded(clock.month, width);
    case "d":
      return padded(clock.day, width);
    case "D":
      return padded(dayOfYear(clock), width);
    case "E": {
      const name = DAYS[weekday(clock)] ?? "";
      return width >= 4 ? name : name.slice(0, 3);
    }
    case "F":
      return padded(Math.floor((clock.day - 1) / 7) + 1, width);
    case "w":
      return padded(
        weekOf(dayOfYear(clock), new Date(Date.UTC(clock.year, 0, 1)).getUTCDay()),
        width,
      );
    case "W":
      return padded(
        weekOf(clock.day, new Date(Date.UTC(clock.year, clock.month - 1, 1)).getUTCDay()),
        width,
      );
    case "a":
      return clock.hour < 12 ? "AM" : "PM";
    case "H":
      return padded(clock.hour, width);
    case "k":
      return padded(clock.hour === 0 ? 24 : clock.hour, width);
    case "K":
      return padded(clock.hour % 12, width);
    case "h":
      return padded(clock.hour % 12 === 0 ? 12 : clock.hour % 12, width);
    case "m":
      return padded(clock.minute, width);
    case "s":
      return padded(clock.second, width);
    case "S":
      return padded(clock.millisecond, width);
    case "z":
      return zoneText(epochMs, zone, width >= 4 ? "long" : "short");
    case "Z":
      return offsetText(epochMs, zone, "");
    case "X":
      if (offsetMs(epochMs, zone) === 0) return "Z";
      return width === 1
        ? offsetText(epochMs, zone, "").slice(0, 3)
        : offsetText(epochMs, zone, width === 2 ? "" : ":");
    default:
      return raise("System.IllegalArgumentException", `Illegal pattern character '${letter}'`);
  }
}

/** `+0100`. */
function offsetText(epochMs: number, zone: string, separator: string): string {
  const minutes = offsetMs(epochMs, zone) / 60_000;
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${padded(Math.floor(size / 60), 2)}${separator}${padded(size % 60, 2)}`;
}

function zoneText(epochMs: number, zone: string, style: "long" | "short"): string {
  if (zoneName(zone) === "UTC") return style === "long" ? "Greenwich Mean Time" : "GMT";
  const part = new Intl.DateTimeFormat("en-US", { timeZone: zoneName(zone), timeZoneName: style })
    .formatToParts(epochMs)
    .find(({ type }) => type === "timeZoneName");
  return part?.value ?? zone;
}
