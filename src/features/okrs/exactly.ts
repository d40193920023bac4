/** A decimal number of any size, kept exactly: so many units of 10^-scale. */
export class Exactly {
  readonly #units: bigint;
  readonly #scale: number;

  constructor(units: bigint, scale: number) {
    this.#units = units;
    this.#scale = scale;
  }

  /** Throws on anything but a decimal: "12.5", "-3", ".5", "1e3" are, "12,5", "NaN" and "" are not. */
  static from(value: string | number | Exactly): Exactly {
    if (value instanceof Exactly) return value;
    return short(String(value)) ?? Exactly.#long(value);
  }

  static #long(value: string | number): Exactly {
    const [, sign = "", whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(String(value)) ?? [];
    if (whole === "" && fraction === "") throw new Error(`"${value}" is no decimal number.`);
    const digits = withoutZerosAtTheEnd(fraction);
    const scale = digits.length - Number(exponent);
    const units = BigInt(sign + whole + digits);
    return scale < 0 ? new Exactly(units * tenTo(-scale), 0) : new Exactly(units, scale);
  }

  plus(other: string | number | Exactly): Exactly {
    const that = Exactly.from(other);
    const scale = Math.max(this.#scale, that.#scale);
    return new Exactly(this.#at(scale) + that.#at(scale), scale);
  }

  minus(other: string | number | Exactly): Exactly {
    const that = Exactly.from(other);
    const scale = Math.max(this.#scale, that.#scale);
    return new Exactly(this.#at(scale) - that.#at(scale), scale);
  }

  times(other: string | number | Exactly): Exactly {
    const that = Exactly.from(other);
    return new Exactly(this.#units * that.#units, this.#scale + that.#scale);
  }

  /** To 30 digits after the point, the last one rounded half away from zero. Throws on a division by 0. */
  div(other: string | number | Exactly): Exactly {
    const that = Exactly.from(other);
    const shift = QUOTIENT_DIGITS + that.#scale - this.#scale;
    const [units, by] =
      shift < 0 ? [this.#units, that.#units * tenTo(-shift)] : [this.#units * tenTo(shift), that.#units];
    return new Exactly(dividedBy(units, by), QUOTIENT_DIGITS);
  }

  /** To so many digits after the point, half away from zero. */
  round(digits: number): Exactly {
    if (this.#scale <= digits) return this;
    return new Exactly(dividedBy(this.#units, tenTo(this.#scale - digits)), digits);
  }

  abs(): Exactly {
    return this.#units < 0n ? new Exactly(-this.#units, this.#scale) : this;
  }

  /** −1, 0 or 1, as sorting asks for it. */
  cmp(other: string | number | Exactly): number {
    const that = Exactly.from(other);
    const scale = Math.max(this.#scale, that.#scale);
    const [one, two] = [this.#at(scale), that.#at(scale)];
    return one < two ? -1 : Number(one > two);
  }

  eq(other: string | number | Exactly): boolean {
    return this.cmp(other) === 0;
  }

  gt(other: string | number | Exactly): boolean {
    return this.cmp(other) > 0;
  }

  gte(other: string | number | Exactly): boolean {
    return this.cmp(other) >= 0;
  }

  lt(other: string | number | Exactly): boolean {
    return this.cmp(other) < 0;
  }

  lte(other: string | number | Exactly): boolean {
    return this.cmp(other) <= 0;
  }

  /** Plain notation without zeros at the end, never "-0". */
  toString(): string {
    if (this.#scale === 0) return this.#units.toString();
    const digits = (this.#units < 0n ? -this.#units : this.#units).toString().padStart(this.#scale + 1, "0");
    const fraction = withoutZerosAtTheEnd(digits.slice(-this.#scale));
    const sign = this.#units < 0n ? "-" : "";
    return `${sign}${digits.slice(0, -this.#scale)}${fraction === "" ? "" : `.${fraction}`}`;
  }

  #at(scale: number): bigint {
    return scale === this.#scale ? this.#units : this.#units * tenTo(scale - this.#scale);
  }
}

const QUOTIENT_DIGITS = 30;
/** Exponents of four digits at most: one that was written by hand must not fill the memory with zeros. */
const DECIMAL = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;

/** Most figures are short: their digits are counted up to a number, which is far quicker than the way through text. */
function short(text: string): Exactly | undefined {
  if (text.length > 16) return undefined;
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  let until = text.length;
  if (text.includes(".")) while (text.charCodeAt(until - 1) === ZERO) until -= 1;
  let number = 0;
  let point = -1;
  for (let at = first; at < until; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) number = number * 10 + digit;
    else if (digit === POINT - ZERO && point < 0) point = at;
    else return undefined;
  }
  const digits = text.length - first - (point < 0 ? 0 : 1);
  if (digits === 0) return undefined;
  return new Exactly(BigInt(first === 1 ? -number : number), point < 0 ? 0 : until - point - 1);
}

const [MINUS, POINT, ZERO] = [45, 46, 48];

const powers = Array.from({ length: 80 }, (_, digits) => 10n ** BigInt(digits));

function tenTo(digits: number): bigint {
  return powers[digits] ?? 10n ** BigInt(digits);
}

/** Half away from zero. */
function dividedBy(units: bigint, by: bigint): bigint {
  const quotient = units / by;
  const rest = units % by;
  const half = 2n * (rest < 0n ? -rest : rest) >= (by < 0n ? -by : by);
  if (!half) return quotient;
  return units < 0n === by < 0n ? quotient + 1n : quotient - 1n;
}

function withoutZerosAtTheEnd(digits: string): string {
  let length = digits.length;
  while (digits.charCodeAt(length - 1) === ZERO) length -= 1;
  return length === digits.length ? digits : digits.slice(0, length);
}
