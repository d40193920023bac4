/** The part of jStat that is used here; it brings no types. */
declare module "jstat" {
  interface Distribution {
    inv(share: number, ...parameters: number[]): number;
    cdf(value: number, ...parameters: number[]): number;
  }
  const all: { jStat: { studentt: Distribution; normal: Distribution } };
  export default all;
}
