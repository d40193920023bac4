/** Which lines of a file are key results: of an outline its points, of plain words every line. */

const point = /^\s*(?:[-*+•]|\d+[.)])\s+/;
const heading = /^\s*#{1,6}\s/;
const underline = /^\s*(?:=+|-{2,}|\*{3,}|_{3,})\s*$/;
const fence = /^\s*(?:```|~~~)/;
const label = /^\s*(?:\*\*)?(?:key\s+result|KR)\s*\d*(?:\.\d+)?\s*(?:\*\*)?\s*[:.–-]/i;
const objective = /^\s*(?:[-*+•]\s+)?(?:\*\*)?(?:objective|O)\s*\d*(?:\*\*)?\s*[:.–-]/i;

/** The texts to be read, as they stand, without the marks of a list; objectives, headings and quoted code are left out. */
export function keyResultsIn(content: string): string[] {
  const lines = withoutCode(content.replace(/^\uFEFF/, "").split(/\r\n?|\n/)).filter(
    (line) => line.trim() && !heading.test(line) && !underline.test(line) && !objective.test(line),
  );
  const labelled = lines.filter((line) => label.test(line.replace(point, "")));
  const points = lines.filter((line) => point.test(line));
  const chosen = labelled.length > 0 ? labelled : points.length > 0 ? points : lines;
  return chosen.map((line) => line.replace(point, "").trim()).filter(Boolean);
}

function withoutCode(lines: readonly string[]): string[] {
  let inside = false;
  return lines.filter((line) => {
    const isFence = fence.test(line);
    if (isFence) inside = !inside;
    return !inside && !isFence;
  });
}
