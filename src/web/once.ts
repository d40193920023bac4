/** Whoever begins the same thing again while it is under way gets its answer instead: `once(input, () => send(input))`. */
export function onceAtATime<Answer>() {
  const underWay = new Map<string, Promise<Answer>>();
  return (input: unknown, begin: () => Promise<Answer>): Promise<Answer> => {
    const key = JSON.stringify(input) ?? "";
    const begun = underWay.get(key);
    if (begun) return begun;
    const answer = begin().finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}
