/** A unit as it is typed. A sign stands there once, also where a figure ("55 %") has brought it along already. */
export function unitTyped(typed: string): string {
  return typed.replace(/^(\s*[%\p{Sc}])\s*\1\s*$/u, "$1");
}
