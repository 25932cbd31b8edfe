/**
 * Reports and dashboards are seen by those their folder is shared with; a folder inside another has the shares of the one above.
 * Source: Salesforce Help, "Share Report and Dashboard Folders"; Metadata API Developer Guide, "FolderShare".
 */
import type { FolderDefinition, FolderShare } from "../../analytics/source/report-definition.ts";
import type { Row } from "../../store/row.ts";
import { findRow } from "../../store/find-row.ts";
import { type AccessLevel, ALL, NO_ACCESS, READ } from "./access-level.ts";
import { isInternal } from "./grantees.ts";
import type { ObjectSharing, RecordSharing } from "./record-sharing.ts";
import { groupIdOf } from "./rule-target.ts";

const OBJECTS: ReadonlySet<string> = new Set(["Report", "Dashboard", "Folder"]);

/** Of users who see, or work in, every public folder. */
const SEES_ALL = {
  Report: ["ViewPublicReports", "ManageReportsInPubFolders"],
  Dashboard: ["ViewPublicDashboards", "ManageDashbdsInPubFolders"],
} as const;

export function isInFolder(object: string): boolean {
  return OBJECTS.has(object);
}

export class FolderSharing implements ObjectSharing {
  readonly isReadByAll = false;
  readonly #sharing: RecordSharing;
  readonly #levels = new Map<string, AccessLevel>();

  constructor(sharing: RecordSharing) {
    this.#sharing = sharing;
  }

  level(row: Row): AccessLevel {
    const { store, rights } = this.#sharing;
    if (rights.modifiesAllOf(row.object)) return ALL;
    const folderId = row.object === "Dashboard" ? row.values["FolderId"] : row.values["OwnerId"];
    if (row.object === "Folder") return this.#levelOfFolder(row);
    const folder = typeof folderId === "string" ? store.get("Folder", folderId) : undefined;
    return folder === undefined ? NO_ACCESS : this.#levelOfFolder(folder);
  }

  isGranted(row: Row): boolean {
    return this.level(row) >= READ;
  }

  #levelOfFolder({ id, values }: Row): AccessLevel {
    const known = this.#levels.get(id);
    if (known !== undefined) return known;
    const { folders } = this.#sharing.schema.analytics;
    const named = (name: unknown): FolderDefinition | undefined =>
      folders.find(({ kind, developerName }) => kind === values["Type"] && developerName === name);
    let folder = named(values["DeveloperName"]);
    for (let above = folder?.parent ?? null; above !== null; above = folder?.parent ?? null)
      folder = named(above);
    const isSeen = folder !== undefined && this.#isShared(folder);
    const level = isSeen ? READ : NO_ACCESS;
    this.#levels.set(id, level);
    return level;
  }

  #isShared({ kind, accessType, shares }: FolderDefinition): boolean {
    const { rights, userId, store } = this.#sharing;
    if (SEES_ALL[kind].some((name) => rights.hasUserPermission(name))) return true;
    if (accessType === "Public" || accessType === "PublicInternal")
      return isInternal(store.get("User", userId));
    return shares.some((share) => this.#isSharedBy(share));
  }

  #isSharedBy({ sharedTo, sharedToType }: FolderShare): boolean {
    const { store, grantees, userId } = this.#sharing;
    const isGrantee = (id: string | undefined): boolean => id !== undefined && grantees.ids.has(id);
    switch (sharedToType) {
      case "Organization":
        return isInternal(store.get("User", userId));
      case "Group":
        return isGrantee(groupIdOf(store, { kind: "group", name: sharedTo }));
      case "Role":
        return isGrantee(groupIdOf(store, { kind: "role", name: sharedTo }));
      case "RoleAndSubordinates":
      case "RoleAndSubordinatesInternal":
        return isGrantee(groupIdOf(store, { kind: "roleAndSubordinates", name: sharedTo }));
      case "User":
        return findRow(store, "User", ({ Username }) => Username === sharedTo)?.id === userId;
      default:
        return false;
    }
  }
}
