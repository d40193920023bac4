/** The icons of more than one further page: icons.ts says how they are drawn. */
export const chevronDown = "M6 9l6 6 6-6";
export const chevronLeft = "M15 18l-6-6 6-6";
export const chevronRight = "M9 18l6-6-6-6";
export const minus = "M5 12h14";
export const arrowRight = "M5 12h14M12 5l7 7-7 7";
export const arrowUp = "M5 12l7-7 7 7M12 19V5";
export const arrowDown = "M12 5v14M19 12l-7 7-7-7";
export const check = "M20 6 9 17l-5-5";
export const lock =
  "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-7a2 2 0 0 1 2 -2zM7 11V7a5 5 0 0 1 10 0v4";
export const x = "M18 6 6 18M6 6l12 12";
export const unlink =
  "M18.84 12.25l1.72-1.71h-.02a5.004 5.004 0 0 0-.12-7.07 5.006 5.006 0 0 0-6.95 0l-1.72 1.71M5.17 11.75l-1.71 1.71a5.004 5.004 0 0 0 .12 7.07 5.006 5.006 0 0 0 6.95 0l1.71-1.71M8 2L8 5M2 8L5 8M16 19L16 22M19 16L22 16";
export const cornerDownRight = "M15 10l5 5-5 5M4 4v7a4 4 0 0 0 4 4h12";
