/** Whether a pointer is held down: what moves the page meanwhile would take the press from under it. */
let isHeld = false;

const hold = ({ type }: Event) => {
  isHeld = type === "pointerdown";
};
// Where there is no page nothing is pressed.
for (const event of ["pointerdown", "pointerup", "pointercancel"]) globalThis.addEventListener?.(event, hold, true);

/** Runs at once, or after the press that is under way has become a click. */
export function onceReleased(run: () => void): void {
  if (isHeld) addEventListener("pointerup", () => setTimeout(run), { once: true });
  else run();
}
