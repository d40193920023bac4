export type Solve = (right: Float64Array) => Float64Array;

/**
 * Solves matrix · x = right for a symmetric matrix that is positive semi-definite, by Cholesky's factors
 * (matrix = F·Fᵀ). Where it leaves an unknown undetermined that one is 0.
 */
export function definiteSolver(matrix: readonly Float64Array[]): Solve {
  const size = matrix.length;
  const factors = matrix.map(() => new Float64Array(size));
  for (let column = 0; column < size; column++) {
    const of = factors[column]!;
    const pivot = matrix[column]![column]! - dot(of, of, column);
    if (pivot <= NOTHING * matrix[column]![column]!) continue;
    of[column] = Math.sqrt(pivot);
    for (let row = column + 1; row < size; row++) {
      const below = factors[row]!;
      below[column] = (matrix[row]![column]! - dot(below, of, column)) / of[column]!;
    }
  }
  return (right) => backward(factors, forward(factors, right));
}

const NOTHING = 1e-10;

function forward(factors: readonly Float64Array[], right: Float64Array): Float64Array {
  const found = new Float64Array(right.length);
  for (let row = 0; row < right.length; row++) {
    const of = factors[row]!;
    if (of[row]! > 0) found[row] = (right[row]! - dot(of, found, row)) / of[row]!;
  }
  return found;
}

function backward(factors: readonly Float64Array[], right: Float64Array): Float64Array {
  const found = new Float64Array(right.length);
  for (let row = right.length - 1; row >= 0; row--) {
    if (factors[row]![row]! === 0) continue;
    let rest = right[row]!;
    for (let later = row + 1; later < right.length; later++) rest -= factors[later]![row]! * found[later]!;
    found[row] = rest / factors[row]![row]!;
  }
  return found;
}

/** Of the first `length` places. */
function dot(one: Float64Array, other: Float64Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) sum += one[at]! * other[at]!;
  return sum;
}
