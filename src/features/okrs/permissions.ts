/** Who asks. `leads` and `teams` are team ids. */
export interface Viewer {
  memberId: string;
  role: "owner" | "admin" | "champion" | "member" | "guest";
  leads: readonly string[];
  teams: readonly string[];
}

export const LEVELS = ["company", "team", "personal"] as const;
export type Level = (typeof LEVELS)[number];

/** What of an objective decides who may do what to it. */
export interface ObjectiveRow {
  level: Level;
  ownerId: string | null;
  /** Its team first, then every team above it; empty for company and personal objectives. */
  teamPath: readonly string[];
  private: boolean;
  /** Members who were invited to read it; the only way in for a guest. */
  invited: readonly string[];
  /** Owners of its key results; they see it even when it is private. */
  keyResultOwnerIds: readonly string[];
}

export interface KeyResultRow {
  ownerId: string | null;
  objective: ObjectiveRow;
}

export interface ObjectiveCan {
  see: boolean;
  edit: boolean;
  addKeyResult: boolean;
  link: boolean;
  overrule: boolean;
  publish: boolean;
  close: boolean;
  delete: boolean;
  /** Personal objectives only, by their owner alone. */
  makePrivate: boolean;
}

export interface KeyResultCan {
  see: boolean;
  edit: boolean;
  checkIn: boolean;
  changeTarget: boolean;
  overrule: boolean;
  /** Its state, its grade. */
  close: boolean;
  delete: boolean;
  /** The owner alone commits to it. */
  accept: boolean;
}

/**
 * Whether an objective is there for someone. No role opens a private objective, the organisation's owner's included;
 * an admin sees what a member sees; a guest reads what they were invited to (PRODUCT: "role", "private objectives").
 */
export function maySeeObjective(viewer: Viewer, objective: ObjectiveRow): boolean {
  const { memberId, role } = viewer;
  if (objective.invited.includes(memberId)) return true;
  if (role === "guest") return false;
  return !objective.private || objective.ownerId === memberId || objective.keyResultOwnerIds.includes(memberId);
}

/** What someone may do to an objective. Everything needs to see it first, so a private one stays its owner's. */
export function objectiveCan(viewer: Viewer, objective: ObjectiveRow): ObjectiveCan {
  const see = maySeeObjective(viewer, objective);
  const edit = see && mayDirect(viewer, objective);
  return {
    see,
    edit,
    addKeyResult: edit,
    link: edit,
    overrule: edit,
    publish: edit,
    close: edit,
    delete: edit,
    makePrivate: edit && objective.level === "personal" && objective.ownerId === viewer.memberId,
  };
}

/** What someone may do to a key result: its owner keeps it, whoever directs the objective may add, change and remove. */
export function keyResultCan(viewer: Viewer, { ownerId, objective }: KeyResultRow): KeyResultCan {
  const see = maySeeObjective(viewer, objective);
  const owns = see && viewer.role !== "guest" && ownerId === viewer.memberId;
  const directs = see && mayDirect(viewer, objective);
  return {
    see,
    edit: owns || directs,
    checkIn: owns || directs,
    changeTarget: owns || directs,
    overrule: owns || directs,
    close: owns || directs,
    delete: directs,
    accept: owns,
  };
}

/**
 * Whether someone may create an objective of this level. Members make personal ones for themselves and those of their
 * own teams, leads also those of the teams beneath theirs, company ones come from the owner and the champion.
 */
export function mayCreateObjective(
  viewer: Viewer,
  objective: { level: Level; ownerId: string | null; teamPath: readonly string[] },
): boolean {
  if (viewer.role === "guest") return false;
  if (directsAll(viewer)) return true;
  switch (objective.level) {
    case "company":
      return false;
    case "team":
      return leads(viewer, objective.teamPath) || viewer.teams.includes(objective.teamPath[0] ?? "");
    case "personal":
      return objective.ownerId === viewer.memberId;
  }
}

export interface MayCreate {
  levels: Level[];
  /** Whose objectives they may set at the level of a team; null: any team's. */
  teamIds: string[] | null;
  /** Whether personal objectives of others too. */
  forOthers: boolean;
}

/** `mayCreateObjective` for every objective there could be, so that forms offer nothing that is refused. */
export function mayCreateWhere(viewer: Viewer): MayCreate {
  if (viewer.role === "guest") return { levels: [], teamIds: [], forOthers: false };
  if (directsAll(viewer)) return { levels: [...LEVELS], teamIds: null, forOthers: true };
  const teamIds = [...new Set([...viewer.leads, ...viewer.teams])];
  return { levels: teamIds.length > 0 ? ["team", "personal"] : ["personal"], teamIds, forOthers: false };
}

/** Cycles are the owner's and the champion's. */
export function mayManageCycles(viewer: Viewer): boolean {
  return directsAll(viewer);
}

function mayDirect(viewer: Viewer, objective: ObjectiveRow): boolean {
  if (viewer.role === "guest") return false;
  return objective.ownerId === viewer.memberId || directsAll(viewer) || leads(viewer, objective.teamPath);
}

function directsAll({ role }: Viewer): boolean {
  return role === "owner" || role === "champion";
}

function leads(viewer: Viewer, teamPath: readonly string[]): boolean {
  return teamPath.some((teamId) => viewer.leads.includes(teamId));
}
